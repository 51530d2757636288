import { z } from 'zod';
import { type Faults as AllFaults, broken, span } from '../faults.js';

/** Telegram's no, ordered. */
const Failure = z.object({
  ok: z.literal(false),
  error_code: z.number().int(),
  description: z.string(),
  parameters: z
    .object({ retry_after: z.number().int().exactOptional(), migrate_to_chat_id: z.number().int().exactOptional() })
    .exactOptional(),
});

/** A misfortune of Telegram that can be ordered. */
export const Fault = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('call'),
    /** A method's name, or `*`. */
    method: z.string(),
    answer: z.union([Failure, broken]),
    /** `after`: the call takes effect and only its answer is lost. */
    when: z.enum(['before', 'after']).exactOptional(),
    ...span,
  }),
  z.object({ kind: z.literal('outage'), answer: broken, ...span }),
  z.object({ kind: z.enum(['payload', 'unknown', 'repeat', 'download']), ...span }),
]);
export type Fault = z.output<typeof Fault>;
export type Faults = AllFaults<Fault>;
