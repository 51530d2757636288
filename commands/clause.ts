import { z } from 'zod';
import { type Call, type Clause, defineCommand, type Reply } from '../src/app/command.js';
import { typedDate } from '../src/app/editions-archive.js';
import { clauseThen, noClause } from '../src/app/editions-clause.js';
import { here, privately } from '../src/app/reply.js';
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

const said = (call: Call, words: Text, because: string): Reply => ({
  actions: [here(call, words)],
  changes: [],
  because,
});

/** A clause of another edition: it is read in the dialog, so that nobody in a chat takes it for the rule of today. */
const then = (id: string, date: string, call: Call): Reply => {
  const found = clauseThen(id, date, call);
  if ('key' in found) return said(call, found, 'unknown');
  const { clause, stage, lapsed } = found;
  const words = text('clause-then', {
    id,
    words: clause.text,
    date: date.split('-').reverse().join('.'),
    stage,
    lapsed,
  });
  const short = text('group-only-dialog', { command: '/пункт' });
  return { actions: [privately(call, words, short)], changes: [], because: 'told-then' };
};

export default defineCommand({
  name: 'пункт',
  english: 'clause',
  where: 'both',
  needs: 'read-regulation',
  help: 'help-clause',

  args: (tail) => {
    const date = typedDate(tail);
    const number =
      date === undefined
        ? tail
        : tail.replace(/[,(]?\s*(?:в\s+)?(?:редакци[а-я]+\s+)?(?:от\s+)?\d{1,2}\.\d{1,2}\.\d{4}.*$/iu, '');
    const { data } = ClauseNumber.safeParse(number);
    return data === undefined ? { ok: false, text: text('clause-form') } : { ok: true, value: { id: data, date } };
  },

  run: ({ id, date }, call) => {
    if (date !== undefined) return then(id, date, call);
    const clause = call.clause(id);
    return clause === null
      ? said(call, noClause(id, call), 'unknown')
      : said(call, printed(clause, inChat(call.place)), 'told');
  },

  examples: [
    { say: '/пункт 4.2', by: 'parent', answers: 'clause' },
    { say: '/clause 4,2.', by: 'stranger', answers: 'clause' },
    { say: '/пункт п. 4.2', by: 'student', in: 'parents chat', answers: 'group-clause' },
    { say: '/пункт 4.2 редакция 31.08.2024', by: 'parent', answers: 'clause-then' },
    { say: '/пункт 4.9', by: 'parent', answers: 'clause-unknown-near', refused: true },
    { say: '/пункт 4.2 в редакции от 01.01.2020', by: 'parent', answers: 'regulation-no-edition', refused: true },
    { say: '/пункт 99.9', by: 'parent', answers: 'clause-unknown', refused: true },
    { say: '/пункт о вежливости', by: 'parent', answers: 'usage', refused: true },
  ],
});
