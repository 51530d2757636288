import { chatRef } from '../../src/domain/refs.js';
import { MINUTE } from '../../src/domain/time.js';
import { people } from '../../src/platforms/memory/index.js';
import { cases, FIRST, heard, last, night, on, SECOND, stands, strikes, until } from './case-night.js';
import { accountOf, type School, type SchoolOptions, scene } from './world.js';

const NOTHING: readonly string[] = [];
const noon: SchoolOptions = { at: on(9, 12) };

const opened = async (school: School) => {
  for (const who of ['p01', 'p02', 'p03', 'k01', 'z01', 'd01', 'a01']) await school.allows(who);
  return school.chat('class_parents');
};

/** `domain.md` §6.16, as far as it is about measures. */
describe('what messengers do', () => {
  scene(
    'the same event told twice is one case, one strike, one notice and one card',
    async (school) => {
      const parents = await opened(school);
      school.platform.repeatNext();
      await school.says('p02', parents, FIRST);

      expect(await cases(school)).toHaveLength(1);
      expect(await strikes(school)).toEqual(['counts']);
      expect([heard(school, 'p02').length, heard(school, 'k01').length]).toEqual([1, 1]);
    },
    noon,
  );

  scene(
    'a message edited into an insult counts once, however often it is edited, and the second time it is as silent as gone',
    async (school) => {
      const parents = await opened(school);
      const message = await school.says('p02', parents, 'Добрый день');
      for (const words of [SECOND, 'Ты ИДИОТ', 'Вы все такие придурки!']) {
        await school.passes(20 * MINUTE);
        await school.edits('p02', message, words);
      }

      expect(stands(school, parents)).toEqual(NOTHING);
      expect(await strikes(school)).toEqual(['counts']);
      expect(heard(school, 'p02')).toHaveLength(1);
    },
    noon,
  );

  scene(
    'a call that fails is made again: the message goes, and everybody hears of it once',
    async (school) => {
      const parents = await opened(school);
      school.platform.storm(4);
      await school.says('p02', parents, FIRST);
      await school.passes(10 * MINUTE);

      expect(stands(school, parents)).toEqual(NOTHING);
      expect(await strikes(school)).toEqual(['counts']);
      expect([heard(school, 'p02').length, heard(school, 'k01').length]).toEqual([1, 1]);
    },
    noon,
  );

  scene(
    'whoever forwards an insult answers for it, not who was quoted',
    async (school) => {
      const parents = await opened(school);
      const quoted = { author: accountOf('p03'), at: on(9, 11), text: SECOND, attachments: [], forwarded: [] };
      await school.says('p02', parents, 'Смотрите', { forwarded: [quoted] });

      expect((await cases(school)).map(({ person }) => person)).toEqual(['p02']);
      expect(await strikes(school, 'p03')).toEqual([]);
    },
    noon,
  );

  scene(
    'whoever answers a removed message does not bring it back, and is not to blame for its words',
    async (school) => {
      const parents = await opened(school);
      await school.says('p02', parents, SECOND);
      const answered = { author: accountOf('p02'), at: on(9, 12), text: SECOND, attachments: [], forwarded: [] };
      await school.says('p01', parents, 'Давайте спокойнее', { replyTo: answered });

      expect(stands(school, parents)).toEqual(['Давайте спокойнее']);
      expect(await strikes(school, 'p01')).toEqual([]);
    },
    noon,
  );

  scene(
    'the bot was away longer than a limit lasts: the message goes, nobody is limited for a time that is over',
    async (school) => {
      const parents = await opened(school);
      await school.says('p02', parents, FIRST);
      await school.passes(20 * MINUTE);
      people.post(school.platform.world, accountOf('p02'), parents, SECOND);
      school.clock.set(on(10, 15));
      await school.quiet();

      expect(stands(school, parents)).toEqual(NOTHING);
      expect(await strikes(school)).toEqual(['counts']);
      expect(last(school, 'p02')).toMatch(/^Здравствуйте! Ваше сообщение .+ от 12:20 скрыто/);
      expect(school.mayWrite('p02', parents)).toBe(true);
    },
    noon,
  );

  scene(
    'the chat goes on under another name: the limit, the card and the decision go with it',
    async (school) => {
      const { parents } = await night(school);
      await until(school, on(10, 7));
      const moved = chatRef('memory', 999);
      const { world } = school.platform;
      const before = world.chats.get(parents);
      if (before === undefined) throw new Error('no chat');
      world.chats.set(moved, { ...before, ref: moved });
      world.tell({
        ...{ id: 'memory-moved', key: 'memory-moved', at: school.clock.now() },
        ...{ kind: 'moved', from: parents, chat: moved },
      });
      await school.quiet();
      await school.says('p02', moved, 'Доброе утро');
      expect(stands(school, moved)).toEqual(NOTHING);

      await until(school, on(10, 9));
      expect(last(school, 'k01')).toContain('Дело № 2. Чат «5А – родители»');
      await school.presses('k01', school.dialog('k01'), 'Отменить');
      await school.presses('k01', school.dialog('k01'), 'Достаточно разговора');
      await school.says('p02', moved, 'Спасибо');

      expect(await strikes(school)).toEqual(['counts', 'void']);
      expect(stands(school, moved)).toEqual(['Спасибо']);
    },
    { at: on(9, 22, 40), can: { mute: false } },
  );
});
