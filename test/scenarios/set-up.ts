import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/project-root.js';
import { PROVISIONAL } from '../../src/roster/provisional.js';
import { type School, type SchoolOptions, scene } from './world.js';

/** Monday, 31 August 2026, 10:00 in Moscow. */
export const MONDAY = Date.UTC(2026, 7, 31, 7, 0);
export const A01 = 'a01';
export const ORDER = '01-10-300 от 28.08.2026';
const PHONE = '+79000000001';
/** The demo list with two columns the bot does not need and two lines that are wrong. */
export const CSV = [
  'id;роль;фамилия;имя;отчество;класс;предмет;дети;основание;телефон;дата_рождения',
  ...readFileSync(join(projectRoot(), 'src/sandbox/demo/roster.csv'), 'utf8')
    .trim()
    .split(/\r?\n/u)
    .slice(1)
    .map((line) => `${line};${PHONE};2015-03-01`),
  's06;обучающийся;Лишний;Олег;;5В;;;;;',
  'p05;родитель;Потерянный;Иван;;;;s99;;;',
].join('\n');
export const dialog = (school: School, who = A01) => school.dialog(who);
export const last = (school: School, who = A01) => school.hears(dialog(school, who)).at(-1) ?? '';
export const says = (school: School, words: string, who = A01) => school.says(who, dialog(school, who), words);
export const presses = (school: School, label: string, who = A01) => school.presses(who, dialog(school, who), label);
export const sends = (school: School, contents: Uint8Array | string, name = 'roster.csv') =>
  school.sends(A01, dialog(school), name, contents);
export const stepOf = async ({ stores }: School) => (await stores.records.get('setup', 'school'))?.value.step;
export const namesOf = (school: School) => school.files(dialog(school)).map(({ name }) => name);

/** Whoever was given the admin-code on the command line has typed it. */
export const begin = async (school: School, who = A01): Promise<void> => {
  await school.allows(who);
  await school.stores.people.put([PROVISIONAL]);
  await says(school, `/код ${await school.codeFor(PROVISIONAL.id)}`, who);
};

export const empty = (words: string, play: (school: School) => Promise<void>, over: SchoolOptions = {}) =>
  scene(words, play, { rostered: false, linked: false, at: MONDAY, ...over });

export const TAKE: readonly ((school: School) => Promise<unknown>)[] = [
  (school) => says(school, ORDER),
  async (school) => {
    await sends(school, CSV);
    await presses(school, 'Загрузить 15');
  },
  (school) => presses(school, '«Учительская» создана'),
  (school) => presses(school, 'Каналы созданы'),
  (school) => presses(school, 'Дальше'),
  (school) => presses(school, 'Всё верно'),
  (school) => presses(school, 'Подготовить'),
];

/** Where the step of this number waits; 8: done. */
export const upTo = async (school: School, step: number): Promise<void> => {
  await begin(school);
  await says(school, '/настройка');
  for (const take of TAKE.slice(0, step - 1)) await take(school);
};

/** Nobody settles this, but it happens between two words: the rights are gone. */
export const settle = async (
  school: School,
  ...changes: Parameters<School['stores']['ledger']['settle']>[0]['changes']
) => {
  const at = school.clock.now();
  const entry = { id: `n:${at}-${changes.length}`, at, kind: 'note', detail: 'meanwhile' } as const;
  await school.stores.ledger.settle({ key: entry.id, entry, changes, rows: [], chain: 'cli' });
};
