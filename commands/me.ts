import { defineCommand, noArguments } from '../src/app/command.js';
import { chatsFor } from '../src/app/own-chats.js';
import { strikeLines } from '../src/app/own-data.js';
import { ownClasses, ownLines } from '../src/app/people-find.js';
import { here } from '../src/app/reply.js';
import { chatVars } from '../src/domain/chat.js';
import { text } from '../src/domain/text.js';

export default defineCommand({
  name: 'я',
  english: 'me',
  where: 'dialog',
  needs: 'read-own-record',
  help: 'help-me',
  phrases: ['кто я?', 'что вы обо мне знаете?', 'мои данные', 'мои чаты'],
  args: noArguments,

  run: async (_, call) => {
    const { person } = call;
    if (person === undefined) return { actions: [], changes: [], because: 'refused' };
    const [classes, chats] = await Promise.all([ownClasses(person, call), chatsFor(person, call)]);
    const words = text('me', {
      name: [person.surname, person.name, person.patronymic].filter(Boolean).join(' '),
      role: text('role', { role: person.role }),
      classes: classes.length === 0 ? text('me-no-classes') : classes.join(', '),
      chats: [
        ...(chats.length === 0 ? [text('me-no-chats')] : chats.map((chat) => text('me-chat', chatVars(chat)))),
        ...(await ownLines(person, call)),
        ...(await strikeLines(person, call)),
        text('me-data'),
      ],
    });
    return { actions: [here(call, words)], changes: [], because: 'told' };
  },

  examples: [
    { say: '/я', by: 'class-teacher', answers: 'me' },
    { say: '/ME', by: 'parent', answers: 'me' },
    { say: 'Что вы обо мне знаете?', by: 'director', answers: 'me' },
    { say: '/я', by: 'stranger', answers: 'refuse-unlinked', refused: true },
    { say: '/я', by: 'parent', in: 'parents chat', answers: 'group-only-dialog', refused: true },
  ],
});
