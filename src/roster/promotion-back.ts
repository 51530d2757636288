import type { Chat } from '../domain/chat.js';
import type { Person, Standing } from '../domain/person.js';
import type { PromotionStep } from '../domain/promotion.js';
import { type Become, byGrade, rowOn, standingOn } from './promotion.js';

type Before = NonNullable<PromotionStep['before']>;

/** What taking a promotion back comes to. Whatever was changed since by somebody else stays as it is, and is counted. */
export interface TakenBack {
  readonly people: readonly Person[];
  /** What is settled of them as it was before; null takes it away. */
  readonly standings: readonly { readonly person: string; readonly standing: Standing | null }[];
  /** Those who had left by it. */
  readonly returned: readonly string[];
  readonly chats: readonly { readonly now: Chat | undefined; readonly before: Chat }[];
  readonly approved: readonly string[];
  /** People who were changed meanwhile. */
  readonly changed: number;
}

/** The school as it is when the promotion is taken back. */
export interface Now {
  readonly people: readonly Person[];
  readonly chats: readonly Chat[];
  readonly approved: readonly string[];
}

const alike = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Only what the promotion has done goes back: what was settled since by somebody else, an expulsion too, stays. */
const settledBack = (person: Person, was: Standing, step: PromotionStep, become: Become): Standing => {
  const { left, substitutes, committee, ...rest } = person.standing ?? {};
  const ours = left?.at === step.at;
  const made = ours ? was : standingOn(was, become);
  const stands = alike(substitutes, made.substitutes) ? was.substitutes : substitutes;
  const sits = alike(committee, made.committee) ? was.committee : committee;
  const gone = ours ? was.left : left;
  return {
    ...rest,
    ...(gone && { left: gone }),
    ...(stands && { substitutes: stands }),
    ...(sits && { committee: sits }),
  };
};

/** The same year back, for those whom nobody has changed since. */
export const takeBack = (step: PromotionStep, before: Before, { people, chats, approved }: Now): TakenBack => {
  const all = new Map(people.map((person) => [person.id, person]));
  const known = new Map(chats.map((chat) => [chat.ref, chat]));
  const become: Become = new Map(step.classes);
  const made = new Set(step.classes.map(([, name]) => name));
  const left = (person: Person): boolean => person.standing?.left?.at === step.at;
  const mended = before.people.flatMap(([id, role, classes]) => {
    const person = all.get(id);
    if (person === undefined) return [];
    const expected = left(person) ? { role, classes } : rowOn({ role, classes }, become);
    const untouched = person.role === expected.role && person.classes.join() === expected.classes.join();
    return untouched ? [{ person, role, classes }] : [];
  });
  const chatsBack = before.chats.flatMap((chat) => {
    const now = known.get(chat.ref);
    const expected = chat.class === undefined ? undefined : become.get(chat.class);
    const untouched = expected === null ? now === undefined : now !== undefined && now.class === expected;
    // What was set of it since, as observing or acting, stays.
    return untouched ? [{ now, before: now && chat.class !== undefined ? { ...now, class: chat.class } : chat }] : [];
  });
  return {
    people: mended.flatMap(({ person, role, classes }) => {
      const same = person.role === role && person.classes.join() === classes.join();
      return same ? [] : [{ ...person, role, classes }];
    }),
    standings: before.standings.flatMap(([id, was]) => {
      const person = all.get(id);
      if (person === undefined) return [];
      const standing = settledBack(person, was ?? {}, step, become);
      if (alike(standing, person.standing ?? {})) return [];
      return [{ person: id, standing: Object.keys(standing).length > 0 ? standing : null }];
    }),
    returned: before.people.flatMap(([id]) => all.get(id) ?? []).flatMap((person) => (left(person) ? person.id : [])),
    chats: chatsBack,
    approved: [...new Set([...before.approved, ...approved.filter((name) => !made.has(name))])].toSorted(byGrade),
    changed: before.people.length - mended.length,
  };
};
