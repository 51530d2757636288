import { z } from 'zod';
import { schoolYear } from '../../cases/school-year.js';
import { counterId } from '../../domain/case.js';
import { keep } from '../../domain/records.js';
import { isForgotten } from '../evidence.js';
import { defineJob } from './job.js';

/** A case is forgotten with its evidence; numbers of school years before the last one are too (`domain.md` §4.1). */
export const casesForget = defineJob({
  name: 'cases-forget',
  daily: '03:35',
  data: z.object({}),
  run: async (_data, _due, { records, now, zone }) => {
    const gone = (await records.all('case')).filter(({ value }) => isForgotten(value, now));
    const year = schoolYear(now, zone);
    const counted = [counterId('case', year - 2), counterId('appeal', year - 2)];
    const counters = await records.some('counter', counted);
    return {
      actions: [],
      changes: [
        ...gone.map((held) => keep('case', held.id, null, held)),
        ...counters.map((held) => keep('counter', held.id, null, held)),
      ],
      because: `${gone.length} forgotten`,
    };
  },
});
