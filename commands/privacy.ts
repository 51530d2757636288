import { defineCommand, noArguments } from '../src/app/command.js';
import { privately } from '../src/app/reply.js';
import { text } from '../src/domain/text.js';

export default defineCommand({
  name: 'бот_и_данные',
  english: 'privacy',
  where: 'both',
  needs: 'anyone',
  help: 'help-privacy',
  phrases: ['бот и данные', 'что вы храните?', 'что бот хранит?', 'какие данные хранит бот?', 'что видит бот?'],
  args: noArguments,

  run: (_, call) => ({
    actions: [privately(call, text('privacy'), text('group-privacy'))],
    changes: [],
    because: 'told',
  }),

  examples: [
    { say: '/бот_и_данные', by: 'stranger', answers: 'privacy' },
    { say: '/privacy', by: 'student', answers: 'privacy' },
    { say: 'Что бот хранит?', by: 'parent', answers: 'privacy' },
    { say: '/бот-и-данные', by: 'parent', in: 'parents chat', answers: 'privacy' },
    { say: '/приваси', by: 'parent', answers: 'unknown-command', refused: true },
  ],
});
