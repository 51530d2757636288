import { setTimeout as pause } from 'node:timers/promises';
import { type BigSchool, bigSchool } from '../test/crash/broadcast.js';
import { startBot } from '../test/world/process.js';
import { until } from '../test/world/until.js';
import { quantile, table } from './figures.js';
import { busyness, machine } from './machine.js';

/** `-- --telegram`: ten minutes of Telegram's own time, see there. */
if (process.argv.includes('--telegram')) {
  await import('./broadcast-telegram.js');
  process.exit();
}

const SIZE = { parents: 5_000, chats: 120 };
/** What VK allows a community. */
const RATE = 20;
/** Messages of the plain loop: five minutes for all of them are not needed to know how long they take. */
const PLAIN = 600;
const FOUL = 'да пошло оно всё на хуй';
const FOUL_EVERY = 700;

const now = (): number => performance.now();

interface Run {
  readonly calls: number;
  /** Those that the messenger would not take, by its pace. */
  readonly refused: number;
  /** From the first request to the last. */
  readonly seconds: number;
  /** From the tap on the preview to the last request. */
  readonly wait: number;
  readonly copies: number;
}

/** Requests that carried these words since the tap. */
const measured = (school: BigSchool, words: string, tapped: number): Run => {
  const carried = school.sandbox.vk.requests.filter(
    ({ params }) => params.message?.includes(words) || params.code?.includes(words),
  );
  const [first] = carried;
  const last = carried.at(-1);
  const { open, chats } = school.copies(words);
  const copies = [...open, ...chats].reduce((sum, count) => sum + count, 0);
  const seconds = (from = 0) => ((last?.at ?? 0) - from) / 1_000;
  const refused = carried.filter(({ result }) => result !== 'ok').length;
  return { calls: carried.length, refused, seconds: seconds(first?.at), wait: seconds(tapped), copies };
};

const published = async (school: BigSchool, id: string, words: string, way: string): Promise<Run> => {
  await school.drafts(words, way);
  school.sandbox.vk.calls.forgetRequests();
  const tapped = Date.now();
  await school.confirm();
  await school.isTold(id);
  return measured(school, words, tapped);
};

/** Milliseconds from an obscene message to the request that deletes it. */
const reactions = async (school: BigSchool, until_: () => boolean): Promise<readonly number[]> => {
  const latencies: number[] = [];
  for (let number = 0; !until_(); number += 1) {
    const began = now();
    const chat = number % SIZE.chats;
    const cmid = await school.writes(chat, `${FOUL} ${number}`);
    await until('it is deleted', () => school.world.message(2_000_000_001 + chat, cmid)?.deleted === true, 30_000);
    latencies.push(now() - began);
    await pause(Math.max(0, FOUL_EVERY - (now() - began)));
  }
  return latencies;
};

/** One call a message, at the messenger's own limit: what most bots do. */
const plainly = async (school: BigSchool): Promise<number> => {
  const began = now();
  for (let number = 0; number < PLAIN; number += 1) {
    const body = new URLSearchParams({
      access_token: 'vk1.a.broadcast-test-token',
      v: '5.199',
      peer_ids: String(10_000 + (number % SIZE.parents)),
      random_id: String(number + 1),
      message: 'Простое объявление',
    });
    await fetch(`${school.sandbox.apiUrl}/messages.send`, { method: 'POST', body });
    await pause(Math.max(0, began + ((number + 1) * 1_000) / RATE - now()));
  }
  return (now() - began) / 1_000;
};

const row = (name: string, { calls, refused, seconds, wait, copies }: Run) => {
  const bound = calls / RATE;
  return [
    name,
    copies,
    calls,
    refused,
    bound,
    seconds,
    `${Math.round((bound / Math.max(seconds, 0.001)) * 100)} %`,
    wait,
  ];
};

console.log(`${await machine()}; ${busyness()} before\n`);
const school = await bigSchool(SIZE);
const bot = startBot(school.env);
try {
  await bot.running();
  const began = now();
  const idle = await reactions(school, () => now() - began > 6_000);
  const same = await published(school, '1', 'Завтра занятия начнутся в 9:00', 'в чаты и лично');
  const own = await published(school, '2', 'тетради проверены', 'лично: {имя}, Ваши');
  let done = false;
  const during = reactions(school, () => done);
  const disturbed = await published(school, '3', 'дневники подписаны', 'лично: {имя}, Ваши').finally(() => {
    done = true;
  });
  const busy = await during;
  await bot.kill('SIGTERM');
  const plain = await plainly(school);
  const all = SIZE.parents + SIZE.chats;
  console.log(
    [
      `Broadcast to ${SIZE.parents} dialogs (98 of 100 open) and ${SIZE.chats} chats; VK allows ${RATE} requests a second`,
      table(
        [
          '',
          'copies',
          'requests',
          'refused',
          'requests ÷ rate, s',
          'first to last, s',
          'of the bound',
          'tap to last, s',
        ],
        [
          row('the same words for all', same),
          row('everybody’s own words', own),
          row('the same, an obscene message every 0.7 s', disturbed),
          ['one call a message', all, all, 0, all / RATE, (plain / PLAIN) * all, `measured on ${PLAIN}`, ''],
        ],
      ),
      `An obscene message is deleted after, milliseconds`,
      table(
        ['', 'messages', 'median', 'p95'],
        [
          ['idle', String(idle.length), quantile(idle, 0.5), quantile(idle, 0.95)],
          ['during the broadcast', String(busy.length), quantile(busy, 0.5), quantile(busy, 0.95)],
        ],
      ),
    ].join('\n\n'),
  );
} catch (error) {
  throw new Error(`the bot said: ${bot.said()}`, { cause: error });
} finally {
  await bot.kill('SIGTERM');
  await school.close();
}
console.log(`\n${busyness()} after`);
