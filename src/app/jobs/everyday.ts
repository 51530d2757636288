import { z } from 'zod';
import { type Chat, chatVars } from '../../domain/chat.js';
import { isOfSchool, type Role } from '../../domain/person.js';
import type { ChatRef } from '../../domain/refs.js';
import { text } from '../../domain/text.js';
import type { Known } from '../known.js';
import { responsibleFor } from '../membership-cards.js';
import { momentVars } from '../people-when.js';
import { dialogsOf, type Reached } from '../people-who.js';
import { defineJob } from './job.js';

/** The first of these roles of whom anybody can be reached. */
const firstOf = async (roles: readonly Role[], but: ReadonlySet<string>, known: Known): Promise<readonly Reached[]> => {
  const all = (await known.people.all()).filter((one) => isOfSchool(one, known.now) && !but.has(one.id));
  for (const role of roles) {
    const reached = await dialogsOf(
      all.filter((one) => one.role === role),
      known,
    );
    if (reached.length > 0) return reached;
  }
  return [];
};

const classTeacher = async (chat: Chat, but: ReadonlySet<string>, known: Known): Promise<readonly Reached[]> => {
  const one = await responsibleFor(chat, known);
  return one && !but.has(one.id) ? dialogsOf([one], known) : [];
};

/** A quiet word about what families write: of a teacher to the director, of a quarrel about children to the class teacher. */
export const everydayTold = defineJob({
  name: 'everyday',
  data: z.object({
    sign: z.enum(['accusation', 'quarrel', 'question']),
    chat: z.custom<ChatRef>((value) => typeof value === 'string' && value.includes(':chat:')),
    written: z.number(),
    /** Ids of those whom it may be about, or of who wrote it, a space between. */
    but: z.string(),
  }),
  run: async ({ sign, chat: ref, written, but }, _due, known) => {
    const chat = await known.chats.find(ref);
    if (chat === undefined) return { actions: [], changes: [], because: 'gone' };
    const spared = new Set(but.split(' '));
    const reached =
      sign === 'accusation'
        ? await firstOf(['director', 'deputy'], spared, known)
        : await classTeacher(chat, spared, known);
    const words = text(`everyday-${sign}`, { ...chatVars(chat), ...momentVars(written, known.zone) });
    return {
      actions: reached.map(({ to }) => ({ do: 'send', to, text: words })),
      changes: [],
      because: reached.length > 0 ? 'told' : 'unreached',
    };
  },
});
