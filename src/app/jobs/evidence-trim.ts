import { z } from 'zod';
import { closing } from '../../cases/decisions.js';
import { keep } from '../../domain/records.js';
import { isNeeded, trimmed, undisputed } from '../evidence.js';
import { defineJob } from './job.js';

/**
 * Nobody has disputed it in three working days: the case has its end, and only the fragment is kept. What somebody has
 * still to decide is kept whole, and looked at again.
 */
export const evidenceTrim = defineJob({
  name: 'evidence-trim',
  data: z.object({ case: z.string() }),
  run: async ({ case: id }, _due, known) => {
    const [held, evidence] = await Promise.all([known.records.get('case', id), known.records.get('evidence', id)]);
    if (held && isNeeded(held.value, known.now))
      return { actions: [], changes: [await undisputed(id, known)], because: 'needed' };
    const closed = held && held.value.closed === undefined ? closing(held.value, known.now) : undefined;
    return {
      actions: [],
      changes: [
        ...(held && closed ? [keep('case', id, closed, held)] : []),
        ...(evidence?.value.whole ? [keep('evidence', id, trimmed(evidence.value), evidence)] : []),
      ],
      because: 'trimmed',
      ...(held?.value.person && { about: held.value.person }),
    };
  },
});
