import { z } from 'zod';
import { forgotten } from '../../cases/ladder.js';
import { conductId } from '../../domain/case.js';
import { keep } from '../../domain/records.js';
import { defineJob } from './job.js';

/** A strike no longer stands: exactly after the ladder's days, or at the end of the school year. */
export const strikeEnd = defineJob({
  name: 'strike-end',
  data: z.object({ case: z.string() }),
  run: async ({ case: id }, due, { records }) => {
    const held = await records.get('case', id);
    const of = held && conductId(held.value);
    const conduct = of === undefined ? undefined : await records.get('conduct', of);
    if (of === undefined || conduct === undefined) return { actions: [], changes: [], because: 'gone' };
    const left = forgotten(conduct.value, due);
    return {
      actions: [],
      changes: [keep('conduct', of, left.strikes.length > 0 ? left : null, conduct)],
      because: 'strike.expired',
      ...(held?.value.person && { about: held.value.person }),
    };
  },
});
