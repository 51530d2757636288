import { z } from 'zod';
import type { AccountRef, ChatRef } from '../../domain/refs.js';
import { dialogOf } from '../../domain/refs.js';
import { SECOND } from '../../domain/time.js';
import { type Member, type Query, Refused, type Replies, type Rights, Weather } from '../../ports/platform.js';
import { once } from '../once.js';
import type { Method, Payload, TelegramCalls } from './call.js';
import { errorOf } from './errors.js';
import { accountOf, isBasic, isReachable, numberOf, userOf } from './refs.js';

/** Asks Telegram and reads what is needed of the answer. @throws Weather, Locked, Refused. */
export type Question = <M extends Method, T>(
  method: M,
  payload: Payload<M>,
  schema: z.ZodType<T>,
  signal?: AbortSignal,
) => Promise<T>;

export const createQuestion =
  ({
    calls,
    turn,
  }: {
    readonly calls: Pick<TelegramCalls, 'call'>;
    readonly turn: (signal?: AbortSignal) => Promise<void>;
  }): Question =>
  async (method, payload, schema, signal) => {
    await turn(signal);
    const reply = await calls.call(method, payload, signal);
    if ('failure' in reply) throw errorOf(reply.failure);
    const parsed = schema.safeParse(reply.result);
    if (!parsed.success) throw new Weather(`telegram ${method}: an answer of no known shape`);
    return parsed.data;
  };

const User = z.object({ id: z.number(), is_bot: z.boolean().catch(false) });
export const Me = User.extend({
  first_name: z.string().catch(''),
  username: z.string().optional().catch(undefined),
  can_read_all_group_messages: z.boolean().optional(),
  can_join_groups: z.boolean().optional(),
});
export type Me = z.output<typeof Me>;

/** Who the bot is, asked once. */
export const createMe = (question: Question): ((signal?: AbortSignal) => Promise<Me>) =>
  once((signal?: AbortSignal) => question('getMe', undefined as never, Me, signal));

const flag = z.boolean().optional().catch(undefined);
const OneMember = z.object({
  status: z.string(),
  user: User,
  is_member: flag,
  can_send_messages: flag,
  can_delete_messages: flag,
  can_restrict_members: flag,
  can_invite_users: flag,
  can_pin_messages: flag,
});
type OneMember = z.output<typeof OneMember>;
const Chat = z.object({ title: z.string().catch(''), invite_link: z.string().optional().catch(undefined) });

const ABSENT: Rights = {
  present: false,
  title: '',
  moderate: false,
  seeLink: false,
  changeLink: false,
  pin: false,
  members: 0,
};

/** What Telegram refuses to tell is not there. */
const unlessRefused = async <T>(asked: Promise<T>): Promise<T | undefined> => {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
};

const LEADS: readonly string[] = ['administrator', 'creator'];

/** In a basic group an administrator may do all there is. */
const rightsIn = async (question: Question, self: number, chat: ChatRef): Promise<Rights> => {
  const chat_id = numberOf(chat);
  const me = await unlessRefused(question('getChatMember', { chat_id, user_id: self }, OneMember));
  if (me === undefined || !LEADS.includes(me.status)) return ABSENT;
  const { title } = await question('getChat', { chat_id }, Chat);
  const members = await question('getChatMemberCount', { chat_id }, z.number());
  const basic = isBasic(chat_id);
  const invites = me.can_invite_users === true || basic;
  return {
    present: true,
    title,
    moderate: (me.can_delete_messages === true && me.can_restrict_members === true) || basic,
    seeLink: invites,
    changeLink: invites,
    pin: me.can_pin_messages === true || basic,
    members,
  };
};

export const rights = async (
  question: Question,
  self: number,
  chats: readonly ChatRef[],
): Promise<Replies['rights']> => {
  const found = new Map<ChatRef, Rights>();
  for (const chat of chats) found.set(chat, (await unlessRefused(rightsIn(question, self, chat))) ?? ABSENT);
  return found;
};

const isInside = ({ status, is_member }: OneMember): boolean =>
  status === 'member' || LEADS.includes(status) || (status === 'restricted' && is_member !== false);

const memberOf = (found: OneMember): Member => ({
  account: accountOf(found.user),
  admin: LEADS.includes(found.status),
  mutedNow: found.status === 'restricted' && found.can_send_messages === false,
});

/**
 * Telegram lists its administrators only; of others it tells one by one whether they are in. Asked are those the school
 * knows: a stranger who was there before the bot and keeps silent is not seen.
 */
export const members = async (
  question: Question,
  { chat, among = [] }: Extract<Query, { ask: 'members' }>,
): Promise<readonly Member[]> => {
  const chat_id = numberOf(chat);
  const led = (await question('getChatAdministrators', { chat_id }, z.array(OneMember))).map(memberOf);
  const known = new Set(led.map(({ account }) => account));
  const others: Member[] = [];
  for (const account of new Set(among)) {
    const user_id = known.has(account) ? undefined : userOf(account);
    if (user_id === undefined) continue;
    const found = await unlessRefused(question('getChatMember', { chat_id, user_id }, OneMember));
    if (found && isInside(found)) others.push(memberOf(found));
  }
  return [...led, ...others];
};

/** Nothing else tells it: whoever has never pressed «Start», or has blocked the bot, cannot be shown that it is typing. */
export const mayWrite = async (question: Question, account: AccountRef): Promise<boolean> => {
  const dialog = dialogOf(account);
  if (!isReachable(dialog)) return false;
  const shown = question('sendChatAction', { chat_id: numberOf(dialog), action: 'typing' }, z.unknown());
  return (await unlessRefused(shown.then(() => true))) ?? false;
};

/** The bot's own first link of a chat: other administrators have theirs, which it can neither see nor change. */
export const inviteLink = async (question: Question, chat: ChatRef, reset: boolean): Promise<string> => {
  const chat_id = numberOf(chat);
  const known = reset ? undefined : (await question('getChat', { chat_id }, Chat)).invite_link;
  return known ?? question('exportChatInviteLink', { chat_id }, z.string());
};

const Link = z.object({ invite_link: z.string() });
const NAME = 32;

/** A link of its own for one purpose. Telegram lists none: who made it keeps it. */
export const newLink = async (
  question: Question,
  { chat, name, until, most, byRequest }: Extract<Query, { ask: 'new-invite-link' }>,
): Promise<string> => {
  const asked = {
    chat_id: numberOf(chat),
    name: [...name].slice(0, NAME).join(''),
    ...(until !== undefined && { expire_date: Math.floor(until / SECOND) }),
    // Telegram knows one or the other.
    ...(byRequest ? { creates_join_request: true } : most !== undefined && { member_limit: most }),
  };
  return (await question('createChatInviteLink', asked, Link)).invite_link;
};

export const endLink = async (
  question: Question,
  { chat, link }: Extract<Query, { ask: 'end-invite-link' }>,
): Promise<boolean> => {
  const asked = { chat_id: numberOf(chat), invite_link: link };
  return (await unlessRefused(question('revokeChatInviteLink', asked, Link))) !== undefined;
};
