import { defineCommand } from '../src/app/command.js';
import { type PauseWish, pause, readPause } from '../src/app/pausing.js';

export default defineCommand<PauseWish>({
  name: 'пауза',
  english: 'pause',
  where: 'both',
  needs: 'pause-posts',
  help: 'help-pause',
  perishable: true,
  phrases: ['пауза'],
  args: (tail) => ({ ok: true, value: readPause(/^пауза[.!]?$/iu.test(tail.trim()) ? '' : tail) }),
  run: pause,
  examples: [
    { say: '/пауза школа до завтра 8:00', by: 'director', answers: 'pause-set', puts: ['record'] },
    { say: '/пауза 5А на 2 часа', by: 'deputy', answers: 'pause-set', puts: ['record'] },
    { say: 'Пауза', by: 'administrator', answers: 'pause-set', puts: ['record'] },
    { say: '/pause school until tomorrow 8:00', by: 'administrator', answers: 'pause-set', puts: ['record'] },
    { say: '/пауза', by: 'director', in: 'parents chat', answers: 'pause-set', puts: ['record'] },
    { say: '/пауза снять', by: 'director', answers: 'pause-not' },
    { say: '/пауза список', by: 'director', answers: 'pause-none' },
    { say: '/пауза до вчера', by: 'director', answers: 'pause-when', refused: true },
    { say: '/пауза', by: 'class-teacher', answers: 'rights-role', refused: true },
    { say: '/пауза', by: 'stranger', answers: 'refuse-unlinked', refused: true },
  ],
});
