/** Crockford's base32: no I, L, O, U, so that a code survives being read aloud and copied by hand. */
export const CODE_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Five bits each. */
export const CODE_LENGTH = 8;

/** Letters that look like another one, Cyrillic included, and what the person saw. */
const LOOKS: Readonly<Record<string, string>> = {
  ...{ О: '0', O: '0', З: '3', Ч: '4', Б: '6', I: '1', L: '1', І: '1', Ӏ: '1' },
  ...{ А: 'A', В: 'B', С: 'C', Е: 'E', Ё: 'E', Н: 'H', К: 'K', М: 'M', Р: 'P', Т: 'T', Х: 'X', У: 'Y', Ѕ: 'S', Ј: 'J' },
};

/** A personal code as typed → its eight characters; `null` when it cannot be one. */
export const normaliseCode = (typed: string): string | null => {
  const code = [...typed.normalize('NFKC').toUpperCase()]
    .filter((letter) => !/[\s\p{Pd}\p{Cf}_.«»"'`]/u.test(letter))
    .map((letter) => LOOKS[letter] ?? letter)
    .join('');
  return code.length === CODE_LENGTH && [...code].every((letter) => CODE_ALPHABET.includes(letter)) ? code : null;
};

/** `XXXX-XXXX`. */
export const printCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;

/** Whether a whole message is probably a bare code, as copied from a card: `7K3M-92QX`. */
export const looksLikeCode = (message: string): boolean =>
  /^\s*[\p{L}\d]{4}\p{Pd}[\p{L}\d]{4}\s*$/u.test(message) && /\d/.test(message) && normaliseCode(message) !== null;

/** What stands in a longer message and may be a code: eight characters as they are printed, a digit among them. */
export const codesIn = (message: string): readonly string[] =>
  [...message.matchAll(/(?<![\p{L}\d\p{Pd}])[\p{L}\d]{4}\p{Pd}[\p{L}\d]{4}(?![\p{L}\d\p{Pd}])/gu)].flatMap(([typed]) =>
    looksLikeCode(typed) ? (normaliseCode(typed) ?? []) : [],
  );

/** Whether two codes are one, in a time that does not tell how many of their characters are alike. */
export const sameCode = (one: string, other: string): boolean =>
  one.length === other.length &&
  [...one].reduce((apart, letter, at) => apart | (letter.charCodeAt(0) ^ other.charCodeAt(at)), 0) === 0;

/** Address under which a messenger opens a dialog, with a word for the bot: `https://vk.me/club1?ref=…`, `https://t.me/bot?start=…`. */
export const deepLink = (address: string, word: string): string => {
  const link = new URL(address);
  link.searchParams.set(link.hostname === 't.me' ? 'start' : 'ref', word);
  return link.href;
};
