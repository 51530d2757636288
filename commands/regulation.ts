import { z } from 'zod';
import { type Call, defineCommand, type Reply } from '../src/app/command.js';
import { typedDate } from '../src/app/editions-archive.js';
import { askFile, EnactData, hearEnact } from '../src/app/editions-enact.js';
import { aboutRegulation, hearMenu, MenuData, sendText, tellArchive } from '../src/app/editions-tell.js';
import { whoHasNot } from '../src/app/editions-who.js';
import { here } from '../src/app/reply.js';
import { inChat } from '../src/domain/refs.js';
import { text } from '../src/domain/text.js';

type Asked = 'about' | 'archive' | 'file' | 'new' | 'who' | { readonly edition: string };

const WORDS: readonly (readonly [RegExp, Exclude<Asked, object>])[] = [
  [/^(?:архив|все редакции|редакции|archive)/iu, 'archive'],
  [/^(?:файл|полный текст|текст|file)/iu, 'file'],
  [/^(?:нов(?:ая|ую)|загрузить|принять|new)/iu, 'new'],
  [/^(?:кто|не ознакомлен|who)/iu, 'who'],
];

const askedFor = (tail: string): Asked => {
  const date = typedDate(tail);
  if (date !== undefined) return { edition: date };
  return WORDS.find(([words]) => words.test(tail))?.[1] ?? 'about';
};

/** What a chat need not read. */
const elsewhere = (call: Call): Reply => ({
  actions: [here(call, text('group-only-dialog', { command: '/положение' }))],
  changes: [],
  because: 'elsewhere',
});

const told = async (call: Call): Promise<Reply> => {
  const { words, because } = await whoHasNot(call);
  return { actions: [here(call, words)], changes: [], because };
};

const answer = (asked: Asked, call: Call): Promise<Reply> | Reply => {
  if (asked === 'about') return aboutRegulation(call);
  if (inChat(call.place)) return elsewhere(call);
  if (asked === 'archive') return tellArchive(call);
  if (asked === 'file') return sendText(call);
  if (asked === 'who') return told(call);
  return asked === 'new' ? askFile(call) : sendText(call, asked.edition);
};

export default defineCommand({
  name: 'положение',
  english: 'regulation',
  where: 'both',
  needs: 'read-regulation',
  help: 'help-regulation',
  fuller: { needs: 'figures-class', help: 'help-regulation-staff' },
  phrases: ['положение', 'положение о чатах', 'покажите положение', 'новая редакция положения', 'архив положений'],
  args: (tail) => ({ ok: true, value: askedFor(tail.trim().replace(/^(?:положени[ея]|покажите)\s+/iu, '')) }),
  run: answer,

  conversation: {
    data: z.union([MenuData, EnactData]),
    hear: async (heard, data, call) => ('menu' in data ? hearMenu(heard, call) : hearEnact(heard, data, call)),
  },

  examples: [
    { say: '/положение', by: 'parent', answers: 'regulation', puts: ['record', 'record'] },
    { say: '/regulation', by: 'stranger', answers: 'regulation', puts: ['record', 'record'] },
    { say: '/положение', by: 'parent', in: 'parents chat', answers: 'group-regulation' },
    { say: '/положение архив', by: 'student', answers: 'regulation-archive' },
    { say: '/положение файл', by: 'parent', answers: 'regulation-file' },
    { say: '/положение 31.08.2024', by: 'parent', answers: 'regulation-file' },
    { say: '/положение 01.09.2020', by: 'parent', answers: 'regulation-no-edition', refused: true },
    { say: '/положение кто', by: 'class-teacher', answers: 'reading' },
    { say: '/положение кто', by: 'parent', answers: 'rights-role', refused: true },
    { say: '/положение новая редакция', by: 'administrator', answers: 'edition-send-file', puts: ['record', 'record'] },
    { say: '/положение новая редакция', by: 'class-teacher', answers: 'rights-role', refused: true },
    { say: '/положение архив', by: 'parent', in: 'parents chat', answers: 'group-only-dialog', refused: true },
  ],
});
