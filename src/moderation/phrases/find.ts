import { NEVER, type Phrase, type Tables, type Telling, type Way } from './tables.js';
import type { Token } from './tokens.js';

/** Something said: units `from` to `to` of the normal text. */
export interface Said extends Pick<Phrase, 'sure' | 'decision'> {
  readonly from: number;
  readonly to: number;
  /** The neighbour that makes it innocent: then it is not to be told. */
  readonly spared?: { readonly from: number; readonly to: number };
}

/** What is near: the same sentence or one beside it, so many words to each side. */
const NEAR = 40;
/** More of it in one text proves nothing more. */
const ENOUGH = 8;
/** What lessons, books and news leave of a finding. */
const DOUBTED = 0.3;

/** Steps from `at` on match beside token `near`: the last token of them, or NEVER. Bounded by the gaps. */
const follow = (tokens: readonly Token[], way: Way, at: number, near: number, by: 1 | -1): number => {
  const step = way.steps[at];
  if (step === undefined) return near;
  const gap = by === 1 ? step.gap : (way.steps[at + 1]?.gap ?? 0);
  const sentence = tokens[near]?.sentence;
  for (let far = 1; far <= gap + 1; far++) {
    const token = tokens[near + by * far];
    if (token === undefined || token.sentence !== sentence) return NEVER;
    if (!token.classes.includes(step.id)) continue;
    const end = follow(tokens, way, at + by, near + by * far, by);
    if (end !== NEVER) return end;
  }
  return NEVER;
};

/** Of one sentence or of neighbours. */
const close = (one: Token, other: Token | undefined): boolean =>
  other !== undefined && Math.abs(one.sentence - other.sentence) <= 1;

const nearby = (tokens: readonly Token[], first: number, last: number, id: number): Token | undefined => {
  if (id === NEVER) return undefined;
  const around = tokens.slice(Math.max(0, first - NEAR), last + NEAR + 1);
  return around.find(
    (token) => token.classes.includes(id) && (close(token, tokens[first]) || close(token, tokens[last])),
  );
};

/** Token `at` is of that class, and of the same sentence as `of`. */
const beside = (tokens: readonly Token[], at: number, of: number, id: number): boolean =>
  id !== NEVER && tokens[at]?.sentence === tokens[of]?.sentence && (tokens[at]?.classes.includes(id) ?? false);

const place = (
  tokens: readonly Token[],
  token: number,
  { way, at }: Telling,
): readonly [first: number, last: number] | undefined => {
  const last = follow(tokens, way, at + 1, token, 1);
  const first = last === NEVER ? NEVER : follow(tokens, way, at - 1, token, -1);
  if (first === NEVER) return undefined;
  const refused = beside(tokens, first - 1, first, way.before) || beside(tokens, last + 1, last, way.after);
  return refused ? undefined : [first, last];
};

const saidAt = (tokens: readonly Token[], [first, last]: readonly [number, number], way: Way, doubt: number): Said => {
  const { sure, decision } = way.phrase;
  const spared = nearby(tokens, first, last, way.unless);
  const doubted = spared === undefined && nearby(tokens, first, last, doubt) !== undefined;
  return {
    from: tokens[first]?.from ?? 0,
    to: tokens[last]?.to ?? 0,
    sure: doubted ? Math.min(sure, DOUBTED) : sure,
    ...(decision !== undefined && { decision }),
    ...(spared !== undefined && { spared: { from: spared.from, to: spared.to } }),
  };
};

/** One place, one finding: of overlapping ones the surest, of equally sure ones the longest; what is told before what is spared. */
const distinct = (said: readonly Said[]): readonly Said[] => {
  const weight = ({ sure, spared }: Said): number => (spared === undefined ? sure : sure - 1);
  const kept: Said[] = [];
  for (const one of said.toSorted(
    (a, b) => weight(b) - weight(a) || b.to - b.from - (a.to - a.from) || a.from - b.from,
  ))
    if (kept.every(({ from, to }) => to <= one.from || one.to <= from)) kept.push(one);
  return kept.toSorted((a, b) => a.from - b.from);
};

/** What the words of a text say of a topic, in the order of the text. */
export const find = ({ tellings, doubts }: Tables, topic: number, tokens: readonly Token[]): readonly Said[] => {
  const said: Said[] = [];
  for (const [token, { classes }] of tokens.entries())
    for (const telling of classes.flatMap((id) => tellings[topic]?.get(id) ?? [])) {
      if (said.length >= ENOUGH) return distinct(said);
      const found = place(tokens, token, telling);
      if (found !== undefined) said.push(saidAt(tokens, found, telling.way, doubts[topic] ?? NEVER));
    }
  return distinct(said);
};
