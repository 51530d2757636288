import type { Held } from '../domain/records.js';
import { roleIn } from '../membership/role-in.js';
import type { Movement } from '../roster/movement.js';
import { movementKey } from '../roster/movement.js';
import { type Planned, planMovement } from '../roster/movement-plan.js';
import type { Known } from './known.js';
import type { Permission, Scope } from './may.js';

/** A plan and what it rests on: what was settled of everybody, read before the people were. */
export interface Laid {
  readonly come: Planned;
  readonly standings: ReadonlyMap<string, Held<'standing'>>;
}

/** What a movement would come to now. */
export const lay = async (movement: Movement, known: Known): Promise<Laid> => {
  const standings = await known.records.all('standing');
  const [people, chats, classes] = await Promise.all([known.people.all(), known.chats.all(), known.people.classes()]);
  const { now, zone } = known;
  return {
    come: planMovement({ movement, people, chats, classes, roleIn, now, zone }),
    standings: new Map(standings.map((held) => [held.id, held])),
  };
};

/** The same movement, decided before. */
export const decidedBefore = async (movement: Movement, { records }: Pick<Known, 'records'>) =>
  records.get('movement', movementKey(movement));

/** What it takes to decide it: who leads a class is attached to it, all else is movement. */
export const rightToMove = (movement: Movement): { readonly permission: Permission; readonly scope: Scope } =>
  movement.kind === 'replace'
    ? { permission: 'attach-class-teacher', scope: movement.class === undefined ? {} : { class: movement.class } }
    : { permission: 'move-people', scope: {} };
