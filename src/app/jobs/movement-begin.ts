import { z } from 'zod';
import type { Change } from '../../domain/change.js';
import { keep } from '../../domain/records.js';
import { text } from '../../domain/text.js';
import { lay } from '../movement.js';
import { carryOut } from '../movement-doing.js';
import { dialogsOf } from '../people-who.js';
import { notBeforeNow } from '../quiet.js';
import { defineJob } from './job.js';

/** The day of a movement has come. It is planned anew: people and chats may have changed since it was decided. */
export const movementBegin = defineJob({
  name: 'movement-begin',
  data: z.object({ movement: z.string() }),
  run: async ({ movement: id }, _due, known) => {
    const held = await known.records.get('movement', id);
    if (held?.value.state !== 'waiting') return { actions: [], changes: [], because: 'gone' };
    const laid = await lay(held.value.movement, known);
    const { come } = laid;
    if (come.ok) return { ...(await carryOut(come.plan, held.value, laid, known)), because: 'done' };
    // Said in the morning, if it is so still.
    const at = await notBeforeNow(known);
    const timer = { key: `movement-begin:${id}`, at, job: 'movement-begin', data: { movement: id } };
    if (at > known.now) return { actions: [], changes: [{ put: 'timer', timer }], because: 'quiet' };
    const by = await known.people.find(held.value.by);
    const told = await dialogsOf(by ? [by] : [], known);
    const dropped: Change = keep('movement', id, null, held);
    const words = text('movement-impossible', { why: come.text });
    return {
      actions: told.map(({ to }) => ({ do: 'send', to, text: words }) as const),
      changes: [dropped],
      because: 'impossible',
    };
  },
});
