import type { Role } from '../domain/person.js';
import type { Text } from '../domain/text.js';

/** A file made in memory, ready to be sent or saved. */
export interface File {
  /** In the school's language, with the extension; holds no personal data. */
  readonly name: string;
  /** The media type. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** A personal code on paper. */
export interface Card {
  /** Surname, name and patronymic as the owner reads them. */
  readonly name: string;
  readonly role: Role;
  /** «5А»; empty for those who have none. */
  readonly classes: readonly string[];
  /** Eight characters of the code's alphabet, without the dash. */
  readonly code: string;
  /** Opens the dialog with the bot and hands over the code; without it the card has no QR. */
  readonly link?: string;
  readonly until: number;
}

/** Papers a school has to issue before it begins, as drafts. */
export const DRAFTS = [
  /** Asks the platform to register the school. */
  'registration-letter',
  /** Appoints the platform's administrator. */
  'administrator-order',
  /** Introduces the platform and the study profile. */
  'use-order',
  /** Says who moves the old chats. */
  'duties-order',
  /** Puts the chat rules into force. */
  'chat-rules-order',
] as const;
export type DraftKind = (typeof DRAFTS)[number];

/** What is known for a draft. Whatever is missing becomes a blank to be filled in by hand. */
export interface Draft {
  readonly kind: DraftKind;
  /** Full name of the school. */
  readonly school?: string;
  /** The messenger's platform as the school calls it. */
  readonly platform?: string;
  /** The platform's support address: where the letter goes. */
  readonly support?: string;
  /** Surname, name and patronymic. */
  readonly director?: string;
  readonly administrator?: string;
  /** Who is responsible for the old chats, and of which. */
  readonly responsible?: readonly { readonly name: string; readonly chat: string }[];
  /** The clause that asks for the paper, already cited: «п. 3.2 Положения». */
  readonly cited?: Text;
}

/** Makes papers out of values. Nothing leaves the process; the same values make the same pictures and words. */
export interface Documents {
  /** A PNG picture for each card, in the same order. */
  cards(cards: readonly Card[]): Promise<readonly File[]>;
  /** All cards in one file for A4 paper, eight to a page. */
  sheet(cards: readonly Card[]): Promise<File>;
  /** A .txt file: a heading, and a body as it is. `name` is without the extension. */
  plain(paper: { readonly name: Text; readonly heading: Text; readonly body: string }): File;
  /** A .docx file to be completed and signed by a person. */
  draft(draft: Draft): Promise<File>;
}
  /** A .docx file with a table, such as people sign in; the first column is the widest. `name` is without the extension. */
  list(paper: {
    readonly name: Text;
    readonly heading: Text;
    readonly columns: readonly Text[];
    readonly rows: readonly (readonly string[])[];
  }): Promise<File>;
