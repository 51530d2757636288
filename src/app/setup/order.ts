import { readAct } from '../../domain/act.js';
import type { Change } from '../../domain/change.js';
import type { Option } from '../../domain/question.js';
import { keep } from '../../domain/records.js';
import { type Text, text } from '../../domain/text.js';
import { dayOf } from '../acknowledging.js';
import type { Call } from '../command.js';
import { inBrackets } from '../grounds.js';
import { draftsOf } from './drafts.js';
import { agreed, type Heard, type Shown, type Step, stay } from './step.js';

/** A longer number does not fit a button. */
const LONGEST = 18;

const offer = (call: Call): Shown => ({
  words: text('setup-order-none', { cited: inBrackets('ADMIN_ORDER', call) }),
  options: [{ id: 'draft', label: text('button-setup-draft'), look: 'primary' }],
  kept: { offered: 'draft' },
});

const drafted = async (call: Call): Promise<Heard> => ({
  to: 'again',
  because: 'order-drafted',
  shown: { words: text('setup-order-drafted'), options: [], files: await draftsOf(['administrator-order'], call) },
});

/** The order that the list names already, as a button. */
const fromList = ({ person }: Call): readonly Option[] => {
  const act = readAct(person?.basis ?? '');
  if (act === undefined || act.number.length > LONGEST) return [];
  return [{ id: 'list', label: text('button-setup-order', { number: act.number }), look: 'positive' }];
};

/** The record of the order that appoints the administrator, as it was typed; or what is wrong with it. */
export const recordOrder = async (words: string, call: Call): Promise<Change | Text> => {
  const act = readAct(words);
  if (act === undefined) return text('setup-order-form');
  if (act.date > dayOf(call.now, call.zone)) return text('setup-order-ahead');
  const held = await call.records.get('act', 'administrator');
  const value = { what: 'administrator' as const, ...act, by: call.person?.id ?? '', at: call.now };
  return keep('act', 'administrator', value, held);
};

/** Step 1: by which order the administrator is appointed. */
export const order: Step = {
  show: async (call) => ({
    words: text('setup-order', { cited: inBrackets('ADMIN_ORDER', call) }),
    options: fromList(call),
  }),

  hear: async (answer, call, kept) => {
    if (answer.option === 'draft' || (kept.offered !== undefined && agreed(answer))) return drafted(call);
    const words = answer.option === 'list' ? (call.person?.basis ?? '') : (answer.words ?? '');
    if (/^(?:нет|без)(?:\s+приказа)?[.!]?$/iu.test(words))
      return { to: 'again', because: 'no-order', shown: offer(call) };
    if (/^подготов/iu.test(words)) return drafted(call);
    const recorded = await recordOrder(words, call);
    if ('key' in recorded) return stay('order-form', recorded);
    return { to: 'next', because: 'order', said: text('setup-accepted'), changes: [recorded] };
  },
};
