import { openAppeal } from '../cases/decisions.js';
import type { Appeal, Case } from '../domain/case.js';
import type { Change } from '../domain/change.js';
import type { Person } from '../domain/person.js';
import type { Held } from '../domain/records.js';
import { text } from '../domain/text.js';
import { tellConcerned } from './case-concerned.js';
import { appealDeciders } from './case-deciders.js';
import { APPEAL_DAYS } from './case-notice.js';
import type { Reply } from './command.js';
import type { Known } from './known.js';
import { cardsFor, toAdministrators } from './objection-card.js';
import { chatOf } from './objection-deciders.js';
import { dateOf } from './people-when.js';
import { addWorkingDays, daysOf, nextWorkingDay } from './working-days.js';

/** When those who decide are reminded. */
const CLOCK = '09:00';

const lateAt = (id: string, at: number): Change => ({
  put: 'timer',
  timer: { key: `appeal-late:${id}`, at, job: 'appeal-late', data: { case: id } },
});

/** The first reminder: on the working day before the last one. */
export const firstReminder = async (id: string, filed: number, known: Known): Promise<Change> => {
  const days = await daysOf(known);
  return lateAt(id, nextWorkingDay(addWorkingDays(filed, APPEAL_DAYS - 2, days), CLOCK, days));
};

type Stage = 'before' | 'due' | 'over';

const stageOf = ({ due }: Appeal, { now, zone }: Pick<Known, 'now' | 'zone'>): Stage => {
  const [today, last] = [now, due].map((at) => dateOf(at, zone).split('.').reverse().join('-')) as [string, string];
  if (today === last) return 'due';
  return today < last ? 'before' : 'over';
};

/** Whom it is laid before: who was named; on the last day the next in order too; after it everybody who may decide. */
const asked = (able: readonly Person[], { to }: Appeal, stage: Stage): readonly Person[] => {
  const named = able.filter(({ id }) => id === to);
  const others = able.filter(({ id }) => id !== to);
  if (stage === 'before') return named.length > 0 ? named : others.slice(0, 1);
  return [...named, ...(stage === 'due' ? others.slice(0, 1) : others)];
};

/** Whoever objected hears that it is late: once, on the first working day after the last. */
const apology = async (one: Case, { due, number }: Appeal, known: Known): Promise<Reply['actions']> => {
  const first = dateOf(nextWorkingDay(due, CLOCK, await daysOf(known)), known.zone);
  if (dateOf(known.now, known.zone) !== first) return [];
  return tellConcerned(one, known, (reader) => text('appeal-over', { number, reader }));
};

const tellAll = async (one: Case, appeal: Appeal, stage: Stage, known: Known): Promise<Reply['actions']> => {
  if (stage === 'before') return [];
  const { number, due } = appeal;
  const words = text('appeal-late', { number, stage, due: dateOf(due, known.zone) });
  return [...(await toAdministrators(words, known)), ...(stage === 'over' ? await apology(one, appeal, known) : [])];
};

/**
 * An objection is not forgotten: its decider is reminded the day before, the next in order and the administrators hear on
 * the last day, and everybody who may decide it every working day after that. Nothing is ever decided by silence.
 */
export const remindOfAppeal = async (id: string, known: Known): Promise<Reply> => {
  const held: Held<'case'> | undefined = await known.records.get('case', id);
  const appeal = held && openAppeal(held.value);
  if (held === undefined || appeal?.to === undefined) return { actions: [], changes: [], because: 'gone' };
  const stage = stageOf(appeal, known);
  const able = await appealDeciders(held.value, await chatOf(held.value, known), known);
  const cards = await Promise.all(asked(able, appeal, stage).map((person) => cardsFor(held, person, known)));
  return {
    actions: await tellAll(held.value, appeal, stage, known),
    changes: [lateAt(id, nextWorkingDay(known.now, CLOCK, await daysOf(known)))],
    asks: cards.flat(),
    because: stage,
    ...(held.value.person && { about: held.value.person }),
  };
};
