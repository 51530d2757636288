import { defineCommand } from '../src/app/command.js';
import { complain } from '../src/app/complaint.js';
import { hearPointed, PointingTalk, pointed } from '../src/app/pointing.js';
import { text } from '../src/domain/text.js';

/** «Пожаловаться»: clause 4.1-c of school-21. Privately, and without consequences for whoever complains. */
export default defineCommand({
  name: 'жалоба',
  english: 'complain',
  where: 'both',
  needs: 'complain',
  help: 'help-complain',
  phrases: ['хочу пожаловаться', 'пожаловаться', 'жалоба'],
  args: () => ({ ok: true, value: undefined }),
  run: (_, call) => pointed(complain, text('complaint-how'), call),
  conversation: { data: PointingTalk, hear: (answer, data, call) => hearPointed(complain, answer, data, call) },

  examples: [
    { say: '/жалоба', by: 'parent', answers: 'complaint-how' },
    { say: 'Хочу пожаловаться', by: 'student', answers: 'complaint-how' },
    { say: '/complain', by: 'stranger', answers: 'refuse-unlinked', refused: true },
  ],
});
