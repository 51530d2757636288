import { z } from 'zod';
import { lapse } from '../../cases/decisions.js';
import { conductId } from '../../domain/case.js';
import { keep } from '../../domain/records.js';
import { defineJob } from './job.js';

/**
 * A limit has ended by itself at its time. One that nobody has confirmed by then does not count: the strike is void
 * (`domain.md` SC-04, 8c; 152-ФЗ art. 16).
 */
export const measureEnd = defineJob({
  name: 'measure-end',
  data: z.object({ case: z.string() }),
  run: async ({ case: id }, _due, { records, now }) => {
    const held = await records.get('case', id);
    if (held === undefined) return { actions: [], changes: [], because: 'gone' };
    const of = conductId(held.value);
    const conduct = await records.get('conduct', of);
    const moved = lapse({ id, case: held.value, conduct: conduct?.value ?? { strikes: [] } }, now);
    if ('unmoved' in moved) return { actions: [], changes: [], because: held.value.measure?.state ?? 'gone' };
    return {
      actions: [],
      changes: [
        keep('case', id, moved.matter.case, held),
        ...(conduct ? [keep('conduct', of, moved.matter.conduct, conduct)] : []),
      ],
      because: 'lapsed',
      ...(held.value.person && { about: held.value.person }),
    };
  },
});
