import { z } from 'zod';
import { text } from '../../domain/text.js';
import { momentWords } from '../meetings-words.js';
import { pausedIn } from '../pausing.js';
import { dialogsOf } from '../people-who.js';
import { isQuiet } from '../quiet.js';
import { defineJob } from './job.js';

/** Reminds the family that has this time now; in quiet hours nobody. */
export const appointmentRemind = defineJob({
  name: 'appointment-remind',
  data: z.object({ board: z.string(), at: z.number() }),
  run: async ({ board, at }, _due, known) => {
    const nothing = (because: string) => ({ actions: [], changes: [], because });
    const held = await known.records.get('appointments', board);
    const taken = held?.value.slots.find((slot) => slot.at === at)?.taken;
    if (held?.value.state !== 'open' || taken === undefined || at <= known.now) return nothing('over');
    if (isQuiet(known.now, await known.settings(), known.zone)) return nothing('quiet');
    if ((await pausedIn({ class: held.value.class }, known)) !== undefined) return nothing('paused');
    const person = await known.people.find(taken.person);
    const reached = person ? await dialogsOf([person], known) : [];
    const words = text('appointment-reminder', { moment: momentWords(at, known.zone) });
    return {
      ...nothing('reminded'),
      actions: reached.map(({ to }) => ({ do: 'send', to, text: words, last: true }) as const),
    };
  },
});
