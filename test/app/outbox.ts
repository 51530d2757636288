import { createOutbox, type OutboxDeps } from '../../src/app/outbox.js';
import type { Worded } from '../../src/domain/action.js';
import type { Entry } from '../../src/domain/journal.js';
import type { Answer } from '../../src/domain/outcome.js';
import { accountRef, chatRef } from '../../src/domain/refs.js';
import { MINUTE, SECOND } from '../../src/domain/time.js';
import { createMemoryPlatform } from '../../src/platforms/memory/index.js';
import { type Deed, type Platform, simulated } from '../../src/ports/platform.js';
import type { Row, Stores } from '../../src/ports/stores.js';
import { virtualClock } from '../../src/queue/memory/index.js';
import { createMemoryStores } from '../../src/storage/memory/stores.js';
import { createVault } from '../../src/storage/vault.js';
import { silence } from '../scenarios/engine.js';

export const NOON = Date.UTC(2026, 8, 9, 9, 0);
export const chat = chatRef('memory', 1);
export const DONE: Answer = { is: 'done' };

export const del = (id: number): Worded => ({ do: 'delete', message: { place: chat, id: `${id}` } });
export const send = (to: string, words = 'Здравствуйте!', otherwise?: Worded): Worded => ({
  do: 'send',
  to: `memory:dialog:${to}`,
  text: words,
  ...(otherwise ? { otherwise } : {}),
});
export const reply = (id: number): Worded => ({
  do: 'send',
  to: chat,
  text: 'Ответ',
  replyTo: { place: chat, id: `${id}` },
});
export const note: Worded = { do: 'send', to: chat, text: 'Сообщение скрыто' };
export const mute: Worded = { do: 'mute', chat, account: accountRef('memory', 102), until: NOON + MINUTE };

type Script = (deeds: readonly Deed[]) => readonly Answer[];

/** An outbox over a memory ledger; `script` says what the messenger answers, `calls` what it was asked. */
export const open = (script: Script = (deeds) => deeds.map(() => DONE), over: Partial<OutboxDeps> = {}) => {
  const clock = virtualClock(NOON);
  const stores: Stores = createMemoryStores(createVault(Buffer.alloc(32, 3)));
  const calls: (readonly string[])[] = [];
  const platform: Platform = {
    ...createMemoryPlatform({ now: clock.now }),
    perform: async (deeds) => {
      calls.push(deeds.map(({ id }) => id));
      return script(deeds);
    },
  };
  const seen = { bugs: 0, locked: 0, wakes: 0 };
  const deps: OutboxDeps = {
    ledger: stores.ledger,
    platforms: { memory: { messenger: platform, simulation: simulated(platform) } },
    wake: async () => {
      seen.wakes += 1;
    },
    clock,
    pause: async (ms) => clock.set(clock.now() + ms),
    owner: 'one',
    watch: {
      ...silence,
      bug: () => {
        seen.bugs += 1;
      },
      locked: () => {
        seen.locked += 1;
      },
    },
    ...over,
  };
  const outbox = createOutbox(deps);
  let settlements = 0;
  const queue = async (...rows: readonly (readonly [string, Worded, Partial<Row>?])[]): Promise<void> => {
    settlements += 1;
    const entry: Entry = { id: `n:${settlements}`, at: NOON, kind: 'note', detail: 'test' };
    await stores.ledger.settle({
      key: `k${settlements}`,
      entry,
      changes: [],
      chain: 'p0',
      rows: rows.map(([id, action, more = {}]) => ({
        ...{ id, action, platform: 'memory', via: 'messenger', queued: NOON, attempts: 0, due: NOON },
        ...more,
      })),
    });
  };
  /** Runs until nothing is left to do at this moment. */
  const run = async (one = outbox): Promise<void> => {
    do {
      await one.run(new AbortController().signal);
      await one.settled();
    } while ((await stores.ledger.nextDue()) === undefined ? false : await moves(one));
  };
  let last = -1;
  const moves = async (one: typeof outbox): Promise<boolean> => {
    const before = last;
    last = calls.length;
    return before !== last && (await one.overdue());
  };
  const passes = async (ms: number, one = outbox): Promise<void> => {
    for (const end = clock.now() + ms; clock.now() < end; ) {
      clock.set(Math.min(end, clock.now() + SECOND));
      await run(one);
    }
  };
  const receipts = async () => {
    const entries: Entry[] = [];
    for await (const { entry } of stores.journal.read({})) entries.push(entry);
    return entries.flatMap((entry) => (entry.kind === 'receipt' ? [entry] : []));
  };
  const outcomes = async () => (await receipts()).map(({ action, outcome }) => `${action}: ${outcome}`);
  return { clock, stores, calls, platform, deps, outbox, seen, queue, run, passes, receipts, outcomes };
};
