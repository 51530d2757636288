import type { PlaceRef } from '../../domain/refs.js';
import type { Uploaded } from '../uploaded.js';
import type { Doing } from './doing.js';
import type { MemberView, MessageView, Messenger, PlaceView } from './shapes.js';

/** What somebody notices of a change. */
export interface Sight {
  readonly type: 'message' | 'edit' | 'delete' | 'place' | 'snackbar';
  readonly peer: number;
  readonly cmid?: number;
  readonly text?: string;
}

export interface StoredUpload {
  readonly id: number | string;
  readonly kind: 'photo' | 'file';
  readonly name: string;
  readonly size: number;
}

/**
 * The people's side of one messenger: what somebody sees and does there. A person has the same number in every messenger of
 * the sandbox; a place has one that no other messenger's place has, the dialog with the bot the bot's own. Whoever may not do
 * something is `Denied`.
 */
export interface Side {
  readonly messenger: Messenger;
  /** Whether this is the number of a place here. */
  owns(place: number): boolean;
  /** Whether this link leads somewhere here. */
  leads(link: string): boolean;
  /** Other bots and communities that can be brought into a chat. */
  neighbours(): readonly { readonly id: number; readonly title: string }[];
  /** Chats this person is in and the dialog with the bot. */
  places(as: number): readonly PlaceView[];
  members(as: number, place: number): readonly MemberView[];
  /** Oldest first, those before the given number. */
  messages(
    as: number,
    place: number,
    page: { readonly before: number; readonly limit: number },
  ): { readonly items: readonly MessageView[]; readonly more: boolean };
  /** The place as the bot names it. */
  placeRef(as: number, place: number): PlaceRef;
  /** What comes back is told beside `ok: true`. @param site where the sandbox is reached */
  perform(as: number, what: Doing, site: string): object | undefined;
  upload(as: number, file: Uploaded): StoredUpload;
  /** A stored file; `body` is base64. */
  file(id: string): { readonly type: string; readonly name: string; readonly body: string } | undefined;
  /** Told of everything this person would see. Returns how to stop. */
  listen(as: number, see: (sight: Sight) => void): () => void;
}
