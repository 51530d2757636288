import type { Change } from '../src/domain/change.js';
import type { Meeting } from '../src/domain/meeting.js';
import { keep } from '../src/domain/records.js';
import { chatRef } from '../src/domain/refs.js';
import { DAY, HOUR, MINUTE, SECOND, WEEK } from '../src/domain/time.js';
import { clockAt } from '../src/meetings/local-day.js';
import { chatOf, crashSchool } from '../test/crash/school.js';
import { startBot } from '../test/world/process.js';
import { until } from '../test/world/until.js';
import { table } from './figures.js';
import { busyness, machine } from './machine.js';

const MEETINGS = 5_000;
const REMINDERS = ['week', 'day', 'hour', 'soon'] as const;
const AHEAD = { week: WEEK, day: DAY, hour: HOUR, soon: 10 * MINUTE } as const;
/** Written in one go. */
const TOGETHER = 100;
const ZONE = 'Europe/Moscow';

const meetingAt = (at: number, now: number, chat: number): Meeting => ({
  ...{ kind: 'class-parents', state: 'planned', class: '1А', chats: [chatRef('vk', chat)], organiser: 'k01' },
  ...{ created: now, at, lasts: 60, agenda: ['итоги', 'питание', 'разное'], version: 0, sequence: 0 },
});

const changesOf = (number: number, at: number, now: number): readonly Change[] => {
  const id = `meeting-${number}`;
  return [
    keep('meeting', id, meetingAt(at, now, chatOf(number)), undefined),
    ...REMINDERS.map((kind): Change => {
      const data = { meeting: id, version: 0, kind, to: 'chat', days: 0, moved: 0 };
      const due = Math.max(now + HOUR, at - AHEAD[kind]);
      return { put: 'timer', timer: { key: `meeting-${kind}:${id}`, at: due, job: 'meeting-remind', data } };
    }),
  ];
};

const school = await crashSchool();
try {
  const restarted = async (): Promise<number> => {
    const began = performance.now();
    const bot = startBot(school.env);
    await bot.running();
    const seconds = (performance.now() - began) / SECOND;
    await bot.kill('SIGTERM');
    return seconds;
  };
  const threeTimes = async () => [await restarted(), await restarted(), await restarted()].sort((a, b) => a - b);
  const empty = await threeTimes();
  const now = Date.now();
  const quietHours = { from: clockAt(now + 6 * HOUR, ZONE), to: clockAt(now + 7 * HOUR, ZONE) };
  await school.look(async ({ stores }) => {
    const settings = keep('settings', 'school', { quietHours }, undefined);
    const settle = (key: string, changes: readonly Change[]) => {
      const entry = { id: `n:${key}`, at: now, kind: 'note', detail: 'planned' } as const;
      return stores.ledger.settle({ key, entry, changes, rows: [], chain: 'cli' });
    };
    await settle('settings', [settings]);
    for (let begun = 0; begun < MEETINGS; begun += TOGETHER) {
      const some = Array.from({ length: TOGETHER }, (_, at) => begun + at);
      await settle(
        `meetings-${begun}`,
        some.flatMap((one) => changesOf(one, now + 10 * DAY + one * MINUTE, now)),
      );
    }
  });
  const full = await threeTimes();
  // One more, due while the bot is away: how long until it is said.
  const late: Change = {
    put: 'timer',
    timer: {
      key: 'meeting-soon:late',
      at: Date.now(),
      job: 'meeting-remind',
      data: { meeting: 'late', version: 0, kind: 'soon', to: 'chat', days: 0, moved: 0 },
    },
  };
  await school.look(async ({ stores }) => {
    const entry = { id: 'n:late', at: now, kind: 'note', detail: 'planned' } as const;
    const meeting = keep('meeting', 'late', meetingAt(Date.now() + 10 * MINUTE, now, chatOf(0)), undefined);
    await stores.ledger.settle({ key: 'late', entry, changes: [meeting, late], rows: [], chain: 'cli' });
  });
  const began = performance.now();
  const bot = startBot(school.env);
  const { world } = school.sandbox.vk;
  await until(
    'the reminder is said',
    () => world.messagesOf(chatOf(0)).some(({ text }) => /начинается|Напоминаем/u.test(text)),
    60_000,
  );
  const said = (performance.now() - began) / SECOND;
  await bot.kill('SIGTERM');
  console.log(`${await machine()}; ${busyness()}\n`);
  console.log(`${MEETINGS} meetings, ${MEETINGS * REMINDERS.length} reminders waiting\n`);
  console.log(
    table(
      ['', 'seconds'],
      [
        ['from the start of the process until it listens, without meetings, the middle one of three', empty[1] ?? 0],
        ['the same with all of them', full[1] ?? 0],
        ['from the start until a reminder that was due meanwhile is in the chat', said],
      ],
    ),
  );
} finally {
  await school.close();
}
