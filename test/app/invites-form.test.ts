import { namedIn, readTarget, readWish } from '../../src/app/invites-form.js';
import { roster } from '../scenarios/world.js';

describe('a wish about invites', () => {
  it.each([
    ['', { verb: 'list', words: '' }],
    ['5А родители', { verb: 'issue', words: '5А родители' }],
    ['выпустить 5А родители', { verb: 'issue', words: '5А родители' }],
    ['  выпустить   заново 5А родители', { verb: 'again', words: '5А родители' }],
    ['заново Сидорова', { verb: 'again', words: 'Сидорова' }],
    ['аннулировать Сидорова', { verb: 'annul', words: 'Сидорова' }],
    ['Аннулируйте', { verb: 'annul', words: '' }],
    ['revoke 5A parents', { verb: 'annul', words: '5A parents' }],
    ['как добавить Кирилла из 5Б?', { verb: 'issue', words: 'Кирилла из 5Б?' }],
    ['Пригласить Сидорову', { verb: 'issue', words: 'Сидорову' }],
  ])('«%s»', (typed, wish) => expect(readWish(typed)).toEqual(wish));

  it.each([
    ['5А родители', { kind: 'class_parents', class: '5А' }],
    ['родителям 5А', { kind: 'class_parents', class: '5А' }],
    ['5 а ученики', { kind: 'class_students', class: '5А' }],
    ['педагогам 5А', { kind: 'class_teachers', class: '5А' }],
    ['предмет 5А Информатика', { kind: 'subject', class: '5А', subject: 'информатика' }],
    ['учительская', { kind: 'staff' }],
  ])('into «%s»', (typed, target) => expect(readTarget(typed)).toEqual({ target }));

  it.each([
    ['кухня', 'chat-form-kind'],
    ['родители', 'chat-form-class'],
    ['предмет 5А', 'chat-form-subject'],
  ])('asks back after «%s»', (typed, key) => expect(readTarget(typed)).toMatchObject({ defect: { key } }));

  it.each([
    ['Сидорова', ['p03'], ''],
    ['сидорова', ['p03'], ''],
    ['p03', ['p03'], ''],
    ['Иванова', ['s04', 'p01'], ''],
    ['Иванова О. Н.', ['p01'], ''],
    ['Второв 5А родители', ['z01'], '5А родители'],
    ['5А родители', [], '5А родители'],
  ])('of «%s»', (typed, ids, rest) => {
    const found = namedIn(typed, roster);
    expect([found.named.map(({ id }) => id), found.rest]).toEqual([ids, rest]);
  });
});
