import { acknowledgementId } from '../domain/acknowledgement.js';
import type { Action } from '../domain/action.js';
import type { Change } from '../domain/change.js';
import { isOfSchool, type Person } from '../domain/person.js';
import { keep } from '../domain/records.js';
import { type Text, text } from '../domain/text.js';
import { cite, editionAt } from '../regulation/cite.js';
import type { Edition } from '../regulation/edition.js';
import { askedNow, questionChange, readerOf, shownDate, withButton } from './acknowledging.js';
import type { Reply } from './command.js';
import { readShelf } from './editions.js';
import { before, changesOf } from './editions-words.js';
import type { Known } from './known.js';
import { cited } from './may.js';
import { dialogsOf } from './people-who.js';
import { notBeforeNow } from './quiet.js';

/** The job that tells of an edition once it is in force. */
export const NEWS = 'edition-news';
/** People looked at at once; the others a second later. */
export const BATCH = 50;

/** Whoever is of the school, and is reached by the bot at all. */
export const readers = async ({ people, now }: Pick<Known, 'people' | 'now'>): Promise<readonly Person[]> =>
  (await people.all()).filter((person) => isOfSchool(person, now) && person.standing?.otherWay === undefined);

const newsWords = (edition: Edition, person: Person, until: string, { policy, now }: Known): Text => {
  const { inForceFrom, order } = edition.requisites;
  const ground = cite(policy, 'NEW_EDITION', now);
  return text('edition-news', {
    reader: readerOf(person),
    date: shownDate(inForceFrom),
    number: order.number,
    ordered: shownDate(order.date),
    ground: ground ? text('edition-ground', { cited: cited(ground) }) : '',
    changes: changesOf(policy, edition, inForceFrom),
    until: shownDate(until),
  });
};

interface Told {
  readonly actions: readonly Action[];
  readonly changes: readonly Change[];
}

/** Nothing for whoever is not linked yet, or was asked when joining in the night: the same is not asked twice. */
const tell = async (edition: Edition, person: Person, known: Known): Promise<Told> => {
  const date = edition.requisites.inForceFrom;
  const id = acknowledgementId(date, person.id);
  const [dialogs, held] = await Promise.all([dialogsOf([person], known), known.records.get('acknowledgement', id)]);
  if (dialogs.length === 0 || held) return { actions: [], changes: [] };
  const value = askedNow(date, person.id, known);
  const words = newsWords(edition, person, value.until, known);
  return {
    actions: dialogs.map(({ to }) => withButton(to, words, date)),
    changes: [keep('acknowledgement', id, value, undefined)],
  };
};

const NOTHING: Reply = { actions: [], changes: [], because: 'nothing' };

const again = (at: number, after: string): Change => ({
  put: 'timer',
  timer: { key: `${NEWS}:again`, at, job: NEWS, data: { after } },
});

/**
 * Tells everybody of the edition in force, unless it was told already or the school's bot began with it; not in quiet
 * hours, and a part of the people at a time.
 * @param after the last person, by id, who was looked at before
 */
export const tellNews = async (known: Known, after: string): Promise<Reply> => {
  const edition = editionAt(known.policy, known.now);
  if (edition === null) return NOTHING;
  const date = edition.requisites.inForceFrom;
  const { shelf, change } = await readShelf(known.records);
  if (shelf.told.includes(date)) return NOTHING;
  const done = change({ ...shelf, told: [...shelf.told, date] });
  // What the bot began with is asked of whoever joins.
  if (shelf.told.length === 0 || before(known.policy, date) === undefined)
    return { ...NOTHING, changes: [done], because: 'known' };
  const at = await notBeforeNow(known);
  if (at > known.now) return { ...NOTHING, changes: [again(at, after)], because: 'quiet' };
  const people = (await readers(known)).filter(({ id }) => id > after).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const now = people.slice(0, BATCH);
  const told = await Promise.all(now.map((person) => tell(edition, person, known)));
  return {
    actions: told.flatMap(({ actions }) => actions),
    changes: [
      ...told.flatMap(({ changes }) => changes),
      ...(await questionChange(date, known)),
      people.length > BATCH ? again(known.now + 1, now.at(-1)?.id ?? '') : done,
    ],
    because: `${now.length} looked at`,
  };
};
