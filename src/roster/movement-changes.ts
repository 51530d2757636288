import { shortName } from '../domain/names.js';
import { isOfSchool, type Person, STAFF, type Standing } from '../domain/person.js';
import { type Text, text } from '../domain/text.js';
import { DAY } from '../domain/time.js';
import { actOf, beginningOf, dayOf, endOf, type Movement } from './movement.js';
import { childrenOf, type Everybody, ledBy } from './movement-chats.js';
import { PROVISIONAL } from './provisional.js';

/** People as the movement leaves them, or why it cannot be. */
export type Changed =
  | { readonly ok: true; readonly people: readonly Person[] }
  | { readonly ok: false; readonly text: Text };

export interface Moment {
  readonly all: Everybody;
  /** The school's classes. */
  readonly classes: readonly string[];
  /** When it is carried out. */
  readonly at: number;
  readonly zone: string;
}

/** What is remembered of somebody who has left is kept so many days. */
const REMEMBERED = 30 * DAY;

const refuse = (words: Text): Changed => ({ ok: false, text: words });
const people = (...changed: readonly Person[]): Changed => ({ ok: true, people: changed });

/** Without standing when nothing is settled. */
const standing = (person: Person, settled: Standing): Person => {
  const { standing: _, ...roster } = person;
  return Object.keys(settled).length > 0 ? { ...roster, standing: settled } : roster;
};

/** Blocked at once; forgotten at the beginning of the thirtieth day. */
const gone = (person: Person, movement: Movement, { at, zone }: Moment): Person =>
  standing(person, {
    ...person.standing,
    left: { at, act: actOf(movement), purge: beginningOf(dayOf(at + REMEMBERED, zone), zone) },
  });

/** Whether nobody else of the school administers the platform. */
const rulesAlone = ({ id, role }: Person, { all, at }: Moment): boolean =>
  role === 'administrator' &&
  ![...all.values()].some(
    (other) =>
      other.role === 'administrator' && other.id !== id && other.id !== PROVISIONAL.id && isOfSchool(other, at),
  );

const transfer = (
  person: Person,
  { from, to }: Extract<Movement, { kind: 'transfer' }>,
  { classes }: Moment,
): Changed => {
  const [own = ''] = person.classes;
  if (!classes.includes(to)) return refuse(text('movement-class-unknown', { class: to }));
  if (own === to) return refuse(text('movement-class-same', { name: shortName(person), class: to }));
  if (from !== undefined && from !== own)
    return refuse(text('movement-class-other', { name: shortName(person), own, class: from }));
  return people({ ...person, classes: [to] });
};

/** Parents with no other child in the school leave with the pupil, unless they work there. */
const leave = (pupil: Person, movement: Movement, moment: Moment): Changed => {
  const left = gone(pupil, movement, moment);
  const after = new Map(moment.all).set(pupil.id, left);
  const parents = [...moment.all.values()].filter(
    (person) =>
      person.role === 'parent' &&
      person.children.includes(pupil.id) &&
      isOfSchool(person, moment.at) &&
      childrenOf(person, after, moment.at).length === 0,
  );
  return people(left, ...parents.map((parent) => gone(parent, movement, moment)));
};

/** Who works here no more but has a child in the school stays as a parent. */
const dismiss = (person: Person, movement: Movement, moment: Moment): Changed => {
  if (rulesAlone(person, moment)) return refuse(text('movement-last-administrator', { name: shortName(person) }));
  if (childrenOf(person, moment.all, moment.at).length === 0) return people(gone(person, movement, moment));
  const { confirmed: _, additional: __, substitutes: ___, ...kept } = person.standing ?? {};
  return people(standing({ ...person, role: 'parent', classes: [], subject: '', basis: '' }, kept));
};

/** Not gone any more; what else is settled of them stays. */
const back = (person: Person, before: Person | undefined): Person => {
  const { left: _, ...kept } = before?.standing ?? {};
  return standing(person, kept);
};

