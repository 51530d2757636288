import * as accusation from '../../src/moderation/everyday/accusation.js';
import * as illness from '../../src/moderation/everyday/illness.js';
import { maySign, needsNames, signIn } from '../../src/moderation/everyday/index.js';
import * as quarrel from '../../src/moderation/everyday/quarrel.js';
import * as question from '../../src/moderation/everyday/question.js';

const person = (surname: string, name: string, patronymic = '') => ({ surname, name, patronymic });
const WHO = {
  staff: [person('Ключева', 'Мария', 'Петровна'), person('Лугов', 'Олег', 'Сергеевич')],
  pupils: [person('Иванов', 'Павел'), person('Петрова', 'Дарья'), person('Сидоров', 'Илья')],
  parents: [person('Иванова', 'Ольга', 'Николаевна')],
};
/** None of these is another's: whatever sign is found is told to somebody. */
const table = { accusation, quarrel, illness, question };

describe.each(Object.entries(table))('%s', (sign, { examples: { flags, passes } }) => {
  it.each(flags)('is told of: %s', (words) => expect(signIn(words, WHO)).toBe(sign));
  it.each(passes)('is not: %s', (words) => expect(signIn(words, WHO)).not.toBe(sign));
  it.each(flags)('is worth a closer look: %s', (words) => expect(needsNames(words)).toBe(true));
});

describe('names', () => {
  it('of a teacher whom a family shares them with accuse nobody', () => {
    const shared = { ...WHO, parents: [person('Ключева', 'Анна', 'Игоревна')] };
    expect(signIn('Ключева кричит на детей', shared)).toBeUndefined();
    expect(signIn('Мария Петровна кричит на детей', shared)).toBe('accusation');
  });

  it('of a pupil that a teacher bears too say nothing of the pupil', () => {
    const shared = { ...WHO, staff: [...WHO.staff, person('Иванов', 'Иван', 'Иванович')] };
    expect(signIn('Иванов бьёт моего сына', shared)).toBeUndefined();
  });

  it.each(['Расписание на завтра, пожалуйста', 'Спасибо!', '', '🙂🙂🙂'])('are not asked for: %s', (words) =>
    expect(maySign(words)).toBe(false),
  );
});

describe('an endless text', () => {
  it.each(['учитель ', 'у моего сына ', 'ваш ', 'бьёт моего ', '^ @u '])('of «%s» says nothing', (words) =>
    expect(signIn(words.repeat(1000), WHO)).toBeUndefined(),
  );
});
