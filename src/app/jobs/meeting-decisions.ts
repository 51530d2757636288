import { z } from 'zod';
import { publication } from '../meetings-decisions.js';
import { mayWriteFrom } from '../meetings-silence.js';
import { defineJob } from './job.js';

/** Publishes the decisions of a meeting at the time its organiser has chosen. */
export const meetingDecisions = defineJob({
  name: 'meeting-decisions',
  data: z.object({ meeting: z.string() }),
  run: async ({ meeting: id }, _due, known) => {
    const held = await known.records.get('meeting', id);
    if (held === undefined) return { actions: [], changes: [], because: 'gone' };
    const at = await mayWriteFrom(held.value, known);
    if (at > known.now) {
      const timer = { key: `meeting-decisions:${id}`, at, job: 'meeting-decisions', data: { meeting: id } };
      return { actions: [], changes: [{ put: 'timer', timer }], because: 'silent' };
    }
    return { ...(await publication(held, known)), because: 'published' };
  },
});
