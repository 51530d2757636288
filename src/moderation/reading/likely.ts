/** The Russian letter that a Latin one or a digit most likely stands for, by look and by sound. */
const LOOK: Readonly<Record<string, string>> = {
  a: 'а',
  '@': 'а',
  '4': 'ч',
  b: 'в',
  '6': 'б',
  c: 'с',
  d: 'д',
  e: 'е',
  f: 'ф',
  g: 'д',
  h: 'н',
  i: 'и',
  '1': 'и',
  '!': 'и',
  j: 'ж',
  k: 'к',
  l: 'л',
  m: 'м',
  n: 'п',
  o: 'о',
  '0': 'о',
  p: 'р',
  r: 'г',
  s: 'с',
  $: 'с',
  '5': 'с',
  t: 'т',
  '7': 'т',
  u: 'и',
  v: 'в',
  w: 'ш',
  x: 'х',
  y: 'у',
  z: 'з',
  '3': 'з',
  '9': 'я',
};
const SOUND: Readonly<Record<string, string>> = {
  a: 'а',
  b: 'б',
  c: 'ц',
  d: 'д',
  e: 'е',
  f: 'ф',
  g: 'г',
  h: 'х',
  i: 'и',
  j: 'й',
  k: 'к',
  l: 'л',
  m: 'м',
  n: 'н',
  o: 'о',
  p: 'п',
  r: 'р',
  s: 'с',
  t: 'т',
  u: 'у',
  v: 'в',
  w: 'в',
  x: 'х',
  y: 'ы',
  z: 'з',
  "'": 'ь',
};

/** By the code of the unit; all of them are in Basic Latin. */
const byCode = (table: Readonly<Record<string, string>>): readonly (string | undefined)[] =>
  Array.from({ length: 0x80 }, (_, code) => table[String.fromCharCode(code)]);
const LOOKS = byCode(LOOK);
const SOUNDS = byCode(SOUND);

const read = (text: string, table: readonly (string | undefined)[]): string => {
  let made = '';
  for (let i = 0; i < text.length; i++) made += table[text.charCodeAt(i)] ?? text.charAt(i);
  return made;
};

/** «ид1от», «дypa»: by look. */
export const likely = (text: string): string => read(text, LOOKS);

const LATIN = /^[a-z']+$/;
/** Sounds that take several Latin letters. */
const LONG = /shch|[scz]h|[yj][au]/g;
const LONG_SOUNDS: Readonly<Record<string, string>> = {
  shch: 'щ',
  sh: 'ш',
  ch: 'ч',
  zh: 'ж',
  ya: 'я',
  ja: 'я',
  yu: 'ю',
  ju: 'ю',
};

/** «durak», «kozel»: by sound, when no Russian letter stands among them. */
export const bySound = (text: string): string =>
  LATIN.test(text)
    ? read(
        text.replace(LONG, (letters) => LONG_SOUNDS[letters] ?? letters),
        SOUNDS,
      )
    : text;
