/** Letters of other alphabets that are drawn like a Russian one, or stand for it in the languages that use them. */
const LIKE_RUSSIAN: Readonly<Record<string, string>> = {
  а: 'α',
  б: 'βϐҍ',
  в: 'ᏼ',
  г: 'γґғҕӷ',
  д: 'δԁԃђ',
  е: 'εәєҽҿϵ',
  ж: 'җ',
  з: 'ζҙӡʒᴣ',
  и: 'ιіїɩίϊӏѵ',
  й: 'јҋ',
  к: 'κқҝҟҡӄᴋ',
  л: 'λљԓӆᴫ',
  м: 'μӎᴍ',
  н: 'ηңњҥӈӊʜή',
  о: 'οөσ',
  п: 'πԥҧ',
  р: 'ρᴘҏ',
  с: 'ςҫѕϲ',
  т: 'τҭᴛ',
  у: 'υүұўћʏ',
  ф: 'φѳϕθ',
  х: 'χҳӽӿһ',
  ц: 'ҵџ',
  ч: 'ҷҹӌ',
  ш: 'ωɯѡ',
  ь: 'ѣ',
  я: 'ѧᴙ',
};

/** Small capitals and other Latin letters that Unicode does not itself call compatible with the plain one. */
const LIKE_LATIN: Readonly<Record<string, string>> = {
  a: 'ɑᴀ',
  b: 'ƅʙ',
  c: 'ᴄ',
  d: 'ᴅɖ',
  e: 'ᴇɘ',
  g: 'ɡɢ',
  h: 'ɦ',
  i: 'ıɪ',
  j: 'ᴊ',
  l: 'ʟł',
  n: 'ɴ',
  o: 'ᴏø',
  r: 'ʀ',
  s: 'ꜱ',
  u: 'ᴜʋ',
  v: 'ᴠ',
  w: 'ᴡ',
  x: '×',
  y: 'ʏ',
  z: 'ᴢ',
};

/** Typographic marks → the one a keyboard has. */
const LIKE_MARK: Readonly<Record<string, string>> = {
  '"': '«»„“”″',
  "'": '’‘´ʼ′',
  '-': '‐‑‒–—―−',
  '*': '∗✱✲✳⁎★☆●•◦∙■▪',
  '.': '·․。',
};

const table = (...likes: readonly Readonly<Record<string, string>>[]): ReadonlyMap<string, string> =>
  new Map(
    likes.flatMap((like) =>
      Object.entries(like).flatMap(([plain, odd]) => [...odd].map((one) => [one, plain] as const)),
    ),
  );

/** The last alphabet wins where two claim a letter. */
export const LOOKALIKES = table(LIKE_LATIN, LIKE_MARK, LIKE_RUSSIAN);

/** Key of a Latin keyboard → the letter the same key has in the Russian layout. */
export const LAYOUT: ReadonlyMap<string, string> = new Map(
  [...'qwertyuiop[]asdfghjkl;\'zxcvbnm,.`{}:"<>~'].map((key, n) => [
    key,
    'йцукенгшщзхъфывапролджэячсмитьбюехъжэбюе'.charAt(n),
  ]),
);
