import type { Change } from '../../domain/change.js';
import { type MessageRef, parseMessage, printMessage } from '../../domain/refs.js';
import {
  FOUND_AGAIN,
  LATELY,
  type Left,
  leftWords,
  likeness,
  MOST_LATELY,
  type Recent,
  type Trace,
} from '../../domain/trace.js';
import type { Traces } from '../../ports/stores.js';
import type { Vault } from '../../ports/vault.js';
import type { Command, Shelf } from './shelf.js';

type Kept = Pick<Shelf, 'keys' | 'vault'>;

/**
 * Recent messages stand one behind the other in one string a chat and ten minutes, all of one length, so that they are
 * added and read without being taken apart: the time, what its author is called, what its words are called, its kind.
 */
const TIME = 9;
const TAG = 8;
const [AUTHOR, WORDS, KIND] = [TIME, TIME + TAG, TIME + 2 * TAG];
const LENGTH = KIND + 1;
const KINDS = { words: 'w', hand: 'h', sticker: 's' } as const satisfies Record<Recent['kind'], string>;
const NAMES = new Map<string, Recent['kind']>(
  Object.entries(KINDS).map(([name, letter]) => [letter, name as Recent['kind']]),
);

/** 48 bits, beside no more than a few hundred others. */
const tagOf = (vault: Vault, kind: 'a' | 'w', value: string): string => vault.pseudonym(kind, value).slice(-TAG);

const spanOf = (at: number): number => Math.floor(at / LATELY);

const recentKey = ({ keys, vault }: Kept, chat: string, span: number): string =>
  keys.recent(vault.pseudonym('c', chat), String(span));

const toRecent = (shelf: Kept, { message, author, at, text, kind }: Trace): readonly Command[] => {
  const { vault } = shelf;
  const key = recentKey(shelf, message.place, spanOf(at));
  const time = at.toString(36).padStart(TIME, '0');
  return [
    ['APPEND', key, `${time}${tagOf(vault, 'a', author)}${tagOf(vault, 'w', likeness(text))}${KINDS[kind]}`],
    // A backlog is decided at the times it came: what has passed by the clock still counts in it.
    ['PEXPIREAT', key, String(Math.max(at, Date.now()) + 2 * LATELY)],
  ];
};

const recentIn = (shelf: Kept, line: string, { author, at, text }: Pick<Trace, 'author' | 'at' | 'text'>): Recent[] => {
  const own = tagOf(shelf.vault, 'a', author);
  const same = tagOf(shelf.vault, 'w', likeness(text));
  const found: Recent[] = [];
  for (let from = Math.max(0, line.length - MOST_LATELY * LENGTH); from < line.length; from += LENGTH) {
    const ago = at - Number.parseInt(line.slice(from, from + TIME), 36);
    const kind = NAMES.get(line.charAt(from + KIND));
    if (ago < 0 || ago >= LATELY || kind === undefined) continue;
    found.push({
      ago,
      own: line.startsWith(own, from + AUTHOR),
      same: line.startsWith(same, from + WORDS),
      kind,
    });
  }
  return found;
};

const leftKey = ({ keys, vault }: Kept, left: Left): string => keys.left(vault.pseudonym('w', leftWords(left)));

/** A trace as commands of the write that grounds it. */
export const leaveTrace = (shelf: Kept, trace: Trace): readonly Command[] => {
  const key = leftKey(shelf, trace);
  return [
    ['SADD', key, shelf.vault.seal(printMessage(trace.message))],
    ['PEXPIREAT', key, String(trace.at + FOUND_AGAIN)],
    ...(trace.edited ? [] : toRecent(shelf, trace)),
  ];
};

const printKey = ({ keys, vault }: Kept, handle: string): string => keys.print(vault.pseudonym('w', handle));

export const keepPrint = (shelf: Kept, { handle, print, until }: Extract<Change, { put: 'print' }>): Command => [
  'SET',
  printKey(shelf, handle),
  shelf.vault.seal(print),
  'PXAT',
  String(until),
];

export const redisTraces = (shelf: Shelf): Traces => {
  const { redis, vault } = shelf;
  return {
    recent: async (message) => {
      const { chat, at } = message;
      const latest = (span: number) => redis.getRange(recentKey(shelf, chat, span), -MOST_LATELY * LENGTH, -1);
      const [before, now] = await Promise.all([latest(spanOf(at) - 1), latest(spanOf(at))]);
      const line = `${before ?? ''}${now ?? ''}`;
      return line === '' ? [] : recentIn(shelf, line, message);
    },
    prints: async (handles) => {
      if (handles.length === 0) return new Map();
      const found = await redis.mGet(handles.map((handle) => printKey(shelf, handle)));
      return new Map(handles.flatMap((handle, at) => (found[at] ? [[handle, vault.open(found[at])] as const] : [])));
    },
    written: async (left) => {
      const sealed = await redis.sMembers(leftKey(shelf, left));
      const printed = new Set(sealed.map((one) => vault.open(one)));
      return [...printed].flatMap((one): MessageRef | [] => parseMessage(one) ?? []);
    },
  };
};
