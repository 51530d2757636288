import { type Call, type Command, defineCommand, noArguments } from '../src/app/command.js';
import { privately } from '../src/app/reply.js';
import { type Text, text } from '../src/domain/text.js';

const isOpen = async ({ needs, offered }: Command, call: Call): Promise<boolean> => {
  const asked = offered ?? (needs === 'anyone' ? [] : [needs]);
  if (asked.length === 0) return true;
  const answers = await Promise.all(asked.map((one) => call.may(one, 'anywhere')));
  return answers.some(({ granted }) => granted !== 'no');
};

const lineOf = async ({ help, fuller }: Command, call: Call): Promise<Text> => {
  const more = fuller && (await call.may(fuller.needs, 'anywhere')).granted === 'yes';
  return text(more ? fuller.help : help);
};

export default defineCommand({
  name: 'помощь',
  english: 'help',
  where: 'both',
  needs: 'anyone',
  help: 'help-help',
  phrases: ['помощь', 'помогите', 'что вы умеете?', 'что ты умеешь?', 'команды', 'меню'],
  args: noArguments,

  run: async (_, call, commands) => {
    const open = await Promise.all(commands.map((command) => isOpen(command, call)));
    const lines = await Promise.all(commands.filter((_command, i) => open[i]).map((command) => lineOf(command, call)));
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
