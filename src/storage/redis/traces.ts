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

const wordsTag = (vault: Vault, text: string): string => vault.pseudonym('w', likeness(text));

const leftKey = ({ keys, vault }: Pick<Shelf, 'keys' | 'vault'>, left: Left): string =>
  keys.left(vault.pseudonym('w', leftWords(left)));

const toRecent = (shelf: Pick<Shelf, 'keys' | 'vault'>, { message, author, at, text, kind }: Trace): Command[] => {
  const { keys, vault } = shelf;
  const key = keys.recent(vault.pseudonym('c', message.place));
  const line = [at, message.id, vault.pseudonym('a', author), wordsTag(vault, text), kind].join('|');
  return [
    ['RPUSH', key, line],
    ['LTRIM', key, String(-MOST_LATELY), '-1'],
    // A backlog is decided at the times it came: what has passed by the clock still counts in it.
    ['PEXPIREAT', key, String(Math.max(at, Date.now()) + LATELY)],
  ];
};

/** A trace as commands of the write that grounds it. */
export const leaveTrace = (shelf: Pick<Shelf, 'keys' | 'vault'>, trace: Trace): readonly Command[] => {
  const key = leftKey(shelf, trace);
  return [
    ['SADD', key, shelf.vault.seal(printMessage(trace.message))],
    ['PEXPIREAT', key, String(trace.at + FOUND_AGAIN)],
    ...(trace.edited ? [] : toRecent(shelf, trace)),
  ];
};

const printKey = ({ keys, vault }: Pick<Shelf, 'keys' | 'vault'>, handle: string): string =>
  keys.print(vault.pseudonym('w', handle));

export const keepPrint = (
  shelf: Pick<Shelf, 'keys' | 'vault'>,
  { handle, print, until }: Extract<Change, { put: 'print' }>,
): Command => ['SET', printKey(shelf, handle), print, 'PXAT', String(until)];

interface Asked {
  readonly at: number;
  readonly id: string;
  readonly author: string;
  readonly words: string;
}

const recentOf = (line: string, asked: Asked): readonly Recent[] => {
  const [at, id, author, words, kind] = line.split('|');
  const ago = asked.at - Number(at);
  if (id === asked.id || ago < 0 || ago >= LATELY) return [];
  return [{ ago, own: author === asked.author, same: words === asked.words, kind: kind as Recent['kind'] }];
};

export const redisTraces = (shelf: Shelf): Traces => {
  const { redis, keys, vault } = shelf;
  return {
    recent: async ({ message, author, at, text }) => {
      const lines = await redis.lRange(keys.recent(vault.pseudonym('c', message.place)), 0, -1);
      if (lines.length === 0) return [];
      const asked = { at, id: message.id, author: vault.pseudonym('a', author), words: wordsTag(vault, text) };
      return lines.flatMap((line) => recentOf(line, asked));
    },
    prints: async (handles) => {
      if (handles.length === 0) return new Map();
      const found = await redis.mGet(handles.map((handle) => printKey(shelf, handle)));
      return new Map(handles.flatMap((handle, at) => (found[at] ? [[handle, found[at]] as const] : [])));
    },
    written: async (left) => {
      const sealed = await redis.sMembers(leftKey(shelf, left));
      const printed = new Set(sealed.map((one) => vault.open(one)));
      return [...printed].flatMap((one): MessageRef | [] => parseMessage(one) ?? []);
    },
  };
};
