import type { Worded } from '../domain/action.js';
import { comesTrue, followUpsOf } from '../domain/follow-up.js';
import type { Answer } from '../domain/outcome.js';
import type { PlatformName } from '../domain/refs.js';
import { MINUTE, SECOND } from '../domain/time.js';
import type { Clock } from '../ports/clock.js';
import { Locked, type Platform, Weather } from '../ports/platform.js';
import type { Ending, Ledger, Row } from '../ports/stores.js';
import type { Watch } from '../ports/watch.js';

/** A taken row comes back when its worker has not ended it in this time. */
const LEASE = 30 * SECOND;
/** Calls on their way at once; the messenger's pace is kept elsewhere. */
const IN_FLIGHT = 10;
/** VK refuses a repeated send for an hour; ten minutes are kept in hand. */
const REPEATABLE = 50 * MINUTE;
/** After so many failures of our own making an action is given up. */
const BUG_PATIENCE = 5;
const LONGEST_PAUSE = 5 * MINUTE;
const LOCKED_PAUSE = MINUTE;
const STORE_PAUSE = 250;

export interface OutboxDeps {
  readonly ledger: Pick<Ledger, 'take' | 'end' | 'nextDue' | 'freeLeases'>;
  /** Where rows go: the messenger itself, or its simulation. */
  readonly platforms: Readonly<Partial<Record<PlatformName, Readonly<Record<Row['via'], Platform>>>>>;
  readonly wake: () => Promise<void>;
  readonly clock: Clock;
  readonly pause: (ms: number) => Promise<unknown>;
  /** A name of this process. */
  readonly owner: string;
  readonly watch: Watch;
}

/** Doubles from a second; the spread comes from the row's own id, so that a rerun waits as long. */
export const pauseAfter = (row: Pick<Row, 'id' | 'attempts'>, least: number): number => {
  const spread = [...row.id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000, 7) / 1_000;
  return Math.max(least, Math.min(LONGEST_PAUSE, SECOND * 2 ** Math.min(row.attempts, 9)) * (0.5 + spread / 2));
};

/** A send that may have happened so long ago that the messenger would not recognise it as a repetition. */
const lostTrack = (row: Row, taken: number, platform: Platform | undefined): boolean =>
  platform !== undefined &&
  row.action.do === 'send' &&
  row.tried !== undefined &&
  (platform.capabilities.sendsOnce ? taken - row.tried > REPEATABLE : taken > row.tried);

/** What a thrown error means for each row of the call. */
const afterFailure = (row: Row, error: unknown): Answer => {
  if (error instanceof Weather)
    return { is: 'later', after: pauseAfter(row, error.after), why: error.message, unknown: true };
  if (error instanceof Locked) return { is: 'later', after: LOCKED_PAUSE, why: error.message };
  if (row.attempts + 1 < BUG_PATIENCE)
    return { is: 'later', after: pauseAfter(row, SECOND), why: 'bug', unknown: true };
  return { is: 'refused', why: 'bad-request', code: 'bug' };
};

/** Whether the end of a row is the turn of another one, which no decision announces. */
const leadsOn = ({ row, answer }: Ending): boolean =>
  answer.is !== 'later' && followUpsOf(row.action).some((next) => comesTrue(next, answer));

