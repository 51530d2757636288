import { type Case, conductId } from '../domain/case.js';
import type { Chat } from '../domain/chat.js';
import type { Reply } from './command.js';
import type { Known } from './known.js';
import { silenced, spoken } from './silence.js';

type Told = Pick<Reply, 'actions' | 'changes'>;

type Whose = Parameters<typeof silenced>[1];
/** As `conductId`. */
const named = ({ person, account }: Whose): string => person ?? account;

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
 * A limit begins, or is made longer; another one that is running there is never cut short by it.
 * @param of the case whose limit it is
 */
export const limited = async (
  chat: Chat,
  whose: Whose,
  { until, told, of }: { readonly until: number; readonly told: boolean; readonly of: string },
  known: Known,
): Promise<Told> => {
  const other = await limitedUntil(chat, named(whose), known, of);
  return silenced(chat, whose, Math.max(until, other), told, known);
};

/**
 * Somebody who belongs in a chat may write there, also with an account that was kept from it; but not past a measure that is
 * running against the same person there.
 * @param muted whether the account is known to be kept from writing; else it is looked up
 */
export const letWrite = async (chat: Chat, whose: Whose, muted: boolean, known: Known): Promise<Told> => {
  const { account } = whose;
  // What was decided about the account before anybody knew whose it is holds on.
  const until = Math.max(await limitedUntil(chat, named(whose), known), await limitedUntil(chat, account, known));
  if (until > known.now) return silenced(chat, whose, until, true, known);
  const { silenced: silence } = await known.people.facts(account, chat.ref);
  return muted || (silence?.until ?? 0) > known.now ? spoken(chat, whose, known) : { actions: [], changes: [] };
};
