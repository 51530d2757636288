import { z } from 'zod';
import { readAct } from '../domain/act.js';
import { normaliseClass } from '../domain/class-name.js';
import { PromotionWish, promotedInto } from '../domain/promotion.js';
import type { Option } from '../domain/question.js';
import { type Text, text } from '../domain/text.js';
import { gradeOf, type PromotionPlan, type PromotionPlanned, planPromotion } from '../roster/promotion.js';
import { dayOf, shownDate } from './acknowledging.js';
import type { Ask } from './ask.js';
import type { Call, Reply } from './command.js';
import { inBrackets } from './grounds.js';
import { momentVars } from './people-when.js';
import { asItStands, lastStep, promote, shownOrder, yearRecord } from './promotion-doing.js';
import { undo } from './promotion-undoing.js';
import { here } from './reply.js';

/** Where the conversation stands. */
export const PromotionTalk = z.discriminatedUnion('step', [
  /** Whether the pupils of this grade leave. */
  z.object({ step: z.literal('ends'), wish: PromotionWish, grade: z.number() }),
  /** What was seen: another plan by now is shown anew. */
  z.object({ step: z.literal('confirm'), wish: PromotionWish, seen: z.string() }),
  z.object({ step: z.literal('undo') }),
]);
export type PromotionTalk = z.output<typeof PromotionTalk>;

/** So many classes are named one by one; more of them by grade. */
const MOST = 12;

const said = (call: Call, words: Text, because: string): Reply => ({
  actions: [here(call, words)],
  changes: [],
  because,
});

/** What stands before «приказ»: classes, or nothing for all. */
const readClasses = (words: string): readonly string[] | undefined => {
  const named = words.split(/[,;\s]+/u).filter((one) => one !== '' && !/^(?:все|всех|классы|класс|all)$/iu.test(one));
  const classes = named.map(normaliseClass);
  return classes.includes(null) ? undefined : classes.flatMap((one) => one ?? []);
};

const ORDER = /(?:по\s+)?приказ\p{L}*.*$|order.*$/isu;

/** «5А, 5Б приказ 45 от 25.08.2026». */
const readPromotion = (tail: string, today: string): PromotionWish | 'form' | 'order' => {
  const [act = ''] = ORDER.exec(tail) ?? [];
  const classes = readClasses(tail.replace(ORDER, ''));
  if (classes === undefined) return 'form';
  const order = readAct(act.replace(/^по\s+/iu, '').replace(/^приказ\p{L}*|^order/iu, 'приказ'));
  if (order === undefined || order.date > today) return 'order';
  return { order, ...(classes.length > 0 && { classes: [...new Set(classes)] }) };
};

interface Laid {
  readonly come: PromotionPlanned;
  /** What it rests on. */
  readonly on: Parameters<typeof promote>[3];
}

const lay = async (wish: PromotionWish, call: Call): Promise<Laid> => {
  // Read before the school is: it is written only as it was read.
  const unchanged = await asItStands(call);
  const standings = new Map((await call.records.all('standing')).map((held) => [held.id, held]));
  const [people, chats, approved, held] = await Promise.all([
    call.people.all(),
    call.chats.all(),
    call.people.classes(),
    yearRecord(call),
  ]);
  const done = held ? promotedInto(held.value) : new Set<string>();
  return {
    come: planPromotion({ wish, people, chats, approved, done, now: call.now, zone: call.zone }),
    on: { unchanged, standings },
  };
};

const pairs = ({ classes }: PromotionPlan): readonly string[] =>
  classes.flatMap(([from, to]) => (to === null ? [] : [`${from} → ${to}`]));

/** «1 → 2 (А, Б, В)»: a line of a large school's grade. */
const byGrades = (plan: PromotionPlan): readonly string[] => {
  const grades = new Map<string, string[]>();
  for (const [from, to] of plan.classes) {
    if (to === null) continue;
    const key = `${gradeOf(from)} → ${gradeOf(to)}`;
    grades.set(key, [...(grades.get(key) ?? []), from.replace(/^\d+/u, '')]);
  }
  return [...grades].map(([key, letters]) => {
    const named = letters.filter((letter) => letter !== '').join(', ');
    return named === '' ? key : `${key} (${named})`;
  });
};

const previewOf = (plan: PromotionPlan, wish: PromotionWish, changed: boolean, call: Call): Text => {
  const moved = pairs(plan);
  return text('promotion-preview', {
    ...plan.count,
    ...shownOrder(wish),
    changed: changed ? 'yes' : 'no',
    cited: inBrackets('MOVEMENT', call),
    classes: moved.length,
    pairs: (moved.length > MOST ? byGrades(plan).join('; ') : moved.join(', ')) || 'none',
    out: plan.classes.flatMap(([from, to]) => (to === null ? [from] : [])).join(', ') || 'none',
    until: shownDate(dayOf(plan.purge, call.zone)),
    approved: plan.approved.length > 0 ? 'yes' : 'no',
  });
};

/** What was shown, by a name that tells nothing. */
const seenOf = (plan: PromotionPlan, call: Call): string =>
  call.nameOf(
    JSON.stringify([
      plan.classes,
      plan.people.map(({ after }) => after),
      plan.chats.map(({ before }) => before),
      plan.approved,
    ]),
  );