/** With a pupil who comes back come the parents who left by the same order. */
const enrol = (person: Person, { all, classes, at }: Moment): Changed => {
  const before = all.get(person.id);
  const unknown = person.classes.find((one) => !classes.includes(one));
  if (unknown !== undefined) return refuse(text('movement-class-unknown', { class: unknown }));
  if (before && isOfSchool(before, at)) return refuse(text('movement-known', { name: shortName(before) }));
  const act = before?.standing?.left?.act;
  const parents = [...all.values()].filter(
    (one) => act !== undefined && one.children.includes(person.id) && one.standing?.left?.act === act,
  );
  return people(back(person, before), ...parents.map((parent) => back(parent, parent)));
};

type StandIn = Extract<Movement, { kind: 'substitute' | 'replace' }>;

const leads = (person: Person, name: string, at: number): boolean => ledBy(person, at).includes(name);

/** Whom it replaces, in which class; there may be nobody. */
const post = (movement: StandIn, { all, at }: Moment): { readonly of?: Person; readonly class?: string } => {
  const there = [...all.values()].filter((person) => isOfSchool(person, at));
  const named = movement.person === undefined ? undefined : all.get(movement.person);
  const own = named ? ledBy(named, at) : [];
  const name = movement.class ?? (own.length === 1 ? own[0] : undefined);
  const of =
    named ?? there.find((person) => person.id !== movement.by && name !== undefined && leads(person, name, at));
  return { ...(of ? { of } : {}), ...(name === undefined ? {} : { class: name }) };
};

/** Leads this class no more; goes on teaching there when there is a subject. */
const relieved = (person: Person, name: string): Person => {
  const kept = (person.standing?.substitutes ?? []).filter((one) => one.class !== name);
  const { substitutes: _, ...rest } = person.standing ?? {};
  const after = standing(person, kept.length > 0 ? { ...rest, substitutes: kept } : rest);
  if (person.role !== 'class-teacher' || !person.classes.includes(name)) return after;
  const others = person.classes.filter((one) => one !== name);
  if (others.length > 0) return { ...after, classes: others };
  return { ...after, role: 'teacher', classes: person.subject === '' ? [] : person.classes };
};

const standIn = (movement: StandIn, moment: Moment): Changed => {
  const { all, classes, at, zone } = moment;
  const { of, class: name } = post(movement, moment);
  const by = all.get(movement.by);
  if (by === undefined || !STAFF.includes(by.role) || !isOfSchool(by, at) || by.id === of?.id)
    return refuse(text('movement-no-stand-in'));
  if (name === undefined) return refuse(text('movement-which-class'));
  if (!classes.includes(name)) return refuse(text('movement-class-unknown', { class: name }));
  if (of && !leads(of, name, at)) return refuse(text('movement-no-leader', { name: shortName(of), class: name }));
  const until = movement.kind === 'substitute' ? endOf(movement.until, zone) : undefined;
  if (until !== undefined && until <= at) return refuse(text('movement-date'));
  const others = (by.standing?.substitutes ?? []).filter((one) => one.class !== name);
  const since = movement.since === undefined ? at : beginningOf(movement.since, zone);
  const duty = { class: name, since, act: actOf(movement), ...(until === undefined ? {} : { until }) };
  const after = standing(by, { ...by.standing, substitutes: [...others, duty] });
  return movement.kind === 'replace' && of ? people(after, relieved(of, name)) : people(after);
};

/** Who is changed by a movement, and how. The one it is about comes first. */
export const changed = (movement: Movement, moment: Moment): Changed => {
  if (movement.kind === 'enrol') return enrol(movement.person, moment);
  if (movement.kind === 'substitute' || movement.kind === 'replace') return standIn(movement, moment);
  const person = moment.all.get(movement.person);
  if (person === undefined || person.id === PROVISIONAL.id)
    return refuse(text('movement-nobody', { name: movement.person }));
  if (!isOfSchool(person, moment.at)) return refuse(text('movement-left', { name: shortName(person) }));
  const staff = STAFF.includes(person.role);
  if (movement.kind === 'dismiss')
    return staff ? dismiss(person, movement, moment) : refuse(text('movement-staff-only', { name: shortName(person) }));
  if (person.role !== 'student') return refuse(text('movement-pupils-only', { name: shortName(person) }));
  return movement.kind === 'transfer' ? transfer(person, movement, moment) : leave(person, movement, moment);
};
