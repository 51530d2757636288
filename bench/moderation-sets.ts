/** Labelled texts: the shared ones when they are on this machine, else a few written by hand. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import insult from '../src/moderation/rules/insult.js';
import obscene from '../src/moderation/rules/obscene.js';

const FOLDER = process.env.MODERATION_DATA ?? '../shared/moderation/dev';

export interface Labelled {
  readonly text: string;
  /** 1: what the set is about; 0: not. */
  readonly label: 0 | 1;
  /** 2 obscene, 1 only coarse, 0 neither. */
  readonly obscene?: 0 | 1 | 2;
  readonly category?: string;
}

const NAMES = [
  'messages',
  'chat_vk_posts',
  'words_50k',
  'words_clash',
  'words_names_geo',
  'obfuscation',
  'natural_obfuscation',
  'tricky_innocent',
  'pii',
  'links',
] as const;
export type Name = (typeof NAMES)[number];
export type Sets = Readonly<Record<Name, readonly Labelled[]>>;

const CLEAN = [
  'Завтра педсовет, педагоги и педиатр в актовом зале',
  'Подскажите, что задали по математике? Сын не записал',
  'Кто едет в музей в субботу? Автобус от школы в 10:00, сдача со ста рублей – у Ирины Львовны',
  'Подстрахуйте первоклассников на переходе',
  'Ребёнок заболел, сегодня не придём',
  'Считаю, что сборы на шторы незаконны, прошу ответить письменно',
  'Сменка, форма, учебник, тетрадь в клетку – всё в рюкзаке)))',
  'Спасибо большое за экскурсию! 👍',
];
const WORDS =
  'стебель мебель хлебать требуха скипидар подстрахуй рубля корабля мандарин команда потреблять барсук посуда дебет'.split(
    ' ',
  );

const innocent = (text: string): Labelled => ({ text, label: 0, obscene: 0 });
const written = (): Sets => {
  const bad = obscene.examples.flags.map(([text]): Labelled => ({ text, label: 1, obscene: 2 }));
  const called = insult.examples.flags.map(([text]): Labelled => ({ text, label: 1, obscene: 1 }));
  const passed = [...obscene.examples.passes, ...insult.examples.passes].map((one) =>
    innocent(typeof one === 'string' ? one : one[0]),
  );
  return {
    messages: [...bad, ...called, ...CLEAN.map(innocent), ...passed],
    chat_vk_posts: CLEAN.map(innocent),
    words_50k: WORDS.map(innocent),
    words_clash: WORDS.map(innocent),
    words_names_geo: ['Хуснутдинов', 'Мандельштам', 'Эбзеев', 'Мудрова', 'Себеж'].map(innocent),
    obfuscation: [...bad.map((one) => ({ ...one, category: 'obf_hand' })), ...passed],
    natural_obfuscation: bad,
    tricky_innocent: passed,
    pii: [],
    links: [],
  };
};

const read = (name: Name): readonly Labelled[] =>
  readFileSync(join(FOLDER, `${name}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Labelled);

export const shared = existsSync(FOLDER);
export const sets = (): Sets =>
  shared ? (Object.fromEntries(NAMES.map((name) => [name, read(name)])) as unknown as Sets) : written();
