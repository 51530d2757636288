import { z } from 'zod';
import { keep } from '../../domain/records.js';
import { isForgotten } from '../evidence.js';
import { defineJob } from './job.js';

/** What was taken away is forgotten 30 days after its case was closed, and after half a year whatever it was (§4.1). */
export const evidenceForget = defineJob({
  name: 'evidence-forget',
  daily: '03:25',
  data: z.object({}),
  run: async (_data, _due, { records, now }) => {
    const [kept, approved] = await Promise.all([records.all('evidence'), records.all('approved')]);
    const cases = await records.some(
      'case',
      kept.map(({ id }) => id),
    );
    const gone = kept.filter(({ id }) => isForgotten(cases.find((one) => one.id === id)?.value, now));
    return {
      actions: [],
      changes: [
        ...gone.map((held) => keep('evidence', held.id, null, held)),
        ...approved.filter(({ value }) => value.until <= now).map((held) => keep('approved', held.id, null, held)),
      ],
      because: `${gone.length} forgotten`,
    };
  },
});
