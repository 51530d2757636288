import { defineCommand } from '../src/app/command.js';
import { askPromotion, hearPromotion, PromotionTalk } from '../src/app/promotion.js';

/** Clause 3.3 of school-21, 2.1 of oosh-19: the classes of the school go a year on, in one step that is shown first. */
export default defineCommand({
  name: 'перевод_классов',
  english: 'promote',
  also: ['новый_учебный_год'],
  where: 'dialog',
  needs: 'move-people',
  help: 'help-promote',
  perishable: true,
  args: (tail) => ({ ok: true, value: tail.trim() }),

  run: askPromotion,

  conversation: { data: PromotionTalk, hear: ({ option }, talk, call) => hearPromotion(option, talk, call) },

  examples: [
    {
      say: '/перевод_классов приказ 45 от 25.08.2026',
      by: 'administrator',
      answers: 'promotion-preview',
      puts: ['record', 'record'],
    },
    {
      say: '/promote 5А приказ 45 от 25.08.2026',
      by: 'administrator',
      answers: 'promotion-preview',
      puts: ['record', 'record'],
    },
    { say: '/перевод_классов', by: 'administrator', answers: 'promotion-form', refused: true },
    { say: '/перевод_классов 5А', by: 'administrator', answers: 'promotion-form', refused: true },
    {
      say: '/перевод_классов 7Ъ приказ 45 от 25.08.2026',
      by: 'administrator',
      answers: 'promotion-impossible',
      refused: true,
    },
    { say: '/перевод_классов отменить', by: 'administrator', answers: 'promotion-no-undo', refused: true },
    { say: '/перевод_классов приказ 45 от 25.08.2026', by: 'parent', answers: 'rights-role', refused: true },
  ],
});