/** The only place where the bot touches a messenger: takes what is most urgent, performs it, writes receipts. */
export const createOutbox = (deps: OutboxDeps) => {
  const { ledger, platforms, clock, owner, watch } = deps;
  /** Kinds of action that the messenger asked to rest, and until when. */
  const resting = new Map<Worded['do'], number>();

  const report = (error: unknown): void => {
    if (error instanceof Weather) watch.weather('outbox', error);
    else if (error instanceof Locked) watch.locked('outbox', error);
    else watch.bug('outbox', error);
  };

  const perform = async (platform: Platform | undefined, rows: readonly Row[]): Promise<readonly Answer[]> => {
    try {
      if (platform === undefined) throw new Locked(`${rows[0]?.platform} is not configured`);
      return await platform.perform(rows.map(({ id, action }) => ({ id, action })));
    } catch (error) {
      report(error);
      return rows.map((row) => afterFailure(row, error));
    }
  };

  const note = ({ row, answer, ended }: Ending): void => {
    if (answer.is === 'later' && answer.rest) resting.set(row.action.do, ended + answer.after);
    watch.ended(row.action.do, answer.is);
    if (row.action.do === 'delete' && answer.is === 'done') watch.deleted(ended - row.queued);
  };

  /** What the messenger answered is known only here: with the store away it is kept until the lease runs out. */
  const surely = async (write: () => Promise<void>): Promise<void> => {
    for (const until = clock.now() + LEASE; ; await deps.pause(STORE_PAUSE)) {
      try {
        return await write();
      } catch (error) {
        if (clock.now() > until) throw error;
        watch.weather('ledger', error);
      }
    }
  };

  /** One call's worth, from the messenger to the receipts. */
  const carryOut = async (rows: readonly Row[], platform: Platform | undefined, taken: number): Promise<void> => {
    const called = clock.now();
    const lost = rows.filter((row) => lostTrack(row, taken, platform));
    const sure = rows.filter((row) => !lost.includes(row));
    const answers = sure.length > 0 ? await perform(platform, sure) : [];
    const ended = clock.now();
    const endings: readonly Ending[] = [
      ...lost.map((row) => ({
        row,
        answer: { is: 'uncertain', why: 'no answer came in time' } as const,
        called,
        ended,
      })),
      ...sure.map((row, at) => ({
        row,
        answer: answers[at] ?? afterFailure(row, new Error('no answer')),
        called,
        ended,
      })),
    ];
    await surely(() => ledger.end(endings));
    for (const ending of endings) note(ending);
    if (endings.some(leadsOn)) await deps.wake().catch((error) => watch.weather('wake', error));
  };

  /** The next call's worth, when the messenger's pace allows it. */
  const next = async (signal: AbortSignal): Promise<(() => Promise<void>) | undefined> => {
    const now = clock.now();
    for (const [kind, until] of resting) if (until <= now) resting.delete(kind);
    const [any] = Object.values(platforms);
    if (any === undefined) return undefined;
    const rows = await ledger.take({
      owner,
      now,
      lease: LEASE,
      resting: [...resting.keys()],
      batch: any.messenger.capabilities.batch,
    });
    const [first] = rows;
    if (first === undefined) return undefined;
    const platform = platforms[first.platform]?.[first.via];
    await platform?.turn(signal);
    return () => carryOut(rows, platform, now);
  };

  const calls = new Set<Promise<void>>();
  /** A take whose answer was lost may have leased rows that nobody works on. */
  let unsure = false;

  const reclaim = async (): Promise<void> => {
    if (!unsure || calls.size > 0) return;
    await ledger.freeLeases(owner);
    unsure = false;
  };

  const sendOff = async (signal: AbortSignal): Promise<void> => {
    while (!signal.aborted) {
      if (calls.size >= IN_FLIGHT) await Promise.race(calls);
      await reclaim();
      unsure = true;
      const call = await next(signal);
      unsure = false;
      if (call === undefined) return;
      const running: Promise<void> = call()
        .catch((error) => watch.bug('outbox', error))
        .finally(() => calls.delete(running));
      calls.add(running);
    }
  };
  let current: Promise<void> | undefined;

  return {
    /**
     * Sends off whatever is due, and returns while calls may still be on their way: new rows need not wait for them.
     * One run at a time: a second call joins the first.
     */
    run: (signal: AbortSignal): Promise<void> => {
      current ??= sendOff(signal).finally(() => {
        current = undefined;
      });
      return current;
    },
    /** Resolves when no call is on its way. */
    settled: async (): Promise<void> => {
      await Promise.all(calls);
    },
    /** After the last run: waits for calls on their way, and gives back what was taken and not sent. */
    close: async (): Promise<void> => {
      await Promise.all(calls);
      await reclaim();
    },
    /** Whether something lies ready that no wake-up announced: a lost wake-up, a retry, an expired lease. */
    overdue: async (): Promise<boolean> =>
      unsure || ((await ledger.nextDue()) ?? Number.POSITIVE_INFINITY) <= clock.now(),
  };
};
export type Outbox = ReturnType<typeof createOutbox>;
