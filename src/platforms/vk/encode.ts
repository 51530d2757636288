import type {
  MessagesDeleteParams,
  MessagesEditChatParams,
  MessagesEditParams,
  MessagesGetInviteLinkParams,
  MessagesPinParams,
  MessagesRemoveChatUserParams,
  MessagesSendMessageEventAnswerParams,
  MessagesSendParams,
} from '@vkontakte/api-schema-typescript';
import { Keyboard } from 'vk-io';
import type { Button, Worded } from '../../domain/action.js';
import { SECOND } from '../../domain/time.js';
import type { Deed } from '../../ports/platform.js';
import { shorten } from '../shorten.js';
import { randomIdOf } from './random-id.js';
import { FIRST_CHAT, numberOf } from './refs.js';

export type Params = Readonly<Record<string, string | number>>;

/** A deed whose files VK has already: `attachment` names them. */
export interface Prepared extends Deed {
  readonly action: Exclude<Worded, { readonly do: 'admit' | 'read-only' }>;
  readonly attachment?: string;
}

/** One API call and the deeds (by their place in the batch) that it does. */
export interface Call {
  readonly method: string;
  readonly params: Params;
  readonly deeds: readonly number[];
}

type Of<D extends Worded['do']> = Extract<Worded, { readonly do: D }>;

const LABEL = 40;
const SNACKBAR = 90;
/** VK's limits on one call. */
const CMIDS = 100;
const PEERS = 100;

const keyboardOf = (rows: readonly (readonly Button<string>[])[]): string =>
  Keyboard.keyboard(
    rows.map((row) =>
      row.map(({ label, payload, look = 'secondary' }) =>
        Keyboard.callbackButton({ label: shorten(label, LABEL), payload, color: look }),
      ),
    ),
  )
    .inline()
    .toString();

const wordsOf = ({ text, buttons = [] }: Pick<Of<'send'>, 'text' | 'buttons'>) => ({
  message: text,
  disable_mentions: 1 as const,
  ...(buttons.length > 0 ? { keyboard: keyboardOf(buttons) } : {}),
});

const replyOf = ({ place, id }: NonNullable<Of<'send'>['replyTo']>): string =>
  JSON.stringify({ peer_id: numberOf(place), conversation_message_ids: [Number(id)], is_reply: true });

const sendOf = (deed: Prepared, action: Of<'send'>): Params =>
  ({
    peer_ids: String(numberOf(action.to)),
    random_id: randomIdOf(deed.id, action),
    ...wordsOf(action),
    ...(action.replyTo ? { forward: replyOf(action.replyTo) } : {}),
    ...(deed.attachment === undefined ? {} : { attachment: deed.attachment }),
  }) satisfies MessagesSendParams;

const muteOf = ({ chat, account, until }: Of<'mute'>, now: number): Params => ({
  peer_id: numberOf(chat),
  member_ids: numberOf(account),
  action: 'ro',
  for: Math.max(1, Math.ceil((until - now) / SECOND)),
});

