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

const read = (text: string, table: Readonly<Record<string, string>>): string => {
  let made = '';
  for (const char of text) made += table[char] ?? char;
  return made;
};

/** «ид1от», «дypa»: by look. */
export const likely = (text: string): string => read(text, LOOK);

/** «durak», «kozel»: by sound, when no Russian letter stands among them. */
export const bySound = (text: string): string =>
  /^[a-z']+$/.test(text)
    ? read(
        text
          .replace(/shch/g, 'щ')
          .replace(/sh/g, 'ш')
          .replace(/ch/g, 'ч')
          .replace(/zh/g, 'ж')
          .replace(/y[au]|j[au]/g, (pair) => (pair.endsWith('a') ? 'я' : 'ю')),
        SOUND,
      )
    : text;
