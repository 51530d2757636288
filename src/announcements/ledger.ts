import { isChatLine, type Line } from '../domain/announcement.js';
import type { Told } from '../domain/told.js';

/** Lines in one part, about. */
const PART = 50;

export type Lines = Readonly<Record<string, Line>>;

export const chunksFor = (lines: number): number => Math.max(1, Math.ceil(lines / PART));

/** Which part a line is in, 0…chunks − 1 (FNV-1a). */
export const chunkOf = (key: string, chunks: number): number => {
  let hash = 0x811c9dc5;
  for (const letter of key) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0) % Math.max(1, chunks);
};

/** The whole list in parts. */
export const inChunks = (lines: Lines): readonly Lines[] => {
  const entries = Object.entries(lines);
  const chunks = chunksFor(entries.length);
  const parts: [string, Line][][] = Array.from({ length: chunks }, () => []);
  for (const entry of entries) parts[chunkOf(entry[0], chunks)]?.push(entry);
  return parts.map((part) => Object.fromEntries(part));
};

/** A copy that was sent, or why it was not. What is no copy's line, or has been taken back, stays as it is. */
export const afterSend = (line: Line, { is, why, message, at }: Told): Line => {
  if (line.place === undefined || line.state === 'withdrawn') return line;
  const { why: _before, ...rest } = line;
  switch (is) {
    case 'done':
    case 'gone':
    case 'degraded':
    case 'simulated':
      return { ...rest, state: 'sent', at, ...(message ? { message: message.id } : {}) };
    case 'refused':
    case 'unsupported':
      return { ...rest, state: 'refused', at, ...(why === undefined ? {} : { why }) };
    case 'uncertain':
      return { ...rest, state: 'uncertain', at };
  }
};

/** A copy that was taken back, as far as the messenger allowed it. */
export const afterDelete = (line: Line, { is }: Told): Line => {
  if (is !== 'done' && is !== 'gone') return line;
  return { ...line, state: 'withdrawn' };
};

/** A copy whose words were mended, or could not be. */
export const afterEdit = (line: Line, { is }: Told): Line => {
  const { stale: _before, ...rest } = line;
  return is === 'refused' || is === 'unsupported' || is === 'uncertain' ? { ...rest, stale: true } : rest;
};

/** A new version goes the ways of the first; whoever has acknowledged is asked again. */
export const anew = (line: Line): Line => {
  if (line.place === undefined || line.state === 'withdrawn') return line;
  const { message, why: _why, at: _at, stale: _stale, before = [], ...rest } = line;
  const older = message === undefined ? before : [...before, message];
  return { ...rest, state: 'planned', ...(older.length > 0 ? { before: [...older] } : {}) };
};

/** Whoever is not meant any more gets no new version; what lies there of the old ones is still taken back with all. */
export const leftOut = (line: Line): Line => {
  if (line.place === undefined || line.state === 'withdrawn') return line;
  return { ...anew(line), state: 'unreached', why: 'left' };
};

/** Says that a person has read this version; said again, the first time counts. `undefined`: nothing changes. */
export const acknowledged = (line: Line, version: number, at: number): Line | undefined =>
  (line.acknowledged?.version ?? 0) >= version ? undefined : { ...line, acknowledged: { version, at } };

export const hasAcknowledged = ({ acknowledged: done }: Line, version: number): boolean =>
  (done?.version ?? 0) >= version;

/** Of what did not arrive: how often for each cause, and the chats by name. */
export interface Trouble {
  readonly why: string;
  readonly count: number;
  readonly chats: readonly string[];
}

const TROUBLED: readonly Line['state'][] = ['refused', 'uncertain', 'unreached'];

/** Why copies or people were not reached, by cause, the most frequent first. */
export const troublesOf = (parts: readonly Lines[]): readonly Trouble[] => {
  const byCause = new Map<string, { count: number; chats: string[] }>();
  for (const [key, { state, why }] of parts.flatMap((part) => Object.entries(part))) {
    if (!TROUBLED.includes(state)) continue;
    const cause = state === 'uncertain' ? state : (why ?? state);
    const found = byCause.get(cause) ?? { count: 0, chats: [] };
    byCause.set(cause, { count: found.count + 1, chats: isChatLine(key) ? [...found.chats, key] : found.chats });
  }
  return [...byCause]
    .map(([why, found]) => ({ why, ...found }))
    .toSorted((one, other) => other.count - one.count || (one.why < other.why ? -1 : 1));
};

/** How far it has come. */
export interface Counts {
  /** Copies: into chats and into dialogs. */
  readonly copies: number;
  readonly planned: number;
  readonly sent: number;
  readonly refused: number;
  readonly uncertain: number;
  readonly withdrawn: number;
  /** Copies in which words stand that were corrected since. */
  readonly stale: number;
  readonly chats: number;
  /** People, whatever the way. */
  readonly people: number;
  readonly acknowledged: number;
  readonly otherWay: number;
  readonly unreached: number;
}

export const countsOf = (parts: readonly Lines[], version: number): Counts => {
  const all = parts.flatMap((part) => Object.entries(part));
  const count = (test: (line: Line, key: string) => boolean) => all.filter(([key, line]) => test(line, key)).length;
  return {
    copies: count(({ place }) => place !== undefined),
    planned: count(({ state }) => state === 'planned'),
    sent: count(({ state }) => state === 'sent'),
    refused: count(({ state }) => state === 'refused'),
    uncertain: count(({ state }) => state === 'uncertain'),
    withdrawn: count(({ state }) => state === 'withdrawn'),
    stale: count(({ stale }) => stale === true),
    chats: count((_line, key) => isChatLine(key)),
    people: count((_line, key) => !isChatLine(key)),
    acknowledged: count((line) => hasAcknowledged(line, version)),
    otherWay: count(({ state }) => state === 'other-way'),
    unreached: count(({ state }) => state === 'unreached'),
  };
};
