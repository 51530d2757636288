import marks from '../../src/moderation/rules/marks.js';
import { subjectOf } from '../../src/moderation/subject.js';
import { facts } from './school.js';
import { growsWithLength } from './slow.js';

const decisions = (text: string) =>
  marks.check(subjectOf(text), undefined, facts).map(({ decision }) => decision ?? 'delete');

describe('a named pupil’s marks, illness and benefits', () => {
  it.each([
    ['Сидоров опять двойка, позор', 'delete'],
    ['Петров получил двойку', 'delete'],
    ['У Сидорова 3 по физике, надо пересдать', 'delete'],
    ['Козлов на учёте в КДН', 'delete'],
    ['Смирнову поставили диагноз ЗПР', 'delete'],
    ['Прошу учесть: Маша Алексеева под опекой', 'delete'],
    ['Иванов прогулял все уроки', 'delete'],
    ['Результаты\n1. Иванов 3\n2. Петрова 4\n3. Сидоров 2', 'delete'],
    ['Иванова у нас отличница, поздравляем', 'remind'],
  ])('%s: %s', (text, decision) => expect(decisions(text)).toEqual([decision]));
});

describe('what names nobody, or says nothing of the kind', () => {
  it.each([
    'У Маши температура, не придём',
    'Завтра контрольная, двойки исправить до пятницы',
    'Учительница Иванова кричит на детей и занижает оценки',
    'Анна Сергеевна Петрова, за что двойка у сына?',
    'Петров и Сидоров опять подрались, разберитесь',
    'Дети с ОВЗ обедают в 11:30',
    'Льготное питание: заявления до 10.09',
    'Поздравляем Петрову Анну с первым местом!',
    'За сочинение по Достоевскому две двойки в классе',
    'Рассказ Куприна «Тройка», параграф 5',
    'Картина Перова «Тройка»',
    'Прогулка по парку Горького в субботу, Иванов ведёт',
    'Иванов, Петров, Сидоров – не сдали учебники',
    'Иванов 5А\nПетрова 5Б\nСидоров 5В',
    '1. Тетрадь\n2. Ручка\n3. Линейка',
    'Причина двоек – пропуски',
  ])('%s', (text) => expect(decisions(text)).toEqual([]));
});

it.each(['Сидоров ', 'Сидоров двойка ', 'двойка ', '\nИванов 5', 'Иванова Анна Ивановна '])(
  'is never long over %j',
  (piece) => growsWithLength(piece, (text) => marks.check(subjectOf(text), undefined, facts)),
);
