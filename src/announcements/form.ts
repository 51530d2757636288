import type { Audience, Every } from '../domain/announcement.js';
import { type AudienceDefect, type Named, type Piece, readPiece, together } from './audience.js';
import { type Clock, readEvery, readMoment } from './when.js';

/** Days of an announcement that is read nowhere else. */
const DEADLINE = '18:00';
const MORNING = '08:00';
const MIDNIGHT = '23:59';

/** What was understood of a line; whatever is not there has still to be asked for. */
export interface Form {
  readonly audience?: Audience;
  /** Classes that were named without saying whom of them. */
  readonly classes?: { readonly names: readonly string[]; readonly by: Audience['by'] };
  readonly words: string;
  readonly acknowledge?: number;
  readonly at?: number;
  readonly valid?: number;
  readonly every?: Every;
  readonly urgent?: true;
}

export type FormDefect =
  | { readonly what: AudienceDefect; readonly names?: string }
  | { readonly what: 'unread' | 'past' | 'late-deadline' | 'long'; readonly names?: string };

export type ReadForm = { readonly form: Form } | { readonly defect: FormDefect };

interface Taken {
  pieces: Piece[];
  acknowledge?: number;
  at?: number;
  valid?: number;
  every?: Every;
  urgent?: true;
}

const LINKS =
  /^(?:[\s,;.]+|(?:для|и|а\s+также|to|for)(?=\s)|(?:объявление|опубликовать|напиши(?:те)?|сообщи(?:те)?)(?=\s))/u;
const UNTIL = /^(?:(?:с\s+)?ознаком\p{L}*\s+)?(?:до|не\s+позднее|by|until)\s+/u;
const ASKED = /^с\s+ознакомлением(?!\p{L})/u;
const VALID = /^(?:действует|актуально|valid)\s+(?:до|until)\s+/u;
const URGENT = /^(?:срочн(?:о|ое|ая)|urgent(?:ly)?)(?!\p{L})/u;

/** How long people have when no day was said. */
const DAYS_TO_READ = 2;

/** One thing from the beginning of the words: how many characters it took; 0 for nothing. */
const take = (words: string, taken: Taken, named: Named, clock: Clock): number => {
  const valid = VALID.exec(words)?.[0].length;
  const asks = valid === undefined ? UNTIL.exec(words)?.[0].length : undefined;
  const lead = valid ?? asks;
  if (lead !== undefined) {
    const moment = readMoment(words.slice(lead), valid === undefined ? DEADLINE : MIDNIGHT, clock);
    if (moment === undefined) return 0;
    if (valid === undefined) taken.acknowledge = moment.at;
    else taken.valid = moment.at;
    return lead + moment.length;
  }
  const asked = ASKED.exec(words)?.[0].length;
  if (asked !== undefined) {
    taken.acknowledge ??=
      readMoment('завтра', DEADLINE, { ...clock, now: clock.now + (DAYS_TO_READ - 1) * 86_400_000 })?.at ?? 0;
    return asked;
  }
  const urgent = URGENT.exec(words)?.[0].length;
  if (urgent !== undefined) {
    taken.urgent = true;
    return urgent;
  }
  const every = readEvery(words);
  if (every) {
    taken.every = every.every;
    return every.length;
  }
  const piece = readPiece(words, named);
  if (piece) {
    taken.pieces.push(piece);
    return piece.length;
  }
  const moment = readMoment(words, MORNING, clock);
  if (moment === undefined) return 0;
  taken.at = moment.at;
  return moment.length;
};

/** Reads from the beginning as far as it is understood. Returns where that ends, behind the last thing understood. */
const readHead = (typed: string, taken: Taken, named: Named, clock: Clock): number => {
  const words = typed.toLowerCase().replaceAll('ё', 'е');
  let end = 0;
  for (let from = 0; from < words.length; ) {
    const rest = words.slice(from);
    const link = LINKS.exec(rest)?.[0].length ?? 0;
    const length = take(rest, taken, named, clock);
    if (length > 0) {
      from += length;
      end = from;
    } else if (link > 0) from += link;
    else break;
  }
  return end;
};

/** Where the head ends and the words begin: at the first colon that is no time's, or at the end of the first line. */
const splitAt = (typed: string): readonly [string, string] | undefined => {
  const colon = /:(?!\d{2}(?!\d))|(?<!\d):/u.exec(typed)?.index;
  const line = typed.indexOf('\n');
  const cut = colon === undefined || (line >= 0 && line < colon) ? line : colon;
  return cut < 0 ? undefined : [typed.slice(0, cut), typed.slice(cut + 1)];
};

/** Characters of an announcement: with signature and header it still is one message. */
const MOST = 3_500;

const checked = (taken: Taken, words: string, named: Named, { now }: Clock): ReadForm => {
  const past = [taken.acknowledge, taken.at, taken.valid].some((one) => one !== undefined && one <= now);
  if (past) return { defect: { what: 'past' } };
  if (taken.at !== undefined && taken.acknowledge !== undefined && taken.acknowledge <= taken.at)
    return { defect: { what: 'late-deadline' } };
  if (words.length > MOST) return { defect: { what: 'long', names: String(words.length - MOST) } };
  const { pieces, ...times } = taken;
  const form = { words: words.trim(), ...times };
  if (pieces.length === 0) return { form };
  const read = together(pieces, named);
  if ('defect' in read) return { defect: { what: read.defect, ...(read.names ? { names: read.names } : {}) } };
  if ('ask' in read) return { form: { ...form, classes: { names: read.classes, by: read.by } } };
  return { form: { ...form, audience: read.audience } };
};

/**
 * «родители всей школы до 16.09 18:00: текст», «5А родители завтра собрание…», «учителя»; forgiving as to order, case and
 * spelling. What it did not understand before a colon is a defect; without a colon it is the beginning of the text.
 */
export const readForm = (typed: string, named: Named, clock: Clock): ReadForm => {
  const plain = typed.normalize('NFC').trim();
  const parts = splitAt(plain);
  const taken: Taken = { pieces: [] };
  if (parts) {
    const [head, words] = parts;
    const end = readHead(head, taken, named, clock);
    const left = head.slice(end).replace(/^[\s,;.]+|[\s,;.]+$/gu, '');
    if (left === '' && end > 0) return checked(taken, words, named, clock);
    if (end > 0 && taken.pieces.length > 0 && !head.includes('\n') && left.split(/\s+/u).length <= 3)
      return { defect: { what: 'unread', names: left } };
  }
  const whole: Taken = { pieces: [] };
  const end = readHead(plain, whole, named, clock);
  return checked(whole, plain.slice(end).replace(/^[\s,;:–—-]+/u, ''), named, clock);
};
