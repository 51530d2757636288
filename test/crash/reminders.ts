import { setTimeout as pause } from 'node:timers/promises';
import type { Change } from '../../src/domain/change.js';
import type { Meeting } from '../../src/domain/meeting.js';
import { keep } from '../../src/domain/records.js';
import { chatRef } from '../../src/domain/refs.js';
import { HOUR, MINUTE, SECOND } from '../../src/domain/time.js';
import { clockAt } from '../../src/meetings/local-day.js';
import { type Bot, startBot } from '../world/process.js';
import { until } from '../world/until.js';
import { CHATS, type CrashSchool, chatOf, crashSchool } from './school.js';
import { randomFrom } from './story.js';

const ZONE = 'Europe/Moscow';

/** Quiet hours that are not now, whenever the test runs. */
const farQuiet = (now: number) => ({ from: clockAt(now + 6 * HOUR, ZONE), to: clockAt(now + 7 * HOUR, ZONE) });

const meetingAt = (at: number, chat: number, now: number): Meeting => ({
  ...{ kind: 'class-parents', state: 'planned', class: '1А', chats: [chatRef('vk', chat)], organiser: 'k01' },
  ...{ created: now - HOUR, at, lasts: 60, agenda: [], version: 0, sequence: 0 },
});

/** A meeting a chat, ten minutes after reminders that are due one after another in the time to come. */
const plan = async (school: CrashSchool, span: number): Promise<void> =>
  school.look(async ({ stores }) => {
    const now = Date.now();
    const changes = Array.from({ length: CHATS }, (_, at): readonly Change[] => {
      const due = now + 2 * SECOND + (at * span) / CHATS;
      const id = `meeting-${at}`;
      const data = { meeting: id, version: 0, kind: 'soon', to: 'chat', days: 0, moved: 0 };
      return [
        keep('meeting', id, meetingAt(due + 10 * MINUTE, chatOf(at), now), undefined),
        { put: 'timer', timer: { key: `meeting-soon:${id}`, at: due, job: 'meeting-remind', data } },
      ];
    });
    const settings = keep('settings', 'school', { quietHours: farQuiet(now) }, undefined);
    const entry = { id: 'n:planned', at: now, kind: 'note', detail: 'planned' } as const;
    await stores.ledger.settle({
      key: 'planned',
      entry,
      changes: [settings, ...changes.flat()],
      rows: [],
      chain: 'cli',
    });
  });

/** What the bot has said in each chat. */
const said = ({ sandbox: { vk } }: CrashSchool): readonly number[] =>
  Array.from(
    { length: CHATS },
    (_, at) => vk.world.messagesOf(chatOf(at)).filter(({ text }) => /начинается|Напоминаем/u.test(text)).length,
  );

/** The bot dies again and again around the reminders; each is said once. */
export const killAroundReminders = async (kills: number, seed: number): Promise<void> => {
  const school = await crashSchool();
  const random = randomFrom(seed);
  let bot: Bot = startBot(school.env);
  try {
    await bot.running();
    await bot.kill('SIGTERM');
    await plan(school, kills * SECOND);
    bot = startBot(school.env);
    for (let kill = 1; kill <= kills; kill += 1) {
      await pause(400 + random() * 1_200);
      await bot.kill('SIGKILL');
      bot = startBot(school.env);
    }
    await until('every reminder is said', () => said(school).every((count) => count > 0), 60_000);
    await until(
      'the outbox is empty',
      () => school.look(async ({ stores }) => (await stores.ledger.nextDue()) === undefined),
      60_000,
    );
    expect(said(school)).toEqual(Array.from({ length: CHATS }, () => 1));
    expect((await school.look(({ stores }) => stores.journal.verify())).broken).toEqual([]);
  } catch (error) {
    throw new Error(`seed ${seed}; the last bot said: ${bot.said()}`, { cause: error });
  } finally {
    await bot.kill('SIGTERM');
    await school.close();
  }
};
