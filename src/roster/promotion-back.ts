import type { Chat } from '../domain/chat.js';
import type { Person, Standing } from '../domain/person.js';
import type { PromotionStep } from '../domain/promotion.js';
import { byGrade } from './promotion.js';

type Before = NonNullable<PromotionStep['before']>;

/** What taking a promotion back comes to. Whatever was changed since by somebody else stays as it is, and is counted. */
export interface TakenBack {
  readonly people: readonly Person[];
  /** What is settled of them as it was before; null takes it away. */
  readonly standings: readonly { readonly person: string; readonly standing: Standing | null }[];
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

const become = (step: PromotionStep) => new Map(step.classes);

const asPromoted = (classes: readonly string[], step: PromotionStep): string => {
  const to = become(step);
  return [...new Set(classes.flatMap((name) => (to.has(name) ? (to.get(name) ?? []) : name)))].join();
};

/** The same year back, for those whom nobody has changed since. */
export const takeBack = (step: PromotionStep, before: Before, { people, chats, approved }: Now): TakenBack => {
  const all = new Map(people.map((person) => [person.id, person]));
  const known = new Map(chats.map((chat) => [chat.ref, chat]));
  const to = become(step);
  const standings = new Map(before.standings);
  const made = new Set(step.classes.map(([, name]) => name));
  const left = (person: Person): boolean => person.standing?.left?.at === step.at;
  const found = before.people.map(([id, role, classes]) => {
    const person = all.get(id);
    const untouched = person && (left(person) || person.classes.join() === asPromoted(classes, step));
    return untouched ? { person, role, classes } : undefined;
  });
  const mended = found.flatMap((one) => one ?? []);
  const chatsBack = before.chats.flatMap((chat) => {
    const now = known.get(chat.ref);
    const expected = chat.class === undefined ? undefined : to.get(chat.class);
    return expected === null
      ? now
        ? []
        : [{ now, before: chat }]
      : now?.class === expected
        ? [{ now, before: chat }]
        : [];
  });
  return {
    people: mended.flatMap(({ person, role, classes }) => {
      const same = person.role === role && person.classes.join() === classes.join();
      return same ? [] : [{ ...person, role, classes }];
    }),
    standings: mended.flatMap(({ person }) =>
      standings.has(person.id) ? [{ person: person.id, standing: standings.get(person.id) ?? null }] : [],
    ),
    chats: chatsBack,
    approved: [...new Set([...before.approved, ...approved.filter((name) => !made.has(name))])].toSorted(byGrade),
    changed: found.length - mended.length,
  };
};
