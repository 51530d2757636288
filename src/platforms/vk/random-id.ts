import { createHash } from 'node:crypto';
import type { Worded } from '../../domain/action.js';

type Send = Extract<Worded, { readonly do: 'send' }>;

/**
 * VK refuses a second message with the same `random_id` from us in the same dialog (for an hour, in its last hundred
 * messages), and one call carries one `random_id` for all its places. So the number must follow from the deed alone,
 * never from the batch: a retried subset then repeats the number that each of its places has seen. Deeds share a call
 * only when their numbers are equal, that is within a family; the words alone would not do as the source, because the
 * same notice may rightly come twice into one chat within the hour.
 */
export const randomIdOf = (id: string, { text, buttons = [], attached = [] }: Send): number => {
  const family = /^(.+)@[^@]*$/.exec(id)?.[1];
  const source = family === undefined ? id : JSON.stringify([family, text, buttons, ...attached]);
  return createHash('sha256').update(source).digest().readInt32BE(0) || 1;
};
