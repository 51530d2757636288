/** Letters of other alphabets → the Latin one they look like. Origin: written by hand for this project. */
const LIKE: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'b',
  е: 'e',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  с: 'c',
  т: 't',
  у: 'y',
  х: 'x',
  і: 'i',
  ї: 'i',
  ѕ: 's',
  ј: 'j',
  ԁ: 'd',
  ԛ: 'q',
  ԝ: 'w',
  һ: 'h',
  ӏ: 'l',
  г: 'r',
  п: 'n',
  и: 'u',
  ь: 'b',
  з: '3',
  б: '6',
  α: 'a',
  β: 'b',
  ε: 'e',
  η: 'n',
  ι: 'i',
  κ: 'k',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  χ: 'x',
  ω: 'w',
  γ: 'y',
  σ: 'o',
  ı: 'i',
  ɡ: 'g',
  ɑ: 'a',
  ո: 'n',
  օ: 'o',
  ѵ: 'v',
  ɩ: 'i',
  ĸ: 'k',
};
/** Signs that stand for letters, and letters that are one in many a font. */
const SAME: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'l',
  i: 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '6': 'b',
  '7': 't',
  '8': 'b',
  '9': 'g',
  '|': 'l',
  '!': 'l',
  $: 's',
  j: 'l',
  q: 'g',
};

const bare = (char: string): string => LIKE[char] ?? char.normalize('NFKD').replace(/\p{M}/gu, '');

/** A word in Latin letters, as it looks: `соm` typed with Cyrillic letters is `com`. */
export const inLatin = (word: string): string => [...word].map(bare).join('');

/** What remains of a word when all that looks alike is one: `gosusIugi`, `gоsuslugi` and `g0suslugi` are the same. */
export const skeleton = (word: string): string =>
  [...word]
    .map((char) => bare(char))
    .map((char) => SAME[char] ?? char)
    .join('')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replaceAll('cl', 'd');

/** Whether words differ by no more than one letter changed, added, left out, or two neighbours swapped. */
export const nearly = (one: string, other: string): boolean => {
  if (Math.abs(one.length - other.length) > 1) return false;
  let from = 0;
  while (from < one.length && one[from] === other[from]) from++;
  let [a, b] = [one.length, other.length];
  while (a > from && b > from && one[a - 1] === other[b - 1]) {
    a--;
    b--;
  }
  const [left, right] = [one.slice(from, a), other.slice(from, b)];
  return (
    (left.length <= 1 && right.length <= 1) ||
    (left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0])
  );
};

const LATIN = /[a-z]/;
const OTHER = /[^\p{ASCII}]/u;
/** Two alphabets within one word of a label: `sberbаnk` with a Cyrillic а. */
export const mixesAlphabets = (host: string): boolean =>
  host.split(/[.-]/).some((word) => LATIN.test(word) && OTHER.test(word));
