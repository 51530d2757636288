import type { ChatRef } from '../../src/domain/refs.js';
import { accountOf, type School, STRANGER, scene } from './world.js';

/** Somebody who is not in the chat yet asks to be let in, by a link that only lets ask. */
const knocks = async (school: School, who: string, chat: ChatRef): Promise<void> => {
  const { platform } = school;
  platform.world.change(chat, { members: school.members(chat).filter((account) => account !== accountOf(who)) });
  const link = await platform.ask({ ask: 'new-invite-link', chat, name: 'по заявке', byRequest: true });
  await school.follows(who, link);
};

describe('somebody asks to be let into a chat', () => {
  scene('who belongs there is let in, and welcomed like everybody', async (school) => {
    const chat = await school.chat('class_parents');

    await knocks(school, 'p02', chat);

    expect(school.members(chat)).toContain(accountOf('p02'));
    expect(school.mayWrite('p02', chat)).toBe(true);
  });

  scene('a stranger waits for those who lead the chat', async (school) => {
    const chat = await school.chat('class_parents');

    await knocks(school, STRANGER, chat);

    expect(school.members(chat)).not.toContain(accountOf(STRANGER));
    expect((await school.journal()).some((entry) => entry.kind === 'verdict' && entry.because === 'waits:alien')).toBe(
      true,
    );
  });

  scene(
    'where the bot only watches, everybody waits',
    async (school) => {
      const chat = await school.chat('class_parents');

      await knocks(school, 'p02', chat);

      expect(school.members(chat)).not.toContain(accountOf('p02'));
    },
    { mode: 'observe' },
  );

  scene('a chat that is not registered is left alone', async (school) => {
    const chat = school.newChat();

    await knocks(school, 'p02', chat);

    expect(school.members(chat)).not.toContain(accountOf('p02'));
  });
});
