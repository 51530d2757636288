import { automatonOf, LETTERS, letterOf } from './reading/automaton.js';

/** What a first walk along a text shows of numbers, addresses and names: which closer looks may be worth it. Bits. */
export const HINT = {
  marks: 1,
  spoken: 2,
  street: 4,
  secret: 8,
  messenger: 16,
  /** Words for a dot and for the sign of e-mail. */
  said: 32,
  scam: 64,
  latin: 256,
  at: 512,
  /** A dot before a letter, and behind something that is neither a space nor a dot. */
  dotted: 1024,
  dot: 2048,
  /** A colon before a slash, or between a Latin letter and something. */
  colon: 4096,
  /** Two alphabets in one word. */
  mixed: 8192,
  /** Something that has to be folded before it can be read. */
  odd: 16384,
  /** A bracket before a Latin letter or a dot: «(at)», «[.]». */
  bracketed: 32768,
} as const;

export interface Hints {
  readonly bits: number;
  readonly digits: number;
}

const words = (list: string): readonly string[] => list.trim().split(/\s+/);

/** Origin: written by hand for this project. `_` is the edge of a word. */
const AUTOMATON = automatonOf([
  [
    HINT.marks,
    words(
      `_двоеч _двойк _тройк _троеч _четверк _пятерк _неуд _аттестован неаттест неуспев успевает второгодн второй сдал _списал _списыва
       _прогул допущен _отчисл отличниц отличник хорошист _овз_ аутизм аутист _дцп_ _сдвг_ _зпр_ отстал эпилепси шизофрени психиатр
       _пмпк_ инвалид диабет _вич_ _гепатит туберкул педикул _вши_ _вшив _чесотк энурез диагноз беременна малоимущ малообеспеч льгот
       _бесплатно опек сирот _неблагополуч _учет _вшк_ _кдн_ _пдн_ детдом приемн асоциальн`,
    ),
  ],
  [HINT.spoken, words('_девят _восем')],
  [
    HINT.street,
    words(
      `_ул_ улиц _пр_ _просп _пер_ переул бульвар _бул_ _б_р_ шосе шоссе _ш_ _наб проезд _мкр микрорайон _туп площад _пл_ алле тракт
       квартал _снт_ _кв_ квартир`,
    ),
  ],
  [HINT.secret, words('_код парол пасворд пассворд')],
  [HINT.messenger, words('_телег _тг_ _вотсап _вацап _ватсап _вотсоп _ватсоп _вайбер _дискорд _скайп _инст _снапчат')],
  [HINT.said, words('собак собачк _точка_ _тчк_')],
  [
    HINT.scam,
    words(
      `блокир взлом приостанов огранич _деактив _аннулир безопасн _удален _закрыт подозрит _перевед _перевест _переводит _перечисл _перекин
       _скинь _закинь _обналич _займ _одолж _выруч голос выигр розыгрыш раздач бесплатн _халяв выплат компенсац _приз _подарок
       _робукс заработ доход зарплат _оплат _зп_ _платим _плачу прибыл _кэш _деньги _вложен _тыс _руб _фото _видео _снимк _код`,
    ),
  ],
]);

const START = AUTOMATON.next[0] ?? 0;

/** Most of what is written is below this; beyond are dashes, quotation marks, pictures. */
const TABLE = 0x500;
const Kind = {
  other: 0,
  space: 1,
  digit: 2,
  latin: 3,
  russian: 4,
  dot: 5,
  at: 6,
  colon: 7,
  slash: 8,
  odd: 9,
  bracket: 10,
  /** A dot behind a space or another dot. */
  stray: 11,
} as const;

