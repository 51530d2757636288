import { byNumber, GATHERING, isPart, type Part, postOf, together } from '../domain/album.js';
import { SECOND } from '../domain/time.js';
import type { Clock } from '../ports/clock.js';
import { Locked, type Platform } from '../ports/platform.js';
import type { IntakeQueue } from '../ports/queue.js';
import type { Ledger } from '../ports/stores.js';
import type { Watch } from '../ports/watch.js';

const AGAIN = SECOND;
/** A messenger that will not serve us is asked again this often: the token may have been mended. */
const LOCKED_PAUSE = 30 * SECOND;

export interface IngestDeps {
  readonly platform: Pick<Platform, 'updates'>;
  readonly intake: Pick<IntakeQueue, 'put'>;
  readonly clock: Clock;
  readonly pause: (ms: number) => Promise<unknown>;
  /** Why nothing may be taken in at the moment (a full disk); undefined when all is well. */
  readonly obstacle: () => string | undefined;
  readonly watch: Watch;
}

/** True when it is done, false when the signal came first: a queue that is away never answers, and what it has not taken comes again. */
const unlessStopped = async (work: Promise<void>, signal: AbortSignal): Promise<boolean> => {
  let stop = (): void => {};
  const stopped = new Promise<boolean>((resolve) => {
    stop = () => resolve(false);
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work.then(() => true), stopped]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
};

/** Updates from the messenger into the queue: the next batch is asked for only when this one is safe. */
export const ingest = async (deps: IngestDeps, signal: AbortSignal): Promise<void> => {
  const { platform, intake, clock, watch } = deps;

  /** True once it is durable; false when the program is stopping. */
  const stored = async (put: () => Promise<void>): Promise<boolean> => {
    while (!signal.aborted) {
      if (deps.obstacle() === undefined)
        try {
          return await unlessStopped(put(), signal);
        } catch (error) {
          watch.weather('intake', error);
        }
      await deps.pause(AGAIN);
    }
    return false;
  };

  const listen = async (): Promise<void> => {
    for await (const updates of platform.updates(signal)) {
      const received = clock.now();
      const intakes = updates.map((update) => ({ update, received }));
      if (intakes.length > 0 && !(await stored(() => intake.put(intakes)))) return;
    }
  };

  while (!signal.aborted) {
    try {
      await listen();
      return;
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof Locked) watch.locked('updates', error);
      else watch.weather('updates', error);
      await deps.pause(error instanceof Locked ? LOCKED_PAUSE : AGAIN);
    }
  }
};

/** Posts of several messages, each put together of all that has come of it. */
const gathered = async (due: readonly Part[], { parked }: Pick<Ledger, 'parked'>, now: number) => {
  if (due.length === 0) return [];
  const posts = new Set(due.map(postOf));
  // Those that came a moment later wait a moment longer.
  const waiting = (await parked(now + GATHERING)).filter(isPart);
  return [...posts].map((post) => waiting.filter((part) => postOf(part) === post));
};

/**
 * Puts back into the queue what was set aside and is due: under a new name, since the old one was seen; messages that are
 * one post as one.
 */
export const takeBack = async (
  ledger: Pick<Ledger, 'parked' | 'unpark'>,
  intake: Pick<IntakeQueue, 'put'>,
  now: number,
): Promise<number> => {
  const due = await ledger.parked(now);
  for (const parts of await gathered(due.filter(isPart), ledger, now)) {
    const post = together(parts);
    if (post) await intake.put([post]);
    // The first one last: put together anew after a stop, what is left has the name under which it is settled already.
    for (const { update } of parts.toSorted(byNumber).toReversed()) await ledger.unpark(update.id);
  }
  for (const one of due) {
    if (isPart(one)) continue;
    const { update } = one;
    await intake.put([{ ...one, update: { ...update, id: `${update.id}-${one.attempt ?? 1}` } }]);
    await ledger.unpark(update.id);
  }
  return due.length;
};
