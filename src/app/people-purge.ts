import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';
import type { Change } from '../domain/change.js';
import type { Person } from '../domain/person.js';
import { type Held, keep, type RecordKind } from '../domain/records.js';
import type { AccountRef } from '../domain/refs.js';
import { unlisted } from './announcements-forget.js';
import { unspoken } from './case-unspoken.js';
import type { Known } from './known.js';
import { withoutFamily } from './meetings-forget.js';
import { daysOf, nextWorkingDay } from './working-days.js';

dayjs.extend(utc);
dayjs.extend(timezone);

/** Whether plain data names this person, alone or at the end of an id. */
const names = (data: unknown, person: string): boolean => {
  if (typeof data === 'string') return data.split(' ').at(-1) === person;
  return typeof data === 'object' && data !== null && Object.values(data).some((part) => names(part, person));
};

/** Whether a record is about this person and goes with it; null for kinds that hold nothing of people, or name them beside others. */
const ABOUT: {
  readonly [K in RecordKind]: ((held: Held<K>, person: string, accounts: ReadonlySet<string>) => boolean) | null;
} = {
  standing: ({ id }, person) => id === person,
  question: ({ value }, person, accounts) =>
    value.whom === person || accounts.has(value.whom) || names(value.data, person),
  asked: ({ id }, _person, accounts) => accounts.has(id),
  request: ({ value }, person) => value.person === person,
  movement: ({ value: { movement } }, person) =>
    (movement.kind === 'enrol' ? movement.person.id : movement.person) === person ||
    ('by' in movement && movement.by === person),
  invite: ({ value }, person) => value.person === person,
  membership: ({ value }, _person, accounts) => accounts.has(value.account),
  acknowledgement: ({ value }, person) => value.person === person,
  case: ({ value }, person) => value.person === person,
  evidence: ({ value }, person, accounts) => value.of === person || accounts.has(value.of),
  emergency: ({ value }, person, accounts) => value.person === person || accounts.has(value.account),
  cry: ({ value }, person, accounts) => value.of === person || accounts.has(value.of),
  frozen: ({ id }, person) => id === person,
  conduct: ({ id }, person, accounts) => id === person || accounts.has(id),
  enclosure: ({ value }, person) => value.by === person,
  template: ({ value }, person) => value.owner === person,
  digest: ({ id }, person) => id === person,
  enquiry: ({ value }, person) => value.from === person || value.to === person,
  // The school's, and one record for many people: see `unlisted`.
  announcement: null,
  recipients: null,
  poll: null,
  ballots: null,
  pause: null,
  part: ({ value }, person) => value.person === person,
  // The school's own; it names who called it.
  meeting: null,
  // The school's own; it names who is responsible by the id of the list.
  'old-chat': null,
  // One record for the whole school; whom it names is forgotten after a day.
  promotion: null,
  // One record for a whole class: see `withoutFamily`.
  appointments: null,
  // One record for a whole chat: see `unmissed`.
  greeting: null,
  edition: null,
  shelf: null,
  alarm: null,
  destruction: null,
  settings: null,
  setup: null,
  act: null,
  counter: null,
  noise: null,
  forecast: null,
  reminder: ({ id }, person, accounts) => id === person || accounts.has(id),
  // By names that tell nothing; gone within a month.
  approved: null,
  'removed-file': null,
  // Numbers of messages, gone within days.
  album: null,
};

const ofKind = async <K extends RecordKind>(
  kind: K,
  person: string,
  accounts: ReadonlySet<string>,
  { records }: Known,
): Promise<readonly Change[]> => {
  const about = ABOUT[kind];
  if (about === null) return [];
  return (await records.all(kind))
    .filter((held) => about(held, person, accounts))
    .map((held) => keep(kind, held.id, null, held));
};

/** Others' rows that name the person: parents of a pupil. */
const unnamed = async (person: string, { people }: Known): Promise<readonly Change[]> =>
  (await people.all())
    .filter(({ children, id }) => id !== person && children.includes(person))
    .map(
      (parent): Change => ({
        put: 'person',
        person: { ...parent, children: parent.children.filter((child) => child !== person) },
      }),
    );

/** Those of a chat who have not joined are remembered by name. */
const unmissed = async (person: string, { records }: Known): Promise<readonly Change[]> =>
  (await records.all('greeting')).flatMap((held) => {
    const { missing = [] } = held.value;
    if (!missing.includes(person)) return [];
    return [keep('greeting', held.id, { ...held.value, missing: missing.filter((one) => one !== person) }, held)];
  });

/** Destroys all that is known of somebody who has left: `domain.md` §4.1. The journal keeps pseudonyms. */
export const destroyed = async ({ id }: Person, known: Known): Promise<readonly Change[]> => {
  const version = await known.people.version();
  const accounts = await known.people.accountsOf(id);
  const names = new Set<string>(accounts);
  const kinds = Object.keys(ABOUT) as RecordKind[];
  const records = await Promise.all(kinds.map(async (kind) => ofKind(kind, id, names, known)));
  const issues = await known.codes.issueOf(id);
  const codes = Array.from({ length: issues }, (_, at) => known.code(id, at + 1));
  return [
    // Parents' rows are written too: whoever has changed them at the same moment loses nothing.
    { put: 'unchanged', of: 'people', version },
    ...records.flat(),
    ...(await unspoken(id, new Set([id, ...accounts]), known)),
    ...(await unnamed(id, known)),
    ...(await unmissed(id, known)),
    ...(await withoutFamily(id, known)),
    ...(await unlisted(id, known)),
    { put: 'no-person', person: id, accounts: accounts as readonly AccountRef[], codes },
  ];
};

/** All that is destroyed on one day goes into one act: «№ N/год-У». */
export const intoAct = async (known: Known): Promise<readonly Change[]> => {
  const { now, zone, records } = known;
  const today = dayjs(now).tz(zone);
  const ofYear = (await records.all('destruction')).filter(({ id }) => id.includes(`/${today.year()}-`));
  const open = ofYear.find(({ value }) => dayjs(value.at).tz(zone).isSame(today, 'day'));
  if (open) return [keep('destruction', open.id, { ...open.value, people: open.value.people + 1 }, open)];
  const id = `${ofYear.length + 1}/${today.year()}-У`;
  const at = nextWorkingDay(now, '08:00', await daysOf(known));
  return [
    keep('destruction', id, { at: now, people: 1 }, undefined),
    { put: 'timer', timer: { key: `purge-told:${id}`, at, job: 'purge-told', data: { act: id } } },
  ];
};
