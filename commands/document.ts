import { z } from 'zod';
import { hearDocument, listDocuments, publishDocument } from '../src/app/announcements-document.js';
import { defineCommand } from '../src/app/command.js';

export default defineCommand({
  name: 'документ',
  english: 'document',
  where: 'dialog',
  // Who may publish one depends on whom it is for: looked at when that is known.
  needs: 'read-own-record',
  help: 'help-document',
  perishable: true,
  phrases: ['документы', 'какие документы действуют?'],
  args: (tail) => ({ ok: true, value: tail.trim() }),
  run: (tail, call) =>
    tail === '' || /^(?:список|list|документы|какие документы действуют\?)$/iu.test(tail)
      ? listDocuments(call)
      : publishDocument(tail, call),
  conversation: {
    data: z.object({ step: z.literal('documents') }),
    hear: ({ option }, _talk, call) => hearDocument(option, call),
  },
  examples: [
    { say: '/документ', answers: 'documents-none' },
    { say: '/document', by: 'parent', answers: 'documents-none' },
    { say: 'Документы', by: 'student', answers: 'documents-none' },
    {
      say: '/документ родители 5А до 20.09: План экскурсии',
      answers: 'document-which-file',
      puts: ['record', 'record'],
    },
    { say: '/документ родители 5А', answers: 'document-form', refused: true },
    { say: '/документ', by: 'stranger', answers: 'refuse-unlinked', refused: true },
  ],
});
