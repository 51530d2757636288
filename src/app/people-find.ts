import { fullName, shortName } from '../domain/names.js';
import type { Person, Standing } from '../domain/person.js';
import { type Text, text } from '../domain/text.js';
import { isRestricted } from '../membership/belongs.js';
import { findPeople } from '../roster/find-people.js';
import type { Call } from './command.js';
import type { Permission } from './may.js';
import { classesOf } from './own-chats.js';
import { linkWaits } from './people-waiting.js';
import { dateOf } from './people-when.js';

/** Whether whoever calls may do this about this person: for one of the classes, or for everybody. */
export const mayAbout = async (permission: Permission, person: Person, call: Call): Promise<boolean> => {
  const scopes = [{}, ...(await classesOf(person, call)).map((name) => ({ class: name }))];
  for (const scope of scopes)
    if ((await call.may(permission, { ...scope, about: person.id })).granted === 'yes') return true;
  return false;
};

/** Those of this name or id whom whoever calls may look up. Who may not is answered as if there were nobody. */
export const findFor = async (words: string, call: Call): Promise<readonly Person[]> => {
  const typed = words.split(/[\s,]+/).filter(Boolean);
  if (typed.length === 0) return [];
  const found = findPeople(typed, await call.people.all()).people;
  const seen: Person[] = [];
  for (const person of found) if (await mayAbout('view-people', person, call)) seen.push(person);
  return seen;
};

const childrenText = async ({ children }: Person, { people }: Call): Promise<string> => {
  const found = await Promise.all(children.map((id) => people.find(id)));
  return found.flatMap((child) => (child ? [`${shortName(child)} (${child.classes.join(', ')})`] : [])).join(', ');
};

const termEnd = (until: number | undefined, zone: string): string =>
  until === undefined ? 'none' : dateOf(until - 1, zone);

/** What the school has settled about somebody, a line each; a court's restriction is for the administrator alone. */
export const settledLines = (
  standing: Standing,
  { zone, now }: Pick<Call, 'zone' | 'now'>,
  restriction: boolean,
): readonly Text[] => {
  const {
    left,
    otherWay,
    excluded = [],
    additional,
    substitutes = [],
    committee = [],
    delegate,
    restricted,
  } = standing;
  const running = substitutes.filter(({ until }) => until === undefined || until > now);
  return [
    ...(left ? [text('find-left', { date: dateOf(left.purge, zone), act: left.act })] : []),
    ...(otherWay ? [text('find-other-way', { how: otherWay.how })] : []),
    ...(excluded.length > 0 ? [text('find-excluded', { count: excluded.length })] : []),
    ...(additional ? [text('find-additional', { until: termEnd(additional.until, zone) })] : []),
    ...running.map(({ class: name, since, until, act }) =>
      text('find-substitutes', { class: name, since: dateOf(since, zone), until: termEnd(until, zone), act }),
    ),
    ...(committee.length > 0 ? [text('find-committee', { classes: committee.join(', ') })] : []),
    ...(delegate ? [text('find-delegate', { until: termEnd(delegate.until, zone), by: delegate.by })] : []),
    ...(restricted && restriction
      ? [text('find-restricted', { since: dateOf(restricted.since, zone), act: restricted.act })]
      : []),
  ];
};

/** The classes somebody hears of himself: where a child is a parent whom a court restricts asks the school, not the bot. */
export const ownClasses = async (person: Person, call: Call): Promise<readonly string[]> =>
  isRestricted(person, call.now) ? person.classes : classesOf(person, call);

/** What somebody hears of himself beside role, classes and chats. */
export const ownLines = async (person: Person, call: Call): Promise<readonly Text[]> => {
  const { standing = {}, id } = person;
  const [accounts, children] = await Promise.all([call.people.accountsOf(id), childrenText(person, call)]);
  return [
    ...(children === '' || isRestricted(person, call.now) ? [] : [text('find-children', { children })]),
    ...((await linkWaits(person, call, call.account)) ? [text('me-unconfirmed')] : []),
    ...(accounts.length > 1 ? [text('me-accounts', { count: accounts.length })] : []),
    ...settledLines(standing, call, false),
  ];
};

/** Role, class, whether connected: never a page of the messenger. */
export const personLines = async (person: Person, call: Call): Promise<readonly Text[]> => {
  const { standing = {}, id, role, classes, subject } = person;
  const accounts = await call.people.accountsOf(id);
  const children = await childrenText(person, call);
  const restriction = (await call.may('see-restriction', { about: id })).granted === 'yes';
  return [
    text('find-name', { name: fullName(person), id, role: text('role', { role }) }),
    ...(classes.length > 0 ? [text('find-classes', { classes: classes.join(', ') })] : []),
    ...(subject === '' ? [] : [text('find-subject', { subject })]),
    ...(children === '' ? [] : [text('find-children', { children })]),
    text('find-linked', { count: accounts.length }),
    ...((await linkWaits(person, call)) ? [text('find-unconfirmed')] : []),
    ...settledLines(standing, call, restriction),
  ];
};
