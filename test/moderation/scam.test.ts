import type { Facts } from '../../src/moderation/facts.js';
import scam from '../../src/moderation/rules/scam.js';
import { subjectOf } from '../../src/moderation/subject.js';
import { facts } from './school.js';
import { growsWithLength } from './slow.js';

const decisions = (text: string, known: Partial<Facts> = {}) =>
  scam.check(subjectOf(text), undefined, { ...facts, ...known }).map(({ decision }) => decision);

describe('deceit', () => {
  it.each([
    ['Ваш дневник заблокирован! Подтвердите вход до 20:00: http://gosusIugi-dnevnik.example/login', 'delete'],
    ['Ваша карта заблокирована, перейдите по ссылке https://sber-bonus.example', 'delete'],
    ['Скиньте код, который пришёл вам в смс', 'delete'],
    ['Продиктуй код из смс, плиз, это для голосования', 'delete'],
    ['Здравствуйте, это директор Петрова. Срочно переведите 15000 рублей на карту, никому не говорите', 'delete'],
    ['С вами говорит следователь. Срочно снимите деньги и переведите на безопасный счёт', 'delete'],
    ['Выручай, скинь 2000 до завтра на карту', 'hold'],
    ['Проголосуйте за мою дочку, осталось чуть-чуть: https://konkurs.example/12', 'delete'],
    ['Вам положена выплата на ребёнка: https://posobie.example', 'delete'],
    ['Заработок от 8000 в день, без вложений, обучу, пиши в лс', 'hold'],
    ['Зapaбoтoк oт 8000 в дeнь, бeз влoжeний, oбyчy, пиши в лc', 'hold'],
  ])('%s: %s', (text, decision) => expect(decisions(text)).toEqual([decision]));
});

describe('what says the same words and deceives nobody', () => {
  it.each([
    'Осторожно, мошенники! Присылают: «Подтвердите вход, дневник заблокирован: http://gosusIugi.example»',
    'Никому не сообщайте код из смс',
    'Меня взломали, не переводите деньги, я ничего не просила',
    'Дневник заблокирован, восстановите доступ через Госуслуги до пятницы, вопросы классному руководителю',
    'У кого заблокирован дневник, восстановите пароль на https://www.gosuslugi.ru',
    'Завуч просил срочно сдать деньги на питание до 10 числа',
    'Директор: переведите деньги на расчётный счёт школы, квитанции у секретаря, срочно',
    'Полиция проводит урок безопасности, срочно соберите согласия',
    'Переведите детей через дорогу',
    'Проголосуйте за дату собрания: https://vk.com/poll1',
    'Это ты на фото? Какая красота!',
    'Подработка летом: благоустройство, с 14 лет, обращаться в центр занятости',
    'Скинь фото задания до вечера',
  ])('%s', (text) => expect(decisions(text)).toEqual([]));
});

it.each([
  'дневник заблокирован подтверд ',
  'скинь код ',
  'займи 500 ',
  'от 5к ',
  'срочно перевед 1000 директор ',
  'дoхoд ',
])('is never long over %j', (piece) => growsWithLength(piece, (text) => scam.check(subjectOf(text), undefined, facts)));
