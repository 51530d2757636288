import { z } from 'zod';
import type { Action } from '../domain/action.js';
import type { Change } from '../domain/change.js';
import type { Chat } from '../domain/chat.js';
import { type Invite, leadsTo, targetOfChat } from '../domain/invite.js';
import type { MovementKept } from '../domain/movement.js';
import { isOfSchool, type Person } from '../domain/person.js';
import { keep } from '../domain/records.js';
import { type ChatRef, dialogOf } from '../domain/refs.js';
import type { Text } from '../domain/text.js';
import { HOUR } from '../domain/time.js';
import { endOf, type Move } from '../roster/movement.js';
import { ledBy } from '../roster/movement-chats.js';
import type { MovementPlan } from '../roster/movement-plan.js';
import { withdrawInvitesOf } from './invites-end.js';
import { issue } from './invites-issue.js';
import type { Known } from './known.js';
import type { Laid } from './movement.js';
import { seats } from './people-seats.js';
import { dialogsOf, type Reached } from './people-who.js';
import { notBeforeNow } from './quiet.js';

interface Done {
  readonly actions: readonly Action[];
  readonly changes: readonly Change[];
}

const together = (parts: readonly Done[]): Done => ({
  actions: parts.flatMap(({ actions }) => actions),
  changes: parts.flatMap(({ changes }) => changes),
});

/** Whoever has left sits nowhere any more; the others leave what is no longer theirs. */
const shownOut = async (moves: readonly Move[], known: Known): Promise<readonly Action[]> => {
  const accountsOf = async (some: readonly Move[]) =>
    (await Promise.all(some.map(async ({ after }) => known.people.accountsOf(after.id)))).flat();
  const gone = moves.filter(({ after }) => after.standing?.left !== undefined);
  const staying = moves.filter(({ after, leaves }) => after.standing?.left === undefined && leaves.length > 0);
  const out = gone.length === 0 ? [] : await seats(await accountsOf(gone), known);
  const parts = await Promise.all(staying.map(async (move) => seats(await accountsOf([move]), known, move.leaves)));
  return [...out, ...parts.flat()];
};

const lost = (moves: readonly Move[]) => (invite: Invite) => {
  const move = moves.find(({ after }) => after.id === invite.person);
  if (move === undefined) return false;
  const { before, after, leaves } = move;
  const out = before?.classes.filter((name) => !after.classes.includes(name)) ?? [];
  return (
    after.standing?.left !== undefined ||
    leaves.some((chat) => leadsTo(invite, chat)) ||
    (invite.class !== undefined && out.includes(invite.class))
  );
};

/** The class teacher hands the invites over; whoever has decided the movement, when there is none. */
const issuerOf = async (
  chat: Chat,
  about: readonly string[],
  people: readonly Person[],
  by: string,
  known: Known,
): Promise<Reached | undefined> => {
  const leads = (one: Person) =>
    isOfSchool(one, known.now) && chat.class !== undefined && ledBy(one, known.now).includes(chat.class);
  const leaders = people.filter((one) => leads(one) && !about.includes(one.id));
  const [first] = await dialogsOf([...leaders, ...people.filter(({ id }) => id === by)], known);
  return first;
};

/** Somebody who is to come into a chat. */
interface Coming {
  readonly person: Person;
  readonly chat: Chat;
}

const invited = async (
  coming: readonly Coming[],
  by: string,
  spent: ReadonlySet<string>,
  known: Known,
): Promise<Done> => {
  const people = await known.people.all();
  const chats = new Map(coming.map(({ chat }) => [chat.ref, chat]));
  const parts: Done[] = [];
  for (const chat of chats.values()) {
    const persons = coming.filter((one) => one.chat.ref === chat.ref).map(({ person }) => person);
    const after = people.map((one) => persons.find(({ id }) => id === one.id) ?? one);
    const about = persons.map(({ id }) => id);
    const to = await issuerOf(chat, about, after, by, known);
    if (to === undefined) continue;
    const whom = await Promise.all(
      persons.map(async (person) => ({ person, accounts: await known.people.accountsOf(person.id) })),
    );
    const given = { target: targetOfChat(chat), fresh: false, spent, issuer: to.person.id, to: to.to };
    parts.push(await issue({ chat, people: whom, inside: 0, otherWay: 0, open: 0 }, given, known));
  }
  return together(parts);
};

interface Notice {
  readonly to: string;
  readonly text: Text;
}

const noticed = async (notices: readonly Notice[], { people }: Known): Promise<readonly Action[]> => {
  const found = await Promise.all(
    notices.map(async ({ to, text }) =>
      (await people.accountsOf(to)).map((account): Action => ({ do: 'send', to: dialogOf(account), text })),
    ),
  );
  return found.flat();
};

