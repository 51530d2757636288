import type { Attachment } from '../../domain/message.js';
import { WireEntity, WireFile, type WireMessage } from './wire.js';

type Kind = Attachment['kind'];

/** Fields of a message that say what it carries. */
const CONTENT: Readonly<Record<string, Kind>> = {
  photo: 'photo',
  live_photo: 'photo',
  video: 'video',
  animation: 'video',
  video_note: 'video',
  paid_media: 'video',
  audio: 'audio',
  voice: 'voice',
  document: 'file',
  sticker: 'sticker',
  poll: 'poll',
  story: 'post',
  giveaway: 'post',
  giveaway_winners: 'post',
  contact: 'other',
  venue: 'other',
  location: 'other',
  checklist: 'other',
  rich_message: 'other',
  game: 'other',
  dice: 'other',
  invoice: 'other',
};

/** Where people can put words: titles, options, tasks, blocks. Ids, types and keys hold none. */
const WORDY: readonly string[] = [
  'title',
  'text',
  'caption',
  'question',
  'description',
  'explanation',
  'performer',
  'file_name',
  'emoji',
  'set_name',
  'first_name',
  'last_name',
  'phone_number',
  'address',
  'url',
  'prize_description',
  'additional_chat_count',
  'author',
  'credit',
  'summary',
];

const DEEPEST = 12;

/** Words anywhere inside a piece of content, also of a kind that is newer than this program. */
const wordsIn = (value: unknown, depth = 0): readonly string[] => {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return [];
  if (Array.isArray(value))
    return value.flatMap((item) => (typeof item === 'string' ? [item] : wordsIn(item, depth + 1)));
  return Object.entries(value).flatMap(([key, inner]) => {
    if (typeof inner === 'string') return WORDY.includes(key) && inner !== '' ? [inner] : [];
    return wordsIn(inner, depth + 1);
  });
};

/** Of a photo the largest size stands for all. */
const mediaOf = (value: unknown): unknown => (Array.isArray(value) ? value.at(-1) : value);

const attachmentOf = (field: string, kind: Kind, value: unknown): Attachment => {
  const media = mediaOf(value);
  const file = WireFile.safeParse(media).data;
  const document = kind === 'file' && file !== undefined;
  return {
    kind,
    words: wordsIn(media),
    ...(file?.file_unique_id !== undefined && { handle: `${field}${file.file_unique_id}` }),
    ...(document && {
      file: { name: file.file_name ?? 'document', size: file.file_size ?? 0, source: file.file_id },
    }),
    ...(field === 'photo' &&
      file !== undefined && { picture: { name: 'photo', size: file.file_size ?? 0, source: file.file_id } }),
  };
};

/** An address that is not to be read in the words themselves. */
const hidden = (entities: readonly unknown[]): readonly Attachment[] =>
  entities.flatMap((raw): readonly Attachment[] => {
    const { type, url } = WireEntity.safeParse(raw).data ?? {};
    return type === 'text_link' && url !== undefined ? [{ kind: 'link', words: [url] }] : [];
  });

/** A GIF comes as an animation and, for old programs, once more as a document. */
const doubled = (field: string, wire: Readonly<Record<string, unknown>>): boolean =>
  field === 'document' && wire.animation !== undefined;

/** What a message, or the part of one that is quoted, carries besides its words. */
export const attachmentsOf = (
  wire: Readonly<Record<string, unknown>> & Partial<Pick<WireMessage, 'entities' | 'caption_entities'>>,
): readonly Attachment[] => [
  ...Object.entries(CONTENT).flatMap(([field, kind]) =>
    wire[field] === undefined || wire[field] === null || doubled(field, wire)
      ? []
      : [attachmentOf(field, kind, wire[field])],
  ),
  ...hidden([...(wire.entities ?? []), ...(wire.caption_entities ?? [])]),
];

/** Lines that Telegram itself writes into a chat, and fields around the content. What is in neither list may hold words. */
const AROUND =
  /^(message_id|message_thread_id|direct_messages_topic|from|sender_\w+|date|guest_\w+|business_connection_id|chat|forward_origin|is_\w+|reply_\w+|external_reply|quote|via_bot|edit_date|has_\w+|media_group_id|author_signature|paid_\w+|entities|caption_entities|link_preview_options|suggested_post_\w+|effect_id|show_caption_above_media|text|caption)$/;
const SERVICE =
  /^(new_chat_\w+|left_chat_member|chat_owner_\w+|delete_chat_photo|\w+_chat_created|message_auto_delete_timer_changed|migrate_\w+|pinned_message|successful_payment|refunded_payment|users_shared|chat_shared|gift|unique_gift|gift_\w+|connected_website|write_access_allowed|passport_data|proximity_alert_triggered|boost_added|chat_background_set|checklist_tasks_\w+|direct_message_price_changed|\w*forum_topic_\w+|giveaway_(created|completed)|managed_bot_created|poll_option_\w+|video_chat_\w+|web_app_data)$/;

/** Content of a kind that is not known here: its words are judged all the same. */
export const newContent = (wire: Readonly<Record<string, unknown>>): readonly Attachment[] =>
  Object.entries(wire).flatMap(([field, value]): readonly Attachment[] => {
    const known = CONTENT[field] !== undefined || AROUND.test(field) || SERVICE.test(field);
    return known || typeof value !== 'object' || value === null ? [] : [{ kind: 'other', words: wordsIn(value) }];
  });
