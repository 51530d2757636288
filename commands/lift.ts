import { defineCommand, noArguments } from '../src/app/command.js';
import { lift } from '../src/app/lifting.js';

/** What was done about somebody's message is taken back by a person; by its author, an objection. */
export default defineCommand({
  name: 'снять',
  english: 'lift',
  where: 'both',
  needs: 'anyone',
  help: 'help-lift',
  offered: ['restrict'],
  phrases: ['бот ошибся', 'сними', 'сними ограничение', 'отмени'],
  args: noArguments,
  run: (_, call) => lift(call),

  examples: [
    { say: '/снять', by: 'class-teacher', answers: 'lift-none' },
    { say: 'Бот ошибся', by: 'class-teacher', answers: 'lift-none' },
    { say: 'Бот ошибся', by: 'parent', answers: 'appeal-no-cases' },
    { say: '/снять', by: 'parent', in: 'parents chat', answers: 'rights-role', refused: true },
    { say: '/lift', by: 'stranger', answers: 'appeal-no-cases' },
  ],
});
