import { z } from 'zod';
import { type Call, defineCommand, type Reply } from '../src/app/command.js';
import { withoutOrder } from '../src/app/grounds.js';
import { here } from '../src/app/reply.js';
import { loadList, lookAtList, type Sent, sentList } from '../src/app/roster-import.js';
import { exported, overview, readClasses } from '../src/app/roster-look.js';
import { agreedToLoad, declined } from '../src/app/setup/step.js';
import type { Answer } from '../src/domain/question.js';
import { type Text, text } from '../src/domain/text.js';

const Data = z.object({ source: z.string(), ending: z.string(), count: z.number() }).nullable();
type Data = z.output<typeof Data>;

const said = (call: Call, words: Text, because: string): Reply => ({
  actions: [here(call, words)],
  changes: [],
  because,
});
const staying = (call: Call, words: Text, because: string): Reply => ({ ...said(call, words, because), stays: true });

const look = async (sent: Sent & { readonly size?: number }, call: Call): Promise<Reply> => {
  const refused = await withoutOrder(call);
  if (refused) return said(call, refused, 'no-order');
  const looked = await lookAtList(sent, call);
  if ('refused' in looked) return staying(call, looked.refused, 'refused-file');
  const { preview } = looked;
  const count = preview.toLoad.length;
  if (preview.people.length === 0) return staying(call, preview.summary, 'empty');
  if (count === 0) return said(call, preview.summary, 'same');
  return {
    actions: [],
    changes: [],
    because: 'preview',
    asks: [
      {
        words: preview.summary,
        options: [
          { id: 'load', label: text('button-list-load', { count }), look: 'positive' },
          { id: 'cancel', label: text('button-cancel'), look: 'secondary' },
        ],
        free: true,
        data: { source: looked.sent.source, ending: looked.sent.ending, count },
      },
    ],
  };
};

const load = async (data: NonNullable<Data>, call: Call): Promise<Reply> => {
  const looked = await lookAtList(data, call);
  if ('refused' in looked) return said(call, looked.refused, 'gone');
  // Somebody else may have loaded meanwhile: what was agreed to is what is loaded.
  if (looked.preview.toLoad.length !== data.count) return look(data, call);
  const { changes, count } = await loadList(looked, call);
  return { actions: [here(call, text('roster-loaded', { count }))], changes, because: 'loaded' };
};

const hear = async (answer: Answer, data: Data, call: Call): Promise<Reply> => {
  const permitted = await call.may('import-roster', {});
  if (permitted.granted !== 'yes') return staying(call, permitted.text, 'refused');
  if (answer.option === 'cancel' || (data && declined(answer))) return said(call, text('list-cancelled'), 'cancelled');
  if (data && (answer.option === 'load' || agreedToLoad(answer))) return load(data, call);
  const sent = sentList(call);
  return sent ? look(sent, call) : staying(call, text('list-send'), 'no-file');
};

const show = async (call: Call): Promise<Reply> => ({
  actions: [],
  changes: [],
  because: 'overview',
  asks: [{ words: await overview(call), options: [], free: true, data: null }],
});

const send = async (call: Call): Promise<Reply> => {
  const permitted = await call.may('export-roster', {});
  if (permitted.granted !== 'yes') return said(call, permitted.text, 'refused');
  const { base64 } = await exported(call);
  const file = { name: 'Список школы.csv', kind: 'document', base64 } as const;
  return {
    actions: [{ do: 'send', to: call.place, text: text('list-exported'), files: [file] }],
    changes: [],
    because: 'exported',
  };
};

const approve = async (words: string, call: Call): Promise<Reply> => {
  const refused = await withoutOrder(call);
  if (refused) return said(call, refused, 'no-order');
  const classes = readClasses(words);
  if (classes === undefined) return said(call, text('list-classes-form'), 'usage');
  const told = text('list-classes', { count: classes.length, classes: classes.join(', ') });
  return { actions: [here(call, told)], changes: [{ put: 'classes', classes }], because: 'classes' };
};

/** What stands after `/список`. */
const TAILS = [
  { word: /^(?:выгруз\S*|экспорт|export)$/iu, what: 'export' },
  { word: /^(?:класс\S*|classes)\s*/iu, what: 'classes' },
] as const;

export default defineCommand({
  name: 'список',
  english: 'roster',
  where: 'dialog',
  needs: 'import-roster',
  help: 'help-roster',
  phrases: ['список школы', 'загрузить список'],
  args: (tail) => ({ ok: true, value: tail.trim() }),

  run: async (tail, call) => {
    const sent = sentList(call);
    if (sent) return look(sent, call);
    const found = TAILS.find(({ word }) => word.test(tail));
    if (found?.what === 'export') return send(call);
    if (found?.what === 'classes') return approve(tail.replace(found.word, ''), call);
    return show(call);
  },

  conversation: { data: Data, hear },

  examples: [
    { say: '/список', by: 'administrator', answers: 'list-overview', puts: ['record', 'record'] },
    { say: '/список выгрузить', by: 'administrator', answers: 'list-exported' },
    { say: '/список классы 5А, 5Б', by: 'administrator', answers: 'list-classes', puts: ['classes'] },
    { say: '/roster classes 5a; 6 б', by: 'administrator', answers: 'list-classes', puts: ['classes'] },
    { say: '/список классы пятый', by: 'administrator', answers: 'list-classes-form', refused: true },
    { say: '/список', by: 'class-teacher', answers: 'rights-role', refused: true },
    { say: '/список', by: 'administrator', in: 'parents chat', answers: 'group-only-dialog', refused: true },
  ],
});
