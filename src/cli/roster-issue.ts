import { deepLink } from '../domain/code.js';
import { isOfSchool, type Person, type Role } from '../domain/person.js';
import { text } from '../domain/text.js';
import { DAY } from '../domain/time.js';
import type { Data } from '../main/store.js';
import { PROVISIONAL } from '../roster/provisional.js';
import { Unfit } from './terminal.js';

export const VALID = 14 * DAY;

/** Whose codes are printed. */
export interface Choice {
  readonly ofClass: string | undefined;
  readonly role: Role | undefined;
  /** Those who get a new code although they are linked; nobody else gets one then. */
  readonly again: readonly string[];
}

/** A parent belongs to the children's classes. */
const classesOf = (person: Person, byId: ReadonlyMap<string, Person>): readonly string[] => [
  ...new Set([person, ...person.children.map((id) => byId.get(id))].flatMap((one) => one?.classes ?? [])),
];

const nameOf = ({ surname, name, patronymic }: Person): string => [surname, name, patronymic].filter(Boolean).join(' ');

interface Chosen {
  readonly person: Person;
  readonly name: string;
  readonly classes: readonly string[];
  /** Why a code is not needed. */
  readonly without?: 'linked' | 'other-way';
}

const choose = async (
  { ofClass, role, again }: Choice,
  { stores, say }: Data,
  now: number,
): Promise<readonly Chosen[]> => {
  const all = await stores.people.all();
  const byId = new Map(all.map((person) => [person.id, person]));
  const school = all.filter((person) => person.id !== PROVISIONAL.id && isOfSchool(person, now));
  const unknown = again.filter((id) => !school.some((person) => person.id === id));
  if (unknown.length > 0) throw new Unfit(say(text('code-again-unknown', { ids: unknown.join(', ') })));
  const chosen = school
    .filter((person) => again.length === 0 || again.includes(person.id))
    .map((person) => ({ person, name: nameOf(person), classes: classesOf(person, byId) }))
    .filter(({ person, classes }) => (role ?? person.role) === person.role && (!ofClass || classes.includes(ofClass)))
    .sort((one, other) => one.person.id.localeCompare(other.person.id, 'ru', { numeric: true }));
  if (again.length > 0) return chosen;
  return Promise.all(
    chosen.map(async (one): Promise<Chosen> => {
      if (one.person.standing?.otherWay) return { ...one, without: 'other-way' };
      const linked = (await stores.people.accountsOf(one.person.id)).length > 0;
      return linked ? { ...one, without: 'linked' } : one;
    }),
  );
};

/** The code that is still good, else a new one. */
const issueFor = async ({ id }: Person, { stores: { codes }, vault }: Data, now: number) => {
  const issued = await codes.issueOf(id);
  const good = issued > 0 && (await codes.whose(vault.code(id, issued), now)) === id;
  const issue = good ? issued : issued + 1;
  return { person: id, issue, code: vault.code(id, issue), until: now + VALID };
};

export interface Printed extends Chosen {
  readonly code?: string;
  readonly link?: string;
}

/**
 * Codes of the chosen people, made valid from now on; those not used yet stay the same.
 * @param address where a messenger opens a dialog with the bot; without it there are no links.
 * @throws Unfit when `again` names somebody who is not of the school.
 */
export const issueCodes = async (
  choice: Choice,
  address: string | undefined,
  data: Data,
  now: number,
): Promise<readonly Printed[]> => {
  const chosen = await choose(choice, data, now);
  const issued = await Promise.all(
    chosen.filter(({ without }) => without === undefined).map(({ person }) => issueFor(person, data, now)),
  );
  await data.stores.codes.issue(issued);
  const codes = new Map(issued.map(({ person, code }) => [person, code]));
  return chosen.map((one): Printed => {
    const code = codes.get(one.person.id);
    return { ...one, ...(code && { code }), ...(code && address && { link: deepLink(address, code) }) };
  });
};
