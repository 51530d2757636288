import { z } from 'zod';
import type { ChatRef } from '../../domain/refs.js';
import type { Update } from '../../domain/update.js';
import { Refused } from '../../ports/platform.js';
import { decodeMessage } from './decode.js';
import { conversations, type Question } from './questions.js';
import { numberOf } from './refs.js';
import type { Skip } from './skip.js';

export interface GapDeps {
  readonly question: Question;
  readonly group: number;
  readonly now: () => number;
  readonly onSkip: (reason: Skip) => void;
}

const PAGE = 100;
const Messages = z.object({ items: z.array(z.unknown()) });
const Numbered = z.object({ conversation_message_id: z.number() });

const numbers = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, n) => from + n);

/** Messages of one page by number; none of a chat we may not read. */
const page = async (
  question: Question,
  chat: ChatRef,
  from: number,
  to: number,
): Promise<ReadonlyMap<number, unknown>> => {
  const params = { peer_id: numberOf(chat), conversation_message_ids: numbers(from, to).join(',') };
  try {
    const { items } = await question('messages.getByConversationMessageId', params, Messages);
    return new Map(
      items.flatMap((item) => {
        const parsed = Numbered.safeParse(item);
        return parsed.success ? [[parsed.data.conversation_message_id, item] as const] : [];
      }),
    );
  } catch (error) {
    if (error instanceof Refused) return new Map();
    throw error;
  }
};

/** Everything VK still has of a chat from a number on; `last` when VK said where the chat ends. */
const fetched = async (question: Question, chat: ChatRef, from: number, last: number | undefined) => {
  const found = new Map<number, unknown>();
  for (let at = from; at <= (last ?? Number.POSITIVE_INFINITY); at += PAGE) {
    const part = await page(question, chat, at, Math.min(at + PAGE - 1, last ?? Number.POSITIVE_INFINITY));
    for (const [number, item] of part) found.set(number, item);
    if (last === undefined && part.size === 0) break;
  }
  return found;
};

/** `3…5, 9…9`: what is between `from` and `to` and not there. */
const holes = (
  from: number,
  to: number,
  there: (number: number) => boolean,
): readonly (readonly [number, number])[] => {
  const ranges: [number, number][] = [];
  for (const number of numbers(from, to)) {
    const open = ranges.at(-1);
    if (there(number)) continue;
    if (open && open[1] === number - 1) open[1] = number;
    else ranges.push([number, number]);
  }
  return ranges;
};

const gapOf = (chat: ChatRef, [from, to]: readonly [number, number], now: number): Update => {
  const id = `vk-lost-${numberOf(chat)}-${from}-${to}`;
  return { id, key: id, at: now, kind: 'gap', chat, from, to };
};

const missedIn = async (
  deps: GapDeps,
  chat: ChatRef,
  seen: number,
  last: number | undefined,
): Promise<readonly Update[]> => {
  const found = await fetched(deps.question, chat, seen + 1, last);
  const readable = new Set<number>();
  const inOrder = [...found].sort(([a], [b]) => a - b);
  const updates = inOrder.flatMap(([number, raw]) => {
    const decoded = decodeMessage(raw, deps.group);
    if (decoded !== 'malformed' && decoded !== 'deleted') readable.add(number);
    if (typeof decoded !== 'string') return [decoded];
    deps.onSkip(decoded);
    return [];
  });
  const end = last ?? Math.max(seen, ...found.keys());
  const lost = holes(seen + 1, end, (number) => readable.has(number)).map((range) => gapOf(chat, range, deps.now()));
  return [...lost, ...updates];
};

/**
 * After VK has lost events: the messages of each chat behind the last number seen, fetched by number, and a `gap` for
 * those VK does not give (deleted in the meantime, or not for us to read).
 */
export const missed = async (deps: GapDeps, seen: ReadonlyMap<ChatRef, number>): Promise<readonly Update[]> => {
  const told = await conversations(deps.question, [...seen.keys()]);
  const lasts = new Map(told.map(({ peer, last_conversation_message_id: last }) => [peer.id, last]));
  const all: Update[] = [];
  for (const [chat, number] of seen) all.push(...(await missedIn(deps, chat, number, lasts.get(numberOf(chat)))));
  return all;
};
