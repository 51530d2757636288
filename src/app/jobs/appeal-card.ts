import { z } from 'zod';
import { openAppeal } from '../../cases/decisions.js';
import type { Change } from '../../domain/change.js';
import { type Held, keep } from '../../domain/records.js';
import type { Reply } from '../command.js';
import type { Known } from '../known.js';
import { cardAt, layAppeal } from '../objection-card.js';
import { passed } from '../objection-deciders.js';
import { remindOfAppeal } from '../objection-late.js';
import { notBeforeNow } from '../quiet.js';
import { defineJob } from './job.js';

const Data = z.object({ case: z.string() });

/** In quiet hours nobody is written to: the same again in the morning. */
const byDay = async (job: string, id: string, known: Known, run: () => Promise<Reply>): Promise<Reply> => {
  const at = await notBeforeNow(known);
  if (at <= known.now) return run();
  const timer: Change = { put: 'timer', timer: { key: `${job}:${id}`, at, job, data: { case: id } } };
  return { actions: [], changes: [timer], because: 'quiet' };
};

/** An objection is laid before whoever decides it. */
export const appealCard = defineJob({
  name: 'appeal-card',
  data: Data,
  run: async ({ case: id }, _due, known) => byDay('appeal-card', id, known, () => layAppeal(id, known)),
});

/** It is not decided yet. */
export const appealLate = defineJob({
  name: 'appeal-late',
  data: Data,
  run: async ({ case: id }, _due, known) => byDay('appeal-late', id, known, () => remindOfAppeal(id, known)),
});

/** People of a movement, by id. */
const People = z.object({ people: z.string().default('') });

const movedOn = async (
  held: Held<'case'>,
  about: readonly string[],
  at: number,
  known: Known,
): Promise<Pick<Reply, 'actions' | 'changes'>> => {
  const { person } = held.value;
  const { value, actions, moved } = await passed(held.value, person !== undefined && about.includes(person), known);
  if (!moved) return { actions: [], changes: [] };
  return { actions, changes: [keep('case', held.id, value, held), cardAt(held.id, at)] };
};

/**
 * Whoever was to decide an objection may not any more, or leads the class of whoever objected no longer: it goes to the
 * administration (`domain.md` SC-09, 8). Looked at after every movement, and every morning.
 */
export const appealsPass = defineJob({
  name: 'appeals-pass',
  daily: '08:30',
  data: People,
  run: async ({ people }, _due, known) => {
    const at = await notBeforeNow(known);
    if (at > known.now && people !== '') {
      const timer = { key: `appeals-pass:${people}`, at, job: 'appeals-pass', data: { people } };
      return { actions: [], changes: [{ put: 'timer', timer }], because: 'quiet' };
    }
    const open = (await known.records.all('case')).filter(({ value }) => openAppeal(value) !== undefined);
    const parts = [];
    for (const held of open) parts.push(await movedOn(held, people.split(' '), at, known));
    return {
      actions: parts.flatMap(({ actions }) => actions),
      changes: parts.flatMap(({ changes }) => changes),
      because: `${parts.filter(({ changes }) => changes.length > 0).length} passed`,
    };
  },
});
