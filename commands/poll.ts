import { told } from '../src/app/announcements-talk.js';
import { defineCommand } from '../src/app/command.js';
import { vote } from '../src/app/polls.js';
import { askPoll, confirmPoll } from '../src/app/polls-ask.js';
import { hearPollRemark } from '../src/app/polls-request.js';
import { PollTalk } from '../src/app/polls-talk.js';
import { withdrawPoll } from '../src/app/polls-withdraw.js';
import { text } from '../src/domain/text.js';

export default defineCommand<string, PollTalk>({
  name: 'опрос',
  english: 'poll',
  where: 'dialog',
  // Who may ask where depends on the chat: looked at when that is known. Everybody answers.
  needs: 'read-own-record',
  offered: ['poll'],
  help: 'help-poll',
  perishable: true,
  args: (tail) => ({ ok: true, value: tail.trim() }),
  run: (tail, call) => {
    const number = /^(?:отозвать|отменить|withdraw)\s+№?\s*(\d{1,6})$/iu.exec(tail)?.[1];
    return number === undefined ? askPoll(tail, call) : withdrawPoll(number, call);
  },
  conversation: {
    data: PollTalk,
    hear: ({ option, words }, talk, call) => {
      switch (talk.step) {
        case 'vote':
          return vote(talk.poll, option, call);
        case 'remark':
          return hearPollRemark(talk.poll, words, call);
        case 'preview':
        case 'pass':
          return option === 'publish'
            ? confirmPoll(talk.draft, call)
            : told(call, text('announce-cancelled'), 'cancelled');
      }
    },
  },
  examples: [
    {
      say: '/опрос родители 5А до завтра: Кто идёт в музей? Да; Нет; Не знаю',
      answers: 'poll-preview',
      puts: ['record', 'record'],
    },
    { say: '/poll parents 5A: Who comes? Yes; No', answers: 'poll-preview', puts: ['record', 'record'] },
    { say: '/опрос отозвать 7', answers: 'poll-unknown', refused: true },
    { say: '/опрос', answers: 'poll-form', refused: true },
    { say: '/опрос родители 5А: Кто идёт? Да', answers: 'poll-form', refused: true },
    { say: '/опрос родители 5А: Кто идёт?', by: 'parent', answers: 'rights-role', refused: true },
    { say: '/опрос', by: 'stranger', answers: 'refuse-unlinked', refused: true },
  ],
});
