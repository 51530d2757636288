import { type Call, defineCommand, type Reply } from '../src/app/command.js';
import { inDialog } from '../src/app/sanction.js';
import { endOfSpan } from '../src/app/sanction-span.js';
import { hearSanction, SanctionTalk, sanction } from '../src/app/sanction-talk.js';
import { text } from '../src/domain/text.js';

/** A sentence that means the command says nothing of how long. */
const SENTENCE = /^(?:пусть остынет|остуди)[.!]?$/iu;

const limit = async (tail: string, call: Call): Promise<Reply> => {
  const until = endOfSpan(SENTENCE.test(tail.trim()) ? '' : tail, call.now, call.zone);
  return until === undefined
    ? inDialog(call, text('sanction-span'), 'span')
    : sanction({ as: 'read-only', until }, call);
};

/** Read-only for a time: chat rules p. 6; by a person, who answers for it. */
export default defineCommand<string, SanctionTalk>({
  name: 'тишина',
  english: 'quiet',
  where: 'both',
  needs: 'restrict',
  help: 'help-quiet',
  phrases: ['пусть остынет', 'остуди'],
  args: (tail) => ({ ok: true, value: tail }),
  run: limit,
  conversation: { data: SanctionTalk, hear: hearSanction },

  examples: [
    { say: '/тишина 2 часа', by: 'class-teacher', answers: 'sanction-how' },
    { say: 'Пусть остынет', by: 'class-teacher', answers: 'sanction-how' },
    { say: '/тишина до среды', by: 'class-teacher', answers: 'sanction-span', refused: true },
    { say: '/quiet', by: 'parent', answers: 'rights-role', refused: true },
    { say: '/тишина', by: 'stranger', answers: 'refuse-unlinked', refused: true },
  ],
});
