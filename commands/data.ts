import { z } from 'zod';
import { defineCommand, noArguments } from '../src/app/command.js';
import { hearOwnData, tellOwnData } from '../src/app/own-data-telling.js';

/** What the bot holds about somebody, and who looked at it: 152-ФЗ art. 14. */
export default defineCommand({
  name: 'мои_данные',
  english: 'data',
  where: 'dialog',
  needs: 'own-data',
  help: 'help-data',
  phrases: ['выгрузить мои данные', 'какие данные обо мне есть?'],
  args: noArguments,
  run: (_, call) => tellOwnData(call),
  conversation: { data: z.object({}), hear: (answer, _, call) => hearOwnData(answer, call) },

  examples: [
    { say: '/мои_данные', by: 'director', answers: 'own-data' },
    { say: 'Какие данные обо мне есть?', by: 'teacher', answers: 'own-data' },
    { say: '/data', by: 'stranger', answers: 'refuse-unlinked', refused: true },
    { say: '/мои_данные', by: 'director', in: 'parents chat', answers: 'group-only-dialog', refused: true },
  ],
});
