import { text } from '../../domain/text.js';
import type { DraftKind } from '../../ports/documents.js';
import { editionAt } from '../../regulation/cite.js';
import type { Call } from '../command.js';
import { here } from '../reply.js';
import { enumerated } from './chat-lines.js';
import { chatPlan, nameOf, unconfirmed } from './chat-plan.js';
import { draftsOf } from './drafts.js';
import { agreed, declined, type Heard, putOff, type Step, stay } from './step.js';

/** The order that appoints the administrator is there since the first step. */
const kindsFor = ({ policy, now }: Call): readonly DraftKind[] => [
  'registration-letter',
  'use-order',
  ...(editionAt(policy, now)?.switches.migration ? (['duties-order'] as const) : []),
  'chat-rules-order',
];

/** The papers of a school, to be asked for again. */
export const papersFor = async (call: Call) => draftsOf(kindsFor(call), call);

const finish = async (call: Call, made: boolean): Promise<Heard> => {
  const [plan, waiting, settings] = await Promise.all([chatPlan(call), unconfirmed(call), call.settings()]);
  const words = text('setup-done', {
    plan: plan.called,
    required: plan.required.length,
    optional: plan.optional.length,
    requiredChats: enumerated(plan.required.map(nameOf)),
    optionalChats: enumerated(plan.optional.map(nameOf)),
    unconfirmed: waiting.length,
    support: settings.support,
    made: made ? 'yes' : 'no',
  });
  const said = here(call, words);
  const files = made ? await papersFor(call) : [];
  return {
    to: 'next',
    because: made ? 'papers' : 'papers-none',
    actions: [said.do === 'send' && files.length > 0 ? { ...said, files } : said],
  };
};

/** Step 7: drafts to be completed and signed, and what comes next. */
export const papers: Step = {
  show: async () => ({
    words: text('setup-papers'),
    options: [
      { id: 'make', label: text('button-setup-draft'), look: 'positive' },
      { id: 'without', label: text('button-setup-without'), look: 'secondary' },
    ],
  }),
  hear: async (answer, call) => {
    if (answer.option === 'make' || agreed(answer)) return finish(call, true);
    if (answer.option === 'without' || declined(answer) || putOff(answer)) return finish(call, false);
    return stay('papers-form', text('setup-papers-form'));
  },
};
