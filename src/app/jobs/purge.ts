import { z } from 'zod';
import { text } from '../../domain/text.js';
import { destroyed, intoAct } from '../people-purge.js';
import { dateOf } from '../people-when.js';
import { dialogsOf, whoMay } from '../people-who.js';
import { defineJob } from './job.js';

/** The day has come until which somebody who has left is remembered. Whoever has come back is kept. */
export const purge = defineJob({
  name: 'purge',
  data: z.object({ person: z.string() }),
  run: async ({ person: id }, _due, known) => {
    const person = await known.people.find(id);
    const until = person?.standing?.left?.purge;
    if (person === undefined || until === undefined || until > known.now)
      return { actions: [], changes: [], because: 'kept' };
    const changes = [...(await destroyed(person, known)), ...(await intoAct(known))];
    return { actions: [], changes, because: 'destroyed', about: id };
  },
});

/** On the next working day the administrator hears of what was destroyed. */
export const purgeTold = defineJob({
  name: 'purge-told',
  data: z.object({ act: z.string() }),
  run: async ({ act }, _due, known) => {
    const held = await known.records.get('destruction', act);
    if (held === undefined) return { actions: [], changes: [], because: 'gone' };
    const told = await dialogsOf(await whoMay('move-people', {}, known), known);
    const { at, people } = held.value;
    const words = text('purge-told', { act, count: people, date: dateOf(at, known.zone) });
    return { actions: told.map(({ to }) => ({ do: 'send', to, text: words }) as const), changes: [], because: 'told' };
  },
});
