import { z } from 'zod';
import type { MessageRef } from '../../domain/refs.js';
import { HOUR } from '../../domain/time.js';
import { ToldData } from '../../domain/told.js';
import { defineJob } from './job.js';

/** For so long a note of the bot stands in a chat: whoever looks later finds a chat without noise. */
export const NOTE_STANDS = 6 * HOUR;

/** A note of the bot was sent into a chat: it is to go again. */
export const noteAway = defineJob({
  name: 'note-away',
  data: ToldData,
  run: async ({ endings }, due) => ({
    actions: [],
    changes: endings.flatMap(({ message, at }) =>
      message === undefined
        ? []
        : [
            {
              put: 'timer',
              timer: {
                key: `note-gone:${message.place}/${message.id}`,
                at: (at || due) + NOTE_STANDS,
                job: 'note-gone',
                data: { place: message.place, id: message.id },
              },
            } as const,
          ],
    ),
    because: 'noted',
  }),
});

const Place = z.custom<MessageRef['place']>((value) => typeof value === 'string');

export const noteGone = defineJob({
  name: 'note-gone',
  data: z.object({ place: Place, id: z.string() }),
  run: async (message) => ({ actions: [{ do: 'delete', message }], changes: [], because: 'taken away' }),
});
