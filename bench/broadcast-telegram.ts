import { setImmediate } from 'node:timers/promises';
import { FOREIGN_ACT, lawful, writesAbroad } from '../src/app/foreign.js';
import { createOutbox } from '../src/app/outbox.js';
import { worded } from '../src/app/worded.js';
import type { Action } from '../src/domain/action.js';
import type { Change } from '../src/domain/change.js';
import { keep } from '../src/domain/records.js';
import { chatRef, dialogRef, type PlaceRef } from '../src/domain/refs.js';
import { text } from '../src/domain/text.js';
import { timerUpdate } from '../src/domain/update.js';
import { TELEGRAM_PACE } from '../src/main/telegram.js';
import { createTelegram } from '../src/platforms/telegram/index.js';
import type { Platform } from '../src/ports/platform.js';
import type { Row } from '../src/ports/stores.js';
import { listenTelegram } from '../src/sandbox/telegram/index.js';
import { write } from '../src/sandbox/telegram/people.js';
import type { Definition } from '../src/sandbox/telegram/state.js';
import { memoryPace } from '../src/storage/memory/pace.js';
import { memoryCursors } from '../src/storage/memory/records.js';
import { createState } from '../src/storage/memory/state.js';
import { createMemoryStores } from '../src/storage/memory/stores.js';
import { createVault } from '../src/storage/vault.js';
import { quantile, table } from './figures.js';

/** Seconds of Telegram's own time: the clock is ours, so that ten minutes pass sooner. */
const SECONDS = 600;
/** What Telegram allows a bot. */
const RATE = 30;
const PARENTS = 5_000;
const CHATS = 40;
const PORTION = 300;
/** Every so many portions an announcement goes into the chats, and in each something is deleted. */
const CHATS_EVERY = 4;
const TOKEN = '777004:token-of-a-bench';
const FIRST_PARENT = 10_000;
const chatAt = (n: number): number => -1_001_000_000_001 - n;

const parents = Array.from({ length: PARENTS }, (_, at) => FIRST_PARENT + at);
const definition: Definition = {
  bot: { id: 777_004, token: TOKEN, username: 'dezhurny_bot', title: 'Дежурный' },
  people: parents.map((id) => ({ id, name: `Родитель № ${id}`, about: 'родитель', started: true })),
  chats: Array.from({ length: CHATS }, (_, at) => ({
    title: `Чат № ${at}`,
    owner: FIRST_PARENT,
    members: [FIRST_PARENT + 1],
    bot: { admin: true },
  })),
};

let now = Date.UTC(2026, 8, 1, 9);
const begun = now;
/** Calls on their way: our clock stands still for them, or else all of a second would arrive in one moment of it. */
let flying = 0;
const passes = async (ms: number): Promise<void> => {
  while (flying > 0) await setImmediate();
  now += ms;
};

const sandbox = await listenTelegram({ definition, now: () => now });
const { world, calls } = sandbox.telegram;
const stores = createMemoryStores(createVault(Buffer.alloc(32, 9)));
const telegram = createTelegram({
  token: TOKEN,
  apiUrl: sandbox.apiUrl,
  transport: 'polling',
  cursors: memoryCursors(createState()),
  pace: memoryPace({ ...TELEGRAM_PACE, now: () => now, wait: passes }),
  say: ({ key }) => key,
  now: () => now,
});
const messenger: Platform = {
  ...telegram,
  perform: async (deeds) => {
    flying += 1;
    try {
      return await telegram.perform(deeds);
    } finally {
      flying -= 1;
    }
  },
};
const reactions: number[] = [];
const watch = {
  handled: () => {},
  looked: () => {},
  deleted: (ms: number) => void reactions.push(ms),
  ended: () => {},
  weather: () => {},
  bug: (_: string, error: unknown) => console.error(error),
  locked: () => {},
};
const outbox = createOutbox({
  ledger: stores.ledger,
  platforms: { telegram: { messenger, simulation: messenger } },
  wake: async () => {},
  clock: { now: () => now },
  pause: passes,
  owner: 'bench',
  watch,
});

let portion = 0;
const settle = (rows: readonly Row[], changes: readonly Change[] = []): Promise<unknown> => {
  const entry = { id: `n:${portion}`, at: now, kind: 'note', detail: 'bench' } as const;
  return stores.ledger.settle({ key: `${portion}`, entry, changes, rows, chain: 'bench' });
};

/** Through the same gate as everything the program decides: without the school's ground nothing of it would go out. */
const put = async (planned: readonly Action[]): Promise<unknown> => {
  portion += 1;
  const update = timerUpdate({ key: `${portion}`, at: now, job: 'announcement', data: {} });
  const { actions } = await lawful({ actions: planned }, update, () => writesAbroad(stores.records));
  const rows = actions.map(
    (action, at): Row => ({
      id: `p${portion}#${at}`,
      action: worded(action, ({ vars }) => String(vars?.words)),
      ...{ platform: 'telegram', via: 'messenger', queued: now, attempts: 0, due: now },
    }),
  );
  return settle(rows);
};
const announce = (to: PlaceRef, words: string): Action => ({
  do: 'send',
  to,
  text: text('announce-words', { words }),
  last: true,
});

/** In every chat something is announced, and something obscene is written, which goes before everything. */
const inChats = async (): Promise<void> => {
  const places = Array.from({ length: CHATS }, (_, at) => chatRef('telegram', chatAt(at)));
  await put(places.map((place) => announce(place, `Объявление ${portion}`)));
  const deletions = places.map((place, at): Action => {
    const { id } = write(world, FIRST_PARENT + 1, chatAt(at), { text: 'грубость' });
    return { do: 'delete', message: { place, id: String(id) } };
  });
  await put(deletions);
};

const ground = { what: FOREIGN_ACT, number: '12', date: '2026-09-01', by: 'a01', at: now } as const;
await settle([], [keep('act', FOREIGN_ACT, ground, undefined)]);

const { signal } = new AbortController();
const real = performance.now();
for (let next = 0; now - begun < SECONDS * 1_000; next += PORTION) {
  if ((next / PORTION) % CHATS_EVERY === 0) await inChats();
  const people = Array.from({ length: PORTION }, (_, at) => parents[(next + at) % PARENTS] ?? FIRST_PARENT);
  await put(people.map((id) => announce(dialogRef('telegram', id), `Объявление ${next}`)));
  for (let left = 1; left > 0; left = (await stores.ledger.waiting()).reduce((sum, count) => sum + count, 0)) {
    await outbox.run(signal);
    await outbox.settled();
    const due = await stores.ledger.nextDue();
    if (due !== undefined && due > now) now = due;
  }
}

const seconds = (now - begun) / 1_000;
const sent = calls.requests.filter(({ method, result }) => method === 'sendMessage' && result === 'ok').length;
const refused = calls.requests.filter(({ result }) => result === 429).length;
const all = calls.requests.length;
const kept = all / (seconds * RATE);
console.log(
  table(
    ['seconds', 'calls', 'messages', '429', 'of the allowed rate', 'deletion p50, ms', 'p99, ms'],
    [
      [
        Math.round(seconds),
        all,
        sent,
        refused,
        `${Math.round(kept * 1_000) / 10} %`,
        quantile(reactions, 0.5),
        quantile(reactions, 0.99),
      ],
    ],
  ),
);
console.log(`took ${Math.round((performance.now() - real) / 1_000)} s`);
telegram.close();
await sandbox.close();
if (refused > 0 || kept < 0.9) process.exitCode = 1;
