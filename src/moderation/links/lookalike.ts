import { BAIT, BRANDS, type Brand, CHEAP, SHARED_ENDINGS } from './hosts.js';
import { nearly, skeleton } from './skeleton.js';

/** Whether a host is this name, or below it. */
export const under = (host: string, name: string): boolean => host === name || host.endsWith(`.${name}`);
export const underAny = (host: string, names: Iterable<string>): boolean => {
  for (const name of names) if (under(host, name)) return true;
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

interface Borrowed extends Brand {
  readonly bones: string;
}
const BORROWED: readonly Borrowed[] = BRANDS.map((brand) => ({ ...brand, bones: skeleton(brand.name) }));

const borrows = (word: string, { bones }: Borrowed): boolean => {
  const seen = skeleton(word);
  if (seen === bones) return true;
  if (bones.length < SHORT) return false;
  if (bones.length >= LONG && seen.includes(bones)) return true;
  return seen.length >= bones.length - (bones.length >= LONG ? 1 : 0) && nearly(seen, bones);
};

const isHome = (host: string, { homes }: Brand): boolean => underAny(host, homes);
/** Regions of the state's services: `gosuslugi71.ru`. */
const REGIONAL = /^gosuslugi-?\d{2}\.ru$/;

const pretends = (host: string, brand: Borrowed): boolean => {
  if (isHome(host, brand)) return false;
  const words = host
    .split('.')
    .slice(0, -1)
    .flatMap((label) => label.split('-'));
  if (!words.some((word) => borrows(word, brand))) return false;
  if (brand.bones.length >= SHORT) return !REGIONAL.test(host);
  const others = host.split(/[.-]/).filter((word) => !borrows(word, brand));
  const beside = others.slice(0, -1);
  // The name itself under a foreign ending, or beside «login», «bonus», «com».
  const { name, ending } = registered(host);
  if (name === brand.name) return CHEAP.has(ending) || SHARED_ENDINGS.has(ending);
  return beside.some((word) => BAIT.test(word));
};

/** Whose name a host has borrowed; undefined when nobody's. */
export const lookalike = (host: string): string | undefined => BORROWED.find((brand) => pretends(host, brand))?.name;
