import type { Message, Quoted } from '../../domain/message.js';
import { type AccountRef, dialogRef } from '../../domain/refs.js';
import { SECOND } from '../../domain/time.js';
import type { Update } from '../../domain/update.js';
import { attachmentsOf, newContent } from './attachments.js';
import { unpackPayload } from './payload.js';
import { accountOf, anonymous, chatOf, placeOf } from './refs.js';
import { decodeMember } from './service.js';
import type { Skip } from './skip.js';
import { WireMemberNews, WireMessage, WireOrigin, WireQuery, WireRequest, WireUpdate } from './wire.js';

export interface Circumstances {
  /** The bot's own number. */
  readonly self: number;
  /** For updates to which Telegram gives no time. */
  readonly now: number;
}

/** What is asked of Telegram: by default it would not tell who comes and goes. */
export const ASKED = [
  'message',
  'edited_message',
  'callback_query',
  'my_chat_member',
  'chat_member',
  'chat_join_request',
] as const;

type Arrived = Pick<Update, 'id' | 'key' | 'at'>;

const LONE_SURROGATE = /\p{Surrogate}/gu;
const clean = (text: string): string => text.replace(LONE_SURROGATE, '\ufffd');

/** In the name of a chat or a channel somebody writes whom Telegram does not tell; the user it names then is made up. */
const authorOf = ({ from, sender_chat, chat }: WireMessage): AccountRef | undefined => {
  if (sender_chat !== undefined) return anonymous(sender_chat.id);
  if (from !== undefined) return accountOf(from);
  return chat.type === 'private' ? undefined : anonymous(chat.id);
};

const textOf = ({ text, caption }: Pick<WireMessage, 'text' | 'caption'>): string => clean(text ?? caption ?? '');

/** The message that is answered. Telegram quotes one level only. */
const answeredOf = (raw: unknown): Quoted | undefined => {
  const wire = WireMessage.safeParse(raw).data;
  if (wire === undefined) return undefined;
  const author = authorOf(wire);
  return {
    ...(author !== undefined && { author }),
    ...(wire.message_id > 0 && { id: String(wire.message_id), place: placeOf(wire.chat.id) }),
    at: wire.date * SECOND,
    text: textOf(wire),
    attachments: attachmentsOf(wire),
    forwarded: [],
    ...(wire.media_group_id !== undefined && { album: wire.media_group_id }),
  };
};

/** Where something came from: of a person who hides only the time is known. */
const originOf = (raw: unknown): Pick<Quoted, 'author' | 'at'> | undefined => {
  const origin = WireOrigin.safeParse(raw).data;
  if (origin === undefined) return undefined;
  const chat = origin.sender_chat ?? origin.chat;
  const author = origin.sender_user ? accountOf(origin.sender_user) : chat && anonymous(chat.id);
  return { ...(author !== undefined && { author }), at: origin.date * SECOND };
};

const EMPTY = { text: '', attachments: [], forwarded: [] } as const;

/** An answer to a message of another chat shows it, or the words that were picked from it. */
const elsewhereOf = ({ external_reply: raw, quote }: WireMessage): Quoted | undefined => {
  if (typeof raw !== 'object' || raw === null) return undefined;
  const fields = raw as Readonly<Record<string, unknown>>;
  const attachments = attachmentsOf(fields);
  return { ...EMPTY, at: 0, ...originOf(fields.origin), text: clean(quote?.text ?? ''), attachments };
};

/** Words of one's own, or somebody's that are passed on. */
const contentOf = (wire: WireMessage): Pick<Message, 'text' | 'attachments' | 'forwarded'> => {
  const own = { text: textOf(wire), attachments: [...attachmentsOf(wire), ...newContent(wire)] };
  const from = wire.forward_origin === undefined ? undefined : (originOf(wire.forward_origin) ?? { at: 0 });
  const passed: readonly Quoted[] = from ? [{ ...EMPTY, ...from, ...own }] : [];
  const elsewhere = elsewhereOf(wire);
  return { ...(from ? EMPTY : own), forwarded: [...passed, ...(elsewhere ? [elsewhere] : [])] };
};

/** `/start c-ABC`: how the parameter of a deep link arrives. Anybody can type it. */
const STARTED = /^\/start(?:@\w+)?(?:\s+([\w-]{1,64}))?\s*$/;
/** What the button says that sends it, in the words under which every messenger hands it on. */
const START = 'Начать';

/** Pictures that were chosen together come one by one, under one name; changed, one of them comes alone. */
const albumOf = ({ media_group_id: name, edit_date: changed }: WireMessage): Pick<Message, 'album'> =>
  name === undefined ? {} : { album: { name, ...(changed === undefined && { part: true }) } };

const messageOf = (wire: WireMessage, author: AccountRef): Message => {
  const content = contentOf(wire);
  const replyTo = answeredOf(wire.reply_to_message);
  const started = wire.chat.type === 'private' ? STARTED.exec(content.text) : null;
  const openedWith = started?.[1];
  return {
    ref: { place: placeOf(wire.chat.id), id: String(wire.message_id) },
    author,
    at: (wire.edit_date ?? wire.date) * SECOND,
    ...(wire.edit_date !== undefined && { written: wire.date * SECOND }),
    ...content,
    ...(started && { text: START }),
    ...(replyTo !== undefined && { replyTo }),
    ...(openedWith !== undefined && { openedWith }),
    ...albumOf(wire),
  };
};

