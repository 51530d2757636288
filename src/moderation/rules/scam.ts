import { z } from 'zod';
import { faulty } from '../links/linked.js';
import { originalSpan } from '../normalise.js';
import { defineRule } from '../rule.js';
import { findDeceit, mayDeceive } from '../scams/find.js';

/** Whoever writes so may have lost the account: the sign of it for people, besides the message's end. */
export default defineRule({
  id: 'scam',
  category: 'scam',
  decision: 'delete',
  cites: 'RIGHTS',
  summary: 'reason-scam',
  settings: z.strictObject({}),

  gate: ({ hints }) => mayDeceive(hints),

  check(subject, _, facts) {
    const deceit = findDeceit(subject.normal, () => faulty(subject, facts, []).length > 0);
    if (deceit === null) return [];
    const { scheme, from, to } = deceit;
    return [{ ...originalSpan(subject.normal, from, to), confidence: scheme.confidence, decision: scheme.decision }];
  },

  examples: {
    flags: [
      ['Ваш дневник заблокирован! Подтвердите вход до 20:00: http://gosusIugi-dnevnik.example/login', 'дневник'],
      ['Скинь код из смс, я случайно твой номер указал', 'Скинь код'],
      ['Это директор. Срочно переведите 5000 на карту, объясню потом', 'директор'],
      ['Переведите деньги на безопасный счёт', 'безопасный счёт'],
      ['Привет, займи 3000 до завтра, верну вечером', 'займи 3000'],
      ['Проголосуй за мою племянницу: https://konkurs.example/vote', 'Проголосуй'],
      ['Бесплатные робуксы тут: https://robux.example', 'Бесплатные робуксы'],
      ['Нужны ребята от 14 лет, оплата от 5000 в день, без опыта, пишите в лс', 'оплата от 5000'],
      ['Это ты на фото? https://foto.example/1', 'Это ты на фото'],
      ['Заработок без вложений, пиши в личку', 'Заработок без вложений'],
      ['Нужны люди, дoxoд oт 5000 в день, пишитe в лc', 'дoxoд oт 5000'],
    ],
    passes: [
      'Никому не сообщайте код из СМС, даже директору',
      'Осторожно, мошенники! Пишут: «Ваш дневник заблокирован, подтвердите вход»',
      'Дневник снова заблокирован, кто знает, куда звонить?',
      'У кого заблокирован дневник, восстановите пароль на https://www.gosuslugi.ru',
      'Директор просит сдать документы срочно',
      'Пришлите код класса для регистрации',
      'Проголосуйте за наш проект на https://culture.ru',
      'Поздравляем: наш класс выиграл розыгрыш билетов в театр!',
      'Займите места в актовом зале до 18:00',
      'Костюм на ёлку можно сделать без вложений, пишите в личку, подскажу как',
      'Летом школа набирает подростков на благоустройство, обращаться к завучу',
    ],
  },
});
