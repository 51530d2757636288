import { decide } from '../../src/moderation/decide.js';
import insult from '../../src/moderation/rules/insult.js';
import { facts, message, standing } from './school.js';

const judge = (text: string) => decide(message(text), facts, standing, [insult]);

describe('called to somebody’s face', () => {
  it.each([
    'Ты ИДИОТ',
    'ид1от ты',
    'дypa',
    'д.у.р.а',
    'дуууура',
    'Клуши вы все, д у р ы',
    'ты просто конченый дебил',
    'заткнись, тварь',
    'Вы все такие придурки!',
    'ты д*ра',
    'durak ty, i все это знают, ты durak',
    'lehfr',
    'иди ты в жопу',
    'Саша, пошёл нахер',
    'Вы там совсем охренели со своими сборами? Училка – дура безмозглая!',
    'Училка дура',
  ])('%s is deleted', (text) => expect(judge(text).decision).toBe('delete'));
});

describe('called behind the back, or a beast', () => {
  it.each(['Петров дебил', 'она дура', 'ты коза', 'закрой рот'])('%s waits for a person', (text) =>
    expect(judge(text).decision).toBe('hold'),
  );
});

describe('of somebody of the school', () => {
  it.each(['Училка по химии не дура, объясняет хорошо', 'Мамаша сказала, что учитель – дурак, а он просто строгий'])(
    '%s stays',
    (text) => expect(judge(text).decision).toBe('keep'),
  );
});

describe('rude at large', () => {
  it.each(['Всё через жопу у нас в этом году, уже третья замена', 'Опять эти уроды во дворе шумят до ночи'])(
    '%s is a sign to people and no more',
    (text) => {
      expect(judge(text)).toMatchObject({ decision: 'keep', findings: [{ rule: 'insult' }] });
      expect(judge(text).findings[0]?.confidence).toBeGreaterThanOrEqual(0.5);
    },
  );
});

describe('told, quoted, discussed or said of oneself', () => {
  it.each([
    'Читаем «Идиота» Достоевского',
    'Слово «дурак» – разговорное, в сочинении его лучше не писать',
    'Иван-дурак женился на царевне',
    'Дурак дурака видит издалека – пословица',
    'Он обозвал мою дочь дурой, прошу принять меры',
    'Дети дразнят его лохом, поговорите с классом',
    'Какая я дура, забыла сменку',
    'Я не идиот, я прочитал объявление',
    'Сидела как дура под дверью, никто не открыл',
    'Гадкий утёнок – сказка Андерсена, стр. 40',
    'Козёл отпущения – фразеологизм',
    'Козлов Саша и Баранов Петя, вы сегодня дежурные',
    'Тупой угол больше прямого',
    'У собаки болит лапа, кто знает врача?',
    'Свинья, коза и корова – домашние животные',
    'Дети с синдромом Дауна придут на праздник',
  ])('%s is nothing', (text) => expect(judge(text)).toMatchObject({ decision: 'keep', findings: [] }));
});

describe('the model of the tone', () => {
  it('never does more than tell people', () => {
    const { decision, findings } = judge('расстрелять их всех у стенки и повесить, казнить на площади');
    expect(findings).toMatchObject([{ rule: 'insult', start: 0, end: 11 }]);
    expect(decision).toBe('keep');
  });

  it.each([
    'клоуны',
    'очко',
    'Цирк, клоуны и собаки',
    'Завтра едем в цирк, будут клоуны, собаки и обезьяны',
    'Расстрел царской семьи – тема урока 14',
  ])('%s is nothing', (text) => expect(judge(text).findings).toEqual([]));
});

describe('the school', () => {
  it('may name words of its own: a play that is staged', () => {
    const own = { ...standing, rules: { insult: { allow: ['дура'] } } };
    expect(decide(message('Дура! – так зовётся пьеса'), facts, own, [insult]).findings).toEqual([]);
  });
});
