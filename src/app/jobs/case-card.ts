import { z } from 'zod';
import { cardAt, lay, layAlso } from '../case-asking.js';
import { notBeforeNow } from '../quiet.js';
import { defineJob } from './job.js';

const Data = z.object({ case: z.string(), told: z.number().default(0) });

/** A case is laid before whoever decides about it; never in quiet hours. Nobody reachable: again in the morning. */
export const caseCard = defineJob({
  name: 'case-card',
  data: Data,
  run: async ({ case: id, told }, _due, known) => {
    const at = await notBeforeNow(known);
    if (at > known.now) return { actions: [], changes: [cardAt(id, at)], because: 'quiet' };
    return lay(id, told, known);
  },
});

/** Still undecided: the next in order is asked too (`domain.md` §0a.5). */
export const caseLate = defineJob({
  name: 'case-late',
  data: Data,
  run: async ({ case: id }, _due, known) => {
    const at = await notBeforeNow(known);
    if (at === known.now) return layAlso(id, known);
    const timer = { key: `case-late:${id}`, at, job: 'case-late', data: { case: id, told: 0 } };
    return { actions: [], changes: [{ put: 'timer', timer }], because: 'quiet' };
  },
});
