import type { AccountRef, MessageRef, PlaceRef } from './refs.js';

/** A file, picture, link preview … that came with a message. `words` are whatever text it carries (title, caption, url, transcript). */
export interface Attachment {
  readonly kind:
    | 'photo'
    | 'video'
    | 'audio'
    | 'voice'
    | 'file'
    | 'link'
    | 'sticker'
    | 'poll'
    | 'post'
    | 'call'
    | 'other';
  readonly words: readonly string[];
  /** The messenger's own handle of the file, stable when the same file is sent again; absent when it has none. */
  readonly handle?: string;
  /** A document that can be fetched. */
  readonly file?: Fetchable;
  /** A photo that can be fetched. Apart from `file`: nobody who asks for a document means it. */
  readonly picture?: Fetchable;
}

/** A file as the messenger names it: `size` in bytes, both as the sender's client claims; 0 when nobody says. */
export interface Fetchable {
  readonly name: string;
  readonly size: number;
  /** What the platform needs to fetch it (see `Query` `file`); opens the file to whoever has it, so never logged. */
  readonly source: string;
}

/** A message inside another one: what it answers or what it forwards, to any depth (VK: 45 levels). */
export interface Quoted {
  readonly author?: AccountRef;
  readonly id?: string;
  /** Where it stands under this `id`; absent when the messenger does not tell. */
  readonly place?: PlaceRef;
  /** When it was first written. */
  readonly at: number;
  readonly text: string;
  readonly attachments: readonly Attachment[];
  readonly forwarded: readonly Quoted[];
  /** The name of the album it is of. */
  readonly album?: string;
}

/** Several messages that are one post. */
export interface InAlbum {
  /** What the messenger calls it, in its place. */
  readonly name: string;
  /** One of several, before they are put together: see `album.ts`. */
  readonly part?: true;
  /** What each part carried, once they are one message. */
  readonly parts?: readonly Pick<Quoted, 'text' | 'attachments'>[];
}

export interface Message {
  readonly ref: MessageRef;
  readonly author: AccountRef;
  /** When the messenger says it was written (or edited). */
  readonly at: number;
  /** When it was first written, if it was edited since. */
  readonly written?: number;
  readonly text: string;
  readonly attachments: readonly Attachment[];
  readonly forwarded: readonly Quoted[];
  readonly replyTo?: Quoted;
  /** Data of the text button whose press made this message. */
  readonly payload?: unknown;
  /** The parameter of the deep link by which the person came: `vk.me/school?ref=…`. Anybody can make one up. */
  readonly openedWith?: string;
  readonly album?: InAlbum;
}

/** With those of what is forwarded, at any depth. */
export const allAttachments = ({
  attachments,
  forwarded,
}: Pick<Quoted, 'attachments' | 'forwarded'>): readonly Attachment[] => {
  const found = [...attachments];
  const left = [...forwarded];
  for (let quoted = left.pop(); quoted !== undefined; quoted = left.pop()) {
    found.push(...quoted.attachments);
    left.push(...quoted.forwarded);
  }
  return found;
};

export const handlesOf = (attachments: readonly Attachment[]): readonly string[] => [
  ...new Set(attachments.flatMap(({ handle }) => handle ?? [])),
];
