import { z } from 'zod';
import type { Change } from '../../domain/change.js';
import { text } from '../../domain/text.js';
import type { Ask } from '../ask.js';
import { asking } from '../invites-talk.js';
import type { Known } from '../known.js';
import { cited } from '../may.js';
import { momentVars } from '../people-when.js';
import { dialogsOf } from '../people-who.js';
import { notBeforeNow } from '../quiet.js';
import { defineJob } from './job.js';

/** Everything of a batch that nobody has claimed. */
const unclaimed = async (batch: string, { records, now }: Known) =>
  (await records.all('invite'))
    .map(({ value }) => value)
    .filter((one) => one.batch === batch && one.state === 'issued' && one.until > now);

/** Two days before the annulment the issuer is asked whether to remind; once for a batch, not in quiet hours. Clause 3.3-i. */
export const inviteWarn = defineJob({
  name: 'invite-warn',
  data: z.object({ batch: z.string() }),
  run: async ({ batch }, _due, known) => {
    const nothing = (because: string, changes: readonly Change[] = []) => ({ actions: [], changes, because });
    const open = await unclaimed(batch, known);
    const [first] = open;
    const issuer = first && (await known.people.find(first.issuer));
    const citation = known.cite('ANNUL');
    if (first === undefined || issuer === undefined || citation === null) return nothing('nobody');
    const at = await notBeforeNow(known);
    if (at > known.now) {
      const timer = { key: `invite-warn:${batch}`, at, job: 'invite-warn', data: { batch } };
      return nothing('quiet', [{ put: 'timer', timer }]);
    }
    const words = text('invites-expiring', {
      count: open.length,
      ...momentVars(first.until, known.zone),
      cited: cited(citation),
    });
    const options = [
      { id: 'yes', label: text('button-invites-remind'), look: 'primary' },
      { id: 'no', label: text('button-invites-not-now'), look: 'secondary' },
    ] as const;
    const reached = await dialogsOf([issuer], known);
    const asks = reached.map(
      ({ to }): Ask => ({ ...asking(words, { step: 'remind', batch }, options), to, whom: issuer.id }),
    );
    return { ...nothing(`${open.length} unclaimed`), asks };
  },
});
