import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { ChatRef } from '../../domain/refs.js';
import { SECOND } from '../../domain/time.js';
import type { Update } from '../../domain/update.js';
import type { Platform } from '../../ports/platform.js';
import { createInbox, type Inbox } from '../inbox.js';
import { patiently } from '../pauses.js';
import { decode } from './decode.js';
import type { VkOptions } from './options.js';
import { fetchLost, type PollerDeps } from './poller.js';
import { furtherThan } from './seen.js';
import { WireCallback } from './wire.js';

export interface CallbackReply {
  readonly status: number;
  readonly body: string;
}

export interface CallbackDeps extends PollerDeps, Pick<VkOptions, 'secret' | 'confirmation'> {}

const TAKEN: CallbackReply = { status: 200, body: 'ok' };
/** VK sends the event again, up to five times in about two hours. */
const LATER: CallbackReply = { status: 503, body: 'later' };
const FORBIDDEN: CallbackReply = { status: 403, body: 'forbidden' };
const NONSENSE: CallbackReply = { status: 400, body: 'not an event' };

/** VK waits about ten seconds for its answer. */
const PATIENCE = 8 * SECOND;

/** In the same time for any guess. */
const same = (a: string, b: string): boolean => {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(a), hash(b));
};

const read = (body: string): unknown => {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
};

/** How long VK's confirmation string is told again without asking VK. */
const CONFIRMED = 60 * SECOND;
const Confirmation = z.object({ code: z.string() });

/** Anybody may ask for it, so asking must not cost a call of the shared pace each time. */
const createConfirmation = ({ question, confirmation, now }: CallbackDeps) => {
  let last: { readonly at: number; readonly code: Promise<string> } | undefined;
  const ask = async (group: number): Promise<string> =>
    (await question('groups.getCallbackConfirmationCode', { group_id: group }, Confirmation)).code;
  return async (group: number): Promise<CallbackReply> => {
    if (confirmation !== undefined) return { status: 200, body: confirmation };
    if (last === undefined || now() - last.at > CONFIRMED) last = { at: now(), code: ask(group) };
    try {
      return { status: 200, body: await last.code };
    } catch (error) {
      last = undefined;
      throw error;
    }
  };
};

interface ReceiveDeps extends CallbackDeps {
  readonly confirmed: (group: number) => Promise<CallbackReply>;
}

const receive = async (deps: ReceiveDeps, inbox: Inbox, body: string): Promise<CallbackReply> => {
  const raw = read(body);
  const request = WireCallback.safeParse(raw);
  if (!request.success) return NONSENSE;
  const { type, group_id, secret } = request.data;
  const { group } = await deps.community();
  if (group_id !== group) return FORBIDDEN;
  // VK may ask for the confirmation before it has the secret.
  const trusted = deps.secret !== undefined && same(secret ?? '', deps.secret);
  if (type === 'confirmation' && (secret === undefined || trusted)) return deps.confirmed(group);
  if (!trusted) return FORBIDDEN;
  const update = decode(raw, { group, now: deps.now() });
  if (typeof update !== 'string') return (await inbox.put(update)) ? TAKEN : LATER;
  deps.watch.onSkip?.(update);
  return TAKEN;
};

/** What VK gave up sending while nobody listened. A token that is worth nothing shows itself here, not at the first event. */
const missedAway = async (deps: CallbackDeps, signal: AbortSignal): Promise<readonly Update[]> => {
  const onWeather = (error: unknown) => deps.watch.onWeather?.('vk callback', error);
  return (await patiently(() => fetchLost(deps, signal), { signal, random: deps.random, onWeather })) ?? [];
};

const listen = async function* (
  deps: CallbackDeps,
  inbox: Inbox,
  signal: AbortSignal,
): AsyncGenerator<readonly Update[]> {
  const { cursors } = deps;
  const known = new Map<ChatRef, number>(await cursors.seen('vk'));
  const save = async (batch: readonly Update[]): Promise<void> => {
    const further = furtherThan(known, batch);
    // The long poll's place is kept for the day the transport is switched back.
    if (further.size > 0) await cursors.save('vk', (await cursors.load('vk')) ?? '', further);
    for (const [chat, number] of further) known.set(chat, number);
  };

  const missed = await missedAway(deps, signal);
  if (missed.length > 0) {
    yield missed;
    await save(missed);
  }
  while (!signal.aborted) {
    const parcels = await inbox.take(signal);
    let taken = false;
    try {
      const batch = parcels.map(({ update }) => update);
      if (batch.length > 0) yield batch;
      await save(batch);
      taken = true;
    } finally {
      for (const { settle } of parcels) settle(taken);
    }
  }
};

/** VK's Callback API: VK pushes, and is told `ok` only when the event was taken. */
export const createCallback = (deps: CallbackDeps) => {
  const inbox = createInbox(PATIENCE);
  const confirmed = createConfirmation(deps);

  const updates: Platform['updates'] = async function* (signal) {
    inbox.open();
    try {
      yield* listen(deps, inbox, signal);
    } finally {
      inbox.close();
    }
  };

  /** Answers one request of VK; never hangs, never throws. */
  const callback = async (body: string): Promise<CallbackReply> => {
    try {
      return await receive({ ...deps, confirmed }, inbox, body);
    } catch (error) {
      deps.watch.onWeather?.('vk callback', error);
      return LATER;
    }
  };

  return { updates, callback };
};
