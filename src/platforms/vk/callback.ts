import { z } from 'zod';
import type { ChatRef } from '../../domain/refs.js';
import { SECOND } from '../../domain/time.js';
import type { Update } from '../../domain/update.js';
import type { Platform } from '../../ports/platform.js';
import { createInbox, handOn, type Inbox } from '../inbox.js';
import { patiently } from '../pauses.js';
import { FORBIDDEN, isSecret, LATER, NONSENSE, PATIENCE, type PushReply, readBody, TAKEN } from '../pushed.js';
import { decode } from './decode.js';
import type { VkOptions } from './options.js';
import { fetchLost, type PollerDeps } from './poller.js';
import { furtherThan } from './seen.js';
import { WireCallback } from './wire.js';

export interface CallbackDeps extends PollerDeps, Pick<VkOptions, 'secret' | 'confirmation'> {}

/** How long VK's confirmation string is told again without asking VK. */
const CONFIRMED = 60 * SECOND;
const Confirmation = z.object({ code: z.string() });

/** Anybody may ask for it, so asking must not cost a call of the shared pace each time. */
const createConfirmation = ({ question, confirmation, now }: CallbackDeps) => {
  let last: { readonly at: number; readonly code: Promise<string> } | undefined;
  const ask = async (group: number): Promise<string> =>
    (await question('groups.getCallbackConfirmationCode', { group_id: group }, Confirmation)).code;
  return async (group: number): Promise<PushReply> => {
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
  readonly confirmed: (group: number) => Promise<PushReply>;
}

const receive = async (deps: ReceiveDeps, inbox: Inbox, body: string): Promise<PushReply> => {
  const raw = readBody(body);
  const request = WireCallback.safeParse(raw);
  if (!request.success) return NONSENSE;
  const { type, group_id, secret } = request.data;
  const { group } = await deps.community();
  if (group_id !== group) return FORBIDDEN;
  // VK may ask for the confirmation before it has the secret.
  const trusted = isSecret(secret, deps.secret);
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
  yield* handOn(inbox, signal, save);
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
  const callback = async (body: string): Promise<PushReply> => {
    try {
      return await receive({ ...deps, confirmed }, inbox, body);
    } catch (error) {
      deps.watch.onWeather?.('vk callback', error);
      return LATER;
    }
  };

  return { updates, callback };
};
