import { chainName, createHandler, type HandleDeps } from '../../src/app/handle-update.js';
import { createSay } from '../../src/app/say.js';
import type { Thought } from '../../src/app/thought.js';
import type { Entry } from '../../src/domain/journal.js';
import { accountRef, chatRef, dialogRef } from '../../src/domain/refs.js';
import { text } from '../../src/domain/text.js';
import { MINUTE, SECOND } from '../../src/domain/time.js';
import type { Intake } from '../../src/domain/update.js';
import { Weather } from '../../src/ports/platform.js';
import { virtualClock } from '../../src/queue/memory/index.js';
import { createMemoryStores } from '../../src/storage/memory/stores.js';
import { createVault } from '../../src/storage/vault.js';
import { silence } from '../scenarios/engine.js';

export const NOON = Date.UTC(2026, 8, 9, 9, 0);
export const chat = chatRef('memory', 1);
export const author = accountRef('memory', 102);
export const message: Intake = {
  update: {
    kind: 'message',
    id: 'event-1',
    key: 'message-1',
    at: NOON - SECOND,
    edited: false,
    message: {
      ref: { place: chat, id: '7' },
      author,
      at: NOON - SECOND,
      text: 'слово',
      attachments: [],
      forwarded: [],
    },
  },
  received: NOON,
};
export const decided: Thought = {
  verdict: { decision: 'delete', findings: [], errors: [] },
  because: 'noticed',
  actions: [
    { do: 'delete', message: { place: chat, id: '7' } },
    { do: 'send', to: dialogRef('memory', 102), text: text('code-wrong') },
  ],
  changes: [{ put: 'noticed', chat, account: author, until: NOON + MINUTE }],
  via: 'messenger',
};

/** A handler over memory stores, whose decision is `decided`. */
export const open = (over: Partial<HandleDeps> = {}) => {
  const clock = virtualClock(NOON);
  const vault = createVault(Buffer.alloc(32, 3));
  const stores = createMemoryStores(vault);
  const seen = { decisions: 0, wakes: 0, pauses: [] as number[], bugs: 0 };
  const handle = createHandler({
    decide: async () => {
      seen.decisions += 1;
      return decided;
    },
    ledger: stores.ledger,
    wakeUps: {
      wake: async () => {
        seen.wakes += 1;
      },
    },
    vault,
    say: createSay('ru'),
    clock,
    pause: async (ms) => {
      seen.pauses.push(ms);
      clock.set(clock.now() + ms);
    },
    chainOf: () => chainName(0),
    watch: {
      ...silence,
      bug: () => {
        seen.bugs += 1;
      },
    },
    ...over,
  });
  const journal = async (): Promise<readonly Entry[]> => {
    const entries: Entry[] = [];
    for await (const { entry } of stores.journal.read({})) entries.push(entry);
    return entries;
  };
  const take = () =>
    stores.ledger.take({
      owner: 'test',
      now: clock.now(),
      lease: SECOND,
      resting: [],
      batch: { deletes: 100, calls: 25, places: 100 },
    });
  return { clock, vault, stores, seen, handle, journal, take };
};

/** Fails so many times, then works. */
export const failing = <A extends readonly unknown[], R>(
  times: number,
  error: Error,
  work: (...args: A) => Promise<R>,
) => {
  let left = times;
  return async (...args: A): Promise<R> => {
    if (left > 0) {
      left -= 1;
      throw error;
    }
    return work(...args);
  };
};
export const storm = new Weather('storm');
