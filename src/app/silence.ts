import type { Action } from '../domain/action.js';
import type { Change } from '../domain/change.js';
import type { Chat } from '../domain/chat.js';
import { type AccountRef, dialogOf, platformOf } from '../domain/refs.js';
import { text } from '../domain/text.js';
import type { Reply } from './command.js';
import { type Incident, readerOf } from './incident.js';
import type { Known } from './known.js';
import { showsCode } from './out-of-place.js';
import { momentVars } from './people-when.js';

type Told = Pick<Reply, 'actions' | 'changes'>;

/** All accounts of the person that can be in this chat; of somebody nobody knows the one that is seen. */
const accountsIn = async (
  chat: Chat,
  { person, account }: { readonly person?: string | undefined; readonly account: AccountRef },
  { people }: Pick<Known, 'people'>,
): Promise<readonly AccountRef[]> => {
  if (person === undefined) return [account];
  const linked = (await people.accountsOf(person)).filter((one) => platformOf(one) === platformOf(chat.ref));
  return linked.includes(account) || platformOf(account) !== platformOf(chat.ref) ? linked : [...linked, account];
};

type Whose = Parameters<typeof accountsIn>[1];

/** Until when the account is kept read-only because it may be in other hands; 0: it is not. */
const shutUntil = async ({ person }: Whose, { records }: Pick<Known, 'records'>): Promise<number> =>
  person === undefined ? 0 : ((await records.get('frozen', person))?.value.until ?? 0);

/**
 * Read-only until then, or as long as the account is shut: the messenger's own restriction where it has one, and what comes through all the same is taken away.
 * Ends by itself at that moment. `told`: the person has been told already.
 */
export const silenced = async (chat: Chat, whose: Whose, limit: number, told: boolean, known: Known): Promise<Told> => {
  const until = Math.max(limit, await shutUntil(whose, known));
  const able = known.messenger(platformOf(chat.ref)).capabilities.mute;
  const accounts = await accountsIn(chat, whose, known);
  return {
    actions: able ? accounts.map((account): Action => ({ do: 'mute', chat: chat.ref, account, until })) : [],
    changes: accounts.map((account): Change => ({ put: 'silenced', chat: chat.ref, account, until, told })),
  };
};

/** May write again, at once: unless the account is shut. */
export const spoken = async (chat: Chat, whose: Whose, known: Known): Promise<Told> => {
  const until = await shutUntil(whose, known);
  return until > known.now ? silenced(chat, whose, until, true, known) : freed(chat, whose, known);
};

/** May write again, at once. */
export const freed = async (chat: Chat, whose: Whose, known: Known): Promise<Told> => {
  const able = known.messenger(platformOf(chat.ref)).capabilities.mute;
  const accounts = await accountsIn(chat, whose, known);
  return {
    actions: able ? accounts.map((account): Action => ({ do: 'unmute', chat: chat.ref, account })) : [],
    changes: accounts.map((account): Change => ({ put: 'silenced', chat: chat.ref, account, until: 0, told: true })),
  };
};

/** A message of somebody who may only read here: gone without a word, but for one the first time. No strike. */
export const onSight = (
  { message, chat, facts: { silenced: silence, person } }: Omit<Incident, 'finding' | 'verdict'>,
  known: Known,
): Reply | undefined => {
  if (silence === undefined || message.at >= silence.until || showsCode(message.text)) return undefined;
  const away = { do: 'delete', message: message.ref } as const;
  if (silence.told) return { actions: [away], changes: [], because: 'read-only' };
  const words = text('case-read-only', { ...momentVars(silence.until, known.zone), reader: readerOf(person) });
  return {
    actions: [{ ...away, afterwards: [{ do: 'send', to: dialogOf(message.author), text: words }] }],
    changes: [{ put: 'silenced', chat: chat.ref, account: message.author, until: silence.until, told: true }],
    because: 'read-only',
  };
};
