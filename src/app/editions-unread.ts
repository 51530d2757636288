import { z } from 'zod';
import { keep } from '../domain/records.js';
import { SHELF } from '../domain/stored-edition.js';
import { text } from '../domain/text.js';
import { HOUR } from '../domain/time.js';
import type { Records, Stores } from '../ports/stores.js';
import { shownDate } from './acknowledging.js';
import type { Reply } from './command.js';
import { editionOf } from './editions.js';
import type { Known } from './known.js';
import { dialogsOf, whoMay } from './people-who.js';
import { notBeforeNow } from './quiet.js';

/** The job that tells of adopted editions which this program cannot read. */
export const UNREAD = 'edition-unread';
/** A program that is started often does not say it every time. */
const AGAIN = 20 * HOUR;

const Dated = z.object({ requisites: z.object({ inForceFrom: z.iso.date() }) });

/**
 * Adopted while the bot ran and not read by this program (any more): nothing is cited from them. Their dates as they are
 * shown to people; `?` of one that has none.
 */
export const unreadEditions = async (records: Records): Promise<readonly string[]> => {
  const adopted = (await records.get('shelf', SHELF))?.value.editions ?? [];
  const unread: string[] = [];
  for (const id of adopted) {
    if (await editionOf(records, id)) continue;
    const { data } = Dated.safeParse((await records.get('edition', id))?.value.document);
    unread.push(data ? shownDate(data.requisites.inForceFrom) : '?');
  }
  return unread;
};

/** At every start: what cannot be read is noted in the journal, and the administrator hears of it. Returns what it is. */
export const beginUnread = async (
  stores: Pick<Stores, 'records' | 'ledger'>,
  { now, chain }: { readonly now: number; readonly chain: string },
): Promise<readonly string[]> => {
  const unread = await unreadEditions(stores.records);
  if (unread.length === 0) return [];
  const key = `${UNREAD}@${now}`;
  const entry = { id: `n:${key}`, at: now, kind: 'note', detail: `${UNREAD} ${unread.join(' ')}` } as const;
  const timer = { key: UNREAD, at: now, job: UNREAD, data: {}, by: key };
  await stores.ledger.settle({ key, entry, changes: [{ put: 'timer', timer }], rows: [], chain });
  return unread;
};

/** Once in most of a day, not at night: it has waited for somebody to start the program. */
export const tellUnread = async (known: Known): Promise<Reply> => {
  const unread = await unreadEditions(known.records);
  const held = await known.records.get('alarm', UNREAD);
  if (unread.length === 0 || (held && known.now - held.value.at < AGAIN))
    return { actions: [], changes: [], because: unread.length === 0 ? 'read' : 'told' };
  const at = await notBeforeNow(known);
  if (at > known.now) {
    const timer = { key: UNREAD, at, job: UNREAD, data: {} };
    return { actions: [], changes: [{ put: 'timer', timer }], because: 'quiet' };
  }
  const administrators = await dialogsOf(await whoMay('settings', {}, known), known);
  const words = text('edition-unread', { count: unread.length, dates: unread.join(', ') });
  return {
    actions: administrators.map(({ to }) => ({ do: 'send', to, text: words })),
    changes: [keep('alarm', UNREAD, { at: known.now }, held)],
    because: `${unread.length} unread`,
  };
};
