import { comesTrue, followUpsOf } from '../domain/follow-up.js';
import type { Answer } from '../domain/outcome.js';
import { MINUTE, SECOND } from '../domain/time.js';
import type { Clock } from '../ports/clock.js';
import { Locked, type Platform, Weather } from '../ports/platform.js';
import type { Ending, Ledger, Row } from '../ports/stores.js';
import type { Watch } from '../ports/watch.js';

/** A taken row comes back when its worker has not ended it in this time. */
export const LEASE = 30 * SECOND;
/** VK refuses a repeated send for an hour; ten minutes are kept in hand. */
const REPEATABLE = 50 * MINUTE;
/** After so many failures of our own making an action is given up. */
const BUG_PATIENCE = 5;
const LONGEST_PAUSE = 5 * MINUTE;
const LOCKED_PAUSE = MINUTE;
const STORE_PAUSE = 250;

export interface CarryOutDeps {
  readonly ledger: Pick<Ledger, 'end'>;
  readonly wake: () => Promise<void>;
  /** Looks for timers whose time has come: whoever is to hear how rows ended need not wait for the next look. */
  readonly fire?: () => Promise<unknown>;
  readonly clock: Clock;
  readonly pause: (ms: number) => Promise<unknown>;
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

const WITHHELD: Answer = { is: 'refused', why: 'foreign-messenger', code: 'withheld' };

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

/** Carries out one call's worth of taken rows, from the messenger to the receipts, and tells how they ended. */
export const createCarryOut = ({ ledger, wake, fire, clock, pause, watch }: CarryOutDeps) => {
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
    watch.ended(row.action.do, answer.is);
    if (row.action.do === 'delete' && answer.is === 'done') watch.deleted(ended - row.queued);
  };

  /** What the messenger answered is known only here: with the store away it is kept until the lease runs out. */
  const surely = async (write: () => Promise<void>): Promise<void> => {
    for (const until = clock.now() + LEASE; ; await pause(STORE_PAUSE)) {
      try {
        return await write();
      } catch (error) {
        if (clock.now() > until) throw error;
        watch.weather('ledger', error);
      }
    }
  };

  return async (rows: readonly Row[], platform: Platform | undefined, taken: number): Promise<readonly Ending[]> => {
    const called = clock.now();
    const withheld = rows.filter(({ action }) => action.withheld);
    const lost = rows.filter((row) => !row.action.withheld && lostTrack(row, taken, platform));
    const sure = rows.filter((row) => !row.action.withheld && !lost.includes(row));
    const answers = sure.length > 0 ? await perform(platform, sure) : [];
    const ended = clock.now();
    const endings: readonly Ending[] = [
      ...withheld.map((row) => ({ row, answer: WITHHELD, called, ended })),
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
    if (endings.some(leadsOn)) await wake().catch((error) => watch.weather('wake', error));
    if (endings.some(({ row, answer }) => row.action.tells && answer.is !== 'later'))
      await fire?.().catch((error) => watch.weather('fire', error));
    return endings;
  };
};
