import { type Automaton, LETTERS, letterOf } from './automaton.js';

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

/** `sign` may stand for a letter, and hides one. */
const Kind = { other: 0, russian: 1, latin: 2, digit: 3, sign: 4, mark: 5, dot: 6 } as const;

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

const KIND = new Uint8Array(0x500);
const LETTER = new Uint8Array(0x500);
for (let unit = 0; unit < KIND.length; unit++) {
  const char = String.fromCharCode(unit);
  const twin = TWINS[char];
  LETTER[unit] = letterOf(twin === undefined ? unit : twin.charCodeAt(0));
  if (unit >= 0x430 && unit <= 0x44f) KIND[unit] = Kind.russian;
  else if (/[a-z]/.test(char)) KIND[unit] = Kind.latin;
  else if (/\d/.test(char)) KIND[unit] = Kind.digit;
  else if (/[@$€!*#%&^_~]/.test(char)) KIND[unit] = Kind.sign;
  else if (char === '.') KIND[unit] = Kind.dot;
  else if (/[-,/|'"+=:;]/.test(char)) KIND[unit] = Kind.mark;
}

const LETTERED = (1 << Kind.russian) | (1 << Kind.latin) | (1 << Kind.digit);
const isLettered = (kind: number): boolean => ((LETTERED >> kind) & 1) !== 0;

/** What the neighbours of one unit say. */
const neighbours = (before: number, kind: number, afterWord: boolean): number => {
  if (kind === Kind.latin) return SIGN.latin | (before === Kind.russian ? SIGN.mixed : 0);
  if (kind === Kind.digit) return before === Kind.russian || before === Kind.latin ? SIGN.mixed : 0;
  if (kind === Kind.russian)
    return before === Kind.digit || before === Kind.sign || before === Kind.latin ? SIGN.mixed : 0;
  if (kind === Kind.sign) return SIGN.masked;
  if (kind === Kind.dot) return before === Kind.dot && afterWord ? SIGN.masked : 0;
  return 0;
};

export interface Look {
  /** Bits of `SIGN`. */
  readonly signs: number;
  /** Whose keys stand inside one word, and whose across spaces and marks: signs of the automaton. */
  readonly within: number;
  readonly across: number;
}

/**
 * One walk along the normal text. Doubled letters count once, and what stands between letters does not count,
 * so that no disguise by spaces, marks or stuttering hides a key.
 */
export const lookAt = (text: string, { next, signs: endings, shortest, longest }: Automaton): Look => {
  let [signs, within, across, state, letters, brokenAt, alone, length] = [0, 0, 0, 0, 0, 0, 0, 0];
  let before: number = Kind.other;
  let last = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const kind = KIND[unit] ?? Kind.other;
    signs |= neighbours(before, kind, letters > 0);
    const letter = LETTER[unit] ?? 0;
    if (!isLettered(kind)) {
      if (isLettered(before)) {
        brokenAt = letters;
        alone = length === 1 ? alone + 1 : 0;
        if (alone >= 2) signs |= SIGN.spelt;
      }
      length = 0;
    } else {
      length++;
      if (length === 1 && before !== Kind.other && letters > 0) signs |= SIGN.pierced;
    }
    before = kind;
    if (letter === 0) continue;
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
    if (letters - (shortest[state] ?? 0) >= brokenAt) within |= ending;
    if (letters - (longest[state] ?? 0) < brokenAt) across |= ending;
  }
  if (alone >= 1 && length === 1) signs |= SIGN.spelt;
  return { signs, within, across };
};
