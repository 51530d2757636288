import { decline, isProvisional, openAppeal, stepAside, type Word } from '../cases/decisions.js';
import { type Appeal, type Case, conductId } from '../domain/case.js';
import type { Option } from '../domain/question.js';
import { type Held, keep } from '../domain/records.js';
import { type Text, text } from '../domain/text.js';
import { DAY } from '../domain/time.js';
import type { Ask } from './ask.js';
import { tellConcerned } from './case-concerned.js';
import { appealDeciders } from './case-deciders.js';
import { OBJECTION } from './case-notice.js';
import { reversed } from './case-reversal.js';
import type { Call, Reply } from './command.js';
import { onlyFragment, undisputed } from './evidence.js';
import { cardAt, optionsOf } from './objection-card.js';
import { chatOf, passed } from './objection-deciders.js';
import { momentVars } from './people-when.js';
import { notBeforeNow } from './quiet.js';
import { here } from './reply.js';

/** Characters of a reason that are kept. */
const LONGEST = 500;

const DECIDING: Option = { id: 'deciding', label: text('button-appeal-deciding'), look: 'primary' };
const WORDLESS: Option = { id: 'wordless', label: text('button-wordless'), look: 'secondary' };
const NOT_YET: Option = { id: 'not-yet', label: text('button-appeal-not-yet'), look: 'secondary' };

const said = (call: Call, words: Text, because: string): Reply => ({
  actions: [here(call, words)],
  changes: [],
  because,
});

type Open = { readonly held: Held<'case'>; readonly appeal: Appeal };

/** Somebody has decided it before, or it is gone. */
const over = (one: Case | undefined, call: Call): Reply => {
  const { number, decided } = one?.appeal ?? {};
  if (number === undefined || decided === undefined) return said(call, text('appeal-gone'), 'gone');
  const words = text('appeal-decided-before', { number, as: decided.as, ...momentVars(decided.at, call.zone) });
  return { ...said(call, words, 'decided-before'), snack: text('appeal-snack-before') };
};

/** The objection, if whoever calls may decide it now: rights and conflicts are looked at at every answer. */
const openFor = async (id: string, call: Call): Promise<Open | Reply> => {
  const held = await call.records.get('case', id);
  const appeal = held && openAppeal(held.value);
  if (held === undefined || appeal === undefined) return over(held?.value, call);
  const able = await appealDeciders(held.value, await chatOf(held.value, call), call);
  if (able.some((person) => person.id === call.person?.id)) return { held, appeal };
  return said(call, text('appeal-not-yours', { number: appeal.number }), 'refused');
};

const isOpen = (found: Open | Reply): found is Open => 'held' in found;

const free = (words: Text, data: Ask['data'], options: readonly Option[]): Ask => ({
  ...{ words, data, options, free: true, kept: DAY, asks: OBJECTION },
});

const asking = (ask: Ask, because: string): Reply => ({ actions: [], changes: [], because, asks: [ask] });

/** Looking at what was hidden is an act with a reason. */
const askWhy = ({ held, appeal }: Open): Reply => {
  const words = text('appeal-why', { number: appeal.number });
  return asking(free(words, { step: 'why', case: held.id }, [DECIDING]), 'why');
};

/** Shows what was hidden, whole as long as it is kept; who looked and why is written beside it in the same write. */
export const showFragment = async (id: string, why: string | undefined, call: Call): Promise<Reply> => {
  const found = await openFor(id, call);
  if (!isOpen(found)) return found;
  const { appeal } = found;
  const evidence = await call.records.get('evidence', id);
  if (evidence === undefined) return said(call, text('appeal-evidence-gone'), 'evidence-gone');
  const { fragment, whole, opened } = evidence.value;
  const look = { by: call.person?.id ?? call.account, at: call.now, why: (why ?? 'case-decision').slice(0, LONGEST) };
  const words = text('appeal-evidence', {
    number: appeal.number,
    part: whole && whole.text !== '' ? 'whole' : 'fragment',
    words: (whole?.text ?? '') === '' ? fragment : (whole?.text ?? ''),
    attachments: whole?.attachments ?? 0,
  });
  return {
    actions: [],
    changes: [keep('evidence', id, { ...evidence.value, opened: [...opened, look] }, evidence)],
    because: 'evidence-opened',
    asks: [{ words, data: { step: 'appeal', case: id }, options: optionsOf(true), kept: 60 * DAY, asks: OBJECTION }],
  };
};

