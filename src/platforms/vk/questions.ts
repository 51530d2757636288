import { z } from 'zod';
import type { AccountRef, ChatRef } from '../../domain/refs.js';
import { Locked, type Member, Refused, type Replies, type Rights, Weather } from '../../ports/platform.js';
import { once } from '../once.js';
import type { VkCalls } from './call.js';
import type { Params } from './encode.js';
import { errorOf } from './errors.js';
import { accountOf, numberOf } from './refs.js';
import { clean } from './words.js';

/** What is being waited for goes on by itself; the waiting ends with the signal. */
const unlessAborted = async <T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> => {
  if (signal === undefined) return work;
  let abort = () => {};
  const aborted = new Promise<never>((_, reject) => {
    abort = () => reject(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    if (signal.aborted) abort();
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', abort);
    work.catch(() => {});
  }
};

/** Asks VK and reads what is needed of the answer. @throws Weather, Locked, Refused. */
export type Question = <T>(method: string, params: Params, schema: z.ZodType<T>, signal?: AbortSignal) => Promise<T>;

export const createQuestion =
  ({
    calls,
    turn,
  }: {
    readonly calls: Pick<VkCalls, 'call'>;
    readonly turn: (signal?: AbortSignal) => Promise<void>;
  }): Question =>
  async (method, params, schema, signal) => {
    await turn(signal);
    const reply = await unlessAborted(calls.call(method, params), signal);
    if ('failure' in reply) throw errorOf(reply.failure);
    const parsed = schema.safeParse(reply.response);
    if (!parsed.success) throw new Weather(`vk ${method}: an answer of no known shape`);
    return parsed.data;
  };

export interface Community {
  readonly group: number;
  readonly title: string;
  /** What stands behind `vk.me/`: the name the community chose, or `club123`. */
  readonly screenName: string;
}

const Groups = z.object({
  groups: z.array(z.object({ id: z.number(), name: z.string().catch(''), screen_name: z.string().catch('') })).min(1),
});

/** The community the token belongs to, asked once, however many want to know at the same time. */
export const createCommunity = (
  question: Question,
  expected: number | undefined,
): ((signal?: AbortSignal) => Promise<Community>) => {
  const look = async (): Promise<Community> => {
    const { groups } = await question('groups.getById', {}, Groups);
    const [own] = groups;
    if (own === undefined) throw new Weather('vk groups.getById: no community');
    if (expected !== undefined && expected !== own.id)
      throw new Locked('VK_GROUP_ID is not the community of VK_TOKEN; mend or remove VK_GROUP_ID');
    return { group: own.id, title: clean(own.name), screenName: own.screen_name || `club${own.id}` };
  };
  const known = once(look);
  return (signal) => unlessAborted(known(), signal);
};

const flag = z.coerce.boolean().catch(false);
const Conversations = z.object({
  items: z.array(
    z.object({
      peer: z.object({ id: z.number() }),
      last_conversation_message_id: z.number().optional().catch(undefined),
      chat_settings: z
        .object({
          title: z.string().catch(''),
          members_count: z.number().catch(0),
          state: z.string().catch('in'),
          acl: z.object({
            can_moderate: flag,
            can_see_invite_link: flag,
            can_change_invite_link: flag,
            can_change_pin: flag,
          }),
        })
        .optional()
        .catch(undefined),
    }),
  ),
});
export type Conversation = z.output<typeof Conversations>['items'][number];

const MOST_PEERS = 100;

/** What VK tells of these chats; one it does not tell of is not there. */
export const conversations = async (
  question: Question,
  chats: readonly ChatRef[],
): Promise<readonly Conversation[]> => {
  if (chats.length === 0) return [];
  if (chats.length > MOST_PEERS)
    return [
      ...(await conversations(question, chats.slice(0, MOST_PEERS))),
      ...(await conversations(question, chats.slice(MOST_PEERS))),
    ];
  try {
    const peer_ids = chats.map(numberOf).join(',');
    return (await question('messages.getConversationsById', { peer_ids }, Conversations)).items;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    // One chat that is no more must not hide the others.
    if (chats.length === 1) return [];
    const half = Math.ceil(chats.length / 2);
    return [
      ...(await conversations(question, chats.slice(0, half))),
      ...(await conversations(question, chats.slice(half))),
    ];
  }
};

const ABSENT: Rights = {
  present: false,
  title: '',
  moderate: false,
  seeLink: false,
  changeLink: false,
  pin: false,
  members: 0,
};

const rightsOf = (conversation: Conversation | undefined): Rights => {
  const settings = conversation?.chat_settings;
  if (settings === undefined || settings.state !== 'in') return ABSENT;
  const { acl } = settings;
  return {
    present: true,
    title: clean(settings.title),
    moderate: acl.can_moderate,
    seeLink: acl.can_see_invite_link,
    changeLink: acl.can_change_invite_link,
    pin: acl.can_change_pin,
    members: settings.members_count,
  };
};

export const rights = async (question: Question, chats: readonly ChatRef[]): Promise<Replies['rights']> => {
  const told = await conversations(question, chats);
  return new Map(chats.map((chat) => [chat, rightsOf(told.find(({ peer }) => peer.id === numberOf(chat)))]));
};

const Members = z.object({
  items: z.array(z.object({ member_id: z.number(), is_admin: flag, is_owner: flag, is_restricted_to_write: flag })),
});
const PAGE = 1_000;

export const members = async (question: Question, chat: ChatRef, offset = 0): Promise<readonly Member[]> => {
  const params = { peer_id: numberOf(chat), count: PAGE, ...(offset > 0 && { offset }) };
  const { items } = await question('messages.getConversationMembers', params, Members);
  const page = items.map((item) => ({
    account: accountOf(item.member_id),
    admin: item.is_admin || item.is_owner,
    mutedNow: item.is_restricted_to_write,
  }));
  return items.length < PAGE ? page : [...page, ...(await members(question, chat, offset + PAGE))];
};

export const mayWrite = async (question: Question, group: number, account: AccountRef): Promise<boolean> => {
  const params = { group_id: group, user_id: numberOf(account) };
  return (await question('messages.isMessagesFromGroupAllowed', params, z.object({ is_allowed: flag }))).is_allowed;
};

export const inviteLink = async (question: Question, chat: ChatRef, reset: boolean): Promise<string> => {
  const params = { peer_id: numberOf(chat), reset: reset ? 1 : 0 };
  return (await question('messages.getInviteLink', params, z.object({ link: z.string() }))).link;
};
