import { type Case, conductId } from '../domain/case.js';
import type { Chat } from '../domain/chat.js';
import type { AccountRef } from '../domain/refs.js';
import type { Reply } from './command.js';
import type { Known } from './known.js';
import { silenced, spoken } from './silence.js';

type Told = Pick<Reply, 'actions' | 'changes'>;

/** A limit that is running. */
export const limits = ({ measure }: Case, now: number): boolean =>
  measure?.kind === 'read-only' &&
  measure.until > now &&
  (measure.state === 'provisional' || measure.state === 'confirmed');

/**
 * Until when a measure keeps somebody from writing in a chat; 0: none does.
 * @param whose `conductId`
 * @param but the case that is not asked about
 */
export const limitedUntil = async (
  chat: Pick<Chat, 'ref'>,
  whose: string,
  { records, now }: Pick<Known, 'records' | 'now'>,
  but?: string,
): Promise<number> => {
  const running = (await records.all('case')).filter(
    ({ id, value }) => id !== but && value.chat === chat.ref && conductId(value) === whose && limits(value, now),
  );
  return Math.max(0, ...running.map(({ value }) => value.measure?.until ?? 0));
};

/**
 * Somebody who belongs in a chat may write there, also with an account that was kept from it; but not past a measure that is
 * running against the same person there.
 * @param muted whether the account is known to be kept from writing; else it is looked up
 */
export const letWrite = async (
  chat: Chat,
  whose: { readonly person?: string | undefined; readonly account: AccountRef },
  muted: boolean,
  known: Known,
): Promise<Told> => {
  const { person, account } = whose;
  const until = await limitedUntil(chat, person ?? account, known);
  if (until > known.now) return silenced(chat, whose, until, true, known);
  const { silenced: silence } = await known.people.facts(account, chat.ref);
  return muted || (silence?.until ?? 0) > known.now ? spoken(chat, whose, known) : { actions: [], changes: [] };
};
