import { z } from 'zod';
import type { ChatRules, Clause, Edition } from './edition.js';

const clause = z.string().min(1, 'defect-empty');
const words = z.string().trim().min(1, 'defect-empty');

const served = z.strictObject({
  /** `4.2`, a bullet `4.2-d`, a requisite `0-a`, or a point of the chat rules `chat-rules 1`. */
  clause,
  does: words,
  /** `rule obscene`, `command clause`, or a room of the program: `room regulation`, `room storage/policy`. */
  by: z.string().regex(/^(?:rule|command) [a-z-]+$|^room [a-z-]+(?:\/[a-z-]+)*$/, 'defect-by'),
  test: z.string().regex(/^test\/.+\.test\.ts$/, 'defect-test'),
});
/** A program cannot do it; the reason. */
const impossible = z.strictObject({ clause, cannot: words });
/** It waits for a later piece of work; which. */
const later = z.strictObject({ clause, later: words });

/** What the bot does for each clause, who does it, and which test shows it: `policies/<school>/served.yaml`. */
export const ServedFile = z.array(z.union([served, impossible, later], { error: 'defect-served' }));
export type Served = z.output<typeof ServedFile>[number];

export interface Row {
  readonly clause: string;
  readonly text: string;
  readonly served: readonly Served[];
}
type Known = Omit<Row, 'served'>;

const rowsOfClause = (prefix: string, { id, text, bullets }: Clause): readonly Known[] =>
  bullets.length === 0
    ? [{ clause: `${prefix}${id}`, text: text ?? '' }]
    : bullets.map((one) => ({ clause: `${prefix}${id}-${one.id}`, text: one.text }));

/** What adopted the edition, in the order of a title page; the stamp is how its file is known again. */
const requisiteRows = ({ requisites: { accepted, agreed, order, stamp } }: Edition): readonly Known[] =>
  [
    accepted && Object.values(accepted),
    agreed && Object.values(agreed),
    Object.values(order),
    stamp && [stamp.signature],
  ]
    .map((words, at) => ({ clause: `0-${'abcd'.charAt(at)}`, text: words?.join(', ') ?? '' }))
    .filter(({ text }) => text !== '');

/** In the order of numbers, so that a number left out stands where it is missed. */
const inOrder = (rows: readonly Known[]): readonly Known[] =>
  rows.toSorted((a, b) => a.clause.localeCompare(b.clause, 'ru', { numeric: true }));

/** Every clause, or bullet where a clause has them, with what is said of it; none is left out. */
export const rowsOf = (edition: Edition, chatRules: ChatRules | undefined, said: readonly Served[]): readonly Row[] =>
  [
    ...requisiteRows(edition),
    ...inOrder([
      ...edition.clauses.flatMap((one) => rowsOfClause('', one)),
      ...edition.gaps.map(({ id, remark }) => ({ clause: id, text: remark })),
    ]),
    ...(chatRules?.clauses ?? []).flatMap((one) => rowsOfClause('chat-rules ', one)),
  ].map((row) => ({ ...row, served: said.filter(({ clause: id }) => id === row.clause) }));
