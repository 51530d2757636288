import type { ChatRef } from '../../domain/refs.js';
import type { Update } from '../../domain/update.js';
import { Locked, type Platform, Refused, Weather } from '../../ports/platform.js';
import type { Cursors } from '../../ports/stores.js';
import { pause, pauseAfter } from '../pauses.js';
import { decode } from './decode.js';
import { missed } from './gaps.js';
import type { VkWatch } from './options.js';
import { poll, type Server, serverAt } from './poll.js';
import type { Community, Question } from './questions.js';
import { furtherThan } from './seen.js';
import type { Skip } from './skip.js';
import { WireServer } from './wire.js';

export interface PollerDeps {
  readonly question: Question;
  readonly apiUrl: string;
  readonly community: (signal?: AbortSignal) => Promise<Community>;
  readonly cursors: Cursors;
  readonly watch: VkWatch;
  readonly now: () => number;
  readonly random: () => number;
}

/** Where listening stands. */
interface Position {
  readonly server: Server;
  readonly ts: string;
  /** VK has lost events before `ts`; what can still be had is to be fetched first. */
  readonly lost: boolean;
}

/** What one look at VK brought: updates for the consumer, and where to stand once they are taken. */
interface Step {
  readonly batch: readonly Update[];
  readonly next: Position;
  readonly failed: boolean;
}

/** The saved form: `!` before a place where the lost events are still to be fetched. */
const print = ({ ts, lost }: Pick<Position, 'ts' | 'lost'>): string => (lost ? `!${ts}` : ts);
const parse = (cursor: string): Pick<Position, 'ts' | 'lost'> => ({
  ts: cursor.replace(/^!/, ''),
  lost: cursor.startsWith('!'),
});

/** A server that was silent so often may have moved. */
const SILENCES = 2;

const enlist = async (deps: PollerDeps, signal: AbortSignal): Promise<Server & { readonly ts: string }> => {
  try {
    const { group } = await deps.community(signal);
    const told = await deps.question('groups.getLongPollServer', { group_id: group }, WireServer, signal);
    return { ...told, server: serverAt(told.server, deps.apiUrl) };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    throw new Locked(`${error.message}: Long Poll is off, or the token may not manage the community; ask doctor`);
  }
};

const start = async (deps: PollerDeps, signal: AbortSignal): Promise<Position> => {
  const { ts, ...server } = await enlist(deps, signal);
  const saved = await deps.cursors.load('vk');
  // What comes before the first batch is taken must not be lost to a restart.
  if (!saved) await deps.cursors.save('vk', ts, new Map());
  deps.watch.onPoll?.(deps.now());
  return { server, ...parse(saved ?? ts) };
};

const decoded = async (deps: PollerDeps, raw: readonly unknown[]): Promise<readonly Update[]> => {
  const { group } = await deps.community();
  return raw.flatMap((event) => {
    const update = decode(event, { group, now: deps.now() });
    if (typeof update !== 'string') return [update];
    deps.watch.onSkip?.(update);
    return [];
  });
};

/** What VK still has of the messages behind the last ones seen. */
export const fetchLost = async (
  { question, community, cursors, now, watch }: PollerDeps,
  signal: AbortSignal,
): Promise<readonly Update[]> => {
  const { group } = await community(signal);
  const asked: Question = (method, params, schema) => question(method, params, schema, signal);
  const onSkip = (reason: Skip) => watch.onSkip?.(reason);
  return missed({ question: asked, group, now, onSkip }, await cursors.seen('vk'));
};

const step = async (deps: PollerDeps, position: Position, signal: AbortSignal): Promise<Step> => {
  const { server, ts, lost } = position;
  if (lost) return { batch: await fetchLost(deps, signal), next: { ...position, lost: false }, failed: false };
  const answer = await poll(server, ts, signal);
  deps.watch.onPoll?.(deps.now());
  if ('updates' in answer)
    return { batch: await decoded(deps, answer.updates), next: { ...position, ts: answer.ts }, failed: false };
  if ('ts' in answer) return { batch: [], next: { server, ts: answer.ts, lost: true }, failed: true };
  if (answer.failed > 3) throw new Weather(`vk long poll: failed ${answer.failed}`);
  const { ts: latest, ...fresh } = await enlist(deps, signal);
  const next = answer.failed === 2 ? { server: fresh, ts, lost } : { server: fresh, ts: latest, lost: true };
  return { batch: [], next, failed: true };
};

/** Looks at VK again and again, through `failed`, silence and outages. */
const createLookout = (deps: PollerDeps, signal: AbortSignal) => {
  let position: Position | undefined;
  let failures = 0;
  const rest = () => pause(pauseAfter(failures, deps.random), signal);

  const look = async (): Promise<Step & { readonly from: Position }> => {
    position ??= await start(deps, signal);
    if (failures >= SILENCES) {
      const { ts: _latest, ...server } = await enlist(deps, signal);
      position = { ...position, server };
    }
    return { ...(await step(deps, position, signal)), from: position };
  };

  return {
    /** `undefined`: nothing came of it this time. */
    look: async (): Promise<Awaited<ReturnType<typeof look>> | undefined> => {
      try {
        return await look();
      } catch (error) {
        if (signal.aborted) return undefined;
        if (!(error instanceof Weather)) throw error;
        deps.watch.onWeather?.('vk long poll', error);
        failures += 1;
        await rest();
        return undefined;
      }
    },
    /** Goes on from there; a second failure in a row is slept over. */
    moveOn: async ({ next, failed }: Step): Promise<void> => {
      position = next;
      failures = failed ? failures + 1 : 0;
      if (failures > 1) await rest();
    },
  };
};

/**
 * Our own long poll: vk-io's forgets its place at any `failed` but 1, loses the rest of a batch at one bad event and
 * starts anew after a restart. The place moves only when a batch was taken.
 */
export const createPoller = (deps: PollerDeps): Platform['updates'] =>
  async function* updates(signal) {
    const { cursors } = deps;
    const known = new Map<ChatRef, number>(await cursors.seen('vk'));
    const lookout = createLookout(deps, signal);
    while (!signal.aborted) {
      const seen = await lookout.look();
      if (seen === undefined || signal.aborted) continue;
      if (seen.batch.length > 0) yield seen.batch;
      // Asked for more: the batch was taken.
      const further = furtherThan(known, seen.batch);
      const place = print(seen.next);
      if (place !== print(seen.from)) await cursors.save('vk', place, further);
      for (const [chat, number] of further) known.set(chat, number);
      await lookout.moveOn(seen);
    }
  };
