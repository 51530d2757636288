import type { Action } from '../domain/action.js';
import type { Change } from '../domain/change.js';
import type { Chat } from '../domain/chat.js';
import { type Invite, leadsTo, targetOfChat } from '../domain/invite.js';
import type { MovementKept } from '../domain/movement.js';
import { isOfSchool, type Person } from '../domain/person.js';
import { keep } from '../domain/records.js';
import { dialogOf } from '../domain/refs.js';
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

interface Done {
  readonly actions: readonly Action[];
  readonly changes: readonly Change[];
}

const together = (parts: readonly Done[]): Done => ({
  actions: parts.flatMap(({ actions }) => actions),
  changes: parts.flatMap(({ changes }) => changes),
});

/** Whoever has left sits nowhere any more; the others leave what is no longer theirs. */
const shownOut = async ({ after, leaves }: Move, known: Known): Promise<readonly Action[]> => {
  const gone = after.standing?.left !== undefined;
  if (!gone && leaves.length === 0) return [];
  return seats(await known.people.accountsOf(after.id), known, gone ? undefined : leaves);
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

const invited = async (moves: readonly Move[], people: readonly Person[], by: string, known: Known): Promise<Done> => {
  const chats = new Map(moves.flatMap(({ joins }) => joins.map((chat) => [chat.ref, chat] as const)));
  const parts: Done[] = [];
  for (const chat of chats.values()) {
    const coming = moves.filter(({ joins, after }) => joins.includes(chat) && !after.standing?.otherWay);
    const about = coming.map(({ after }) => after.id);
    const to = await issuerOf(chat, about, people, by, known);
    if (to === undefined || coming.length === 0) continue;
    const whom = await Promise.all(
      coming.map(async ({ after }) => ({ person: after, accounts: await known.people.accountsOf(after.id) })),
    );
    const target = targetOfChat(chat);
    const given = { target, fresh: false, issuer: to.person.id, to: to.to };
    parts.push(await issue({ chat, people: whom, inside: 0, otherWay: 0, open: 0 }, given, known));
  }
  return together(parts);
};

const noticed = async ({ notices }: MovementPlan, quiet: boolean, { people }: Known): Promise<readonly Action[]> => {
  const said = notices.filter(({ kind }) => !quiet || kind !== 'farewell');
  const found = await Promise.all(
    said.map(async ({ to, text }) =>
      (await people.accountsOf(to)).map((account): Action => ({ do: 'send', to: dialogOf(account), text })),
    ),
  );
  return found.flat();
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

const forgetting = ({ standings, people }: MovementPlan): readonly Change[] => [
  ...standings.flatMap(({ person, standing }): readonly Change[] => {
    if (standing?.left === undefined) return [];
    const at = standing.left.purge + FORGOTTEN;
    return [{ put: 'timer', timer: { key: `purge:${person}`, at, job: 'purge', data: { person } } }];
  }),
  ...people.flatMap(({ id, standing }): readonly Change[] =>
    standing?.left === undefined ? [{ put: 'no-timer', key: `purge:${id}` }] : [],
  ),
];

/** Carries a plan out: the roster, what is settled, invites, chats, and who hears of it. Never a word in a group. */
export const carryOut = async (
  plan: MovementPlan,
  kept: MovementKept,
  standings: Laid['standings'],
  known: Known,
): Promise<Done> => {
  const { moves } = plan;
  const after = new Map((await known.people.all()).map((one) => [one.id, one]));
  for (const move of moves) after.set(move.after.id, move.after);
  const withdrawn = await withdrawInvitesOf(
    moves.map((move) => move.after.id),
    known,
    lost(moves),
  );
  const out = await Promise.all(moves.map(async (move) => shownOut(move, known)));
  const changes: readonly Change[] = [
    ...plan.people.map((person): Change => ({ put: 'person', person })),
    ...plan.standings.map(({ person, standing }) => keep('standing', person, standing, standings.get(person))),
    keep(
      'movement',
      plan.key,
      { ...kept, state: 'done', at: known.now },
      await known.records.get('movement', plan.key),
    ),
    ...ending(plan.key, kept, known),
    ...forgetting(plan),
  ];
  return together([
    { actions: [...out.flat(), ...(await noticed(plan, kept.quiet, known))], changes },
    withdrawn,
    await invited(moves, [...after.values()], kept.by, known),
  ]);
};
