import { isOfSchool, type Person } from '../domain/person.js';
import type { Holder } from './permissions.js';

/** Somebody in one of the capacities he acts in, with the classes it is about. */
export interface Hat {
  readonly holder: Holder;
  readonly classes: readonly string[];
}

/** Who asks: somebody of the roster, the municipal curator, or an outsider. */
export type Asker = Person | 'curator' | undefined;

interface Term {
  readonly since: number;
  readonly until?: number | undefined;
}
const running = ({ since, until }: Term, now: number): boolean => since <= now && (until === undefined || now < until);

/** What a person is beside the role of the roster, at this moment. */
const besides = ({ standing }: Person, now: number): readonly Hat[] => {
  const { additional, substitutes = [], committee = [] } = standing ?? {};
  const replaced = substitutes.filter((term) => running(term, now)).map((term) => term.class);
  return [
    ...(additional && running(additional, now) ? [{ holder: 'additional', classes: [] } as const] : []),
    ...(replaced.length > 0 ? [{ holder: 'class-teacher', classes: replaced } as const] : []),
    ...(committee.length > 0 ? [{ holder: 'committee', classes: committee } as const] : []),
  ];
};

/** One to whom a child is entrusted, and a parent whom a court restricts, act for themselves only. */
export const actsForChildren = ({ standing }: Person, now: number): boolean =>
  standing?.delegate === undefined && !(standing?.restricted && standing.restricted.since <= now);

const OUTSIDER: readonly Hat[] = [
  { holder: 'outsider', classes: [] },
  { holder: 'everybody', classes: [] },
];

/** Every capacity somebody acts in; the best of them decides. Whoever has left is an outsider. */
export const hatsOf = (asker: Asker, now: number): readonly Hat[] => {
  if (asker === undefined) return OUTSIDER;
  const everybody: Hat = { holder: 'everybody', classes: [] };
  if (asker === 'curator') return [{ holder: 'curator', classes: [] }, everybody];
  if (!isOfSchool(asker, now)) return OUTSIDER;
  const school: Hat = { holder: 'school', classes: [] };
  const holder = asker.role === 'parent' && asker.standing?.delegate ? 'delegate' : asker.role;
  return [{ holder, classes: asker.classes }, ...besides(asker, now), school, everybody];
};

/** Classes that are somebody's own in one capacity or another. */
export const classesOf = (person: Person, now: number): readonly string[] =>
  [...new Set(hatsOf(person, now).flatMap(({ classes }) => classes))].sort();

/** Who acts in this capacity for a class: whoever stands in for somebody before the one of the roster. */
export const standingFor = (
  people: readonly Person[],
  holder: Holder,
  ofClass: string,
  now: number,
): Person | undefined => {
  const acting = people.filter((one) =>
    hatsOf(one, now).some((hat) => hat.holder === holder && hat.classes.includes(ofClass)),
  );
  const replacing = acting.find(({ standing }) =>
    standing?.substitutes?.some((term) => term.class === ofClass && running(term, now)),
  );
  return replacing ?? acting[0];
};
