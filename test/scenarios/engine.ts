import { setImmediate } from 'node:timers/promises';
import { commands } from '../../commands/index.js';
import { createDecide } from '../../src/app/decide-update.js';
import { beginUnread } from '../../src/app/editions-unread.js';
import { writesAbroad } from '../../src/app/foreign.js';
import { createGather } from '../../src/app/gather.js';
import { chainName, createHandler } from '../../src/app/handle-update.js';
import { ingest, takeBack } from '../../src/app/ingest.js';
import { beginDaily } from '../../src/app/jobs/begin.js';
import { jobs } from '../../src/app/jobs/index.js';
import { createLooking } from '../../src/app/looking.js';
import { createOutbox } from '../../src/app/outbox.js';
import { createSay } from '../../src/app/say.js';
import { fireDue } from '../../src/app/timers.js';
import { createDocuments } from '../../src/documents/index.js';
import type { Chat } from '../../src/domain/chat.js';
import type { AccountRef } from '../../src/domain/refs.js';
import { SECOND } from '../../src/domain/time.js';
import { type Intake, orderOf } from '../../src/domain/update.js';
import { lookAt } from '../../src/pictures/look-at.js';
import { BOT, type MemoryPlatform } from '../../src/platforms/memory/index.js';
import type { CallProvider } from '../../src/ports/calls.js';
import { type Platform, simulated } from '../../src/ports/platform.js';
import type { Stores } from '../../src/ports/stores.js';
import type { Vault } from '../../src/ports/vault.js';
import type { Watch } from '../../src/ports/watch.js';
import { memoryIntake, memoryWakeUps, type virtualClock } from '../../src/queue/memory/index.js';
import { partitionOf } from '../../src/queue/partition.js';
import type { Policy } from '../../src/regulation/policy.js';
import type { Beginning } from '../../src/storage/school.js';

const ZONE = 'Europe/Moscow';
const say = createSay('ru');

export const silence: Watch = {
  handled: () => {},
  deleted: () => {},
  ended: () => {},
  looked: () => {},
  weather: () => {},
  bug: (where, error) => {
    throw new Error(`a bug in ${where}`, { cause: error });
  },
  locked: () => {},
};

export interface EngineParts {
  readonly platform: Platform;
  /** The bot's own account; that of the memory messenger unless said. */
  readonly self?: AccountRef;
  readonly stores: Stores;
  readonly vault: Vault;
  readonly policy: Policy;
  readonly beginning: Beginning;
  readonly clock: ReturnType<typeof virtualClock>;
  readonly defaultMode: Chat['mode'];
  readonly watch?: Watch;
  readonly calls?: CallProvider;
}

/** How long the program's own look for retries and updates set aside takes to come. */
const LOOK_AGAIN = SECOND;

/** What happened in a messenger of this process; one on a wire tells in its own time. */
const eventsOf = (platform: Platform | MemoryPlatform): number =>
  'world' in platform ? platform.world.events.length : 0;

/** The program between messenger and store, as `src/main` puts it together, in virtual time. */
export const startEngine = async (parts: EngineParts) => {
  const { platform, stores, vault, policy, beginning, clock, defaultMode, watch = silence, self = BOT } = parts;
  const pause = async (ms: number): Promise<void> => {
    clock.set(clock.now() + ms);
    await setImmediate();
  };
  const intake = memoryIntake();
  const wakeUps = memoryWakeUps();
  const decide = createDecide({
    stores,
    policy,
    ...beginning,
    commands,
    jobs,
    defaultMode,
    zone: ZONE,
    self: (account) => account === self,
    say,
    documents: createDocuments({ say, locale: 'ru', timeZone: ZONE }),
    ...(parts.calls && { calls: parts.calls }),
    code: vault.code,
    nameOf: (words) => vault.pseudonym('r', words),
    messenger: () => platform,
  });
  await beginDaily(jobs, stores, { now: clock.now(), zone: ZONE, chain: chainName(0) });
  await beginUnread(stores, { now: clock.now(), chain: chainName(0) });
  const chainOf = ({ update }: Intake) => chainName(partitionOf(orderOf(update)));
  const outbox = createOutbox({
    ledger: stores.ledger,
    wake: wakeUps.wake,
    platforms: { [platform.name]: { messenger: platform, simulation: simulated(platform) } },
    clock,
    pause,
    owner: 'this process',
    watch,
  });
  const stopping = new AbortController();
  // In this thread: in virtual time nothing else goes on meanwhile.
  const pictures = { look: (bytes: Uint8Array) => lookAt(bytes).catch(() => undefined) };
  const looking = createLooking({ pictures, messenger: () => platform, intake, clock, watch });
  const handle = createHandler({
    ...{ decide, ledger: stores.ledger, wakeUps, vault, say, clock, pause, chainOf, watch },
    gather: createGather(stores),
    straight: (rows) => outbox.straight(rows, stopping.signal),
    looking,
    abroad: () => writesAbroad(stores.records),
  });
  await intake.work(handle);
  await wakeUps.work(() => outbox.run(stopping.signal));
  // Those from before a restart were heard by whoever ran then.
  let heard = eventsOf(platform);
  const put = async (intakes: readonly Intake[]) => {
    await intake.put(intakes);
    heard += intakes.length;
  };
  const listening = ingest(
    { platform, intake: { put }, clock, pause, obstacle: () => undefined, watch },
    stopping.signal,
  );

  const lookAgain = async (): Promise<void> => {
    await takeBack(stores.ledger, intake, clock.now());
    await fireDue(stores.timers, intake, clock.now());
    await looking.settled();
    await intake.drain();
    if (await outbox.overdue()) await wakeUps.wake();
    await wakeUps.drain();
    await outbox.settled();
  };
  /** Everything that can happen now has happened. */
  const quiet = async (): Promise<void> => {
    while (heard < eventsOf(platform)) await setImmediate();
    for (let before = -1, after = 0; before !== after; ) {
      before = after;
      await lookAgain();
      after = (await stores.journal.verify()).entries;
    }
  };
  /** When something can happen again: while anything waits to be retried, every second; else when the next timer is due. */
  const nextMoment = async (end: number): Promise<number> => {
    const soon = Math.min(end, clock.now() + LOOK_AGAIN);
    const [next, retried, aside] = await Promise.all([
      stores.timers.due(end, 1),
      stores.ledger.nextDue(),
      stores.ledger.parked(end),
    ]);
    if (retried !== undefined || aside.length > 0) return soon;
    return Math.max(soon, next[0]?.at ?? end);
  };
  return {
    /** What can be done with what has been heard so far: for messengers on a wire. */
    lookAgain,
    quiet,
    passes: async (ms: number): Promise<void> => {
      for (const end = clock.now() + ms; clock.now() < end; ) {
        clock.set(await nextMoment(end));
        await lookAgain();
      }
      await quiet();
    },
    stop: async (): Promise<void> => {
      stopping.abort();
      await listening;
    },
  };
};
