import { type Call, defineCommand, type Reply } from '../src/app/command.js';
import { correct, handOver, removal, reopen } from '../src/app/migration-change.js';
import { showChecklist } from '../src/app/migration-close.js';
import { hearMigration, showProgress } from '../src/app/migration-hear.js';
import { showNotice } from '../src/app/migration-notice.js';
import { sendBoard } from '../src/app/migration-picture.js';
import { addChat, listChats, pick, putOff } from '../src/app/migration-register.js';
import { type HeldChat, MigrationTalk } from '../src/app/migration-talk.js';
import { here } from '../src/app/reply.js';
import { text } from '../src/domain/text.js';

const ABOUT: readonly (readonly [RegExp, (held: HeldChat, call: Call) => Promise<Reply>])[] = [
  [/^(?:текст|объявление|text)(?!\p{L})/iu, showNotice],
  [/^(?:закрыть|завершить|close)(?!\p{L})/iu, showChecklist],
  [/^(?:открыть|вернуть|reopen)(?!\p{L})/iu, reopen],
  [/^(?:убрать|remove)(?!\p{L})/iu, removal],
  [/^(?:ход|чат)?\s*№?\s*\d+$/iu, showProgress],
];

const said = (call: Call, words: ReturnType<typeof text>, because: string): Reply => ({
  actions: [here(call, words)],
  changes: [],
  because,
});

/** Clause 3.1 of school-21: old chats are moved out of other messengers. The bot never looks into them. */
export default defineCommand({
  name: 'миграция',
  english: 'migrate',
  also: ['переезд'],
  where: 'dialog',
  needs: 'move-old-chat',
  help: 'help-migrate',
  phrases: ['переезд', 'миграция', 'перенос чатов'],
  args: (tail) => ({ ok: true, value: tail.trim() }),

  run: async (tail, call) => {
    if (tail === '' || /^(?:переезд|миграция|перенос чатов|список|list)[.!?]?$/iu.test(tail)) return listChats(call);
    if (/^(?:доска|board)[.!]?$/iu.test(tail)) return sendBoard(call);
    const added = /^(?:добавить|add)\s+(.+)$/isu.exec(tail)?.[1];
    if (added !== undefined) return addChat(added, call);
    if (/^(?:передать|hand)(?!\p{L})/iu.test(tail)) return handOver(tail, call);
    if (/^(?:исправить|correct)(?!\p{L})/iu.test(tail)) return correct(tail, call);
    if (/^(?:срок|due)(?!\p{L})/iu.test(tail)) return putOff(tail, call);
    const [, follow] = ABOUT.find(([verb]) => verb.test(tail)) ?? [];
    if (follow === undefined) return said(call, text('migration-form', { defect: 'form' }), 'usage');
    const held = await pick(tail, call);
    return 'key' in held ? said(call, held, 'none') : follow(held, call);
  },

  conversation: { data: MigrationTalk, hear: hearMigration },

  examples: [
    { say: '/миграция', by: 'deputy', answers: 'migration-empty' },
    { say: '/переезд', by: 'administrator', answers: 'migration-empty' },
    { say: 'Перенос чатов', by: 'class-teacher', answers: 'migration-empty' },
    {
      say: '/миграция добавить Telegram «5А родители», срок до 15.12',
      by: 'deputy',
      answers: 'migration-added',
      puts: ['record', 'record', 'record', 'record'],
    },
    { say: '/migrate add WhatsApp "5А родители"', by: 'deputy', answers: 'migration-form', refused: true },
    { say: '/миграция закрыть 7', by: 'deputy', answers: 'migration-no-such', refused: true },
    { say: '/миграция текст', by: 'class-teacher', answers: 'migration-none', refused: true },
    { say: '/миграция срок 7 до 20.12', by: 'administrator', answers: 'migration-no-such', refused: true },
    {
      say: '/миграция добавить VK «5А родители» в «6А родители», срок до 15.12',
      by: 'deputy',
      answers: 'migration-added',
      puts: ['record', 'record', 'record', 'record'],
    },
    { say: '/миграция передать 7 Лугов', by: 'deputy', answers: 'migration-no-such', refused: true },
    { say: '/migrate correct 7 Viber "5А родители"', by: 'deputy', answers: 'migration-no-such', refused: true },
    { say: '/миграция убрать 7', by: 'class-teacher', answers: 'migration-no-such', refused: true },
    { say: '/миграция открыть 7', by: 'administrator', answers: 'migration-no-such', refused: true },
    { say: '/миграция удалить всё', by: 'administrator', answers: 'migration-form', refused: true },
    { say: '/миграция доска', by: 'deputy', answers: 'migration-empty' },
    { say: '/migrate board', by: 'class-teacher', answers: 'rights-elsewhere', refused: true },
    { say: '/миграция', by: 'parent', answers: 'rights-role', refused: true },
    { say: '/миграция', by: 'administrator', in: 'parents chat', answers: 'group-only-dialog', refused: true },
  ],
});
