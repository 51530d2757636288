import fc from 'fast-check';
import { decide } from '../../src/moderation/decide.js';
import obscene from '../../src/moderation/rules/obscene.js';
import { subjectOf } from '../../src/moderation/subject.js';
import { facts, message, standing } from './school.js';

const judge = (text: string) => decide(message(text), facts, standing, [obscene]);
const found = (text: string) => obscene.check(subjectOf(text), undefined, facts);

describe('letters left out, swapped, turned round', () => {
  it.each([
    'п**арас',
    'г**дон',
    'о хуе*ь',
    'заулпа',
    'пидро ты',
    'гнодон',
    'упулаз',
    '3.14здец',
    'иди на х..',
    'ну и х.й с ним',
    'п о х у и с т',
    'о.т.ъ.е.б.и.с.ь',
    'с у ч а р а',
    'блэт',
  ])('%s', (text) => expect(found(text)).not.toEqual([]));

  it('what could be another word waits for a person', () => {
    expect(judge('какой-то го****').decision).toBe('hold');
    expect(judge('он сказал х...о и ушёл').decision).toBe('hold');
  });
});

describe('innocent', () => {
  it.each([
    'подстр ахуй меня',
    'ст ебель цветка',
    'л ебедь и лебедь',
    'х...у т. о. р – хутор по буквам',
    'С*****в И. П. – сведения скрыты',
    'Ответ: а*б = 5**2, скидка 50%',
    'е...моё, какая погода',
    'Приходите... уй, забыла сказать когда',
    'лепидокрокит – минерал',
    '3балла за контрольную',
    'и_т_о_г_и четверти',
    '#педсовет #хутор @hudozhnik',
  ])('%s', (text) => expect(found(text)).toEqual([]));
});

const SENTENCES = [
  'Завтра педсовет.',
  'Подстрахуйте детей на переходе!',
  'Уроки до 12:30, сменка обязательна.',
  'Кто едет в музей? Я еду.',
  'Спасибо большое 👍',
  'Е. Б. Иванова придёт.',
];
const BAD = [
  'бля',
  'х*й',
  'п и з д а',
  'пи здец',
  'ху.йня',
  'х...о',
  'gbpltw',
  'nahuy',
  'цедзип',
  'тыхуй',
  'п**арас',
  'еба',
];

describe('a whole sentence appended', () => {
  it('changes nothing of what was found before it', () => {
    const piece = fc.constantFrom(...BAD, ...SENTENCES, 'ну', 'и', 'а', '5', '...', 'х', '🔥');
    const text = fc.array(piece, { minLength: 1, maxLength: 12 }).map((pieces) => pieces.join(' '));
    fc.assert(
      fc.property(
        text,
        fc.constantFrom('.\n', '. ', '! ', '\n'),
        fc.constantFrom(...SENTENCES, 'Вот бля.', 'Иди на х*й!', 'Какая п и з д а!', 'Ну тыхуй.'),
        (before, end, sentence) => {
          const alone = found(`${before}${end}`);
          const both = found(`${before}${end}${sentence}`);
          expect(both.filter(({ start }) => start < before.length)).toEqual(alone);
        },
      ),
      { numRuns: 3_000 },
    );
  });
});
