import { z } from 'zod';
import type { Action } from '../../domain/action.js';
import { keep } from '../../domain/records.js';
import { dialogOf } from '../../domain/refs.js';
import { text } from '../../domain/text.js';
import { nameVars, released } from '../freezing.js';
import { readerOf } from '../incident.js';
import { dialogsOf, whoMay } from '../people-who.js';
import { defineJob } from './job.js';

/** Nobody has decided about an account in time: no machine keeps anybody silent for longer. */
export const checkEnd = defineJob({
  name: 'check-end',
  data: z.object({ person: z.string() }),
  run: async ({ person: id }, _due, known) => {
    const [held, person] = await Promise.all([known.records.get('frozen', id), known.people.find(id)]);
    if (held?.value.state !== 'checked' || person === undefined)
      return { actions: [], changes: [], because: held ? 'frozen' : 'over' };
    const back = await released(held.value, person, known);
    const administrators = await dialogsOf(await whoMay('freeze-account', {}, known), known);
    const words = text('hacked-check-over', nameVars(person));
    const own: readonly Action[] =
      held.value.chats.length === 0
        ? []
        : [
            {
              do: 'send',
              to: dialogOf(held.value.account),
              text: text('hacked-check-free', { reader: readerOf(person) }),
            },
          ];
    return {
      actions: [...back.actions, ...own, ...administrators.map(({ to }): Action => ({ do: 'send', to, text: words }))],
      changes: [keep('frozen', id, null, held), ...back.changes],
      because: 'lapsed',
      about: id,
    };
  },
});
