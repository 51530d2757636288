import { z } from 'zod';
import type { ChatRules, Clause, Edition } from './edition.js';

/** What the bot does for a clause, who does it, and which test shows it: `policies/<school>/served.yaml`. */
export const ServedFile = z.array(
  z.strictObject({
    /** `4.2`, a bullet `4.2-d`, or a point of the chat rules `chat-rules 1`. */
    clause: z.string().min(1),
    does: z.string().min(1),
    /** `rule obscene`, `command clause` or a room of the program. */
    by: z.string().regex(/^(?:rule|command|room) [a-z-]+$/, 'is not «rule …», «command …» or «room …»'),
    test: z.string().regex(/^test\/.+\.test\.ts$/, 'is not a test file'),
  }),
);
export type Served = z.output<typeof ServedFile>[number];

export interface Row {
  readonly clause: string;
  readonly text: string;
  readonly served: readonly Served[];
}

const bulletsOf = (prefix: string, clause: Clause): readonly Omit<Row, 'served'>[] =>
  clause.bullets.length === 0
    ? [{ clause: `${prefix}${clause.id}`, text: clause.text ?? '' }]
    : clause.bullets.map(({ id, text }) => ({ clause: `${prefix}${clause.id}-${id}`, text }));

/** Every clause, or bullet where a clause has them, with what serves it; none is left out. */
export const rowsOf = (edition: Edition, chatRules: ChatRules | undefined, served: readonly Served[]): readonly Row[] =>
  [
    ...edition.clauses.flatMap((clause) => bulletsOf('', clause)),
    ...(chatRules?.clauses ?? []).flatMap((clause) => bulletsOf('chat-rules ', clause)),
  ].map((row) => ({ ...row, served: served.filter(({ clause }) => clause === row.clause) }));
