import { askAnnouncement } from '../src/app/announcements-ask.js';
import { card, list } from '../src/app/announcements-card.js';
import { brought, withBrought } from '../src/app/announcements-file.js';
import { hearAnnouncement } from '../src/app/announcements-hear.js';
import { digest, menu, presets } from '../src/app/announcements-menu.js';
import { readInWords } from '../src/app/announcements-read.js';
import { AnnouncementTalk, told } from '../src/app/announcements-talk.js';
import { templates } from '../src/app/announcements-template.js';
import { type Call, defineCommand, type Reply } from '../src/app/command.js';

interface Wish {
  readonly verb: 'menu' | 'list' | 'card' | 'read' | 'presets' | 'digest' | 'template' | 'publish';
  readonly words: string;
}

const VERBS: readonly (readonly [RegExp, Wish['verb']])[] = [
  [/^(?:список|мои|list)$/iu, 'list'],
  [/^(?:ознакомлен\p{L}*|прочитал\p{L}*|read)\s*(?:\(а\))?\s*№?\s*(\d+)$/iu, 'read'],
  [/^№?\s*(\d{1,6})\s*(?:ознакомлен\p{L}*(?:\(а\))?|прочитал\p{L}*|read)$/iu, 'read'],
  [/^№?\s*(\d{1,6})$/u, 'card'],
  [/^(?:срочное|срочно|urgent)$/iu, 'presets'],
  [/^(?:сводка|дайджест|digest)(?:\s+(.*))?$/isu, 'digest'],
  [/^(?:шаблоны?|templates?)(?:\s+(.*))?$/isu, 'template'],
];

const readWish = (tail: string): Wish => {
  const plain = tail.trim();
  if (plain === '') return { verb: 'menu', words: '' };
  for (const [pattern, verb] of VERBS) {
    const found = pattern.exec(plain);
    if (found) return { verb, words: found[1] ?? '' };
  }
  return { verb: 'publish', words: plain };
};

/** With the file that came with the words. */
const publishing = async (words: string, call: Call): Promise<Reply> => {
  const file = await brought(call);
  if (file?.defect) return told(call, file.defect, 'file');
  const reply = await askAnnouncement(words, call, file?.file ? { file: file.file } : {});
  return withBrought(reply, file, call);
};

export default defineCommand<Wish, AnnouncementTalk>({
  name: 'объявление',
  english: 'announce',
  where: 'dialog',
  // What it takes depends on whom it is for: looked at when that is known.
  needs: 'read-own-record',
  offered: ['publish-school', 'publish-mass', 'publish-class', 'publish-subject'],
  help: 'help-announce',
  perishable: true,
  phrases: ['объявление', 'мои объявления', 'завтра без первого урока', 'не пишите вечером', 'главное за день'],
  recognises: (message) =>
    /^(?:напиши(?:те)?|сообщи(?:те)?)\s+(?:родител|ученик|учител|всем|сотрудник|педагог)/iu.test(message.trim()),
  args: (tail) => ({ ok: true, value: readWish(tail) }),
  run: ({ verb, words }, call) => {
    switch (verb) {
      case 'menu':
        return menu();
      case 'list':
        return list(call);
      case 'card':
        return card(words, call);
      case 'read':
        return readInWords(words, call);
      case 'presets':
        return presets();
      case 'digest':
        return digest(words, call);
      case 'template':
        return templates(words, call);
      case 'publish':
        return spoken(words, call);
    }
  },
  conversation: { data: AnnouncementTalk, hear: hearAnnouncement },
  examples: [
    { say: '/объявление', answers: 'announce-menu', puts: ['record', 'record'] },
    { say: '/объявление родители 5А: Завтра собрание', answers: 'announce-preview', puts: ['record', 'record'] },
    { say: '/announce parents 5A: A meeting tomorrow', answers: 'announce-preview', puts: ['record', 'record'] },
    { say: 'Напиши родителям 5А: завтра собрание', answers: 'announce-preview', puts: ['record', 'record'] },
    { say: '/объявление родители 5А', answers: 'announce-which-words', puts: ['record', 'record'] },
    { say: '/объявление 5А: Завтра собрание', answers: 'announce-which-whom', puts: ['record', 'record'] },
    { say: '/объявление срочно', answers: 'announce-presets', puts: ['record', 'record'] },
    { say: '/объявление список', answers: 'announce-none' },
    { say: '/объявление 7', answers: 'announce-unknown' },
    { say: '/объявление сводка вкл', by: 'parent', answers: 'announce-digest-on', puts: ['record'] },
    { say: '/объявление родители 9Ж: Завтра собрание', answers: 'announce-form', refused: true },
    { say: '/объявление вся школа: Продам гараж', by: 'parent', answers: 'announce-refused-family', refused: true },
    { say: '/объявление', by: 'stranger', answers: 'refuse-unlinked', refused: true },
  ],
});

/** Sentences that mean more than they say. */
const spoken = (words: string, call: Call): Promise<Reply> | Reply => {
  const plain = words
    .toLowerCase()
    .replace(/[^\p{L}\s]/gu, '')
    .trim();
  if (plain === 'объявление') return menu();
  if (plain === 'мои объявления') return list(call);
  if (plain === 'завтра без первого урока') return presets();
  if (plain === 'не пишите вечером' || plain === 'главное за день') return digest('вкл', call);
  return publishing(words, call);
};
