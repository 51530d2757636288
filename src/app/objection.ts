import { object as objected } from '../cases/decisions.js';
import type { Appeal, Case } from '../domain/case.js';
import type { Change } from '../domain/change.js';
import { chatVars } from '../domain/chat.js';
import { isNear, type Person } from '../domain/person.js';
import type { Option } from '../domain/question.js';
import { type Held, keep } from '../domain/records.js';
import { type Text, text } from '../domain/text.js';
import { DAY } from '../domain/time.js';
import { APPEAL_DAYS, OBJECTION } from './case-notice.js';
import type { Call, Reply } from './command.js';
import { nextNumber } from './counted.js';
import { undisputed } from './evidence.js';
import { readerOf } from './incident.js';
import type { Known } from './known.js';
import { cardAt } from './objection-card.js';
import { firstDecider } from './objection-deciders.js';
import { firstReminder } from './objection-late.js';
import { dateOf, momentVars } from './people-when.js';
import { notBeforeNow } from './quiet.js';
import { here } from './reply.js';
import { addWorkingDays, daysOf } from './working-days.js';

/** So long after a case was opened one may object to it. */
export const MAY_OBJECT = 30 * DAY;
/** As many cases as one still chooses from. */
const MOST = 5;

const WORDLESS: Option = { id: 'wordless', label: text('button-wordless'), look: 'secondary' };

const said = (call: Call, words: Text, because: string): Reply => ({
  actions: [here(call, words)],
  changes: [],
  because,
});

/** Whose case it is: one's own, or one's child's. */
const isOwn = ({ person, account }: Case, call: Pick<Call, 'person' | 'account'>): boolean =>
  account === call.account || (call.person !== undefined && isNear(call.person, person));

/** Where an objection stands, for whoever made it. */
const standing = async ({ appeal, wrong }: Case, { people, zone }: Known): Promise<Text> => {
  if (appeal === undefined) return text(wrong ? 'appeal-not-needed' : 'appeal-none');
  const { number, decided, to } = appeal;
  if (decided) return text('appeal-decided', { number, as: decided.as, ...momentVars(decided.at, zone) });
  const who = to === undefined ? undefined : await people.find(to);
  if (who === undefined) return text('appeal-with-commission', { number });
  return text('appeal-waits', { number, role: text('role', { role: who.role }), due: dateOf(appeal.due, zone) });
};

/** Asks for the words of an objection, if one may still object. */
export const askForWords = async (id: string, call: Call): Promise<Reply> => {
  const held = await call.records.get('case', id);
  if (held === undefined || !isOwn(held.value, call)) return said(call, text('appeal-gone'), 'gone');
  const one = held.value;
  if (one.appeal || one.wrong)
    return said(call, text('appeal-said', { standing: await standing(one, call) }), 'objected');
  if (one.opened + MAY_OBJECT <= call.now)
    return said(call, text('appeal-too-late', { reader: readerOf(call.person) }), 'too-late');
  const reader = readerOf(call.person);
  return {
    actions: [],
    changes: [],
    because: 'asked',
    asks: [
      {
        words: text('appeal-words', { reader }),
        data: { step: 'words', case: id },
        asks: OBJECTION,
        options: [WORDLESS],
        free: true,
      },
    ],
  };
};

/** What goes on until it is decided. */
const meanwhile = (one: Case, now: number): string => {
  const { measure, removed } = one;
  if (measure?.kind === 'warning') return 'warning';
  if (measure && measure.until > now && measure.state !== 'cancelled') return 'read-only';
  return removed;
};

const timersOf = async (id: string, known: Known): Promise<readonly Change[]> => [
  cardAt(id, await notBeforeNow(known)),
  await firstReminder(id, known.now, known),
];

const accepted = (one: Case, appeal: Appeal, decider: Person | undefined, call: Call): Text => {
  const { number, due } = appeal;
  const vars = { number, meanwhile: meanwhile(one, call.now), reader: readerOf(call.person) };
  if (decider === undefined) return text('appeal-accepted-commission', vars);
  return text('appeal-accepted', {
    ...vars,
    role: text('role', { role: decider.role }),
    due: dateOf(due, call.zone),
  });
};

/** An objection is taken down: its number, its day, and who decides it. Made twice it is one. */
export const object = async (id: string, words: string, call: Call): Promise<Reply> => {
  const held = await call.records.get('case', id);
  if (held === undefined || !isOwn(held.value, call)) return said(call, text('appeal-gone'), 'gone');
  const one = held.value;
  if (one.appeal || one.wrong)
    return said(call, text('appeal-said', { standing: await standing(one, call) }), 'objected');
  const { number, taken } = await nextNumber('appeal', call);
  const due = addWorkingDays(call.now, APPEAL_DAYS, await daysOf(call));
  const decider = await firstDecider(one, call);
  const author = one.account === call.account || one.person === call.person?.id;
  const appeal: Appeal = {
    number,
    at: call.now,
    due,
    ...(!author && call.person && { by: call.person.id }),
    ...(decider && { to: decider.id }),
    words,
  };
  const moved = objected({ id, case: one, conduct: { strikes: [] } }, appeal);
  if ('unmoved' in moved) return said(call, text('appeal-said', { standing: await standing(one, call) }), 'objected');
  return {
    actions: [here(call, accepted(one, appeal, decider, call))],
    changes: [
      taken,
      keep('case', id, moved.matter.case, held),
      await undisputed(id, call),
      ...(decider ? await timersOf(id, call) : []),
    ],
    because: 'objected',
  };
};

/** One's own cases and one's children's to which one may still object, or has; the newest first. */
const recentCases = async (call: Call): Promise<readonly Held<'case'>[]> =>
  (await call.records.all('case'))
    .filter(({ value }) => isOwn(value, call) && value.opened + MAY_OBJECT > call.now)
    .sort((one, other) => other.value.opened - one.value.opened)
    .slice(0, MOST);

const lineOf = async ({ value }: Held<'case'>, known: Known): Promise<Text> => {
  const chat = await known.chats.find(value.chat);
  return text('appeal-case', {
    ...chatVars(chat ?? { kind: 'edu_other' }),
    ...momentVars(value.written, known.zone),
    number: value.number,
    state: await standing(value, known),
  });
};

/** Typed without a button: which case is meant. */
export const chooseCase = async (call: Call): Promise<Reply> => {
  const cases = await recentCases(call);
  if (cases.length === 0) return said(call, text('appeal-no-cases', { reader: readerOf(call.person) }), 'none');
  const open = cases.filter(({ value }) => value.appeal === undefined && !value.wrong);
  const lines = await Promise.all(cases.map(async (held) => lineOf(held, call)));
  const words = text('appeal-choose', { cases: lines, open: open.length });
  if (open.length === 0) return said(call, words, 'all-objected');
  return {
    actions: [],
    changes: [],
    because: 'choose',
    asks: [
      {
        words,
        data: { step: 'choose', cases: open.map(({ id }) => id) },
        asks: OBJECTION,
        options: open.map(
          ({ value }, at): Option => ({
            id: String(at),
            label: text('button-appeal-case', { number: value.number }),
          }),
        ),
      },
    ],
  };
};
