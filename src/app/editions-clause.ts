import { type Text, text } from '../domain/text.js';
import { clauseOf, editionAt, type Quoted } from '../regulation/cite.js';
import { shownDate } from './acknowledging.js';
import { chapterOf } from './editions-archive.js';
import type { Known } from './known.js';

type Looked = Pick<Known, 'policy' | 'now'>;

/** Numbers offered when there is none as typed. */
const NEAR = 3;

const lastNumber = (id: string): number => Number(id.split('.').at(-1));

/** Clauses of the same section nearest to a number that is not there. */
export const nearClauses = (id: string, { policy, now }: Looked): readonly string[] => {
  const section = id.slice(0, Math.max(0, id.lastIndexOf('.'))) || id;
  const same = (editionAt(policy, now)?.clauses ?? []).filter((clause) => clause.id.startsWith(`${section}.`));
  const distance = (other: string) => Math.abs(lastNumber(other) - (section === id ? 1 : lastNumber(id)));
  return same
    .map((clause) => clause.id)
    .toSorted((a, b) => distance(a) - distance(b))
    .slice(0, NEAR)
    .toSorted((a, b) => lastNumber(a) - lastNumber(b));
};

/** What is said of a number that the regulation does not have. */
export const noClause = (id: string, looked: Looked): Text => {
  const near = nearClauses(id, looked);
  return near.length === 0
    ? text('clause-unknown', { id })
    : text('clause-unknown-near', { id, near: near.join(', '), count: near.length });
};

/** A clause as another edition has it, with that edition's stage; a text to say when there is none. */
export const clauseThen = (
  id: string,
  date: string,
  looked: Looked,
): { readonly clause: Quoted; readonly stage: string; readonly lapsed: string } | Text => {
  const chapter = chapterOf(date, looked);
  if (chapter === undefined) return text('regulation-no-edition', { date: shownDate(date) });
  const clause = clauseOf(chapter.edition, id);
  if (clause === null) return text('clause-unknown-then', { id, date: shownDate(date) });
  return { clause, stage: chapter.stage, lapsed: chapter.lapsed === undefined ? '' : shownDate(chapter.lapsed) };
};
