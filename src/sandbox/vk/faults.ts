import { z } from 'zod';
import { type Faults as AllFaults, broken, span } from '../faults.js';

/** A misfortune of VK that can be ordered. */
export const Fault = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('poll'), failed: z.union([z.literal(1), z.literal(2), z.literal(3)]), ...span }),
  z.object({
    kind: z.literal('call'),
    /** A method's name, or `*`. */
    method: z.string(),
    answer: z.union([z.number().int().positive(), broken]),
    /** `after`: the call takes effect and only its answer is lost. */
    when: z.enum(['before', 'after']).exactOptional(),
    ...span,
  }),
  z.object({ kind: z.literal('outage'), answer: broken, ...span }),
  z.object({ kind: z.enum(['payload', 'unknown', 'repeat', 'reorder']), ...span }),
]);
export type Fault = z.output<typeof Fault>;
export type Faults = AllFaults<Fault>;
