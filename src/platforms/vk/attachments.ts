import type { Attachment } from '../../domain/message.js';
import { WireAttachment, WireDoc, WireMedia, WirePhoto } from './wire.js';
import { clean } from './words.js';

const KINDS: Readonly<Record<string, Attachment['kind']>> = {
  photo: 'photo',
  video: 'video',
  video_playlist: 'video',
  audio: 'audio',
  podcast: 'audio',
  podcasts: 'audio',
  audio_message: 'voice',
  doc: 'file',
  link: 'link',
  article: 'link',
  market: 'link',
  sticker: 'sticker',
  poll: 'poll',
  wall: 'post',
  wall_reply: 'post',
  call: 'call',
};

/** A post may quote a post that quotes a post. */
const DEEPEST_POST = 5;

const wordsOf = (media: unknown, depth: number): readonly string[] => {
  const parsed = WireMedia.safeParse(media);
  if (!parsed.success || depth > DEEPEST_POST) return [];
  const { title, text, description, caption, question, artist, url, transcript, ...more } = parsed.data;
  const own = [artist, title, text, description, caption, question, transcript, url];
  return [
    ...[...own, ...more.answers.map((answer) => answer.text)].filter((part) => part !== undefined && part !== ''),
    ...more.copy_history.flatMap((post) => wordsOf(post, depth + 1)),
    ...more.attachments.flatMap((inner) => wordsOf(mediaOf(inner), depth + 1)),
  ].filter((part) => part !== undefined);
};

const mediaOf = (raw: unknown): unknown => {
  const parsed = WireAttachment.safeParse(raw);
  return parsed.success ? parsed.data[parsed.data.type] : undefined;
};

/** `photo-5_77`: the same file sent again has the same owner and number. */
const handleOf = (type: string, media: unknown): string | undefined => {
  const parsed = WireMedia.safeParse(media);
  if (!parsed.success || parsed.data.id === undefined || parsed.data.owner_id === undefined) return undefined;
  return `${type}${parsed.data.owner_id}_${parsed.data.id}`;
};

/** A document with an address; one without can only be read about. */
const fileOf = (media: unknown): Attachment['file'] => {
  const parsed = WireDoc.safeParse(media);
  if (!parsed.success) return undefined;
  const { title, size, url } = parsed.data;
  return { name: clean(title), size, source: url };
};

/** Points of a photo that are enough to read what is in it. */
const MOST_POINTS = 8_000_000;

/** The largest of its sizes that is not too large; VK does not say how many bytes it has. */
const pictureOf = (media: unknown): Attachment['picture'] => {
  const parsed = WirePhoto.safeParse(media);
  const points = ({ width, height }: { readonly width: number; readonly height: number }) => width * height;
  const fitting = (parsed.data?.sizes ?? []).flatMap((size) => (size && points(size) <= MOST_POINTS ? [size] : []));
  const [largest] = fitting.toSorted((a, b) => points(b) - points(a));
  return largest && { name: 'photo', size: 0, source: largest.url };
};

/** One attachment. What cannot be read is still there, as `other`, without words. */
export const decodeAttachment = (raw: unknown): Attachment => {
  const parsed = WireAttachment.safeParse(raw);
  if (!parsed.success) return { kind: 'other', words: [] };
  const { type } = parsed.data;
  const media = parsed.data[type];
  const handle = handleOf(type, media);
  const file = type === 'doc' ? fileOf(media) : undefined;
  const picture = type === 'photo' ? pictureOf(media) : undefined;
  return {
    kind: KINDS[type] ?? 'other',
    words: wordsOf(media, 0).map(clean),
    ...(handle !== undefined && { handle }),
    ...(file !== undefined && { file }),
    ...(picture !== undefined && { picture }),
  };
};
