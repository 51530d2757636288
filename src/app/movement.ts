import type { Held } from '../domain/records.js';
import { roleIn } from '../membership/role-in.js';
import type { Movement } from '../roster/movement.js';
import { movementKey } from '../roster/movement.js';
import { type Planned, planMovement } from '../roster/movement-plan.js';
import type { Known } from './known.js';
import type { Permission, Scope } from './may.js';

/** A plan and what it rests on: what was settled of everybody, read before the people were, and which people these were. */
export interface Laid {
  readonly come: Planned;
  readonly standings: ReadonlyMap<string, Held<'standing'>>;
  readonly version: string;
}

/** What a movement would come to now. */
export const lay = async (movement: Movement, known: Known): Promise<Laid> => {
  const version = await known.people.version();
  const standings = await known.records.all('standing');
  const [people, chats, classes] = await Promise.all([known.people.all(), known.chats.all(), known.people.classes()]);
  const { now, zone } = known;
  return {
    come: planMovement({ movement, people, chats, classes, roleIn, now, zone }),
    standings: new Map(standings.map((held) => [held.id, held])),
    version,
  };
};

/** The same movement, decided before. */
export const decidedBefore = async (movement: Movement, { records }: Pick<Known, 'records'>) =>
  records.get('movement', movementKey(movement));

/** The class it is about: of the pupil, or of whoever is stood in for. */
const classOf = async (movement: Movement, { people }: Pick<Known, 'people'>): Promise<string | undefined> => {
  if (movement.kind === 'enrol') return movement.person.classes[0];
  const named = movement.kind === 'substitute' || movement.kind === 'replace' ? movement.class : undefined;
  const id = movement.person;
  return named ?? (id === undefined ? undefined : (await people.find(id))?.classes[0]);
};

/** What it takes to decide it: who leads a class is attached to it, all else is movement. */
export const rightToMove = async (
  movement: Movement,
  known: Pick<Known, 'people'>,
): Promise<{ readonly permission: Permission; readonly scope: Scope }> => {
  const ofClass = await classOf(movement, known);
  return {
    permission: movement.kind === 'replace' ? 'attach-class-teacher' : 'move-people',
    scope: ofClass === undefined ? {} : { class: ofClass },
  };
};
