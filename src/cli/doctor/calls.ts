import type { Say } from '../../app/say.js';
import { isOfSchool, type Person, type Role } from '../../domain/person.js';
import { text } from '../../domain/text.js';
import type { Stores } from '../../ports/stores.js';
import { standingFor } from '../../regulation/permissions-hats.js';
import { advice, bad, type Finding, good } from './finding.js';

/** Whoever is called when somebody may be in danger, besides the class teachers: one of them at least. */
const CALLED: readonly Role[] = ['psychologist', 'deputy', 'director', 'administrator'];

type Looked = Pick<Stores, 'people' | 'chats' | 'records'>;

const reached = async (people: readonly Person[], stores: Looked): Promise<readonly Person[]> => {
  const accounts = await Promise.all(people.map(async ({ id }) => stores.people.accountsOf(id)));
  return people.filter((_, at) => (accounts[at]?.length ?? 0) > 0);
};

/** Classes with chats, whose teacher the bot cannot write to. */
const without = async (all: readonly Person[], stores: Looked, now: number): Promise<readonly string[]> => {
  const classes = [...new Set((await stores.chats.all()).flatMap((chat) => chat.class ?? []))].sort();
  const teachers = classes.map((one) => standingFor(all, 'class-teacher', one, now));
  const there = new Set(
    (
      await reached(
        teachers.flatMap((one) => one ?? []),
        stores,
      )
    ).map(({ id }) => id),
  );
  return classes.filter((_, at) => !there.has(teachers[at]?.id ?? ''));
};

/** Whether anybody would answer an urgent call, and whether one waits for somebody to take it. */
export const lookAtCalls = async (stores: Looked, say: Say, now: number): Promise<readonly Finding[]> => {
  const all = (await stores.people.all()).filter((one) => isOfSchool(one, now));
  // Before the list of the school and its first chat there is nobody to call, and nothing to call for.
  if (all.length === 0 || (await stores.chats.all()).length === 0) return [];
  const [able, classes, emergencies] = await Promise.all([
    reached(
      all.filter(({ role }) => CALLED.includes(role)),
      stores,
    ),
    without(all, stores, now),
    stores.records.all('emergency'),
  ]);
  const name = say(text('doctor-calls'));
  const mend = say(text('doctor-calls-mend'));
  const waiting = emergencies.filter(({ value }) => value.taken === undefined && value.closed === undefined).length;
  return [
    able.length === 0
      ? bad(name, say(text('doctor-calls-nobody')), mend)
      : good(name, say(text('doctor-calls-able', { count: able.length }))),
    ...(classes.length > 0
      ? [advice(name, say(text('doctor-calls-classes', { classes: classes.join(', ') })), mend)]
      : []),
    ...(waiting > 0
      ? [bad(name, say(text('doctor-calls-waiting', { count: waiting })), say(text('doctor-calls-take')))]
      : []),
  ];
};
