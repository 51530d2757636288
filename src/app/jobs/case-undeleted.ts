import { z } from 'zod';
import { drop } from '../../cases/decisions.js';
import { conductId } from '../../domain/case.js';
import { chatVars } from '../../domain/chat.js';
import { STAFF } from '../../domain/person.js';
import { type Held, keep } from '../../domain/records.js';
import { text } from '../../domain/text.js';
import { ToldData } from '../../domain/told.js';
import { takenBack } from '../case-reversal.js';
import type { Reply } from '../command.js';
import type { Known } from '../known.js';
import { reachResponsible } from '../membership-cards.js';
import { momentVars } from '../people-when.js';
import { notBeforeNow } from '../quiet.js';
import { defineJob } from './job.js';

/** Without the notice there is no measure either. */
const unmeasured = async (held: Held<'case'>, known: Known): Promise<Pick<Reply, 'actions' | 'changes'>> => {
  const conduct = await known.records.get('conduct', conductId(held.value));
  const matter = { id: held.id, case: held.value, conduct: conduct?.value ?? { strikes: [] } };
  const moved = drop(matter, known.now);
  if ('unmoved' in moved) return { actions: [], changes: [] };
  const back = await takenBack(held, await known.chats.find(held.value.chat), known);
  return {
    actions: back.actions,
    changes: [
      ...back.changes,
      keep('case', held.id, moved.matter.case, held),
      ...(conduct ? [keep('conduct', conduct.id, moved.matter.conduct, conduct)] : []),
    ],
  };
};

/**
 * The messenger did not let the bot take a message away (`domain.md` §6.16): its author was asked to; whoever answers for the
 * chat is too, when the bot may write. What staff wrote is between the bot and its author.
 */
export const caseUndeleted = defineJob({
  name: 'case-undeleted',
  data: ToldData,
  run: async ({ about: id }, _due, known) => {
    const held = await known.records.get('case', id);
    if (held === undefined) return { actions: [], changes: [], because: 'gone' };
    const { role, person } = held.value;
    const dropped = await unmeasured(held, known);
    const staff = role !== undefined && STAFF.includes(role);
    const at = await notBeforeNow(known);
    const timer = { key: `case-by-hand:${id}`, at, job: 'case-by-hand', data: { case: id } };
    return {
      actions: dropped.actions,
      changes: [...dropped.changes, ...(staff ? [] : [{ put: 'timer', timer } as const])],
      because: 'not-deleted',
      ...(person === undefined ? {} : { about: person }),
    };
  },
});

/** It is to be taken away by hand. */
export const caseByHand = defineJob({
  name: 'case-by-hand',
  data: z.object({ case: z.string() }),
  run: async ({ case: id }, _due, known) => {
    const held = await known.records.get('case', id);
    const chat = held && (await known.chats.find(held.value.chat));
    if (held === undefined || chat === undefined) return { actions: [], changes: [], because: 'gone' };
    const { number, written } = held.value;
    const words = text('case-by-hand', { ...chatVars(chat), ...momentVars(written, known.zone), number });
    const reached = await reachResponsible(chat, known);
    const others = reached.filter(({ person }) => person.id !== held.value.person);
    return { actions: others.map(({ to }) => ({ do: 'send', to, text: words })), changes: [], because: 'told' };
  },
});
