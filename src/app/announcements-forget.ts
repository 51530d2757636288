import type { Change } from '../domain/change.js';
import { type Held, keep } from '../domain/records.js';
import { DAY } from '../domain/time.js';
import { currentDocuments } from './announcements-current.js';
import type { Reply } from './command.js';
import type { Known } from './known.js';

/** Facts about who has read an announcement are kept for a year after its end. */
const KEPT = 365 * DAY;
/** What was brought and never published. */
const LOOSE = 7 * DAY;
/** What somebody has asked of a person, after the two weeks in which it can be answered. */
const ENQUIRY = 30 * DAY;
/** Records that go in one write. */
const MOST = 200;

/** Whoever is forgotten stands in no list of recipients any more; the school's announcements stay, without the name of an author. */
export const unlisted = async (person: string, { records }: Pick<Known, 'records'>): Promise<readonly Change[]> => {
  const lists = (await records.all('recipients')).flatMap((held) => {
    const { [person]: gone, ...lines } = held.value.lines;
    return gone === undefined ? [] : [keep('recipients', held.id, { ...held.value, lines }, held)];
  });
  const own = (await records.all('announcement')).flatMap((held) => {
    const { author, publisher } = held.value;
    if (author !== person && publisher !== person) return [];
    const { publisher: _named, ...rest } = held.value;
    const other = publisher === undefined || publisher === person ? {} : { publisher };
    return [keep('announcement', held.id, { ...rest, ...other, author: author === person ? '' : author }, held)];
  });
  const votes = (await records.all('ballots')).flatMap((held) => {
    const { [person]: gone, ...rest } = held.value.votes;
    return gone === undefined ? [] : [keep('ballots', held.id, { ...held.value, votes: rest }, held)];
  });
  const polls = (await records.all('poll')).flatMap((held) => pollWithout(person, held));
  return [...lists, ...own, ...votes, ...polls];
};

const pollWithout = (person: string, held: Held<'poll'>): readonly Change[] => {
  const { author, publisher, ...rest } = held.value;
  if (author !== person && publisher !== person) return [];
  const other = publisher === undefined || publisher === person ? {} : { publisher };
  return [keep('poll', held.id, { ...rest, ...other, author: author === person ? '' : author }, held)];
};

/** Old announcements with their lists, and files that nobody published. */
export const forgetAnnouncements = async ({ records, now }: Known): Promise<Reply> => {
  const all = await records.all('announcement');
  const past = all.filter(
    ({ value }) => (value.valid ?? value.acknowledge ?? value.published ?? value.created) + KEPT <= now,
  );
  // Of a document in force only the list of who has read it goes.
  const inForce = new Set(currentDocuments(all, now).map(({ id }) => id));
  const old = past.filter(({ id }) => !inForce.has(id));
  const gone = new Set(old.map(({ id }) => id));
  const unread = new Set(past.map(({ id }) => id));
  const lists =
    unread.size === 0 ? [] : (await records.all('recipients')).filter(({ value }) => unread.has(value.announcement));
  const used = new Set(all.flatMap(({ id, value }) => (value.file && !gone.has(id) ? [value.file.id] : [])));
  const polls = (await records.all('poll')).filter(({ value }) => value.until + KEPT <= now);
  // A vote may have come at the very moment at which an anonymous poll was closed.
  const secret = (await records.all('poll')).filter(
    ({ value }) => (value.state === 'closed' && value.anonymous) || value.state === 'dropped',
  );
  const ended = new Set([...polls, ...secret].map(({ id }) => id));
  const votes = ended.size === 0 ? [] : (await records.all('ballots')).filter(({ value }) => ended.has(value.poll));
  const asked = (await records.all('enquiry')).filter(({ value }) => value.at + ENQUIRY + 14 * DAY <= now);
  const loose = (await records.all('enclosure')).filter(({ id, value }) => !used.has(id) && value.at + LOOSE <= now);
  return {
    actions: [],
    changes: [
      ...lists.slice(0, MOST).map((held) => keep('recipients', held.id, null, held)),
      // The lists go first: a list whose announcement is gone would never be found again.
      ...(lists.length > MOST ? [] : old.slice(0, MOST).map((held) => keep('announcement', held.id, null, held))),
      ...votes.slice(0, MOST).map((held) => keep('ballots', held.id, null, held)),
      ...(votes.length > MOST ? [] : polls.slice(0, MOST).map((held) => keep('poll', held.id, null, held))),
      ...asked.slice(0, MOST).map((held) => keep('enquiry', held.id, null, held)),
      ...loose.slice(0, MOST).map((held) => keep('enclosure', held.id, null, held)),
    ],
    because: `${old.length} forgotten`,
  };
};