const confirm = (plan: PromotionPlan, wish: PromotionWish, changed: boolean, call: Call): Reply => {
  const options: readonly Option[] = [
    { id: 'do', label: text('button-promotion-do'), look: 'positive' },
    ...(plan.count.leavers + plan.count.parents > 0
      ? [{ id: 'quiet', label: text('button-promotion-quiet'), look: 'secondary' } as const]
      : []),
    { id: 'cancel', label: text('button-promotion-cancel'), look: 'negative' },
  ];
  const data = { step: 'confirm', wish: z.json().parse(wish), seen: seenOf(plan, call) };
  const ask: Ask = { words: previewOf(plan, wish, changed, call), options, data };
  return { actions: [], changes: [], because: 'preview', asks: [ask] };
};

const askEnds = (wish: PromotionWish, grade: number, classes: readonly string[]): Reply => {
  const options: readonly Option[] = [
    { id: 'on', label: text('button-promotion-on', { grade: grade + 1 }), look: 'primary' },
    { id: 'leave', label: text('button-promotion-leave'), look: 'secondary' },
    { id: 'cancel', label: text('button-promotion-cancel'), look: 'negative' },
  ];
  const data = { step: 'ends', wish: z.json().parse(wish), grade };
  const words = text('promotion-ends', { grade, classes: classes.join(', ') });
  return { actions: [], changes: [], because: 'ends', asks: [{ words, options, data }] };
};

const shown = ({ come }: Laid, wish: PromotionWish, changed: boolean, call: Call): Reply | Promise<Reply> => {
  if (come.ok) return confirm(come.plan, wish, changed, call);
  if ('ask' in come) return askEnds(wish, come.ask, come.classes);
  return come.why === 'nothing'
    ? before(call)
    : said(call, text('promotion-impossible', { why: come.why, class: come.class, to: come.to }), come.why);
};

/** There is nothing to promote: most likely it was done already. */
const before = async (call: Call): Promise<Reply> => {
  const held = await yearRecord(call);
  const step = held?.value.steps.findLast(({ undone }) => undone === undefined);
  if (step === undefined) return said(call, text('promotion-nothing'), 'nothing');
  const back = lastStep(held?.value, call.now) ? 'yes' : 'no';
  return said(
    call,
    text('promotion-before', { ...momentVars(step.at, call.zone), ...shownOrder(step), back }),
    'before',
  );
};

/** Whether whoever calls may; else the words that say why not. */
const refusal = async (call: Call): Promise<Reply | undefined> => {
  const permitted = await call.may('move-people', {});
  return permitted.granted === 'yes' ? undefined : said(call, permitted.text, 'refused');
};

const UNDO = /^(?:отменить|отмена|вернуть|undo)[.!]?$/iu;

/** What stands after `/перевод_классов`. */
export const askPromotion = async (tail: string, call: Call): Promise<Reply> => {
  const refused = await refusal(call);
  if (refused) return refused;
  if (UNDO.test(tail)) {
    const step = lastStep((await yearRecord(call))?.value, call.now);
    if (step === undefined) return said(call, text('promotion-no-undo'), 'nothing');
    const options: readonly Option[] = [
      { id: 'do', label: text('button-promotion-undo'), look: 'negative' },
      { id: 'cancel', label: text('button-promotion-keep'), look: 'primary' },
    ];
    const words = text('promotion-undo', { ...momentVars(step.at, call.zone), ...shownOrder(step) });
    return { actions: [], changes: [], because: 'undo', asks: [{ words, options, data: { step: 'undo' } }] };
  }
  const wish = readPromotion(tail.trim(), dayOf(call.now, call.zone));
  if (typeof wish === 'string')
    return said(call, text('promotion-form', { defect: wish, cited: inBrackets('MOVEMENT', call) }), 'usage');
  return shown(await lay(wish, call), wish, false, call);
};

const carryOut = async (
  talk: Extract<PromotionTalk, { step: 'confirm' }>,
  quiet: boolean,
  call: Call,
): Promise<Reply> => {
  const laid = await lay(talk.wish, call);
  const { come, on } = laid;
  if (!come.ok || seenOf(come.plan, call) !== talk.seen) return shown(laid, talk.wish, true, call);
  const { actions, changes } = await promote(come.plan, talk.wish, quiet, on, call);
  const words = text('promotion-done', { ...come.plan.count, classes: pairs(come.plan).length });
  return { actions: [here(call, words), ...actions], changes, because: 'promoted' };
};

/** What follows from the answer; rights, people and chats are looked at again. */
export const hearPromotion = async (chosen: string | undefined, talk: PromotionTalk, call: Call): Promise<Reply> => {
  const refused = await refusal(call);
  if (refused) return refused;
  if (chosen === undefined || chosen === 'cancel') return said(call, text('promotion-cancelled'), 'cancelled');
  switch (talk.step) {
    case 'ends': {
      const wish = { ...talk.wish, ends: chosen === 'leave' ? talk.grade : 0 };
      return shown(await lay(wish, call), wish, false, call);
    }
    case 'confirm':
      return carryOut(talk, chosen === 'quiet', call);
    case 'undo':
      return undo(call);
  }
};
