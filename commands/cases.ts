import { hide, leave } from '../src/app/case-complaint.js';
import { aside, askCancel, askWords, confirmed, letGo, undone } from '../src/app/case-deciding.js';
import { askWhy, open } from '../src/app/case-evidence.js';
import { askOtherWay, askReason, excluded, notExcluded, preview } from '../src/app/case-exclusion.js';
import { list, one } from '../src/app/case-list.js';
import { CaseTalk, told } from '../src/app/case-talk.js';
import { type Call, defineCommand, type Reply } from '../src/app/command.js';
import type { Chat } from '../src/domain/chat.js';
import type { Answer } from '../src/domain/question.js';
import type { Held } from '../src/domain/records.js';
import { text } from '../src/domain/text.js';

const daysOf = (option: string): number | undefined => {
  const days = /^confirm-(\d)$/.exec(option)?.[1];
  return days === undefined ? undefined : Number(days);
};

const hearCard = async (option: string, held: Held<'case'>, chat: Chat, call: Call): Promise<Reply> => {
  switch (option) {
    case 'show':
      return askWhy(held, chat, call);
    case 'cancel':
      return askCancel(held, chat, call);
    case 'party':
      return aside(held, chat, call);
    case 'hide':
      return hide(held, chat, call);
    case 'leave':
      return leave(held, chat, call);
    case 'back':
      return undone(held, chat, call);
    default:
      return askWords(held, chat, daysOf(option), call);
  }
};

const hear = async (answer: Answer, talk: CaseTalk, call: Call): Promise<Reply> => {
  const held = await call.records.get('case', talk.case);
  const chat = held && (await call.chats.find(held.value.chat));
  if (held === undefined || chat === undefined) return told(call, text('case-gone'), 'gone');
  switch (talk.step) {
    case 'card': {
      const reply = await hearCard(answer.option ?? '', held, chat, call);
      // Whoever may not do one thing may do another.
      return reply.because === 'refused' ? { ...reply, stays: true } : reply;
    }
    case 'why':
      return open(held, chat, answer.words, call);
    case 'words':
      return confirmed(held, chat, { days: talk.days, words: answer.words }, call);
    case 'cancel':
      return answer.option === 'wrong' ? undone(held, chat, call) : letGo(held, chat, call);
    case 'exclude':
      return answer.option === 'exclude' ? askReason(held, chat, call) : notExcluded(held, call);
    case 'reason':
      return askOtherWay(held, chat, answer.words, call);
    case 'other-way':
      return preview(held, chat, { reason: talk.reason, how: answer.words }, call);
    case 'out':
      return excluded(held, chat, { ...talk, option: answer.option }, call);
  }
};

export default defineCommand({
  name: 'дела',
  english: 'cases',
  where: 'dialog',
  needs: 'see-case-status',
  help: 'help-cases',
  phrases: ['дела', 'какие есть дела?', 'что ждёт моего решения?'],
  args: (tail) => ({ ok: true, value: /^(?:№\s*)?(\d{1,6})$/.exec(tail.trim())?.[1] }),
  run: async (number, call) => (number === undefined ? list(call) : one(Number(number), call)),
  conversation: { data: CaseTalk, hear },

  examples: [
    { say: '/дела', by: 'class-teacher', answers: 'case-none' },
    { say: '/cases', by: 'deputy', answers: 'case-none' },
    { say: 'Что ждёт моего решения?', by: 'class-teacher', answers: 'case-none' },
    { say: '/дела 7', by: 'class-teacher', answers: 'case-no-such' },
    { say: '/дела', by: 'parent', answers: 'case-none' },
    { say: '/дела', by: 'stranger', answers: 'refuse-unlinked', refused: true },
  ],
});