/** Whoever is in the conflict decides nothing of it: the objection goes on, and whoever objected is told to whom. */
const aside = async ({ held, appeal }: Open, call: Call): Promise<Reply> => {
  const me = call.person?.id ?? '';
  const matter = { id: held.id, case: held.value, conduct: { strikes: [] } };
  const moved = stepAside(matter, me);
  if ('unmoved' in moved) return over(held.value, call);
  const { value, actions } = await passed(moved.matter.case, false, call);
  const on = openAppeal(value)?.to !== undefined;
  return {
    actions: [here(call, text('appeal-aside', { number: appeal.number, on: on ? 'yes' : 'no' })), ...actions],
    changes: [
      keep('case', held.id, value, held),
      ...(on
        ? [cardAt(held.id, await notBeforeNow(call))]
        : [{ put: 'no-timer', key: `appeal-late:${held.id}` } as const, await undisputed(held.id, call)]),
    ],
    because: 'party',
  };
};

/** What follows from a press under the card. */
export const hearCard = async (id: string, option: string | undefined, call: Call): Promise<Reply> => {
  const found = await openFor(id, call);
  if (!isOpen(found)) return found;
  const { number } = found.appeal;
  switch (option) {
    case 'show':
      return askWhy(found);
    case 'party':
      return aside(found, call);
    case 'grant':
      return asking(free(text('appeal-grant', { number }), { step: 'grant', case: id }, [WORDLESS, NOT_YET]), 'grant');
    case 'decline':
      return asking(free(text('appeal-decline', { number }), { step: 'decline', case: id }, [NOT_YET]), 'decline');
    default:
      return over(found.held.value, call);
  }
};

const wordOf = (words: string | undefined, call: Call): Word => ({
  by: call.person?.id ?? '',
  at: call.now,
  ...(words !== undefined && words !== '' && { words: words.slice(0, LONGEST) }),
});

/** Right: everything is taken back, and what was hidden may be given back. */
const granted = async ({ held, appeal }: Open, word: Word, call: Call): Promise<Reply> => {
  const { actions, changes, asks } = await reversed(held, word, 'appeal', call);
  return {
    actions: [here(call, text('appeal-done-granted', { number: appeal.number })), ...actions],
    changes,
    asks,
    because: 'granted',
  };
};

/** The whole is not kept any longer, unless somebody has still to decide about the measure. */
const afterwards = async (id: string, one: Case, call: Call): Promise<Reply['changes']> =>
  isProvisional(one) ? [await undisputed(id, call)] : onlyFragment(id, call);

const toObjector = async (one: Case, appeal: Appeal, { words = '' }: Word, call: Call): Promise<Reply['actions']> => {
  const runs = one.measure?.kind === 'read-only' && one.measure.until > call.now;
  const vars = {
    number: appeal.number,
    role: text('role', { role: call.person?.role ?? 'deputy' }),
    words,
    measure: runs && one.measure?.state !== 'cancelled' ? (isProvisional(one) ? 'provisional' : 'runs') : 'none',
    until: one.measure ? text('moment', momentVars(one.measure.until, call.zone)) : '',
  };
  return tellConcerned(one, call, (reader) => text('appeal-declined', { ...vars, reader }));
};

/** Not right: what was decided stands, and whoever objected learns why and where to go on. */
const declined = async ({ held, appeal }: Open, word: Word, call: Call): Promise<Reply> => {
  const conduct = await call.records.get('conduct', conductId(held.value));
  const moved = decline({ id: held.id, case: held.value, conduct: conduct?.value ?? { strikes: [] } }, word);
  if ('unmoved' in moved) return over(held.value, call);
  const { case: one } = moved.matter;
  return {
    actions: [
      here(call, text('appeal-done-declined', { number: appeal.number })),
      ...(await toObjector(one, appeal, word, call)),
    ],
    changes: [
      keep('case', held.id, one, held),
      { put: 'no-timer', key: `appeal-card:${held.id}` },
      { put: 'no-timer', key: `appeal-late:${held.id}` },
      ...(await afterwards(held.id, one, call)),
    ],
    because: 'declined',
  };
};

/** The decision with its reason: a refusal has one always. */
export const decideAppeal = async (
  id: string,
  as: 'grant' | 'decline',
  { option, words }: { readonly option?: string | undefined; readonly words?: string | undefined },
  call: Call,
): Promise<Reply> => {
  const found = await openFor(id, call);
  if (!isOpen(found)) return found;
  const { number } = found.appeal;
  if (option === 'not-yet') return said(call, text('appeal-not-yet', { number }), 'not-yet');
  const word = wordOf(words, call);
  if (as === 'grant') return granted(found, word, call);
  if (word.words === undefined) return { ...said(call, text('appeal-decline', { number }), 'no-reason'), stays: true };
  return declined(found, word, call);
};
