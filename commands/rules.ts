import { defineCommand, noArguments } from '../src/app/command.js';
import { here } from '../src/app/reply.js';
import { rulesHere } from '../src/app/rules-words.js';

export default defineCommand({
  name: 'правила',
  english: 'rules',
  where: 'both',
  needs: 'read-regulation',
  help: 'help-rules',
  phrases: ['правила', 'правила чата', 'правила общения', 'какие правила?'],
  args: noArguments,

  run: async (_, call) => ({ actions: [here(call, await rulesHere(call))], changes: [], because: 'told' }),

  examples: [
    { say: '/правила', by: 'parent', answers: 'rules-explained' },
    { say: 'Какие правила?', by: 'student', answers: 'rules-explained' },
    { say: '/rules', by: 'parent', in: 'parents chat', answers: 'group-rules' },
    { say: '/провила', by: 'parent', in: 'dialog', answers: 'misspelt-command', refused: true },
  ],
});