/** A deed as a call of its own. */
const callOf = (deed: Prepared, now: number): Omit<Call, 'deeds'> => {
  const { action } = deed;
  switch (action.do) {
    case 'delete': {
      const at = { peer_id: numberOf(action.message.place), cmids: action.message.id };
      return { method: 'messages.delete', params: { ...at, delete_for_all: 1 } satisfies MessagesDeleteParams };
    }
    case 'mute':
      return { method: 'messages.changeConversationMemberRestrictions', params: muteOf(action, now) };
    case 'unmute': {
      const params = { peer_id: numberOf(action.chat), member_ids: numberOf(action.account), action: 'rw' };
      return { method: 'messages.changeConversationMemberRestrictions', params };
    }
    case 'remove': {
      const who = { chat_id: numberOf(action.chat) - FIRST_CHAT, member_id: numberOf(action.account) };
      return { method: 'messages.removeChatUser', params: who satisfies MessagesRemoveChatUserParams };
    }
    case 'end-links': {
      // A chat has one link here, and resetting it is what ends it.
      const params = { peer_id: numberOf(action.chat), reset: 1 } satisfies MessagesGetInviteLinkParams;
      return { method: 'messages.getInviteLink', params };
    }
    case 'rename': {
      const params = { chat_id: numberOf(action.chat) - FIRST_CHAT, title: action.title };
      return { method: 'messages.editChat', params: params satisfies MessagesEditChatParams };
    }
    case 'send':
      return { method: 'messages.send', params: sendOf(deed, action) };
    case 'edit': {
      const at = { peer_id: numberOf(action.message.place), cmid: Number(action.message.id) };
      const files = deed.attachment === undefined ? {} : { attachment: deed.attachment };
      const words = { ...at, ...wordsOf(action), ...files, keep_forward_messages: 1 } satisfies MessagesEditParams;
      return { method: 'messages.edit', params: words };
    }
    case 'pin': {
      const at = { peer_id: numberOf(action.message.place), cmid: Number(action.message.id) };
      return { method: 'messages.pin', params: at satisfies MessagesPinParams };
    }
    case 'answer': {
      const to = { event_id: action.press, user_id: numberOf(action.account), peer_id: numberOf(action.place) };
      const shown = JSON.stringify({ type: 'show_snackbar', text: shorten(action.text, SNACKBAR) });
      const answer = { ...to, event_data: shown } satisfies MessagesSendMessageEventAnswerParams;
      return { method: 'messages.sendMessageEventAnswer', params: answer };
    }
  }
};

/** Deeds of one kin fit one call, whose parameter `list` names them all. */
interface Kinship {
  readonly kin: string;
  readonly list: string;
  readonly most: number;
}

const wordsKey = ({ text, buttons = [], attached = [] }: Of<'send'>): string =>
  JSON.stringify([text, buttons, attached]);

/** A reply or a message with files is like no other one. */
const alike = (action: Worded): action is Of<'send'> =>
  action.do === 'send' && action.replyTo === undefined && !action.files?.length;

const kinshipOf = (deed: Deed, index: number): Kinship => {
  const { action } = deed;
  if (action.do === 'delete') return { kin: action.message.place, list: 'cmids', most: CMIDS };
  if (!alike(action)) return { kin: `#${index}`, list: '', most: 1 };
  return { kin: `${randomIdOf(deed.id, action)} ${wordsKey(action)}`, list: 'peer_ids', most: PEERS };
};

/** Equal words side by side, in order of their first appearance: the outbox counts them as one load and relies on it. */
const loadOf = ({ action }: Deed, index: number): string => (alike(action) ? wordsKey(action) : `#${index}`);

const grouped = (items: readonly number[], keyOf: (item: number) => string): readonly (readonly number[])[] => {
  const groups = new Map<string, number[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
};

const chunks = <T>(items: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, n) => items.slice(n * size, (n + 1) * size));

const together = (calls: readonly Omit<Call, 'deeds'>[], list: string): Omit<Call, 'deeds'>[] => {
  const [first] = calls;
  if (first === undefined) return [];
  const names = new Set(calls.map(({ params }) => params[list]));
  return [names.size < 2 ? first : { ...first, params: { ...first.params, [list]: [...names].join(',') } }];
};

/** The calls that do these deeds, in order. Pure. */
export const encode = (deeds: readonly Prepared[], now: number): readonly Call[] => {
  const kinships = deeds.map(kinshipOf);
  const loads = deeds.map(loadOf);
  const order = grouped([...deeds.keys()], (index) => loads[index] ?? '').flat();
  return grouped(order, (index) => kinships[index]?.kin ?? '').flatMap((group) => {
    const { list, most } = kinships[group[0] ?? 0] ?? { list: '', most: 1 };
    return chunks(group, most).flatMap((part) => {
      const calls = part.flatMap((index) => {
        const deed = deeds[index];
        return deed ? [callOf(deed, now)] : [];
      });
      return together(calls, list).map((call) => ({ ...call, deeds: part }));
    });
  });
};
