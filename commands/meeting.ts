import { appointments } from '../src/app/appointments-board.js';
import { defineCommand } from '../src/app/command.js';
import { startDraft } from '../src/app/meetings-draft.js';
import { hearMeeting } from '../src/app/meetings-hear.js';
import { list } from '../src/app/meetings-run.js';
import { MeetingTalk } from '../src/app/meetings-talk.js';
import { readVerb } from '../src/app/meetings-verbs.js';
import { yearPlan } from '../src/app/meetings-year.js';

/** One line that calls a meeting: what it is, and when. */
const LINE =
  /^(?:(?:обще|родительск|классн|школьн|рабоч)\p{L}*\s){0,2}(?:собрание|педсовет|совещание|консультация|мероприятие|классный\sчас|урок)(?!\p{L})[\s\S]*(?:\d|завтра|понедельник|вторник|сред[уа]|четверг|пятниц|суббот|воскресень)/iu;

/** Times for families one by one. */
const APPOINTMENTS = /^(?:личн\p{L}+\s)?(?:запись|при[её]м|встреч[аиу])(?!\p{L})\s*/iu;

export default defineCommand<string, MeetingTalk>({
  name: 'собрание',
  english: 'meeting',
  where: 'dialog',
  // What it takes depends on what meeting of whom: looked at when that is known.
  needs: 'read-own-record',
  help: 'help-meeting',
  fuller: { needs: 'meet-lesson', help: 'help-meeting-lead' },
  phrases: ['собрание', 'собрания', 'когда собрание?', 'ближайшее собрание', 'мои собрания'],
  recognises: (message) => LINE.test(message.trim()),
  args: (tail) => ({ ok: true, value: tail.trim() }),
  run: async (words, call) => {
    if (words === '' || /^(?:когда|мои|ближайш|собрани[ея]$)/iu.test(words)) return list(call);
    if (/^план(?!\p{L})/iu.test(words)) return yearPlan(call);
    if (APPOINTMENTS.test(words)) return appointments(words.replace(APPOINTMENTS, ''), call);
    return (await readVerb(words, call)) ?? startDraft(words, call);
  },
  conversation: { data: MeetingTalk, hear: hearMeeting },
  examples: [
    { say: '/собрание', answers: 'meeting-no-meetings' },
    { say: '/собрание 5А 25.09 в 18:30, повестка: питание', answers: 'meeting-preview', puts: ['record', 'record'] },
    { say: 'Собрание 5А 25.09 в 18:30', answers: 'meeting-ask-agenda', puts: ['record', 'record'] },
    { say: '/meeting 5A 25.09 в 6:30', answers: 'meeting-when-doubt', puts: ['record', 'record'] },
    { say: '/собрание 5А', answers: 'meeting-when-defect', puts: ['record', 'record'] },
    {
      say: 'Педсовет 25.09 в 15:00, повестка: план',
      by: 'director',
      answers: 'meeting-preview',
      puts: ['record', 'record'],
    },
    {
      say: '/собрание запись 5А 25.09 с 16:00 до 18:00 по 15 минут',
      answers: 'appointments-preview',
      puts: ['record', 'record'],
    },
    { say: '/собрание запись', by: 'parent', answers: 'appointments-none' },
    { say: '/собрание план', by: 'parent', answers: 'meeting-no-meetings' },
    { say: '/собрание завершить', answers: 'meeting-none', refused: true },
    { say: 'Педсовет 25.09 в 15:00', by: 'parent', answers: 'rights-role', refused: true },
    { say: '/собрание 5А 25.09 в 18:30', by: 'teacher', answers: 'meeting-refused-offer', puts: ['record', 'record'] },
    { say: '/собрание', by: 'stranger', answers: 'refuse-unlinked', refused: true },
    { say: '/собрание', by: 'parent', in: 'parents chat', answers: 'group-only-dialog', refused: true },
  ],
});
