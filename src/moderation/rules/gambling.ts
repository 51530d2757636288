import { evidenceOf, sparedOf } from '../phrases/evidence.js';
import { OwnPhrases } from '../phrases/own.js';
import { defineRule } from '../rule.js';

export default defineRule({
  id: 'gambling',
  category: 'gambling',
  decision: 'delete',
  cites: 'RIGHTS',
  summary: 'reason-gambling',
  settings: OwnPhrases,

  check: (subject, own) => evidenceOf('gambling', subject, own),

  spared: (subject) => sparedOf('gambling', subject),

  examples: {
    flags: [
      ['Казино дарит бонус за регистрацию', 'Казино дарит бонус'],
      ['1xbet: забирай бонус', '1xbet: забирай бонус'],
      ['поднял 40к, ставки на спорт, пиши', 'ставки на спорт'],
      ['Фриспины новым игрокам за регистрацию', 'Фриспины новым игрокам за'],
      ['открывай кейсы бесплатно', 'открывай кейсы бесплатно'],
      ['каз1но: бонус новичкам', 'каз1но: бонус'],
    ],
    passes: [
      'Ставка рефинансирования, урок экономики',
      'Роман «Игрок»: рулетка и казино в жизни Достоевского',
      'Вулкан Везувий, фото к параграфу',
      'Ставим на стол сменную обувь',
      'Выиграли матч 3:1, молодцы',
      'Беседа: чем опасны казино и ставки',
      'Кейсы по обществознанию открывай на странице 5',
      'Бонус за активность на уроке – плюс балл',
    ],
  },
});
