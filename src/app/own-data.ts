import { stands } from '../cases/ladder.js';
import { type Case, conductId } from '../domain/case.js';
import type { Person } from '../domain/person.js';
import type { Held, RecordKind } from '../domain/records.js';
import type { AccountRef } from '../domain/refs.js';
import { type Text, text } from '../domain/text.js';
import type { Known } from './known.js';
import { oldChatVars } from './migration-progress.js';
import { dateOf, momentVars } from './people-when.js';
import { reasonText } from './reason.js';

/** Whose data are told. */
interface Whose {
  readonly person: Person;
  readonly accounts: ReadonlySet<string>;
}

type Teller<K extends RecordKind> = (
  held: Held<K>,
  whose: Whose,
  known: Known,
) => readonly Text[] | Promise<readonly Text[]>;

const day = (at: number, { zone }: Known): string => dateOf(at, zone);

const mine = ({ person, accounts }: Whose, id: string | undefined): boolean =>
  id !== undefined && (id === person.id || accounts.has(id));

/** A warning waits for nobody. */
const stateOf = ({ appeal, measure, decided }: Case): string => {
  const waits = measure?.kind === 'warning' && measure.state === 'provisional';
  return appeal?.decided?.as ?? (waits ? undefined : measure?.state) ?? decided?.as ?? 'open';
};

const caseLine: Teller<'case'> = ({ value }, whose, known) =>
  mine(whose, conductId(value))
    ? [
        text('own-case', {
          number: value.number,
          ...momentVars(value.written, known.zone),
          reason: reasonText(value),
          kind: value.measure?.kind ?? value.removed,
          state: stateOf(value),
          appeal: value.appeal === undefined ? 'no' : 'yes',
        }),
      ]
    : [];

/** What was kept of a message, and who has looked at it. */
const evidenceLines: Teller<'evidence'> = async ({ value }, whose, known) => {
  if (!mine(whose, value.of)) return [];
  const looks = await Promise.all(
    value.opened.map(async ({ by, at }) => {
      const person = await known.people.find(by);
      return text('own-look', {
        ...momentVars(at, known.zone),
        role: text('role', { role: person?.role ?? 'administrator' }),
      });
    }),
  );
  return [text('own-evidence', { looked: looks.length }), ...looks];
};

/**
 * What is told of each kind of record; null for kinds that hold nothing of a person, or nothing that may be told: the
 * compiler asks for every new kind.
 */
