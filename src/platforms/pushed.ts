import { createHash, timingSafeEqual } from 'node:crypto';
import { SECOND } from '../domain/time.js';

/** What a messenger that pushes is answered. */
export interface PushReply {
  readonly status: number;
  readonly body: string;
}

export const TAKEN: PushReply = { status: 200, body: 'ok' };
/** The messenger sends it again: VK up to five times in about two hours, Telegram for a day. */
export const LATER: PushReply = { status: 503, body: 'later' };
export const FORBIDDEN: PushReply = { status: 403, body: 'forbidden' };
export const NONSENSE: PushReply = { status: 400, body: 'not an update' };

/** VK waits about ten seconds for its answer, Telegram longer; whoever is kept waiting is kept from the next update too. */
export const PATIENCE = 8 * SECOND;

/** Whether these are the same words, told in the same time for any guess. */
export const isSecret = (told: string | undefined, secret: string | undefined): boolean => {
  if (secret === undefined) return false;
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(told ?? ''), hash(secret));
};

/** The body of a request; nothing when it is no JSON. */
export const readBody = (body: string): unknown => {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
};
