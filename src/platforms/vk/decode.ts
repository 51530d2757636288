import type { Message, Quoted } from '../../domain/message.js';
import type { Update } from '../../domain/update.js';
import { decodeAttachment } from './attachments.js';
import { accountOf, placeOf } from './refs.js';
import { decodeService } from './service.js';
import type { Skip } from './skip.js';
import { WireDialog, WireEvent, WireMessage, WirePress, WireQuoted } from './wire.js';
import { clean } from './words.js';

export interface Circumstances {
  readonly group: number;
  /** For events to which VK gives no time. */
  readonly now: number;
}

/** VK nests no deeper. */
const DEEPEST = 45;
const SECOND = 1_000;

const quotedOf = (raw: unknown, depth: number): readonly Quoted[] => {
  const parsed = WireQuoted.safeParse(raw);
  if (!parsed.success || depth > DEEPEST) return [];
  const wire = parsed.data;
  return [
    {
      ...(wire.from_id !== undefined && { author: accountOf(wire.from_id) }),
      ...(wire.conversation_message_id !== undefined && { id: String(wire.conversation_message_id) }),
      at: wire.date * SECOND,
      text: clean(wire.text),
      attachments: wire.attachments.map(decodeAttachment),
      forwarded: [...[wire.reply_message].flat(), ...wire.fwd_messages].flatMap((inner) => quotedOf(inner, depth + 1)),
    },
  ];
};

/** VK hands a button's data as JSON text, or in a press as what it says; broken JSON is no data. */
const payloadOf = (given: unknown): unknown => {
  if (typeof given !== 'string') return given;
  try {
    return JSON.parse(given) as unknown;
  } catch {
    return undefined;
  }
};

const messageOf = (wire: WireMessage): Message => {
  const [replyTo] = quotedOf(wire.reply_message, 1);
  const payload = payloadOf(wire.payload);
  const place = placeOf(wire.peer_id);
  return {
    ref: { place, id: String(wire.conversation_message_id) },
    author: accountOf(wire.from_id),
    at: (wire.update_time ?? wire.date) * SECOND,
    ...(wire.update_time !== undefined && { written: wire.date * SECOND }),
    text: clean(wire.text),
    attachments: wire.attachments.map(decodeAttachment),
    forwarded: wire.fwd_messages.flatMap((inner) => quotedOf(inner, 1)),
    // What is answered stands in the same place; of what is forwarded nobody tells where it stood.
    ...(replyTo !== undefined && { replyTo: { ...replyTo, place } }),
    ...(payload !== undefined && { payload }),
    ...(wire.ref !== undefined && wire.ref !== '' && { openedWith: clean(wire.ref) }),
  };
};

/** Grows with every edit, and is the same however often and by whatever way VK tells of one. */
const versionOf = ({ version, update_time }: WireMessage): number => version ?? update_time ?? 0;

/** A message by whatever way it came. `told` is absent for one that was fetched. */
export const decodeMessage = (
  raw: unknown,
  group: number,
  told?: { readonly id: string; readonly edited: boolean },
): Update | Skip => {
  const parsed = WireMessage.safeParse(raw);
  if (!parsed.success) return 'malformed';
  const wire = parsed.data;
  if (wire.deleted === 1) return 'deleted';
  if (wire.out === 1 || wire.from_id === -group) return 'own';
  const name = [wire.peer_id, wire.conversation_message_id, versionOf(wire)];
  const arrived = {
    id: told?.id ?? `vk-gap-${name.join('-')}`,
    key: `vk/${name.join('/')}`,
    at: (wire.update_time ?? wire.date) * SECOND,
  };
  if (wire.action !== undefined && wire.action !== null) return decodeService(wire, arrived);
  return {
    ...arrived,
    kind: 'message',
    edited: told?.edited ?? wire.update_time !== undefined,
    message: messageOf(wire),
  };
};

const pressOf = (raw: unknown, id: string, now: number): Update | Skip => {
  const parsed = WirePress.safeParse(raw);
  if (!parsed.success) return 'malformed';
  const { user_id, peer_id, event_id, conversation_message_id: cmid } = parsed.data;
  const place = placeOf(peer_id);
  return {
    id,
    key: id,
    at: now,
    kind: 'pressed',
    place,
    account: accountOf(user_id),
    press: event_id,
    payload: payloadOf(parsed.data.payload),
    ...(cmid !== undefined && { message: { place, id: String(cmid) } }),
  };
};

const dialogOf = (
  raw: unknown,
  arrived: Pick<Update, 'id' | 'key' | 'at'>,
  kind: 'dialog-opened' | 'dialog-closed',
) => {
  const parsed = WireDialog.safeParse(raw);
  if (!parsed.success) return 'malformed';
  const account = accountOf(parsed.data.user_id);
  return { ...arrived, kind, dialog: `vk:dialog:${parsed.data.user_id}`, account } as const;
};

/** One event of the long poll or the Callback API. Pure; a broken part of a message costs that part only. */
export const decode = (raw: unknown, { group, now }: Circumstances): Update | Skip => {
  const parsed = WireEvent.safeParse(raw);
  if (!parsed.success) return 'malformed';
  const { type, event_id, object } = parsed.data;
  const id = `vk-${event_id}`;
  switch (type) {
    case 'message_new':
      return decodeMessage(object.message ?? object, group, { id, edited: false });
    case 'message_edit':
      return decodeMessage(object, group, { id, edited: true });
    case 'message_reply':
      return 'own';
    case 'message_event':
      return pressOf(object, id, now);
    case 'message_allow':
      return dialogOf(object, { id, key: id, at: now }, 'dialog-opened');
    case 'message_deny':
      return dialogOf(object, { id, key: id, at: now }, 'dialog-closed');
    default:
      return 'unknown';
  }
};
