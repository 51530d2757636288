import { readFileSync } from 'node:fs';
import { commands } from '../../commands/index.js';
import { createSay, localeFiles } from '../../src/app/say.js';
import { text } from '../../src/domain/text.js';

const say = createSay('ru');
const clauses = (count: number) => Array.from({ length: count }, (_, at) => `1.${at + 1}`).join(', ');

describe('numbers, said aloud', () => {
  it.each<[string, (count: number) => ReturnType<typeof text>, Readonly<Record<number, string>>]>([
    [
      'cards',
      (count) =>
        text('invites-issued', { cards: count, count, kind: 'class_parents', class: '5А', subject: '', purpose: '' }),
      {
        1: '1 приглашение: перешлите его тому',
        2: '2 приглашения: перешлите каждое тому',
        5: '5 приглашений: перешлите каждое тому',
        11: '11 приглашений: перешлите каждое тому',
        21: '21 приглашение: перешлите каждое тому',
      },
    ],
    [
      'invites annulled',
      (count) => text('invites-withdrawn', { count }),
      {
        1: 'Аннулировано 1 приглашение.',
        2: 'Аннулированы 2 приглашения.',
        5: 'Аннулировано 5 приглашений.',
        11: 'Аннулировано 11 приглашений.',
        21: 'Аннулировано 21 приглашение.',
      },
    ],
    [
      'clauses changed',
      (count) => text('edition-changed', { count, ids: clauses(count) }),
      { 1: 'изменён 1.1', 2: 'изменены 1.1, 1.2', 21: 'изменены 1.1, ' },
    ],
    [
      'mistakes in a file',
      (count) => text('edition-file-defects', { count, lines: '' }),
      { 1: '1 ошибка:', 2: '2 ошибки:', 5: '5 ошибок:', 11: '11 ошибок:', 21: '21 ошибка:' },
    ],
    [
      'entries to load',
      (count) => text('roster-ask', { count }),
      { 1: '1 запись ', 2: '2 записи ', 5: '5 записей ', 11: '11 записей ', 21: '21 запись ' },
    ],
    [
      'small groups',
      (few) => text('reading-few', { group: '5А', few }),
      { 1: 'менее 1 человека', 2: 'менее 2 человек', 5: 'менее 5 человек', 21: 'менее 21 человека' },
    ],
    [
      'requests',
      (count) => text('requests-open', { count }),
      {
        1: 'Ждёт решения 1 заявка',
        2: 'Ждут решения 2 заявки',
        5: 'Ждут решения 5 заявок',
        21: 'Ждёт решения 21 заявка',
      },
    ],
    [
      'pupils who came',
      (count) => text('movement-notice-came', { count }),
      { 1: 'Прибыл: 1.', 2: 'Прибыли: 2.', 21: 'Прибыли: 21.' },
    ],
  ])('%s', (_, of, expected) => {
    for (const [count, said] of Object.entries(expected)) expect(say(of(Number(count)))).toContain(said);
  });
});

describe('commands that texts name', () => {
  const words = localeFiles('ru').flatMap((file) => readFileSync(file, 'utf8').split('\n'));
  const named = new Set(
    words.flatMap((line) => [...line.matchAll(/(?<![а-яё\w.:/])\/([а-яё_]+)/giu)].map(([, name]) => name)),
  );
  const known = commands.map(({ name }) => name);

  it('are there', () => expect([...named].filter((name) => !known.includes(name ?? '')).toSorted()).toEqual([]));
});
