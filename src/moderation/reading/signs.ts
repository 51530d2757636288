import { type Automaton, LETTERS, letterOf, type WordTree } from './automaton.js';

/** What a text shows at a first look: which of the dear looks may be worth it. Bits. */
export const SIGN = {
  latin: 1,
  /** Digits, signs or letters of another alphabet among letters. */
  mixed: 2,
  /** Letters one by one. */
  spelt: 4,
  /** Marks between letters, without spaces. */
  pierced: 8,
  /** Letters left out behind marks. */
  masked: 16,
  /** A letter twice in a row. */
  doubled: 32,
} as const;

/** `sign` may stand for a letter or hide one, `bang` may stand for one. */
const Kind = { other: 0, russian: 1, latin: 2, digit: 3, sign: 4, mark: 5, dot: 6, bang: 7 } as const;

/** Latin letters and digits that are drawn exactly like a Russian one. */
const TWINS: Readonly<Record<string, string>> = {
  a: 'а',
  b: 'в',
  c: 'с',
  e: 'е',
  h: 'н',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  x: 'х',
  y: 'у',
  '0': 'о',
  '3': 'з',
  '4': 'ч',
};

const KIND = new Uint8Array(0x10000);
const LETTER = new Uint8Array(0x10000);
for (let unit = 0; unit < 0x500; unit++) {
  const char = String.fromCharCode(unit);
  const twin = TWINS[char];
  LETTER[unit] = letterOf(twin === undefined ? unit : twin.charCodeAt(0));
  if (unit >= 0x430 && unit <= 0x44f) KIND[unit] = Kind.russian;
  else if (/[a-z]/.test(char)) KIND[unit] = Kind.latin;
  else if (/\d/.test(char)) KIND[unit] = Kind.digit;
  else if (/[@$*#%&^_~]/.test(char)) KIND[unit] = Kind.sign;
  else if (/[!€]/.test(char)) KIND[unit] = Kind.bang;
  else if (char === '.') KIND[unit] = Kind.dot;
  else if (/[-,/|'"+=:;]/.test(char)) KIND[unit] = Kind.mark;
}

const LETTERED = (1 << Kind.russian) | (1 << Kind.latin) | (1 << Kind.digit);
const isLettered = (kind: number): boolean => ((LETTERED >> kind) & 1) !== 0;

/** What a unit says with the one before it: `before * KINDS + kind`. */
const KINDS = 8;
const PAIRED = new Uint8Array(KINDS * KINDS);
for (const before of Object.values(Kind)) {
  PAIRED[before * KINDS + Kind.latin] = SIGN.latin | (before === Kind.russian ? SIGN.mixed : 0);
  if (before === Kind.russian || before === Kind.latin) PAIRED[before * KINDS + Kind.digit] = SIGN.mixed;
  if (before === Kind.digit || before === Kind.sign || before === Kind.bang || before === Kind.latin)
    PAIRED[before * KINDS + Kind.russian] = SIGN.mixed;
  PAIRED[before * KINDS + Kind.sign] = SIGN.masked;
}

export interface Look {
  /** Bits of `SIGN`. */
  readonly signs: number;
  /** Whose keys stand inside one word, across spaces, and across marks without a space: signs of the automaton. */
  readonly within: number;
  readonly across: number;
  readonly pierced: number;
  /** Whose whole words stand there: signs of the tree. */
  readonly words: number;
  /** Where keys of the groups `located` end inside words, and where the words of these groups end. */
  readonly hits: readonly number[];
  readonly ends: readonly number[];
}

/** What `lookAt` looks for: keys anywhere, and whole words. */
export interface Sought {
  readonly keys: Automaton;
  readonly words: WordTree;
  /** Of which groups of keys and of words the places are wanted: bits. */
  readonly located: { readonly keys: number; readonly words: number };
}

const NOWHERE: readonly number[] = [];
/** A word so short before two dots may be a beginning: «х..», «бл...». */
const BEGUN = 3;

/**
 * One walk along the normal text. Doubled letters count once, and what stands between letters does not count,
 * so that no disguise by spaces, marks or stuttering hides a key.
 */
export const lookAt = (text: string, { keys, words: tree, located }: Sought): Look => {
  const { next, signs: endings, shortest, longest } = keys;
  let signs = 0;
  let within = 0;
  let across = 0;
  let pierced = 0;
  let spaceless = false;
  let words = 0;
  let hits: number[] | null = null;
  let ends: number[] | null = null;
  let state = 0;
  let branch = tree.root;
  /** Letters so far, each once; how many there were when the word began; how long the word is, and the one before. */
  let letters = 0;
  let brokenAt = 0;
  let length = 0;
  let ended = 0;
  let alone = 0;
  let before: number = Kind.other;
  let last = 0;
  let dots = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const kind = KIND[unit] ?? 0;
    signs |= PAIRED[before * KINDS + kind] ?? 0;
    if (!isLettered(kind)) {
      if (length > 0) {
        const listed = tree.ends[branch] ?? 0;
        words |= listed;
        if ((listed & located.words) !== 0) {
          ends ??= [];
          ends.push(i - 1);
        }
        brokenAt = letters;
        alone = length === 1 ? alone + 1 : 0;
        if (alone >= 2) signs |= SIGN.spelt;
        ended = length;
        length = 0;
      }
      dots = kind === Kind.dot ? dots + 1 : 0;
      if (dots === 2 && letters > 0 && ended <= BEGUN) signs |= SIGN.masked;
      before = kind;
      continue;
    }
    if (length === 0) {
      branch = tree.root;
      spaceless = before !== Kind.other;
      if (letters > 0 && spaceless) signs |= dots > 1 ? SIGN.pierced | SIGN.masked : SIGN.pierced;
    }
    length++;
    dots = 0;
    before = kind;
    const letter = LETTER[unit] ?? 0;
    if (letter === 0) {
      branch = 0;
      continue;
    }
    if (letter !== last || length === 1) branch = tree.next[branch * LETTERS + letter] ?? 0;
    if (letter === last) {
      if (length > 1) signs |= SIGN.doubled;
      // «тебе ебу»: the one letter that is kept belongs to the new word too.
      else brokenAt = letters - 1;
      continue;
    }
    last = letter;
    letters++;
    state = next[state * LETTERS + letter] ?? 0;
    const ending = endings[state] ?? 0;
    if (ending === 0) continue;
    if (letters - (shortest[state] ?? 0) >= brokenAt) {
      within |= ending;
      if ((ending & located.keys) !== 0) {
        hits ??= [];
        hits.push(i);
      }
    }
    if (letters - (longest[state] ?? 0) >= brokenAt) continue;
    if (spaceless) pierced |= ending;
    else across |= ending;
  }
  const listed = length > 0 ? (tree.ends[branch] ?? 0) : 0;
  words |= listed;
  if ((listed & located.words) !== 0) {
    ends ??= [];
    ends.push(text.length - 1);
  }
  if (alone >= 1 && length === 1) signs |= SIGN.spelt;
  return { signs, within, across, pierced, words, hits: hits ?? NOWHERE, ends: ends ?? NOWHERE };
};
