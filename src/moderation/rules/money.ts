import { z } from 'zod';
import { spanOf } from '../flat.js';
import { takesMoney } from '../pii/collection.js';
import { isPublished } from '../pii/published.js';
import { defineRule } from '../rule.js';

export default defineRule({
  id: 'money',
  category: 'money',
  decision: 'delete',
  cites: 'MONEY',
  summary: 'reason-money',
  settings: z.strictObject({
    /** Accounts and telephones for gifts to the school, besides its published requisites. */
    allow: z.array(z.string().trim().min(5)).default([]).describe('rules-setting-money-allow'),
  }),

  check(subject, { allow }, facts) {
    const finds = subject.personal;
    if (finds.length === 0) return [];
    const flat = subject.flat;
    return finds
      .filter((find) => takesMoney(flat, find) && !isPublished(find, facts, allow))
      .map(({ from, to, confidence }) => ({ ...spanOf(flat, from, to), confidence }));
  },

  examples: {
    flags: [
      ['Скидываемся по 500 р на шторы: 2202 1234 5678 9017', '2202 1234 5678 9017'],
      ['Переводите за экскурсию на 8 918 222-33-44, Сбер', '8 918 222-33-44'],
      ['Сбор на подарок, карта 2202-1234-5678-9017', '2202-1234-5678-9017'],
    ],
    passes: [
      'Сдаём 450 рублей до 12.12',
      'Скидываемся по 500 р на шторы, вопросы лично',
      'моя карта 2202 1234 5678 9017',
      'Вопросы по экскурсии: 8 918 222-33-44',
      'Сбор у школы в 8:30, экскурсия с 9:00 до 12:00',
      [
        'Пожертвования на счёт школы 03234643830000000400',
        { school: { phones: [], requisites: ['р/с 03234643830000000400'], hosts: [] } },
      ],
    ],
  },
});
