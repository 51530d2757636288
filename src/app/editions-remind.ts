import { type Acknowledgement, reminderDue } from '../domain/acknowledgement.js';
import type { Change } from '../domain/change.js';
import { keep } from '../domain/records.js';
import { text } from '../domain/text.js';
import { DAY } from '../domain/time.js';
import { editionAt } from '../regulation/cite.js';
import { archive } from '../regulation/life.js';
import { dayOf, questionChange, readerOf, shownDate, withButton } from './acknowledging.js';
import type { Reply } from './command.js';
import { BATCH, readers } from './editions-news.js';
import type { Known } from './known.js';
import { dialogsOf } from './people-who.js';
import { notBeforeNow } from './quiet.js';

export const REMIND = 'acknowledge-remind';
/** How long it is kept who has read an edition, after it has lapsed. */
const KEPT = 365 * DAY;
/** How long a draft that nobody adopts is kept. */
const DRAFT_KEPT = 30 * DAY;

const NOTHING: Reply = { actions: [], changes: [], because: 'nothing' };

const again = (at: number): Change => ({
  put: 'timer',
  timer: { key: `${REMIND}:again`, at, job: REMIND, data: {} },
});

/** Reminds those who were asked to read the edition in force and have not: after a week, and on the last day. */
export const remindReaders = async (known: Known): Promise<Reply> => {
  const edition = editionAt(known.policy, known.now)?.requisites.inForceFrom;
  if (edition === undefined) return NOTHING;
  const today = dayOf(known.now, known.zone);
  const due = (value: Acknowledgement) => reminderDue(value, dayOf(value.asked, known.zone), today);
  const persons = new Map((await readers(known)).map((person) => [person.id, person] as const));
  const open = (await known.records.all('acknowledgement')).filter(
    ({ value }) => value.edition === edition && persons.has(value.person) && due(value) !== undefined,
  );
  if (open.length === 0) return NOTHING;
  const at = await notBeforeNow(known);
  if (at > known.now) return { ...NOTHING, changes: [again(at)], because: 'quiet' };
  const now = open.slice(0, BATCH);
  const reached = await dialogsOf(
    now.flatMap(({ value }) => persons.get(value.person) ?? []),
    known,
  );
  const until = new Map(now.map(({ value }) => [value.person, value.until] as const));
  return {
    actions: reached.map(({ person, to }) => {
      const vars = { reader: readerOf(person), until: shownDate(until.get(person.id) ?? today) };
      return withButton(to, text('edition-remind', vars), edition);
    }),
    changes: [
      ...now.map((held) => keep('acknowledgement', held.id, { ...held.value, reminded: due(held.value) ?? 2 }, held)),
      ...(await questionChange(edition, known)),
      ...(open.length > BATCH ? [again(known.now + 1)] : []),
    ],
    because: `${now.length} reminded`,
  };
};

/** Who read an edition is forgotten a year after it has lapsed; a draft that nobody adopts after a month. */
export const forgetReadings = async ({ records, policy, now }: Known): Promise<Reply> => {
  const old = archive(policy, now).filter(({ lapsesAt }) => lapsesAt !== undefined && lapsesAt + KEPT <= now);
  const dates = new Set(old.map(({ edition }) => edition.requisites.inForceFrom));
  const read = (await records.all('acknowledgement')).filter(({ value }) => dates.has(value.edition));
  const drafts = (await records.all('edition')).filter(
    ({ value }) => value.adopted === undefined && value.at + DRAFT_KEPT <= now,
  );
  return {
    actions: [],
    changes: [
      ...read.slice(0, 500).map((held) => keep('acknowledgement', held.id, null, held)),
      ...drafts.slice(0, 50).map((held) => keep('edition', held.id, null, held)),
    ],
    because: `${read.length + drafts.length} forgotten`,
  };
};
