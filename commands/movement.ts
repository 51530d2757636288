import { defineCommand } from '../src/app/command.js';
import { askMovement, hearMovement, MovementTalk } from '../src/app/movement-asking.js';

export default defineCommand({
  name: 'движение',
  english: 'movement',
  where: 'dialog',
  needs: 'move-people',
  help: 'help-movement',
  perishable: true,
  args: (tail) => ({ ok: true, value: tail }),

  run: askMovement,

  conversation: { data: MovementTalk, hear: ({ option }, talk, call) => hearMovement(option, talk, call) },

  examples: [
    {
      say: '/движение отчисление s02 приказ 03-05-18 от 05.10.2026',
      by: 'administrator',
      answers: 'roster-then',
      puts: ['record', 'record'],
    },
    {
      say: '/movement transfer s02 5А 5Б order 03-05-17 of 02.10.2026',
      by: 'administrator',
      answers: 'roster-then',
      puts: ['record', 'record'],
    },
    { say: '/движение', by: 'administrator', answers: 'movement-form', refused: true },
    {
      say: '/движение перевод s02 5А 5Б',
      by: 'administrator',
      answers: 'movement-order',
      refused: true,
    },
    { say: '/движение отчисление s02 приказ 1 от 01.09.2026', by: 'parent', answers: 'rights-role', refused: true },
  ],
});
