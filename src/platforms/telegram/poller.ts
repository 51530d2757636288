import { z } from 'zod';
import { DAY } from '../../domain/time.js';
import type { Update } from '../../domain/update.js';
import { type Platform, Weather } from '../../ports/platform.js';
import type { Post } from '../../ports/post.js';
import type { Cursors } from '../../ports/stores.js';
import { onPost } from '../on-post.js';
import { patiently, pause, pauseAfter } from '../pauses.js';
import type { TelegramCalls } from './call.js';
import { ASKED, decode, updateNumber } from './decode.js';
import { errorOf } from './errors.js';
import type { TelegramWatch } from './options.js';

export interface ListenDeps {
  readonly calls: Pick<TelegramCalls, 'call'>;
  readonly self: number;
  readonly cursors: Cursors;
  readonly watch: TelegramWatch;
  readonly now: () => number;
  readonly random: () => number;
}

export interface PollerDeps extends ListenDeps {
  /** Absent: no other process polls. */
  readonly post?: Post;
}

/** Telegram holds a poll so long, in seconds. */
const WAIT = 25;
/** After a week without any update Telegram numbers anew, perhaps lower: an old place must not acknowledge what is new. */
const STALE = 6 * DAY;

/** The number that acknowledges all before it, and since when. */
interface Place {
  readonly offset: number;
  readonly at: number;
}

const print = ({ offset, at }: Place): string => `${offset}@${at}`;
const parse = (cursor: string | undefined): Place | undefined => {
  const [, offset, at] = /^(\d+)@(\d+)$/.exec(cursor ?? '') ?? [];
  return offset === undefined || at === undefined ? undefined : { offset: Number(offset), at: Number(at) };
};

const fresh = (place: Place | undefined, now: number): number | undefined =>
  place !== undefined && place.offset > 0 && now - place.at < STALE ? place.offset : undefined;

const Updates = z.array(z.unknown());

/** What a batch of raw updates means; what is nothing for us is counted. */
export const decodeAll = ({ self, now, watch }: Pick<ListenDeps, 'self' | 'now' | 'watch'>, raw: readonly unknown[]) =>
  raw.flatMap((one): readonly Update[] => {
    const found = decode(one, { self, now: now() });
    if (typeof found !== 'string') return found;
    watch.onSkip?.(found);
    return [];
  });

const poll = async (
  { calls }: ListenDeps,
  offset: number | undefined,
  signal: AbortSignal,
): Promise<readonly unknown[]> => {
  const asked = { ...(offset !== undefined && { offset }), timeout: WAIT, allowed_updates: ASKED };
  const reply = await calls.call('getUpdates', asked, signal);
  if ('failure' in reply) throw errorOf(reply.failure);
  const parsed = Updates.safeParse(reply.result);
  if (!parsed.success) throw new Weather('telegram getUpdates: an answer of no known shape');
  return parsed.data;
};

/** A webhook left over from another day would keep every poll away. Nothing is dropped. */
const free = async ({ calls }: ListenDeps, signal: AbortSignal): Promise<void> => {
  const reply = await calls.call('deleteWebhook', { drop_pending_updates: false }, signal);
  if ('failure' in reply) throw errorOf(reply.failure);
};

/** Polls from the place that was kept, until the signal; the place moves only when a batch was taken. */
async function* polled(deps: ListenDeps, signal: AbortSignal): AsyncGenerator<readonly Update[], void> {
  const { cursors, watch, now } = deps;
  let place = parse(await cursors.load('telegram'));
  if (place === undefined) await cursors.save('telegram', print({ offset: 0, at: now() }), new Map());
  watch.onPoll?.(now());
  for (let failures = 0; !signal.aborted; ) {
    try {
      const raw = await poll(deps, fresh(place, now()), signal);
      watch.onPoll?.(now());
      failures = 0;
      const batch = decodeAll(deps, raw);
      if (batch.length > 0) yield batch;
      // Asked for more: the batch was taken.
      const last = Math.max(-1, ...raw.map((one) => updateNumber(one) ?? -1));
      if (last >= 0) {
        place = { offset: last + 1, at: now() };
        await cursors.save('telegram', print(place), new Map());
      }
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof Weather)) throw error;
      watch.onWeather?.('telegram poll', error);
      failures += 1;
      await pause(Math.max(error.after, pauseAfter(failures, deps.random)), signal);
    }
  }
}

/**
 * Our own poll: grammY's confirms updates before they are kept, and never asks again for those that failed. Telegram ends
 * one poll for another of the same bot: of several processes one polls, and another follows when it is gone.
 */
export const createPoller = (deps: PollerDeps): Platform['updates'] =>
  async function* updates(signal) {
    const { post, watch, now, random } = deps;
    const onWeather = (error: unknown) => watch.onWeather?.('telegram poll', error);
    await patiently(() => free(deps, signal), { signal, random, onWeather });
    if (signal.aborted) return;
    if (post === undefined) yield* polled(deps, signal);
    else yield* onPost({ post, signal, onWait: () => watch.onPoll?.(now()) }, (shift) => polled(deps, shift));
  };
