import { FOREVER } from '../forever.js';

/** What the page shows, whatever the messenger. */
export type Messenger = 'vk' | 'telegram';

export type MutedUntil = number | 'forever' | null;

export interface LastView {
  readonly text: string;
  readonly at: number;
  /** Empty where the messenger itself says it. */
  readonly fromName: string;
}

export interface PlaceView {
  readonly peer: number;
  readonly messenger: Messenger;
  readonly kind: 'chat' | 'dialog';
  readonly title: string;
  readonly members: number;
  readonly last: LastView | null;
  readonly mutedUntil: MutedUntil;
  /** Nobody but administrators writes here any more. */
  readonly readOnly: boolean;
  readonly mayWrite: boolean;
  readonly pinned: { readonly cmid: number; readonly text: string } | null;
  readonly bot: { readonly present: boolean; readonly fullAccess: boolean; readonly admin: boolean };
  /** For those who lead the chat. */
  readonly inviteLink: string | null;
  /** Of a dialog: whether the bot may write, and whether «Начать» is offered. */
  readonly allowed?: boolean;
  readonly startable?: boolean;
}

export interface AttachmentView {
  readonly kind: string;
  readonly name: string;
  readonly size: number | null;
  readonly picture: { readonly width: number; readonly height: number } | null;
  readonly url: string | null;
  readonly words: readonly string[];
}

export interface QuoteView {
  readonly fromName: string;
  readonly text: string;
  readonly at: number;
  readonly attachments: readonly AttachmentView[];
  readonly forwarded: readonly QuoteView[];
}

export interface KeyView {
  readonly label: string;
  readonly look: string;
  readonly kind: 'callback' | 'text' | 'link';
  readonly url?: string;
}

export interface MessageView {
  readonly cmid: number;
  readonly from: number;
  readonly fromName: string;
  readonly fromBot: boolean;
  readonly at: number;
  readonly text: string;
  readonly deleted: boolean;
  readonly edited: boolean;
  /** Grows with every change. */
  readonly version: number;
  readonly reply: {
    readonly cmid: number;
    readonly fromName: string;
    readonly text: string;
    readonly deleted: boolean;
  } | null;
  readonly forwarded: readonly QuoteView[];
  readonly attachments: readonly AttachmentView[];
  readonly keyboard: { readonly inline: boolean; readonly buttons: readonly (readonly KeyView[])[] } | null;
  /** The messenger's own grey line. */
  readonly service: string | null;
}

export interface MemberView {
  readonly id: number;
  readonly name: string;
  readonly about: string;
  readonly admin: boolean;
  readonly mutedUntil: MutedUntil;
  readonly bot: boolean;
}

/** The last so many of these before a number. */
export const pageOf = <T>(
  all: readonly T[],
  numberOf: (one: T) => number,
  { before, limit }: { readonly before: number; readonly limit: number },
): { readonly items: readonly T[]; readonly more: boolean } => {
  const end = all.findLastIndex((one) => numberOf(one) < before) + 1;
  const start = Math.max(0, end - limit);
  return { items: all.slice(start, end), more: start > 0 };
};

/** Until when somebody may only read, as the page tells it. */
export const mutedView = (until: number, now: number): MutedUntil => {
  if (until <= now) return null;
  return until === FOREVER ? 'forever' : until;
};
