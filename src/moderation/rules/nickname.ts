import type { ChatKind } from '../../domain/chat.js';
import { evidenceOf, sparedOf } from '../phrases/evidence.js';
import { OwnPhrases } from '../phrases/own.js';
import { defineRule } from '../rule.js';

/** Where pupils are among themselves. */
const PUPILS: readonly ChatKind[] = ['class_students', 'subject', 'edu_other'];

/** A sign to whoever looks after the class, never a fault of anybody: the same word may be a joke among friends. */
export default defineRule({
  id: 'nickname',
  category: 'insult',
  decision: 'keep',
  cites: 'POLITE',
  summary: 'reason-insult',
  settings: OwnPhrases,

  check: (subject, own, { chat }) => (PUPILS.includes(chat) ? evidenceOf('nickname', subject, own) : []),

  spared: (subject) => sparedOf('nickname', subject),

  examples: {
    flags: [
      ['Эй, жиртрест, ты опять опоздал?', 'жиртрест', { chat: 'class_students' }],
      ['Очкарик пришёл, ахаха', 'Очкарик', { chat: 'class_students' }],
      ['Рыжая, вали отсюда', 'Рыжая, вали', { chat: 'class_students' }],
      ['никто с ней не дружите', 'никто с ней не дружите', { chat: 'class_students' }],
      ['не садитесь с ним', 'не садитесь с ним', { chat: 'subject' }],
    ],
    passes: [
      ['Рыжий кот убежал', { chat: 'class_students' }],
      ['Очкарик – персонаж повести, читаем к среде', { chat: 'class_students' }],
      ['Не играйте с ним в мяч, он болеет: это про хомяка', { chat: 'class_students' }],
      ['Кто толстый учебник взял?', { chat: 'class_students' }],
      ['Моего сына в классе зовут «очкарик», помогите', { chat: 'class_parents' }],
    ],
  },
});
