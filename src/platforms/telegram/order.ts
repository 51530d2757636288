import { z } from 'zod';
import type { Worded } from '../../domain/action.js';
import type { Answer } from '../../domain/outcome.js';
import type { ChatRef } from '../../domain/refs.js';
import { DAY, MINUTE, SECOND } from '../../domain/time.js';
import { answerOf } from './errors.js';
import { isBasic, messageNumber, numberOf, userOf } from './refs.js';
import { DONE, ended, failed, GONE, type Step } from './step.js';

type Of<D extends Worded['do']> = Extract<Worded, { readonly do: D }>;

/** A shorter silence, and a longer one, Telegram takes for one without end; some seconds are lost on the way. */
const SHORTEST = 35 * SECOND;
const LONGEST = 366 * DAY - MINUTE;

/** Everything a member can do; all true lifts a silence, what the chat forbids to all stays forbidden. */
const POSSIBLE = [
  'can_send_messages',
  'can_send_audios',
  'can_send_documents',
  'can_send_photos',
  'can_send_videos',
  'can_send_video_notes',
  'can_send_voice_notes',
  'can_send_polls',
  'can_send_other_messages',
  'can_add_web_page_previews',
  'can_change_info',
  'can_invite_users',
  'can_pin_messages',
  'can_manage_topics',
] as const;

export const all = (allowed: boolean) => Object.fromEntries(POSSIBLE.map((one) => [one, allowed]));

const Member = z.object({ status: z.string() });

/** Whoever writes in the name of a chat is nobody who could be silenced or put out. */
const NOBODY: Answer = { is: 'refused', why: 'no-right', code: 'anonymous' };
const NO_SUPERGROUP: Answer = { is: 'refused', why: 'feature-off', code: 'basic-group' };

/** Does it where the chat is now. */
export const following = async (
  chat: ChatRef,
  act: (id: number) => Promise<Awaited<ReturnType<Step>>>,
): Promise<Awaited<ReturnType<Step>>> => {
  const reply = await act(numberOf(chat));
  const moved = failed(reply)?.movedTo;
  return moved === undefined ? reply : act(moved);
};

export const mute = async (step: Step, { chat, account, until }: Of<'mute'>, now: number): Promise<Answer> => {
  const user_id = userOf(account);
  if (user_id === undefined) return NOBODY;
  if (isBasic(numberOf(chat))) return NO_SUPERGROUP;
  const until_date = Math.ceil((now + Math.min(Math.max(until - now, SHORTEST), LONGEST)) / SECOND);
  const permissions = all(false);
  return ended(
    await following(chat, (chat_id) => step('restrictChatMember', { chat_id, user_id, permissions, until_date })),
  );
};

export const unmute = async (step: Step, { chat, account }: Of<'unmute'>): Promise<Answer> => {
  const user_id = userOf(account);
  if (user_id === undefined) return NOBODY;
  if (isBasic(numberOf(chat))) return NO_SUPERGROUP;
  const permissions = all(true);
  return ended(await following(chat, (chat_id) => step('restrictChatMember', { chat_id, user_id, permissions })));
};

/** In, or not. Who has been answered by a person meanwhile is gone. */
export const admit = async (step: Step, { chat, account, granted }: Of<'admit'>): Promise<Answer> => {
  const user_id = userOf(account);
  if (user_id === undefined) return NOBODY;
  const method = granted ? 'approveChatJoinRequest' : 'declineChatJoinRequest';
  return ended(await step(method, { chat_id: numberOf(chat), user_id }));
};

/** Should the lifting be lost, the ban ends by itself: whoever is put out may come back by a new invite. */
const BAN = MINUTE;

/** Out, and free to come again when invited: a ban and its lifting. A ban of another administrator's stays. */
export const remove = async (step: Step, { chat, account }: Of<'remove'>, now: number): Promise<Answer> => {
  const user_id = userOf(account);
  if (user_id === undefined) return NOBODY;
  const looked = await step('getChatMember', { chat_id: numberOf(chat), user_id });
  const refusal = failed(looked);
  if (refusal !== undefined) {
    const answer = answerOf(refusal);
    if (answer.is === 'refused' && answer.why === 'unknown-target') return GONE;
    if (answer.is !== 'refused') return answer;
  }
  const status = 'result' in looked ? Member.safeParse(looked.result).data?.status : undefined;
  if (status === 'left' || status === 'kicked') return GONE;
  const until_date = Math.ceil((now + BAN) / SECOND);
  const banned = await following(chat, (chat_id) => step('banChatMember', { chat_id, user_id, until_date }));
  if ('failure' in banned) return answerOf(banned.failure);
  const chat_id = numberOf(chat);
  if (!isBasic(chat_id)) await step('unbanChatMember', { chat_id, user_id, only_if_banned: true }).catch(() => {});
  return DONE;
};

export const pin = async (step: Step, { message }: Of<'pin'>): Promise<Answer> => {
  const at = { chat_id: numberOf(message.place), message_id: messageNumber(message) };
  return ended(await step('pinChatMessage', { ...at, disable_notification: true }));
};
