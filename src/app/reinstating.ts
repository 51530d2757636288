import type { Action } from '../domain/action.js';
import type { Change } from '../domain/change.js';
import { chatVars } from '../domain/chat.js';
import type { Person } from '../domain/person.js';
import { keep } from '../domain/records.js';
import { type AccountRef, dialogOf } from '../domain/refs.js';
import { text } from '../domain/text.js';
import type { Known } from './known.js';
import { letWrite } from './limited.js';
import { roleOfIn } from './own-chats.js';

/**
 * Where an account was silenced because nobody knew it, it may write again now that it is known to belong there. What a
 * person has decided about it stays.
 */
export const reinstated = async (
  person: Person,
  account: AccountRef,
  known: Known,
): Promise<{ readonly actions: readonly Action[]; readonly changes: readonly Change[] }> => {
  const found = (await known.records.all('membership')).filter(({ value }) => value.account === account);
  const actions: Action[] = [];
  const changes: Change[] = [];
  for (const held of found) {
    const { chat: ref, muted, decided } = held.value;
    const chat = await known.chats.find(ref);
    if (chat === undefined || decided?.as === 'excluded' || !(await roleOfIn(person, chat, known))) continue;
    changes.push(keep('membership', held.id, null, held));
    const free = await letWrite(chat, { person: person.id, account }, muted, known);
    actions.push(...free.actions);
    changes.push(...free.changes);
    if (!muted) continue;
    actions.push({ do: 'send', to: dialogOf(account), text: text('membership-welcome-back', chatVars(chat)) });
  }
  return { actions, changes };
};
