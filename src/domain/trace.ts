import type { AccountRef, ChatRef, MessageRef } from './refs.js';
import { DAY, MINUTE, SECOND } from './time.js';

/** So long the latest messages of a chat are looked back on, and so many of them. */
export const LATELY = 10 * MINUTE;
export const MOST_LATELY = 128;

/** So long a message can be found again by what is left of it when it is forwarded: `Left`. */
export const FOUND_AGAIN = 2 * DAY;

/** A message of the chat shortly before another one, without its words. */
export interface Recent {
  /** Milliseconds before the other one. */
  readonly ago: number;
  /** By the author of the other one. */
  readonly own: boolean;
  /** In the very words of the other one. */
  readonly same: boolean;
  /** A raised hand is «+», «да», «1»: an answer of a sign or two. */
  readonly kind: 'words' | 'hand' | 'sticker';
}

/** What is left of a message when it is forwarded: messengers do not say where it stood. */
export interface Left {
  readonly author: AccountRef;
  /** When it was first written; messengers know the second. */
  readonly at: number;
  readonly text: string;
  /** Of its attachments, as the messenger names them. */
  readonly handles: readonly string[];
}

/** That a message was written in a chat. */
export interface Trace extends Left {
  readonly message: MessageRef & { readonly place: ChatRef };
  readonly kind: Recent['kind'];
  /** Its words were changed: it was not written once more. */
  readonly edited: boolean;
}

/** For comparing the words of two messages. */
export const likeness = (text: string): string => text.trim().toLowerCase();

/** One and the same for a message and what is left of it; an album without words is told apart by its pictures. */
export const leftWords = ({ author, at, text, handles }: Left): string => {
  const words = text.trim();
  return JSON.stringify([author, Math.floor(at / SECOND), words === '' ? handles.toSorted() : words]);
};
