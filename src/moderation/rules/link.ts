import { z } from 'zod';
import { COST } from '../links/judge.js';
import { byPupil, evidenceOf, faulty, type Linked } from '../links/linked.js';
import { defineRule, type Evidence } from '../rule.js';

/** An address that nobody here knows is no fault of grown-ups, and looked at by a person when a pupil sends it. */
const judged = (fault: Linked['fault'], pupil: boolean): Omit<Evidence, 'start' | 'end'> | undefined => {
  if (fault === 'messenger' || fault === 'form') return undefined;
  if (fault === 'unknown') return pupil ? { confidence: 0.6, decision: 'hold' } : undefined;
  return { confidence: COST[fault] === 'delete' ? 0.95 : 0.8, decision: COST[fault] };
};

export default defineRule({
  id: 'link',
  category: 'link',
  decision: 'delete',
  cites: 'RIGHTS',
  summary: 'reason-link',
  settings: z.strictObject({
    /** Sites, with all below them, to which anybody may link, besides those of the school's settings. */
    allow: z.array(z.string().trim().toLowerCase().min(3)).default([]).describe('rules-setting-link-allow'),
    /** Whether a pupil's link to a site that nobody here knows waits for a person. */
    holdUnknown: z.boolean().default(true).describe('rules-setting-link-hold-unknown'),
  }),

  check(subject, { allow, holdUnknown }, facts) {
    const links = faulty(subject, facts, allow);
    if (links.length === 0) return [];
    const pupil = holdUnknown && byPupil(facts);
    return links.flatMap(({ link, fault }) => {
      const rest = judged(fault, pupil);
      return rest === undefined ? [] : [evidenceOf(subject.flat, link, rest)];
    });
  },

  examples: {
    flags: [
      ['Подтвердите вход до 20:00: http://gosusIugi-dnevnik.example/login', 'http://gosusIugi-dnevnik.example/login'],
      ['Голосуйте: https://vk.com-id.site/login', 'https://vk.com-id.site/login'],
      ['Личный кабинет тут: sfеrum.ru', 'sfеrum.ru'],
      ['https://sferum.ru@prize.example/', 'https://sferum.ru@prize.example/'],
      ['Файл с заданием http://91.200.10.7/zadanie', 'http://91.200.10.7/zadanie'],
      ['https://clck.ru/3Abcd – расписание', 'https://clck.ru/3Abcd'],
      ['скачай мод https://mods.example/minecraft.apk', 'https://mods.example/minecraft.apk'],
      ['заходи на skinbox точка ком', 'skinbox точка ком'],
      ['hxxps://gold[.]top/x', 'hxxps://gold[.]top/x'],
      [
        'https://vk.com/away.php?to=https%3A%2F%2F1win.example',
        'https://vk.com/away.php?to=https%3A%2F%2F1win.example',
      ],
      ['javascript:alert(1)', 'javascript:alert(1)'],
      ['гляньте https://mysite.example/page', 'https://mysite.example/page', { role: 'student' }],
    ],
    passes: [
      'https://resh.edu.ru/subject/ урок 14',
      'https://www.gosuslugi.ru/ и https://esia.gosuslugi.ru/login',
      'vk.com/club123, vk.me/school',
      'Пришёл.Увидел.Победил',
      'Файл doklad.pdf у старосты, README.md читали?',
      'Урок 2.4.1 и 2.4.2, т.к. завтра выходной',
      'https://лицей2.рф/ и школа.рф',
      ['https://nash-kruzhok.example/', { school: { phones: [], requisites: [], hosts: ['nash-kruzhok.example'] } }],
      ['https://uchi.ru/cards', { role: 'student' }],
      'Пишите: petrova@mail.ru',
    ],
  },
});
