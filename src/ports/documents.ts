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

/** A meeting as a calendar file has it. */
export interface CalendarEntry {
  /** The same for every version of it. */
  readonly id: string;
  /** Which version this is, from 0. */
  readonly sequence: number;
  readonly at: number;
  /** Minutes. */
  readonly lasts: number;
  readonly title: Text;
  readonly description: Text;
  readonly link?: string;
  readonly cancelled: boolean;
  readonly repeats?: 'weekly' | 'fortnightly' | 'monthly';
}

/** The minutes of a meeting, to be completed and signed. What is empty becomes a blank. */
export interface MinutesPaper {
  /** Full name of the school. */
  readonly school?: string;
  readonly number: number;
  /** «родительского собрания 5А класса». */
  readonly of: Text;
  /** `25.09.2026`. */
  readonly date: string;
  readonly begun: string;
  readonly ended: string;
  /** Who was there: «2 из 3 родителей (законных представителей)». */
  readonly present: Text;
  readonly presided: Text;
  readonly items: readonly {
    readonly title: string | Text;
    readonly heard: string;
    readonly decided: string;
    readonly votes?: { readonly for: number; readonly against: number; readonly abstained: number };
  }[];
  /** Questions asked ahead. */
  readonly questions: number;
  /** Those who were there, for the annex; empty: it is added by hand. */
  readonly names: readonly string[];
}

/** Makes papers out of values. Nothing leaves the process; the same values make the same pictures and words. */
export interface Documents {
  /** A PNG picture for each card, in the same order. */
  cards(cards: readonly Card[]): Promise<readonly File[]>;
  /** All cards in one file for A4 paper, eight to a page. */
  sheet(cards: readonly Card[]): Promise<File>;
  /** A .txt file: a heading, and a body as it is. `name` is without the extension. */
  plain(paper: { readonly name: Text; readonly heading: Text; readonly body: string }): File;
  /** A PNG picture of horizontal bars with their numbers. `name` is without the extension. */
  chart(picture: {
    readonly name: Text;
    readonly title: string;
    readonly bars: readonly { readonly label: string; readonly count: number }[];
    readonly foot: Text;
  }): Promise<File>;
  /**
   * PNG pictures of the board of moves: seven columns, twenty rows to a picture, a bar where something is counted. None of no
   * rows. `name` is without the extension.
   */
  board(picture: {
    readonly name: Text;
    readonly title: Text;
    readonly columns: readonly Text[];
    readonly rows: readonly {
      readonly cells: readonly (Text | string)[];
      readonly tone: 'open' | 'closing' | 'closed' | 'overdue';
      /** 0 to 1. */
      readonly done?: number;
    }[];
  }): Promise<readonly File[]>;
  /** A .docx file with a table, such as people sign in; the first column is the widest. `name` is without the extension. */
  list(paper: {
    readonly name: Text;
    readonly heading: Text;
    readonly columns: readonly Text[];
    readonly rows: readonly (readonly string[])[];
  }): Promise<File>;
  /** A .docx file to be completed and signed by a person. */
  draft(draft: Draft): Promise<File>;
  /** An .ics file; `cancel` takes its entries out of a calendar that has them. */
  calendar(paper: {
    readonly name: Text;
    readonly entries: readonly CalendarEntry[];
    readonly now: number;
    readonly method: 'publish' | 'cancel';
    /** What a calendar of many entries is called. */
    readonly title?: Text;
  }): File;
  /** A .docx file to be completed and signed by a person. */
  minutes(paper: MinutesPaper): File;
}
