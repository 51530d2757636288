import type { Worded } from '../../domain/action.js';
import type { Answer } from '../../domain/outcome.js';
import { answerOf } from './errors.js';
import { all, following } from './order.js';
import { DONE, ended, failed, type Step } from './step.js';

type Of<D extends Worded['do']> = Extract<Worded, { readonly do: D }>;

/**
 * What members may do by themselves: nothing, or write in every way. Nobody brings others in but by an invite of the school, whatever
 * stood there before. Administrators are not touched.
 */
const allowed = (on: boolean) => ({
  ...all(!on),
  can_change_info: false,
  can_invite_users: false,
  can_pin_messages: false,
  can_manage_topics: false,
});

/** Telegram's way of saying that it is so already. */
const ALREADY = /CHAT_NOT_MODIFIED|chat (?:title )?is not modified/i;

const settled = async (reply: Awaited<ReturnType<Step>>): Promise<Answer> =>
  ALREADY.test(failed(reply)?.description ?? '') ? DONE : ended(reply);

/** The whole chat: only administrators write, or everybody again. */
export const closeTo = async (step: Step, { chat, on }: Of<'read-only'>): Promise<Answer> =>
  settled(await following(chat, (chat_id) => step('setChatPermissions', { chat_id, permissions: allowed(on) })));

export const rename = async (step: Step, { chat, title }: Of<'rename'>): Promise<Answer> =>
  settled(
    await following(chat, (chat_id) => step('setChatTitle', { chat_id, title: [...title].slice(0, 128).join('') })),
  );

/** A link that is none any more is as good as ended. */
const isOver = (reply: Awaited<ReturnType<Step>>): boolean => {
  const answer = ended(reply);
  return answer.is === 'done' || answer.is === 'gone' || (answer.is === 'refused' && answer.why === 'bad-request');
};

/**
 * The bot's own links of the chat: each made for one purpose, then the first one, which a new one takes the place of. Other
 * administrators have theirs, which no bot sees.
 */
export const endLinks = async (step: Step, { chat, links }: Of<'end-links'>): Promise<Answer> => {
  for (const invite_link of links) {
    const reply = await following(chat, (chat_id) => step('revokeChatInviteLink', { chat_id, invite_link }));
    if (!isOver(reply)) return 'failure' in reply ? answerOf(reply.failure) : ended(reply);
  }
  return ended(await following(chat, (chat_id) => step('exportChatInviteLink', { chat_id })));
};
