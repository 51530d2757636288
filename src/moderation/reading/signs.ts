import { type Automaton, LETTERS, letterOf, type WordTree } from './automaton.js';
import { TWINS } from './twins.js';

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

/** Latin letters and digits that are drawn like a Russian one. */
const DRAWN: Readonly<Record<string, string>> = { ...TWINS, '0': 'о', '3': 'з', '4': 'ч' };

const kindOf = (char: string): number => {
  if (/[а-я]/.test(char)) return Kind.russian;
  if (/[a-z]/.test(char)) return Kind.latin;
  if (/\d/.test(char)) return Kind.digit;
  if (/[@$*#%&^_~]/.test(char)) return Kind.sign;
  if (/[!€]/.test(char)) return Kind.bang;
  if (char === '.') return Kind.dot;
  return /[-,/|'"+=:;]/.test(char) ? Kind.mark : Kind.other;
};

/** Of a unit of the normal text: its kind, and in the bits above it the letter. */
const KIND_BITS = 3;
const KINDS = 1 << KIND_BITS;
const CODE = new Uint16Array(0x10000);
for (let unit = 0; unit < 0x500; unit++) {
  const char = String.fromCharCode(unit);
  CODE[unit] = (letterOf((DRAWN[char] ?? char).charCodeAt(0)) << KIND_BITS) | kindOf(char);
}

const LETTERED = (1 << Kind.russian) | (1 << Kind.latin) | (1 << Kind.digit);
const isLettered = (kind: number): boolean => ((LETTERED >> kind) & 1) !== 0;

/** What a unit says with the one before it: `before * KINDS + kind`. */
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
  /** In which words no place of a key is worth a look: bits. */
  readonly innocent: number;
}

const NOWHERE: readonly number[] = [];
/** A word so short before two dots may be a beginning: «х..», «бл...». */
const BEGUN = 3;

/**
 * One walk along the normal text. Doubled letters count once, and what stands between letters does not count,
 * so that no disguise by spaces, marks or stuttering hides a key.
 */
export const lookAt = (text: string, { keys, words: tree, located, innocent }: Sought): Look => {
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
  /** Letters so far, each once, and places found; how many there were when the word began. */
  let letters = 0;
  let brokenAt = 0;
  let hitsBefore = 0;
  /** How long the word is, and the one before. */
  let length = 0;
  let ended = 0;
  let alone = 0;
  let before: number = Kind.other;
  let last = 0;
  let dots = 0;
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? (CODE[text.charCodeAt(i)] ?? 0) : Kind.other;
    const kind = code & (KINDS - 1);
    signs |= PAIRED[before * KINDS + kind] ?? 0;
    if (!isLettered(kind)) {
      if (length > 0) {
        const listed = tree.ends[branch] ?? 0;
        words |= listed;
        if ((listed & located.words) !== 0) {
          ends ??= [];
          ends.push(i - 1);
        }
        if (hits !== null) {
          if ((listed & innocent) !== 0) hits.length = hitsBefore;
          hitsBefore = hits.length;
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
    const letter = code >> KIND_BITS;
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
    state = keys.next[state * LETTERS + letter] ?? 0;
    const ending = keys.signs[state] ?? 0;
    if (ending === 0) continue;
    if (letters - (keys.shortest[state] ?? 0) >= brokenAt) {
      within |= ending;
      if ((ending & located.keys) !== 0) {
        hits ??= [];
        hits.push(i);
      }
    }
    if (letters - (keys.longest[state] ?? 0) >= brokenAt) continue;
    if (spaceless) pierced |= ending;
    else across |= ending;
  }
  return { signs, within, across, pierced, words, hits: hits ?? NOWHERE, ends: ends ?? NOWHERE };
};
