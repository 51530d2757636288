import { z } from 'zod';
import type { Decision } from '../../domain/verdict.js';
import type { Facts } from '../facts.js';
import { type Flat, spanOf } from '../flat.js';
import { evidenceOf, faulty } from '../links/linked.js';
import { takesMoney } from '../pii/collection.js';
import type { Find } from '../pii/find.js';
import { type Owner, ownerOf } from '../pii/owner.js';
import { isPublished } from '../pii/published.js';
import { defineRule, type Evidence } from '../rule.js';
import type { Subject } from '../subject.js';

/** More of them in one message prove nothing more. */
const ENOUGH = 20;
/** So many numbers of people in one message are a list. */
const LIST = 3;

/** One's own may be told, somebody else's may not; where the words do not say whose it is, the author is reminded. */
const REACHED: Readonly<Record<Owner, Decision>> = {
  author: 'keep',
  nobody: 'keep',
  unknown: 'remind',
  family: 'hold',
  other: 'delete',
};
const REACHES: ReadonlySet<Find['kind']> = new Set(['phone', 'email', 'address']);

/** Papers, cards and passwords do harm whoever wrote them. */
const costOf = (find: Find, owner: Owner, listed: boolean): Decision => {
  if (!REACHES.has(find.kind)) return find.confidence < 0.8 ? 'hold' : 'delete';
  return listed && owner !== 'author' ? 'delete' : REACHED[owner];
};

const evidence = (flat: Flat, finds: readonly Find[]): readonly Evidence[] => {
  const owned = finds.map((find) => ({ find, owner: ownerOf(flat, find.from, find.to) }));
  const told = owned.filter(({ find, owner }) => owner !== 'nobody' || !REACHES.has(find.kind));
  const listed = told.filter(({ find }) => find.kind === 'phone').length >= LIST;
  return told.map(({ find, owner }) => ({
    ...spanOf(flat, find.from, find.to),
    confidence: find.confidence,
    decision: costOf(find, owner, listed),
  }));
};

/** What a form asks people to enter about themselves. */
const ASKS = /(?:заполн|внес|впиш|укаж|фио|фамили|паспорт|снилс|телефон|адрес|данные|анкет)/;

/** A form that keeps abroad what people enter: with a word that asks for their data, a person looks at it first. */
const forms = (subject: Subject, facts: Facts): readonly Evidence[] =>
  faulty(subject, facts, [])
    .filter(({ fault }) => fault === 'form')
    .map(({ link }) => {
      const flat = subject.flat;
      return evidenceOf(flat, link, { confidence: 0.7, decision: ASKS.test(flat.text) ? 'hold' : 'remind' });
    });

export default defineRule({
  id: 'personal-data',
  category: 'personal-data',
  decision: 'delete',
  cites: 'PD',
  summary: 'reason-personal-data',
  settings: z.strictObject({
    /** Telephones, addresses and requisites that are published, besides those of the school's settings. */
    allow: z.array(z.string().trim().min(5)).default([]).describe('rules-setting-personal-data-allow'),
  }),

  check(subject, { allow }, facts) {
    const all = subject.personal;
    const linked = forms(subject, facts);
    if (all.length === 0) return linked;
    const finds = all.filter((find) => !takesMoney(subject.flat, find) && !isPublished(find, facts, allow));
    const found = [...evidence(subject.flat, finds), ...linked].toSorted((a, b) => a.start - b.start);
    return found.filter(({ start }, i) => start >= (found[i - 1]?.end ?? 0)).slice(0, ENOUGH);
  },

  examples: {
    flags: [
      ['Номер Дашки Петровой 8 900 555-12-34, звоните ей все', '8 900 555-12-34'],
      ['Вот его телефон: +7 (918) 222-33-44', '7 (918) 222-33-44'],
      ['Если что, я на связи: 89182223344', '89182223344'],
      [
        'мой номер восемь девятьсот восемнадцать двести двадцать два тридцать три сорок четыре',
        'восемь девятьсот восемнадцать двести двадцать два тридцать три сорок четыре',
      ],
      ['8918з2233о4 пиши', '8918з2233о4'],
      ['Почта Петровой: petrova.anna81@mail.ru', 'petrova.anna81@mail.ru'],
      ['пишите petrova81 собака yandex точка ru', 'petrova81 собака yandex точка ru'],
      ['Паспорт ребёнка: серия 8308 номер 123456', '8308 номер 123456'],
      ['СНИЛС 112-233-445 95', '112-233-445 95'],
      ['Сидоров живёт на ул. Ленина, д. 5, кв. 12', 'ул. Ленина, д. 5, кв. 12'],
      ['Свидетельство о рождении II-ВО № 654321', 'II-ВО № 654321'],
      ['Мне пришёл код 482913 от госуслуг, это зачем?', '482913'],
      ['логин sidorov, пароль Zvezda2014', 'Zvezda2014'],
      ['моя карта 2202 1234 5678 9017', '2202 1234 5678 9017'],
      ['Заполните анкету: https://docs.google.com/forms/d/1abc', 'https://docs.google.com/forms/d/1abc'],
    ],
    passes: [
      'Приказ 01-10-281 от 31.08.2024, ИНН 0711038298',
      'Уроки: 8 30, 9 25, 10 20',
      'Телефон школы (8662) 00-00-00',
      'Горячая линия 8-800-200-01-22',
      'Кабинет 214, этаж 2, ряд 3',
      'Дежурят 8, 9, 10 и 11 классы',
      '№ 344, 345, 350 стр. 91',
      'Разложите на множители число 9180223344',
      'ISBN 978-5-09-071234-5, тираж 10 000 экземпляров',
      'Встречаемся у музея, ул. Ленина, 26',
      'Письма в поддержку: info@sferum.ru',
      'Собака Павлова – опыт по биологии',
      'Никому не сообщайте код из СМС',
      'Напомните, где поменять пароль от дневника?',
      'Паспорт здоровья класса заполняет медсестра',
      'У Маши температура, сегодня не придём',
      'Опрос: https://forms.yandex.ru/u/1/',
      ['Звоните в школу: 8 (8662) 47-00-00', { school: { phones: ['(8662) 47-00-00'], requisites: [], hosts: [] } }],
    ],
  },
});
