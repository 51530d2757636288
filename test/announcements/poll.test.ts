import fc from 'fast-check';
import { isPersonal, personal } from '../../src/announcements/personal.js';
import { readPoll, tallyOf, voted } from '../../src/announcements/poll.js';
import { readPause } from '../../src/app/pausing.js';
import { roster } from '../scenarios/world.js';

describe('a poll as it is typed', () => {
  it.each<[string, object]>([
    [
      'родители 5А: Кто идёт? Да; Нет',
      { head: 'родители 5А', question: 'Кто идёт?', answers: ['Да', 'Нет'], multiple: false, anonymous: true },
    ],
    ['родители 5А до завтра 18:00: Кто идёт?', { head: 'родители 5А до завтра 18:00', answers: ['Да', 'Нет'] }],
    [
      'родители 5А, несколько, с именами: Что принести? Сок; Хлеб; Соль',
      { head: 'родители 5А', multiple: true, anonymous: false, answers: ['Сок', 'Хлеб', 'Соль'] },
    ],
    ['родители 5А: Когда?\n1) Утром\n2) Вечером', { question: 'Когда?', answers: ['Утром', 'Вечером'] }],
    ['родители 5А: Место экскурсии; Музей; Парк', { question: 'Место экскурсии', answers: ['Музей', 'Парк'] }],
    ['родители 5А: Кто идёт? Да; Да; Нет', { answers: ['Да', 'Нет'] }],
  ])('%s', (typed, form) => expect(readPoll(typed)).toMatchObject({ form }));

  it.each([
    ['родители 5А', 'question'],
    ['родители 5А: Кто? Да', 'answers'],
    [`родители 5А: Кто? ${'абвгдежзи'.split('').join(';')}`, 'many'],
    [`родители 5А: Кто? ${'а'.repeat(37)}; Нет`, 'long'],
    [`родители 5А: ${'а'.repeat(301)}? Да; Нет`, 'long'],
  ])('%s is refused: %s', (typed, defect) => expect(readPoll(typed)).toEqual({ defect }));
});

describe('votes', () => {
  it('of one choice are replaced, of several taken in and out', () => {
    expect(voted([], 1, false)).toEqual([1]);
    expect(voted([1], 2, false)).toEqual([2]);
    expect(voted([1], 0, true)).toEqual([0, 1]);
    expect(voted([0, 1], 0, true)).toEqual([1]);
  });

  it('are counted once a person, whatever is pressed in whatever order', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('p01', 'p02', 'p03'), fc.nat(2)), { maxLength: 40 }),
        fc.boolean(),
        (presses, multiple) => {
          const votes: Record<string, readonly number[]> = {};
          for (const [who, answer] of presses) votes[who] = voted(votes[who] ?? [], answer, multiple);
          const { counts, voters } = tallyOf([votes], { answers: ['а', 'б', 'в'] });
          expect(voters).toBeLessThanOrEqual(3);
          expect(Math.max(0, ...counts)).toBeLessThanOrEqual(voters);
          if (!multiple) expect(counts.reduce((sum, count) => sum + count, 0)).toBe(voters);
        },
      ),
    ));
});

describe("words of everybody's own", () => {
  const parent = roster.find(({ id }) => id === 'p01')!;
  const children = roster.filter(({ id }) => parent.children.includes(id));

  it.each([
    ['{имя}, собрание завтра', 'Ольга Николаевна, собрание завтра'],
    ['{ Имя }! Тетради: {дети}', 'Ольга Николаевна! Тетради: Павел, Вера'],
  ])('%s', (words, own) => {
    expect(isPersonal(words)).toBe(true);
    expect(personal(words, parent, children)).toBe(own);
  });

  it('are not what only looks like it', () => expect(isPersonal('сбор в {время}')).toBe(false));
});

describe('a pause as it is typed', () => {
  it.each<[string, object]>([
    ['', { verb: 'pause', words: '' }],
    ['школа до завтра 8:00', { verb: 'pause', school: true, words: 'до завтра 8:00' }],
    ['вся школа', { verb: 'pause', school: true, words: '' }],
    ['5А на 2 часа', { verb: 'pause', class: '5А', words: 'на 2 часа' }],
    ['5 «а» класс до пятницы', { verb: 'pause', class: '5А', words: 'до пятницы' }],
    ['на 2 часа', { verb: 'pause', words: 'на 2 часа' }],
    ['до 18:00', { verb: 'pause', words: 'до 18:00' }],
    ['снять', { verb: 'end', words: '' }],
    ['снять 5А', { verb: 'end', class: '5А', words: '' }],
    ['список', { verb: 'list', words: '' }],
  ])('«%s»', (typed, wish) => expect(readPause(typed)).toEqual(wish));
});
