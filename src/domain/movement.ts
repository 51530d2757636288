import { z } from 'zod';
import { RosterRow } from './person.js';

const ordered = {
  order: z.object({ number: z.string(), date: z.string() }),
  since: z.string().exactOptional(),
};

/** What an order changes about the school's people: `Movement` of the roster, as it waits for an answer or for its day. */
export const MovementData = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('enrol'), person: RosterRow, ...ordered }),
  z.object({
    kind: z.literal('transfer'),
    person: z.string(),
    from: z.string().exactOptional(),
    to: z.string(),
    ...ordered,
  }),
  z.object({ kind: z.literal('leave'), person: z.string(), ...ordered }),
  z.object({ kind: z.literal('dismiss'), person: z.string(), ...ordered }),
  z.object({
    kind: z.literal('substitute'),
    person: z.string(),
    by: z.string(),
    class: z.string().exactOptional(),
    until: z.string(),
    ...ordered,
  }),
  z.object({
    kind: z.literal('replace'),
    person: z.string().exactOptional(),
    by: z.string(),
    class: z.string().exactOptional(),
    ...ordered,
  }),
]);

/** A movement that was decided, by its key: carried out once. */
export const MovementRecord = z.object({
  movement: MovementData,
  /** `waiting`: its day has not come. */
  state: z.enum(['waiting', 'done']),
  by: z.string(),
  /** When it was decided, later when it was carried out. */
  at: z.number(),
  begins: z.number(),
  /** Whoever leaves is told nothing by the bot. */
  quiet: z.boolean(),
});
export type MovementKept = z.output<typeof MovementRecord>;

/** What was destroyed in one go, and waits for its act: the number is the id, `1/2026-У`. */
export const DestructionRecord = z.object({ at: z.number(), people: z.number() });