/** Lines of Telegram's own: nothing was said. */
const isService = ({ text, attachments, forwarded }: Message): boolean =>
  text === '' && attachments.length === 0 && forwarded.length === 0;

/** Pressing «Start» says so by a message; writing at all means as much. */
const openedBy = (wire: WireMessage, arrived: Arrived): readonly Update[] => {
  if (wire.chat.type !== 'private' || !STARTED.test(wire.text ?? '')) return [];
  const id = `${arrived.id}-open`;
  const account = accountOf({ id: wire.chat.id, is_bot: false });
  return [{ ...arrived, id, key: id, kind: 'dialog-opened', dialog: dialogRef('telegram', wire.chat.id), account }];
};

const movedTo = ({ chat, migrate_to_chat_id: to, migrate_from_chat_id: from }: WireMessage, arrived: Arrived) => {
  const names = to !== undefined ? [chat.id, to] : [from, chat.id];
  const [before, after] = names;
  if (before === undefined || after === undefined) return undefined;
  const key = `telegram/moved/${before}/${after}`;
  return { ...arrived, key, kind: 'moved', from: chatOf(before), chat: chatOf(after) } as const;
};

/** Telegram's clock of edits counts seconds: two of one second are told apart by the number of their updates. */
const decodeMessage = (raw: unknown, id: string, edited: boolean, self: number): readonly Update[] | Skip => {
  const wire = WireMessage.safeParse(raw).data;
  if (wire === undefined) return 'malformed';
  const { chat, message_id: number } = wire;
  if (chat.type === 'channel') return 'channel';
  if (wire.from?.id === self) return 'own';
  const key = `telegram/${placeOf(chat.id)}/${number}/${edited ? id : 0}`;
  const arrived: Arrived = { id, key, at: (wire.edit_date ?? wire.date) * SECOND };
  const moved = movedTo(wire, arrived);
  if (moved) return [moved];
  const author = authorOf(wire);
  if (author === undefined) return 'malformed';
  const message = messageOf(wire, author);
  if (isService(message)) return 'service';
  return [...(edited ? [] : openedBy(wire, arrived)), { ...arrived, kind: 'message', edited, message }];
};

const decodePress = (raw: unknown, id: string, now: number): Update | Skip => {
  const wire = WireQuery.safeParse(raw).data;
  if (wire?.message === undefined) return wire === undefined ? 'malformed' : 'unknown';
  const { from, message, data } = wire;
  const place = placeOf(message.chat.id);
  const payload = data === undefined ? undefined : unpackPayload(data);
  const known = { id, key: id, at: now, kind: 'pressed', place, account: accountOf(from), press: wire.id } as const;
  return { ...known, payload, message: { place, id: String(message.message_id) } };
};

/** In a dialog it is the person who lets the bot write, or no longer; in a chat somebody came or went. */
const decodeMembership = (raw: unknown, id: string, self: number): Update | Skip => {
  const news = WireMemberNews.safeParse(raw).data;
  if (news === undefined) return 'malformed';
  if (news.chat.type === 'channel') return 'channel';
  const arrived: Arrived = { id, key: id, at: news.date * SECOND };
  if (news.chat.type !== 'private') return decodeMember(news, arrived, self);
  const kind = news.new_chat_member.status === 'kicked' ? 'dialog-closed' : 'dialog-opened';
  return { ...arrived, kind, dialog: dialogRef('telegram', news.chat.id), account: accountOf(news.from) };
};

const decodeKnock = (raw: unknown, id: string): Update | Skip => {
  const wire = WireRequest.safeParse(raw).data;
  if (wire === undefined) return 'malformed';
  if (wire.chat.type === 'channel') return 'channel';
  const link = wire.invite_link && { link: wire.invite_link.invite_link };
  const arrived = { id, key: id, at: wire.date * SECOND };
  return { ...arrived, kind: 'knocked', chat: chatOf(wire.chat.id), account: accountOf(wire.from), ...link };
};

/** One update, by poll or webhook. Pure; a broken part of a message costs that part only. */
export const decode = (raw: unknown, { self, now }: Circumstances): readonly Update[] | Skip => {
  const wire = WireUpdate.safeParse(raw).data;
  if (wire === undefined) return 'malformed';
  const id = `telegram-${wire.update_id}`;
  const one = (found: Update | Skip) => (typeof found === 'string' ? found : [found]);
  if (wire.message !== undefined) return decodeMessage(wire.message, id, false, self);
  if (wire.edited_message !== undefined) return decodeMessage(wire.edited_message, id, true, self);
  if (wire.callback_query !== undefined) return one(decodePress(wire.callback_query, id, now));
  if (wire.chat_join_request !== undefined) return one(decodeKnock(wire.chat_join_request, id));
  const member = wire.my_chat_member ?? wire.chat_member;
  return member === undefined ? 'unknown' : one(decodeMembership(member, id, self));
};

/** The number under which Telegram acknowledges; nothing for what is no update at all. */
export const updateNumber = (raw: unknown): number | undefined => WireUpdate.safeParse(raw).data?.update_id;

/** The bot's own number stands before the colon of its token. */
export const selfOf = (token: string): number => Number(token.split(':')[0]);
