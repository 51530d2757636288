import { z } from 'zod';
import { chatsFor } from '../own-chats.js';
import { seats } from '../people-seats.js';
import { defineJob } from './job.js';

/** The time of standing in is over: the chats of the class are left again. The rights ended by themselves. */
export const movementEnd = defineJob({
  name: 'movement-end',
  data: z.object({ movement: z.string() }),
  run: async ({ movement: id }, _due, known) => {
    const movement = (await known.records.get('movement', id))?.value.movement;
    const by = movement?.kind === 'substitute' ? await known.people.find(movement.by) : undefined;
    if (by === undefined || movement?.kind !== 'substitute') return { actions: [], changes: [], because: 'gone' };
    const mine = new Set((await chatsFor(by, known)).map(({ ref }) => ref));
    const ofClass = (await known.chats.all()).filter((chat) => chat.class !== undefined && !mine.has(chat.ref));
    const led = new Set(by.standing?.substitutes?.map((one) => one.class));
    const left = ofClass.filter((chat) => led.has(chat.class ?? ''));
    return { actions: await seats(await known.people.accountsOf(by.id), known, left), changes: [], because: 'left' };
  },
});