const kindOf = (code: number): number => {
  const char = String.fromCharCode(code);
  if (/[а-яё]/i.test(char)) return Kind.russian;
  if (/[a-z]/i.test(char)) return Kind.latin;
  if (/\d/.test(char)) return Kind.digit;
  if (code <= 0x20 || code === 0xa0) return Kind.space;
  const known = (
    {
      '.': Kind.dot,
      '@': Kind.at,
      ':': Kind.colon,
      '/': Kind.slash,
      '\\': Kind.slash,
      '(': Kind.bracket,
      '[': Kind.bracket,
      '{': Kind.bracket,
    } as Record<string, number>
  )[char];
  if (known !== undefined) return known;
  return code < 0x80 ||
    (code > 0xa0 && code < 0x100 && code !== 0xad && !/[ª²³¹º¼-¾]/.test(char)) ||
    (code > 0x400 && code < 0x460)
    ? Kind.other
    : Kind.odd;
};

const KIND = new Uint8Array(TABLE);
const LETTER = new Uint8Array(TABLE);
for (let code = 0; code < TABLE; code++) {
  KIND[code] = kindOf(code);
  const small = String.fromCharCode(code).toLowerCase();
  LETTER[code] = letterOf(small === 'ё' ? 0x435 : small.charCodeAt(0));
}

/** Dashes and quotation marks, arrows, dingbats, pictures and their variants do no harm where they stand. */
const harmless = (code: number): boolean =>
  (code >= 0x2010 && code <= 0x2027) ||
  (code >= 0x2030 && code <= 0x203f) ||
  code === 0x2116 ||
  code === 0x20ac ||
  code === 0x20bd ||
  code === 0x2122 ||
  (code >= 0x2190 && code <= 0x245f) ||
  (code >= 0x2500 && code <= 0x2bff) ||
  (code >= 0xd83c && code <= 0xd83e) ||
  (code >= 0xdc00 && code <= 0xdfff) ||
  code === 0xfe0f;

/** Of a unit after another: what the two of them show. */
const shown = (before: number, kind: number): number => {
  if (before === Kind.dot) return kind === Kind.latin || kind === Kind.russian || kind === Kind.odd ? HINT.dotted : 0;
  if (before === Kind.colon) return kind === Kind.slash ? HINT.colon : 0;
  if (before === Kind.bracket) return kind === Kind.latin || kind === Kind.dot ? HINT.bracketed : 0;
  if (kind === Kind.latin) return before === Kind.russian ? HINT.mixed : 0;
  if (kind === Kind.russian) return before === Kind.latin ? HINT.mixed : 0;
  return kind === Kind.colon && before === Kind.latin ? HINT.colon : 0;
};
const ALONE: Readonly<Record<number, number>> = {
  [Kind.latin]: HINT.latin,
  [Kind.dot]: HINT.dot,
  [Kind.at]: HINT.at,
  [Kind.odd]: HINT.odd,
};

const KINDS = 12;
const SHOWN = new Uint16Array(KINDS * KINDS);
for (let pair = 0; pair < SHOWN.length; pair++)
  SHOWN[pair] = shown(Math.floor(pair / KINDS), pair % KINDS) | (ALONE[pair % KINDS] ?? 0);

/** What a unit is to the next one. */
const FOLLOWED = new Uint8Array(KINDS * KINDS);
for (let pair = 0; pair < FOLLOWED.length; pair++) {
  const [before, kind] = [Math.floor(pair / KINDS), pair % KINDS];
  const apart = before === Kind.space || before === Kind.dot || before === Kind.stray;
  FOLLOWED[pair] = kind === Kind.dot && apart ? Kind.stray : kind;
}

/** One walk, whatever the text. */
export const hintsOf = (text: string): Hints => {
  const { next, signs } = AUTOMATON;
  let bits = 0;
  let digits = 0;
  let state = START;
  let before: number = Kind.space;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const known = code < TABLE;
    const kind = known ? (KIND[code] ?? 0) : harmless(code) ? Kind.other : Kind.odd;
    state = next[state * LETTERS + (known ? (LETTER[code] ?? 0) : 0)] ?? 0;
    bits |= (signs[state] ?? 0) | (SHOWN[before * KINDS + kind] ?? 0);
    if (kind === Kind.digit) digits++;
    before = FOLLOWED[before * KINDS + kind] ?? 0;
  }
  state = next[state * LETTERS] ?? 0;
  return { bits: bits | (signs[state] ?? 0), digits };
};