const TELLS: { readonly [K in RecordKind]: Teller<K> | null } = {
  case: caseLine,
  evidence: evidenceLines,
  conduct: ({ id, value }, whose, known) =>
    mine(whose, id)
      ? value.strikes
          .filter((strike) => stands(strike, known.now))
          .map(({ at, until }) => text('own-strike', { since: day(at, known), until: day(until, known) }))
      : [],
  invite: ({ value }, whose, known) =>
    mine(whose, value.person)
      ? [text('own-invite', { date: day(value.issued, known), until: day(value.until, known) })]
      : [],
  acknowledgement: ({ value }, whose, known) =>
    mine(whose, value.person)
      ? [
          text('own-acknowledgement', {
            edition: value.edition.split('-').toReversed().join('.'),
            done: value.at === undefined ? 'no' : 'yes',
            date: day(value.at ?? value.asked, known),
          }),
        ]
      : [],
  request: ({ value }, whose, known) =>
    mine(whose, value.person) || mine(whose, value.account)
      ? [text('own-request', { kind: value.kind, date: day(value.asked, known) })]
      : [],
  membership: ({ value }, whose, known) =>
    mine(whose, value.account) ? [text('own-membership', { date: day(value.since, known) })] : [],
  movement: ({ value: { movement } }, whose) =>
    mine(whose, movement.kind === 'enrol' ? movement.person.id : movement.person) ? [text('own-movement')] : [],
  part: ({ value }, whose) =>
    mine(whose, value.person)
      ? [
          text('own-meeting', {
            will: value.will ?? 'none',
            there: value.there === undefined ? 'no' : 'yes',
            asked: value.asked.length,
          }),
        ]
      : [],
  recipients: ({ value }, { person }, known) => {
    const line = value.lines[person.id];
    if (line === undefined) return [];
    const at = line.acknowledged?.at;
    return [
      text('own-announcement', {
        number: value.announcement,
        done: at === undefined ? 'no' : 'yes',
        date: at === undefined ? '' : day(at, known),
      }),
    ];
  },
  ballots: null, // Votes are counted, not told: an anonymous poll would not be one.
  appointments: ({ value }, { person }, known) =>
    value.slots
      .filter(({ taken }) => taken?.person === person.id || taken?.child === person.id)
      .map(({ at }) => text('own-appointment', momentVars(at, known.zone))),
  reminder: ({ id }, whose) => (mine(whose, id) ? [text('own-reminder')] : []),
  frozen: ({ id, value }, whose, known) =>
    mine(whose, id) ? [text('own-frozen', { date: day(value.since, known) })] : [],
  template: ({ value }, whose) => (mine(whose, value.owner) ? [text('own-template', { name: value.name })] : []),
  digest: ({ id }, whose) => (mine(whose, id) ? [text('own-digest')] : []),
  enquiry: ({ value }, whose) => (mine(whose, value.from) ? [text('own-enquiry', { number: value.number })] : []),
  enclosure: ({ value }, whose) => (mine(whose, value.by) ? [text('own-file')] : []),
  'old-chat': ({ value }, whose) =>
    mine(whose, value.responsible) && value.closed === undefined ? [text('migration-own', oldChatVars(value))] : [],
  // Told with the person's own row.
  standing: null,
  // Adults who help somebody in danger tell of it themselves.
  emergency: null,
  cry: null,
  // Gone within a day, or within a month and without a name.
  question: null,
  asked: null,
  approved: null,
  'removed-file': null,
  album: null,
  // The school's own.
  greeting: null,
  edition: null,
  shelf: null,
  alarm: null,
  destruction: null,
  settings: null,
  setup: null,
  act: null,
  counter: null,
  promotion: null,
  noise: null,
  forecast: null,
  announcement: null,
  meeting: null,
  poll: null,
  pause: null,
};

/** What stands against somebody now, a line each. */
export const strikeLines = async ({ id }: Person, known: Known): Promise<readonly Text[]> => {
  const held = await known.records.get('conduct', id);
  return (held?.value.strikes ?? [])
    .filter((strike) => stands(strike, known.now))
    .map(({ at, until }) => text('own-strike', { since: day(at, known), until: day(until, known) }));
};

const ofKind = async <K extends RecordKind>(kind: K, whose: Whose, known: Known): Promise<readonly Text[]> => {
  const tell = TELLS[kind];
  if (tell === null) return [];
  const told: Text[] = [];
  for (const held of await known.records.all(kind)) told.push(...(await tell(held, whose, known)));
  return told;
};

/** Everything the bot holds of somebody, line by line: the row of the roster first, then every kind of record. */
export const ownData = async (person: Person, known: Known): Promise<readonly Text[]> => {
  const accounts = await known.people.accountsOf(person.id);
  const whose: Whose = { person, accounts: new Set<AccountRef>(accounts) };
  const { classes, subject, children, standing = {} } = person;
  const row: readonly Text[] = [
    text('own-row', {
      name: [person.surname, person.name, person.patronymic].filter(Boolean).join(' '),
      id: person.id,
      role: text('role', { role: person.role }),
    }),
    ...(classes.length > 0 ? [text('own-classes', { classes: classes.join(', ') })] : []),
    ...(subject === '' ? [] : [text('own-subject', { subject })]),
    ...(children.length > 0 ? [text('own-children', { count: children.length })] : []),
    text('own-accounts', { count: accounts.length }),
    ...(standing.confirmed === undefined ? [] : [text('own-confirmed', { date: day(standing.confirmed, known) })]),
    ...(standing.otherWay ? [text('own-other-way', { how: standing.otherWay.how })] : []),
    ...(standing.delegate ? [text('own-delegate', { until: day(standing.delegate.until, known) })] : []),
  ];
  const kinds = Object.keys(TELLS) as readonly RecordKind[];
  const records = await Promise.all(kinds.map((kind) => ofKind(kind, whose, known)));
  return [...row, ...records.flat()];
};
