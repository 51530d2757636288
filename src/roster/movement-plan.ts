import type { Chat } from '../domain/chat.js';
import { isOfSchool, type Person, type Standing } from '../domain/person.js';
import { type Text, text } from '../domain/text.js';
import { beginningOf, dayOf, type Move, type Movement, movementKey, printDay } from './movement.js';
import { changed } from './movement-changes.js';
import { chatsFor, type Everybody, everybody, ledBy, type RoleIn } from './movement-chats.js';
import { told } from './movement-preview.js';

export interface MovementInput {
  readonly movement: Movement;
  readonly people: readonly Person[];
  /** The registered chats. */
  readonly chats: readonly Chat[];
  /** The school's classes as approved; none: those that somebody is in. */
  readonly classes: readonly string[];
  readonly roleIn: RoleIn;
  readonly now: number;
  readonly zone: string;
}

/** Said in a dialog once it is done, never in a group. */
export interface MovementNotice {
  readonly to: string;
  /** `farewell` may be left out by the administrator. */
  readonly kind: 'class' | 'duty' | 'farewell';
  readonly text: Text;
}

export interface MovementPlan {
  /** Carried out once under this key. Made of ids: keep it as a pseudonym. */
  readonly key: string;
  /** Nothing changes before; a later plan of the same movement, made at that moment, is then the true one. */
  readonly begins: number;
  /** The movement's person first, then parents and whoever else is concerned. */
  readonly moves: readonly Move[];
  /** To be put: what the roster holds of them is new. */
  readonly people: readonly Person[];
  /** To be kept: what is settled of them is new; `null` takes it away. */
  readonly standings: readonly { readonly person: string; readonly standing: Standing | null }[];
  readonly preview: Text;
  readonly notices: readonly MovementNotice[];
}

export type Planned = { readonly ok: true; readonly plan: MovementPlan } | { readonly ok: false; readonly text: Text };

const without = (chats: readonly Chat[], others: readonly Chat[]): readonly Chat[] => {
  const refs = new Set(others.map(({ ref }) => ref));
  return chats.filter(({ ref }) => !refs.has(ref));
};

/** Those who are changed, and parents of those. */
const concerned = (before: Everybody, people: readonly Person[]): readonly string[] => {
  const ids = people.map(({ id }) => id);
  const parents = [...before.values()].filter(({ children }) => children.some((child) => ids.includes(child)));
  return [...new Set([...ids, ...parents.map(({ id }) => id)])];
};

const rosterOf = ({ standing: _, ...roster }: Person): string => JSON.stringify(roster);

const standingsOf = (moves: readonly Move[]): MovementPlan['standings'] =>
  moves.flatMap(({ before, after }) =>
    JSON.stringify(before?.standing) === JSON.stringify(after.standing)
      ? []
      : [{ person: after.id, standing: after.standing ?? null }],
  );

/** Class teachers, and who stands in for them. */
const leadersOf = (name: string, all: Everybody, at: number): readonly Person[] =>
  [...all.values()].filter((person) => isOfSchool(person, at) && ledBy(person, at).includes(name));

/** Numbers only: names of the class are for its list. */
const classNotices = (
  movement: Movement,
  [about]: readonly Move[],
  all: Everybody,
  at: number,
): readonly MovementNotice[] => {
  const to = (name: string, words: Text) =>
    leadersOf(name, all, at).map(({ id }): MovementNotice => ({ to: id, kind: 'class', text: words }));
  const out = about?.before?.classes ?? [];
  const into = about?.after.classes ?? [];
  if (about?.after.role !== 'student') return [];
  switch (movement.kind) {
    case 'transfer':
      return [
        ...out.flatMap((name) => to(name, text('movement-notice-moved', { class: movement.to, count: 1 }))),
        ...into.flatMap((name) => to(name, text('movement-notice-came', { count: 1 }))),
      ];
    case 'leave':
      return out.flatMap((name) => to(name, text('movement-notice-left', { count: 1 })));
    case 'enrol':
      return into.flatMap((name) => to(name, text('movement-notice-came', { count: 1 })));
    case 'dismiss':
    case 'substitute':
    case 'replace':
      return [];
  }
};

/** To whoever begins or ends leading a class. */
const dutyNotices = (moves: readonly Move[], at: number): readonly MovementNotice[] =>
  moves.flatMap(({ before, after }) => {
    const [was, is] = [before ? ledBy(before, at) : [], isOfSchool(after, at) ? ledBy(after, at) : []];
    const to = (key: 'movement-notice-leads' | 'movement-notice-relieved', names: readonly string[]) =>
      names.map((name): MovementNotice => ({ to: after.id, kind: 'duty', text: text(key, { class: name }) }));
    if (after.standing?.left) return [];
    return [
      ...to(
        'movement-notice-leads',
        is.filter((name) => !was.includes(name)),
      ),
      ...to(
        'movement-notice-relieved',
        was.filter((name) => !is.includes(name)),
      ),
    ];
  });

const farewells = (moves: readonly Move[], zone: string): readonly MovementNotice[] =>
  moves.flatMap(({ before, after }) => {
    const left = after.standing?.left;
    if (left === undefined || before?.standing?.left) return [];
    const until = printDay(dayOf(left.purge, zone));
    return [{ to: after.id, kind: 'farewell', text: text('movement-farewell', { until }) } as const];
  });

/**
 * What a movement comes to, before anything is done: who is changed and how, which chats each leaves, joins and stays in, and
 * what to say (SC-09). Clause 3.3 of school-21, 2.1 of oosh-19.
 */
export const planMovement = ({ movement, people, chats, classes, roleIn, now, zone }: MovementInput): Planned => {
  const begins = movement.since === undefined ? now : Math.max(now, beginningOf(movement.since, zone));
  const before = everybody(people);
  const existing = classes.length > 0 ? classes : [...new Set(people.flatMap((person) => person.classes))];
  const come = changed(movement, { all: before, classes: existing, at: begins, zone });
  if (!come.ok) return come;

  const after = new Map([...before, ...come.people.map((person) => [person.id, person] as const)]);
  const look = { chats, roleIn, at: begins };
  const moves = concerned(before, come.people).flatMap((id): Move[] => {
    const [was, is] = [before.get(id), after.get(id)];
    if (is === undefined) return [];
    const [old, fresh] = [was ? chatsFor(was, before, look) : [], chatsFor(is, after, look)];
    const [leaves, joins] = [without(old, fresh), without(fresh, old)];
    return [{ ...(was ? { before: was } : {}), after: is, leaves, joins, stays: without(fresh, joins) }];
  });
  const plan = {
    ...{ key: movementKey(movement), begins, moves, standings: standingsOf(moves) },
    people: moves.flatMap((move) =>
      move.before && rosterOf(move.before) === rosterOf(move.after) ? [] : [move.after],
    ),
    notices: [
      ...classNotices(movement, moves, after, begins),
      ...dutyNotices(moves, begins),
      ...farewells(moves, zone),
    ],
  };
  const preview = told({ moves, after, at: begins, zone, ...(begins > now ? { begins } : {}) });
  return { ok: true, plan: { ...plan, preview } };
};
