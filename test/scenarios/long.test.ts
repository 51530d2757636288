import { createSay } from '../../src/app/say.js';
import { worded } from '../../src/app/worded.js';
import { LIMITS, limitDefects } from '../../src/domain/limits.js';
import type { Person } from '../../src/domain/person.js';
import { text } from '../../src/domain/text.js';
import { everybodyListens } from './editions.js';
import { ADMINISTRATOR, DIRECTOR, type School, scene, TEACHER } from './world.js';

const SURNAME = 'Константинопольская-Преображенская';
const person = (id: string, role: Person['role'], over: Partial<Person> = {}): Person => ({
  ...{ id, role, surname: SURNAME, name: 'Александра-Вероника', patronymic: 'Всеволодовна' },
  ...{ classes: [], subject: '', children: [], basis: '' },
  ...over,
});
const CLASSES = [
  '5А',
  '5Б',
  ...'АБВГДЕ'.split('').flatMap((letter) => [6, 7, 8, 9, 10, 11].map((year) => `${year}${letter}`)),
];
const pupils = (of: string, many: number) =>
  Array.from({ length: many }, (_, at) => [
    person(`s${of}${at}`, 'student', { classes: [of] }),
    person(`m${of}${at}`, 'parent', { children: [`s${of}${at}`] }),
  ]).flat();

/** A school of forty classes; 5А and 5Б are full, and led by one teacher, who teaches everywhere. */
const fill = async (school: School): Promise<void> => {
  const teacher = await school.stores.people.find(TEACHER);
  if (teacher === undefined) throw new Error('the teacher is of the list');
  await school.stores.people.put([
    ...pupils('5А', 35),
    ...pupils('5Б', 35),
    ...CLASSES.slice(2).flatMap((one) => pupils(one, 1)),
    { ...teacher, classes: ['5А', '5Б'] },
    person('u77', 'teacher', {
      classes: CLASSES,
      subject: 'Основы безопасности и защиты Родины, Изобразительное искусство',
    }),
  ]);
  await everybodyListens(school);
};

/** Whatever the bot has said anywhere: within every limit, and not cut. */
const heard = (school: School, who: string): string => {
  const said = school.hears(school.dialog(who)).at(-1) ?? '';
  expect(said.length).toBeGreaterThan(0);
  expect(said.length).toBeLessThanOrEqual(LIMITS.text);
  expect(said).not.toMatch(/…$/u);
  for (const label of school.buttons(school.dialog(who))) expect(label.length).toBeLessThanOrEqual(LIMITS.label);
  return said;
};

describe('a large school of people with long names', () => {
  scene('reads messages that end', async (school) => {
    await fill(school);
    const says = async (who: string, words: string) => {
      await school.says(who, school.dialog(who), words);
      return heard(school, who);
    };
    expect(await says(TEACHER, '/положение кто')).toMatch(/5А: 7\d из 7\d – .* и ещё \d+\n5Б: .* и ещё \d+$/su);
    expect(await says(DIRECTOR, '/положение кто')).toContain('11Е: менее 5 человек');
    await says(ADMINISTRATOR, '/список');
    await says(ADMINISTRATOR, '/настройка чаты');
    await says(ADMINISTRATOR, '/помощь');
    await says(ADMINISTRATOR, `/найти ${SURNAME}`);
    expect(await says(ADMINISTRATOR, `/движение отчисление ${SURNAME} приказ 5 от 01.09.2026`)).toMatch(
      / и ещё \d+\? /u,
    );
    await says(ADMINISTRATOR, '/словарь');
    await says(TEACHER, '/приглашения 5А родители');
    await says(TEACHER, '/приглашения');
    await says(TEACHER, '/я');
  });
});

describe('a text longer than a messenger takes', () => {
  const say = createSay('ru');
  const told = (words: string) =>
    worded({ do: 'send', to: 'memory:dialog:1', text: text('setting-words', { words }) }, say) as { text: string };

  it('is cut at a line or a word, and goes out', () => {
    expect(told('слово '.repeat(2000)).text).toMatch(/слово…$/u);
    expect(told('строка слов\n'.repeat(2000)).text).toMatch(/строка слов…$/u);
    for (const words of ['а'.repeat(9000), '😀'.repeat(4000), 'слово '.repeat(2000)]) {
      const action = worded({ do: 'send', to: 'memory:dialog:1', text: text('setting-words', { words }) }, say);
      expect(limitDefects(action)).toEqual([]);
      expect(Buffer.from(told(words).text).toString('utf8')).toBe(told(words).text);
    }
  });

  it('is a label, too', () => {
    const label = text('setting-words', { words: `${SURNAME} А. В. (s0001)` });
    const buttons = [[{ label, payload: {} }]];
    const action = worded({ do: 'send', to: 'memory:dialog:1', text: text('setting-none'), buttons }, say);
    expect(limitDefects(action)).toEqual([]);
  });
});
