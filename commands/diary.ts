import { defineCommand, noArguments } from '../src/app/command.js';
import { here } from '../src/app/reply.js';
import { text } from '../src/domain/text.js';

export default defineCommand({
  name: 'дневник',
  english: 'diary',
  where: 'both',
  needs: 'read-own-record',
  help: 'help-diary',
  phrases: ['дневник', 'электронный дневник', 'электронный журнал', 'где посмотреть оценки?'],
  args: noArguments,

  run: async (_, call) => {
    const { diary } = await call.settings();
    const words = diary === '' ? text('group-no-diary') : text('group-diary', { diary });
    return { actions: [here(call, words)], changes: [], because: diary === '' ? 'none' : 'told' };
  },

  examples: [
    { say: '/дневник', by: 'parent', answers: 'group-no-diary' },
    { say: '/diary', by: 'student', in: 'parents chat', answers: 'group-no-diary' },
    { say: '/дневник', by: 'stranger', answers: 'refuse-unlinked', refused: true },
  ],
});
