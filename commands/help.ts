import { defineCommand, noArguments } from '../src/app/command.js';
import { may } from '../src/app/may.js';
import { privately } from '../src/app/reply.js';
import { text } from '../src/domain/text.js';

export default defineCommand({
  name: 'помощь',
  english: 'help',
  where: 'both',
  needs: 'anyone',
  help: 'help-help',
  phrases: ['помощь', 'помогите', 'что вы умеете?', 'что ты умеешь?', 'команды', 'меню'],
  args: noArguments,

  run: (_, call, commands) => {
    const open = commands.filter(
      ({ needs }) => needs === 'anyone' || may(call.person, needs, call.cite).granted !== 'no',
    );
    const lines = open.map(({ help }) => text(help));
    const words = text(call.person ? 'help-linked' : 'help-unlinked', { lines });
    return { actions: [privately(call, words, text('group-help'))], changes: [], because: 'told' };
  },

  examples: [
    { say: '/помощь', by: 'class-teacher', answers: 'help-linked' },
    { say: '/help@school', by: 'parent', answers: 'help-linked' },
    { say: 'Что Вы умеете?', by: 'student', answers: 'help-linked' },
    { say: '/помощь', by: 'stranger', answers: 'help-unlinked' },
    { say: '/помощь', by: 'parent', in: 'parents chat', answers: 'help-linked' },
    { say: '/памощь', by: 'parent', in: 'dialog', answers: 'misspelt-command', refused: true },
  ],
});
