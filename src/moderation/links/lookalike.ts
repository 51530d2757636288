import { BAIT, BRANDS, CHEAP, SHARED_ENDINGS } from './hosts.js';
import { nearly, skeleton } from './skeleton.js';

/** Whether a host is one of these names, or below one. */
export const underAny = (host: string, names: ReadonlySet<string>): boolean => {
  for (let at = 0; at >= 0; at = host.indexOf('.', at) + 1) {
    if (names.has(at === 0 ? host : host.slice(at))) return true;
    if (host.indexOf('.', at) < 0) return false;
  }
  return false;
};

/** The part that somebody registered, without its ending: `help-lk` of `gosuslugi.help-lk.ru`. */
export const registered = (host: string): { readonly name: string; readonly ending: string } => {
  const labels = host.split('.');
  const shared = labels.length > 2 && SHARED_ENDINGS.has(labels.slice(-2).join('.'));
  const cut = shared ? -2 : -1;
  return { name: labels.slice(cut - 1, cut).join('.'), ending: labels.slice(cut).join('.') };
};

/** A name so short that it is in many others: it needs to stand alone, beside a word that asks for something. */
const SHORT = 6;
/** So long that one wrong letter is no chance. */
const LONG = 7;

interface Borrowed {
  readonly name: string;
  readonly homes: ReadonlySet<string>;
  readonly bones: string;
}
const BORROWED: readonly Borrowed[] = BRANDS.map(({ name, homes }) => ({
  name,
  homes: new Set(homes),
  bones: skeleton(name),
}));

const borrows = (seen: string, { bones }: Borrowed): boolean => {
  if (seen === bones) return true;
  if (bones.length < SHORT) return false;
  if (bones.length >= LONG && seen.includes(bones)) return true;
  return seen.length >= bones.length - (bones.length >= LONG ? 1 : 0) && nearly(seen, bones);
};

/** Regions of the state's services: `gosuslugi71.ru`. */
const REGIONAL = /^gosuslugi-?\d{2}\.ru$/;

/** The words of a host but its ending, and what remains of each. */
interface Word {
  readonly word: string;
  readonly seen: string;
}

const pretends = (host: string, words: readonly Word[], brand: Borrowed): boolean => {
  if (!words.some(({ seen }) => borrows(seen, brand)) || underAny(host, brand.homes)) return false;
  if (brand.bones.length >= SHORT) return !REGIONAL.test(host);
  // A short name: under a foreign ending, or beside «login», «bonus», «com».
  const { name, ending } = registered(host);
  if (name === brand.name) return CHEAP.has(ending) || SHARED_ENDINGS.has(ending);
  return words.some(({ word, seen }) => !borrows(seen, brand) && BAIT.test(word));
};

/** Whose name a host has borrowed; undefined when nobody's. */
export const lookalike = (host: string): string | undefined => {
  const said = host.slice(0, Math.max(0, host.lastIndexOf('.'))).split(/[.-]/);
  const words = said.map((word) => ({ word, seen: skeleton(word) }));
  return BORROWED.find((brand) => pretends(host, words, brand))?.name;
};
