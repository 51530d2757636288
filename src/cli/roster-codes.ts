import { printCode } from '../domain/code.js';
import type { Person, Role } from '../domain/person.js';
import { text } from '../domain/text.js';
import { DAY } from '../domain/time.js';
import type { Data } from '../main/store.js';
import { PROVISIONAL } from '../roster/provisional.js';
import { EXIT, line, type Terminal } from './terminal.js';

const VALID = 14 * DAY;

export interface Wanted {
  readonly ofClass?: string;
  readonly role?: Role;
  readonly json: boolean;
}

/** A parent belongs to the children's classes. */
const classesOf = (person: Person, byId: ReadonlyMap<string, Person>): readonly string[] => [
  ...new Set([person, ...person.children.map((id) => byId.get(id))].flatMap((one) => one?.classes ?? [])),
];

const nameOf = ({ surname, name, patronymic }: Person): string => [surname, name, patronymic].filter(Boolean).join(' ');

/** The code that is still good, else a new one. */
const issueFor = async ({ id }: Person, { stores: { codes }, vault }: Data, now: number) => {
  const issued = await codes.issueOf(id);
  const good = issued > 0 && (await codes.whose(vault.code(id, issued), now)) === id;
  const issue = good ? issued : issued + 1;
  return { person: id, issue, code: vault.code(id, issue), until: now + VALID };
};

/** One-time personal codes of the chosen people, valid from now on; those not used yet stay the same. */
export const printCodes = async ({ ofClass, role, json }: Wanted, data: Data, io: Terminal): Promise<number> => {
  const { stores, say, config } = data;
  const all = await stores.people.all();
  const byId = new Map(all.map((person) => [person.id, person]));
  const chosen = all
    .filter((person) => person.id !== PROVISIONAL.id)
    .filter((person) => role === undefined || person.role === role)
    .filter((person) => ofClass === undefined || classesOf(person, byId).includes(ofClass))
    .sort((one, other) => one.id.localeCompare(other.id, 'ru', { numeric: true }));
  const now = Date.now();
  const issued = await Promise.all(chosen.map((person) => issueFor(person, data, now)));
  await stores.codes.issue(issued);

  const cards = chosen.map((person, at) => ({
    person: person.id,
    name: nameOf(person),
    role: person.role,
    class: classesOf(person, byId).join(','),
    code: printCode(issued[at]?.code ?? ''),
    // The community's address is not known to the program.
    link: null,
    expires: new Date(now + VALID).toISOString(),
  }));
  if (json) line(io.stdout, JSON.stringify(cards, null, 2));
  const until = new Date(now + VALID).toLocaleDateString(config.LOCALE, { timeZone: config.TIME_ZONE });
  if (!json) for (const card of cards) line(io.stdout, say(text('roster-code', { ...card, link: '', until })));
  return EXIT.done;
};
