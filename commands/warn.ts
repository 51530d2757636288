import { defineCommand } from '../src/app/command.js';
import { hearSanction, SanctionTalk, sanction } from '../src/app/sanction-talk.js';

/** «Предупредить»: clause 3.4-g of school-21, p. 6 of the chat rules. */
export default defineCommand({
  name: 'предупредить',
  english: 'warn',
  where: 'both',
  needs: 'warn',
  help: 'help-warn',
  phrases: ['просто предупреди', 'предупреди', 'предупредить'],
  args: () => ({ ok: true, value: undefined }),
  run: (_, call) => sanction({ as: 'warning', until: 0 }, call),
  conversation: { data: SanctionTalk, hear: hearSanction },

  examples: [
    { say: '/предупредить', by: 'class-teacher', answers: 'sanction-how' },
    { say: 'Просто предупреди', by: 'class-teacher', answers: 'sanction-how' },
    { say: '/warn', by: 'parent', answers: 'rights-role', refused: true },
    { say: '/предупредить', by: 'stranger', answers: 'refuse-unlinked', refused: true },
  ],
});
