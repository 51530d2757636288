import { merged } from '../reading/merged.js';
import { TWINS } from '../reading/twins.js';

/** Codes of the signs a word is made of: 1–32 а–я, 33–58 a–z, 59–68 digits; 0 ends a word. */
export const SIGNS = 69;

/** For every unit there is: a table without an end is walked without a question. */
const codes = new Uint8Array(0x10000);
for (let i = 0; i < 32; i++) codes[0x430 + i] = 1 + i;
for (let i = 0; i < 26; i++) codes[0x61 + i] = 33 + i;
for (let i = 0; i < 10; i++) codes[0x30 + i] = 59 + i;

/** The sign of a UTF-16 unit of a normal text. */
export const signOf = (unit: number): number => codes[unit] ?? 0;
/** The last sign that is a Russian letter. */
export const LAST_LETTER = 32;
export const russian = (sign: number): boolean => sign <= LAST_LETTER;
export const digit = (sign: number): boolean => sign > 58;

const DRAWN: Readonly<Record<string, string>> = {
  ...TWINS, i: 'и', n: 'п', r: 'г', s: 'с', u: 'и', '0': 'о', '1': 'и', '3': 'з', '4': 'ч', '6': 'б',
}; // biome-ignore format: a table

const folded = Uint8Array.from({ length: SIGNS }, (_, sign) => sign);
for (const [drawn, letter] of Object.entries(DRAWN)) folded[signOf(drawn.charCodeAt(0))] = signOf(letter.charCodeAt(0));

/** The Russian letter a sign is drawn for within a Russian word. */
export const russianFor = (sign: number): number => folded[sign] ?? sign;

/** Where nothing leads on. */
export const NOWHERE = 0;
export const ROOT = 1;

/** Words and beginnings of words, each with the numbers of the classes it belongs to. */
export interface WordTree {
  /** `next[node * SIGNS + sign]`. */
  readonly next: Uint16Array;
  /** Classes of a word that goes on from here in any way, and of one that ends here. */
  readonly open: readonly (readonly number[] | undefined)[];
  readonly whole: readonly (readonly number[] | undefined)[];
}

/** @throws when there are more than 65,535 different beginnings. */
export const growTree = (classes: readonly (readonly string[])[]): WordTree => {
  const branches: Map<number, number>[] = [new Map(), new Map()];
  const open: number[][] = [];
  const whole: number[][] = [];
  const step = (from: number, sign: number): number => {
    const known = branches[from]?.get(sign);
    if (known !== undefined) return known;
    branches[from]?.set(sign, branches.length);
    return branches.push(new Map()) - 1;
  };
  for (const [id, words] of classes.entries())
    for (const word of words) {
      if (word === '#') continue;
      const letters = word.replace('*', '');
      const node = [...letters].reduce((from, letter) => step(from, signOf(letter.charCodeAt(0))), ROOT);
      const side = word.endsWith('*') ? open : whole;
      side[node] = [...(side[node] ?? []), id];
    }
  const { next, made } = merged(branches, SIGNS, (node) => `${open[node] ?? ''}/${whole[node] ?? ''}`);
  return { next, open: made.map((node) => open[node]), whole: made.map((node) => whole[node]) };
};