/** Said of a movement once it is done: it may have to wait until morning, so it can be put aside as plain data. */
export const MovementWords = z.object({
  by: z.string(),
  joins: z.array(z.object({ person: z.string(), chat: z.custom<ChatRef>((ref) => typeof ref === 'string') })),
  notices: z.array(z.object({ to: z.string(), text: z.custom<Text>((one) => typeof one === 'object') })),
});
type MovementWords = z.output<typeof MovementWords>;

const wordsOf = ({ moves, notices }: MovementPlan, { by, quiet }: MovementKept): MovementWords => ({
  by,
  joins: moves
    .filter(({ after }) => !after.standing?.otherWay)
    .flatMap(({ after, joins }) => joins.map(({ ref }) => ({ person: after.id, chat: ref }))),
  notices: notices.filter(({ kind }) => !quiet || kind !== 'farewell').map(({ to, text }) => ({ to, text })),
});

/** What is not written yet while a movement is carried out: people as it leaves them, and codes that it spends. */
interface Unwritten {
  readonly people: readonly Person[];
  readonly spent: ReadonlySet<string>;
}

/** Invites and notices. */
export const speak = async (
  { by, joins, notices }: MovementWords,
  known: Known,
  { people: changed, spent }: Unwritten = { people: [], spent: new Set() },
): Promise<Done> => {
  const chats = new Map((await known.chats.all()).map((chat) => [chat.ref, chat]));
  const found = await Promise.all(
    joins.map(async ({ person: id, chat: ref }) => {
      const [person, chat] = [changed.find((one) => one.id === id) ?? (await known.people.find(id)), chats.get(ref)];
      return person && chat && isOfSchool(person, known.now) ? [{ person, chat }] : [];
    }),
  );
  const come = await invited(found.flat(), by, spent, known);
  return { actions: [...(await noticed(notices, known)), ...come.actions], changes: come.changes };
};

/** At once, or in the morning: a movement may begin at midnight. */
const spoken = async (
  plan: MovementPlan,
  kept: MovementKept,
  withdrawn: Pick<Done, 'changes'>,
  known: Known,
): Promise<Done> => {
  const words = wordsOf(plan, kept);
  const at = await notBeforeNow(known);
  const people = plan.moves.map(({ after }) => after);
  const spent = new Set(withdrawn.changes.flatMap((one) => (one.put === 'used-code' ? [one.code] : [])));
  if (at <= known.now) return speak(words, known, { people, spent });
  const timer = {
    key: `movement-words:${plan.key}`,
    at,
    job: 'movement-words',
    data: { words: JSON.stringify(words) },
  };
  return { actions: [], changes: [{ put: 'timer', timer }] };
};

/** At the end of a time of standing in the chats of the class are left again. */
const ending = (id: string, { movement }: MovementKept, { zone }: Known): readonly Change[] =>
  movement.kind === 'substitute'
    ? [
        {
          put: 'timer',
          timer: {
            key: `movement-end:${id}`,
            at: endOf(movement.until, zone),
            job: 'movement-end',
            data: { movement: id },
          },
        },
      ]
    : [];

/** Whoever has left is forgotten on the day they were told, at this hour of the night; whoever has come back is not. */
const FORGOTTEN = 3 * HOUR;

const forgetting = ({ standings }: MovementPlan): readonly Change[] =>
  standings.map(({ person, standing }): Change => {
    const key = `purge:${person}`;
    if (standing?.left === undefined) return { put: 'no-timer', key };
    return { put: 'timer', timer: { key, at: standing.left.purge + FORGOTTEN, job: 'purge', data: { person } } };
  });

/** Objections go on from whoever may not decide them any more. */
const objectionsOf = ({ key, moves }: MovementPlan, { now }: Known): readonly Change[] => {
  const people = moves.map(({ after }) => after.id).join(' ');
  return [{ put: 'timer', timer: { key: `appeals-pass:${key}`, at: now, job: 'appeals-pass', data: { people } } }];
};

/** Carries a plan out: the roster, what is settled, invites, chats, and who hears of it. Never a word in a group. */
export const carryOut = async (
  plan: MovementPlan,
  kept: MovementKept,
  { standings, version }: Pick<Laid, 'standings' | 'version'>,
  known: Known,
): Promise<Done> => {
  const { moves } = plan;
  const withdrawn = await withdrawInvitesOf(
    moves.map((move) => move.after.id),
    known,
    lost(moves),
  );
  const out = await shownOut(moves, known);
  const changes: readonly Change[] = [
    // A promotion or a list loaded at the same moment moves the same people.
    { put: 'unchanged', of: 'people', version },
    ...plan.people.map((person): Change => ({ put: 'person', person })),
    ...plan.standings.map(({ person, standing }) => keep('standing', person, standing, standings.get(person))),
    keep(
      'movement',
      plan.key,
      { ...kept, state: 'done', at: known.now },
      await known.records.get('movement', plan.key),
    ),
    ...ending(plan.key, kept, known),
    ...objectionsOf(plan, known),
    ...forgetting(plan),
  ];
  return together([{ actions: out, changes }, withdrawn, await spoken(plan, kept, withdrawn, known)]);
};
