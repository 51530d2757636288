import { keep } from '../domain/records.js';
import { text } from '../domain/text.js';
import { HOUR } from '../domain/time.js';
import type { Call, Reply } from './command.js';
import { nameVars, restoreCards } from './freezing.js';
import { readerOf } from './incident.js';
import { here } from './reply.js';

/** The administrator is not asked more often. */
const PATIENCE = HOUR;

/** «Это снова я»: the administrator finds out whether it is, and nothing else happens. */
export const passOn = async (call: Call): Promise<Reply> => {
  const { person, now, records } = call;
  const held = person && (await records.get('frozen', person.id));
  const actions = [here(call, text('hacked-again', { reader: readerOf(person) }))];
  if (person === undefined || held === undefined) return { actions, changes: [], because: 'again:gone' };
  if (held.value.again !== undefined && now - held.value.again < PATIENCE)
    return { actions, changes: [], because: 'again:asked' };
  return {
    actions,
    changes: [keep('frozen', held.id, { ...held.value, again: now }, held)],
    asks: await restoreCards(person, text('hacked-again-card', nameVars(person)), call),
    because: 'again',
  };
};
