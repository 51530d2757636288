import type { Case } from '../domain/case.js';
import { chatVars } from '../domain/chat.js';
import { dialogOf } from '../domain/refs.js';
import { text } from '../domain/text.js';
import type { Reply } from './command.js';
import type { Known } from './known.js';
import { reasonText } from './reason.js';

/** Everybody who complained hears that it was decided, and nothing of the other person. */
export const tellComplainants = async (one: Case, known: Known): Promise<Reply['actions']> => {
  const { complaints = [], decided } = one;
  const chat = await known.chats.find(one.chat);
  const words = text('complaint-outcome', {
    ...chatVars(chat ?? { kind: 'edu_other' }),
    as: decided?.as ?? 'confirmed',
    reason: reasonText(one),
  });
  const accounts = await Promise.all(
    complaints.map(async ({ by }) =>
      by.includes(':account:') ? [by as Case['account']] : known.people.accountsOf(by),
    ),
  );
  return accounts.flat().map((account) => ({ do: 'send', to: dialogOf(account), text: words }));
};
