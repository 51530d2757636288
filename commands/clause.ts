import { z } from 'zod';
import { type Clause, defineCommand } from '../src/app/command.js';
import { here } from '../src/app/reply.js';
import { inChat } from '../src/domain/refs.js';
import { type Text, text } from '../src/domain/text.js';

/** Characters of a clause that a group gets to read. */
const GROUP = 300;

const ClauseNumber = z
  .string()
  .transform((typed) =>
    typed
      .replace(/^[«"]?\s*(?:пункт|п\.?|clause)?\s*№?\s*/iu, '')
      .replace(/[.\s»"]+$/u, '')
      .replaceAll(',', '.'),
  )
  .pipe(z.string().regex(/^\d{1,2}(?:\.\d{1,2}){0,3}$/));

/** Cut at a word. */
const shortened = (words: string): string =>
  words.length <= GROUP ? words : `${words.slice(0, GROUP).replace(/\s+\S*$/u, '')}…`;

const printed = ({ id, text: words, edition }: Clause, group: boolean): Text => {
  const date = edition.split('-').reverse().join('.');
  return group ? text('group-clause', { id, words: shortened(words) }) : text('clause', { id, words, date });
};

export default defineCommand({
  name: 'пункт',
  english: 'clause',
  where: 'both',
  needs: 'read-regulation',
  help: 'help-clause',

  args: (tail) => {
    const { data } = ClauseNumber.safeParse(tail);
    return data === undefined ? { ok: false, text: text('clause-form') } : { ok: true, value: data };
  },

  run: (id, call) => {
    const clause = call.clause(id);
    if (clause === null)
      return { actions: [here(call, text('clause-unknown', { id }))], changes: [], because: 'unknown' };
    return { actions: [here(call, printed(clause, inChat(call.place)))], changes: [], because: 'told' };
  },

  examples: [
    { say: '/пункт 4.2', by: 'parent', answers: 'clause' },
    { say: '/clause 4,2.', by: 'stranger', answers: 'clause' },
    { say: '/пункт п. 4.2', by: 'student', in: 'parents chat', answers: 'group-clause' },
    { say: '/пункт 99.9', by: 'parent', answers: 'clause-unknown', refused: true },
    { say: '/пункт о вежливости', by: 'parent', answers: 'usage', refused: true },
  ],
});
