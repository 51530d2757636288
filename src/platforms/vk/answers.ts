import { z } from 'zod';
import type { Answer } from '../../domain/outcome.js';
import { SECOND } from '../../domain/time.js';
import type { Call, Prepared } from './encode.js';
import { answerOf } from './errors.js';
import { numberOf, placeOf } from './refs.js';
import { WireItemError } from './wire.js';

const Sent = z.array(
  z.object({ peer_id: z.number(), conversation_message_id: z.number().catch(0), error: WireItemError.optional() }),
);
const Deleted = z.array(
  z.object({
    conversation_message_id: z.number(),
    response: z.coerce.number().catch(0),
    error: WireItemError.optional(),
  }),
);
const Restricted = z.object({ failed_member_ids: z.array(z.number()).catch([]) });

/** VK did answer, but not about this one. */
const SILENCE: Answer = { is: 'later', after: SECOND, why: 'vk: no word about this one', unknown: true };
const DONE: Answer = { is: 'done' };

type Told = { readonly code: number; readonly description: string };
const refusal = (method: string, { code, description }: Told): Answer =>
  answerOf({ method, code, message: description });

const sent = (method: string, response: unknown, deed: Prepared): Answer => {
  if (deed.action.do !== 'send') return SILENCE;
  const peer = numberOf(deed.action.to);
  const item = Sent.safeParse(response).data?.find(({ peer_id }) => peer_id === peer);
  if (item === undefined) return SILENCE;
  if (item.error) return refusal(method, item.error);
  const cmid = item.conversation_message_id;
  return {
    is: 'done',
    ...(cmid === 0 ? {} : { message: { place: placeOf(peer), id: String(cmid) } }),
    ...(deed.attachment === undefined ? {} : { files: deed.attachment.split(',') }),
  };
};

const deleted = (method: string, response: unknown, deed: Prepared): Answer => {
  if (deed.action.do !== 'delete') return SILENCE;
  const { id } = deed.action.message;
  const item = Deleted.safeParse(response).data?.find((other) => String(other.conversation_message_id) === id);
  if (item === undefined) return SILENCE;
  if (item.error) return refusal(method, item.error);
  return item.response === 1 ? DONE : { is: 'gone' };
};

const restricted = (response: unknown, deed: Prepared): Answer => {
  if (deed.action.do !== 'mute' && deed.action.do !== 'unmute') return SILENCE;
  const parsed = Restricted.safeParse(response);
  if (!parsed.success) return SILENCE;
  return parsed.data.failed_member_ids.includes(numberOf(deed.action.account))
    ? { is: 'refused', why: 'no-right', code: 'failed_member_ids' }
    : DONE;
};

/** What a call's response says about one of its deeds: VK puts most refusals inside an answer that looks like success. */
export const readAnswer = ({ method }: Pick<Call, 'method'>, response: unknown, deed: Prepared): Answer => {
  switch (deed.action.do) {
    case 'send':
      return sent(method, response, deed);
    case 'delete':
      return deleted(method, response, deed);
    case 'mute':
    case 'unmute':
      return restricted(response, deed);
    case 'remove':
    case 'end-links':
    case 'rename':
    case 'edit':
    case 'pin':
    case 'answer':
      return DONE;
  }
};
