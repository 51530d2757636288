/** Latin letters that a keyboard slip puts where a Cyrillic one is meant. */
const CYRILLIC: Readonly<Record<string, string>> = {
  ...{ A: 'А', B: 'В', C: 'С', E: 'Е', H: 'Н', K: 'К', M: 'М', O: 'О', P: 'Р', T: 'Т', X: 'Х', Y: 'У' },
};

/** «5 а», `5-A`, «5"А"» → «5А»; `null` for what is no class of a school. */
export const normaliseClass = (typed: string): string | null => {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s«»"'“”„().\p{Pd}]/gu, '')
    .replace(/[A-Z]/g, (letter) => CYRILLIC[letter] ?? letter);
  return /^(?:[1-9]|1[0-2])[А-ЯЁ]?$/u.test(plain) ? plain : null;
};

const NAMED = /(?<![\d\p{L}.:])\d{1,2}\s?[-–«"'„“]?\s?\p{L}(?![\p{L}\d])[»"'”“]?/gu;

/** The same words with classes by another name, all at once: «родители 5А и 6 «Б»» → «родители 6А и 7Б». */
export const withClasses = (words: string, next: (name: string) => string | undefined): string =>
  words.replace(NAMED, (typed) => next(normaliseClass(typed.replace(/[“]/gu, '')) ?? '') ?? typed);
