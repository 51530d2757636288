import type { Change } from '../domain/change.js';
import { type Held, keep, RECORDS, type RecordKind } from '../domain/records.js';
import type { AccountRef, ChatRef } from '../domain/refs.js';
import type { Timer } from '../domain/timer.js';
import type { Update } from '../domain/update.js';
import type { Stores } from '../ports/stores.js';
import { limits } from './limited.js';
import { SILENCED } from './membership-measures.js';

type Moved = Extract<Update, { readonly kind: 'moved' }>;

/** Timers looked through; a school has some dozens. */
const MOST = 100_000;

/** A chat's name inside words such as `greet:telegram:chat:-5`, and never the beginning of another one's. */
const renaming = (from: ChatRef, to: ChatRef) => {
  const name = new RegExp(`${from.replace(/[^\w:]/g, '\\$&')}(?!\\d)`, 'g');
  return (words: string): string => words.replace(name, to);
};

/** A message's number means nothing in the chat's new home: what names one goes on naming the old one. */
const isMessage = (value: object): boolean => 'place' in value && ('id' in value || 'message' in value);

/** Lines of an announcement go on by the names they were planned under: copies on their way are told by them. */
const keepsKeys = (of: RecordKind): boolean => of === 'recipients';

/** A value with every mention of the chat renamed. */
const renamed = (value: unknown, rename: (words: string) => string, keys = rename): unknown => {
  if (typeof value === 'string') return rename(value);
  if (typeof value !== 'object' || value === null || isMessage(value)) return value;
  if (Array.isArray(value)) return value.map((item) => renamed(item, rename, keys));
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [keys(key), renamed(inner, rename, keys)]));
};

const KINDS = Object.keys(RECORDS) as readonly RecordKind[];

/** What the old name knew goes before what the new one has gathered in its first moments. */
const recordChanges = <K extends RecordKind>(
  of: K,
  held: Held<K>,
  all: readonly Held<K>[],
  rename: (words: string) => string,
): readonly Change[] => {
  const id = rename(held.id);
  const value = renamed(held.value, rename, keepsKeys(of) ? (key) => key : rename) as Held<K>['value'];
  if (id === held.id) return JSON.stringify(value) === JSON.stringify(held.value) ? [] : [keep(of, id, value, held)];
  const there = all.find((other) => other.id === id);
  return [keep(of, held.id, null, held), keep(of, id, value, there)];
};

const timerChanges = (timer: Timer, rename: (words: string) => string): readonly Change[] => {
  const next = { ...timer, key: rename(timer.key), data: renamed(timer.data, rename) as Timer['data'] };
  if (JSON.stringify(next) === JSON.stringify(timer)) return [];
  return [
    { put: 'no-timer', key: timer.key },
    { put: 'timer', timer: next },
  ];
};

/** Whoever may not write under the old name may not under the new one: what comes through is taken away there too. */
const silences = async (
  { from, chat: to, at }: Pick<Moved, 'from' | 'chat' | 'at'>,
  { records }: Pick<Stores, 'records'>,
): Promise<readonly Change[]> => {
  const [cases, found] = await Promise.all([records.all('case'), records.all('membership')]);
  const silenced = (account: AccountRef, until: number): Change => ({
    put: 'silenced',
    chat: to,
    account,
    until,
    told: true,
  });
  return [
    ...found
      .filter(({ value }) => value.chat === from && value.muted && value.decided?.as !== 'admitted')
      .map(({ value }) => silenced(value.account, at + SILENCED)),
    ...cases
      .filter(({ value }) => value.chat === from && limits(value, at))
      .map(({ value }) => silenced(value.account, value.measure?.until ?? 0)),
  ];
};

/** A chat goes on under another name: its registration, everything kept of it and what waits for it go with it. */
export const chatMoved = async (
  { from, chat: to, at }: Pick<Moved, 'from' | 'chat' | 'at'>,
  { chats, records, timers }: Pick<Stores, 'chats' | 'records' | 'timers'>,
): Promise<readonly Change[]> => {
  const rename = renaming(from, to);
  const [chat, waiting, ...kept] = await Promise.all([
    chats.find(from),
    timers.due(Number.MAX_SAFE_INTEGER, MOST),
    ...KINDS.map(async (of) => {
      const all = await records.all(of);
      return all.flatMap((held) => recordChanges(of, held, all, rename));
    }),
  ]);
  return [
    { put: 'presence', chat: from, present: false, at },
    { put: 'presence', chat: to, present: true, at },
    ...(chat ? [{ put: 'no-chat', chat: from } as const, { put: 'chat', chat: { ...chat, ref: to } } as const] : []),
    ...kept.flat(),
    ...(await silences({ from, chat: to, at }, { records })),
    ...waiting.flatMap((timer) => timerChanges(timer, rename)),
  ];
};
