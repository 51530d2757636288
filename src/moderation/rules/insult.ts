import { z } from 'zod';
import { distinct } from '../distinct.js';
import { manner } from '../lexicon/address.js';
import { findCalled } from '../lexicon/find-insult.js';
import { abusiveTone } from '../lexicon/insult-tone.js';
import { KEY } from '../lexicon/keys.js';
import { originalSpan } from '../normalise.js';
import { ownWords } from '../own-words.js';
import { defineRule } from '../rule.js';

export default defineRule({
  id: 'insult',
  category: 'insult',
  decision: 'delete',
  cites: 'POLITE',
  summary: 'reason-insult',
  settings: z.strictObject({
    allow: ownWords(),
  }),

  check({ text, normal, readings, look }, { allow }) {
    const said = manner(normal, findCalled(readings, look), look);
    const found = said.map(({ from, to, ...how }) => ({ ...originalSpan(normal, from, to), ...how }));
    const told = distinct(found.filter(({ start, end }) => !allow.has(text.slice(start, end).toLowerCase())));
    if (told.length > 0 || (look.words & KEY.hint) === 0) return told;
    const tone = abusiveTone(normal.text);
    if (tone === null) return told;
    const { confidence, from, to } = tone;
    return [{ ...originalSpan(normal, from, to), confidence, decision: 'keep' }];
  },

  examples: {
    flags: [
      ['Ты ИДИОТ', 'ИДИОТ'],
      ['ид1от ты', 'ид1от'],
      ['дypa', 'дypa'],
      ['д.у.р.а', 'д.у.р.а'],
      ['дуууура', 'дуууура'],
      ['Какие же вы все д у р ы', 'д у р ы'],
    ],
    passes: [
      'Читаем «Идиота» Достоевского',
      'Дурак дурака видит издалека – пословица',
      'Иван-дурак женился на царевне: пересказать сказку',
      'Что значит слово «дурак» у Грибоедова?',
      'Он назвал моего сына дебилом, прошу разобраться',
      'Я не дурак',
      'Козлов Саша и Баранов Петя, вы сегодня дежурные',
      'Гадкий утёнок – сказка Андерсена',
      'Козёл отпущения – фразеологизм',
      'Сукно и сук – однокоренные?',
    ],
  },
});
