import { z } from 'zod';
import { settled } from '../../cases/ladder.js';
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
  run: async ({ case: id }, _due, { records }) => {
    const held = await records.get('case', id);
    const measure = held?.value.measure;
    if (held === undefined || measure?.state !== 'provisional')
      return { actions: [], changes: [], because: measure?.state ?? 'gone' };
    const of = conductId(held.value);
    const conduct = await records.get('conduct', of);
    const lapsed = { ...held.value, measure: { ...measure, state: 'lapsed' as const } };
    return {
      actions: [],
      changes: [
        keep('case', id, lapsed, held),
        ...(conduct ? [keep('conduct', of, settled(conduct.value, id, 'void'), conduct)] : []),
      ],
      because: 'lapsed',
      ...(held.value.person && { about: held.value.person }),
    };
  },
});
