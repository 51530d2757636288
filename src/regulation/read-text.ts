import { text } from '../domain/text.js';
import type { Defect } from './defect.js';
import { DraftFile, type Edition } from './edition.js';
import { readEdition } from './read.js';
import { LIMIT } from './tree.js';

/** «4.2. Участники обязаны…»: a clause begins; «п. 4.2» within a sentence begins none. */
const CLAUSE = /^(?:пункт\s+|п\.\s*)?(\d{1,2}(?:\.\d{1,3})+)\.?[\s)]+(.+)$/iu;
/** «4. Права и обязанности», «IV. …» has no number of ours. */
const SECTION = /^(?:раздел\s+)?(\d{1,2})\.?\s+(\p{Lu}[^;]{2,200})$/iu;
const BULLET = /^(\s*)(?:[-–—•*·]|[а-яa-z]\))\s+(.+)$/iu;

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

interface Part {
  readonly id: string;
  readonly lead: string[];
  readonly bullets: { id: string; text: string }[];
}

/** `a`, `b`, …; within bullet `f` `f1`, `f2`; sentences between bullets `0`, `0a`, `0b`. */
const bulletId = (kind: 'bullet' | 'within' | 'sentence', { bullets }: Part): string => {
  const main = bullets.filter(({ id }) => /^[a-z]$/.test(id)).length;
  const last = LETTERS.charAt(Math.max(0, Math.min(main, LETTERS.length) - 1));
  const under = bullets.filter(({ id }) => id !== last && id.startsWith(last)).length;
  const sentences = bullets.filter(({ id }) => id.startsWith('0')).length;
  if (kind === 'sentence') return sentences === 0 ? '0' : `0${LETTERS.charAt(sentences - 1)}`;
  return kind === 'bullet' && main < LETTERS.length ? LETTERS.charAt(main) : `${last}${under + 1}`;
};

/** One more than an edition may have: the schema refuses it. */
const MOST_BULLETS = 201;

const add = (part: Part, line: string): void => {
  if (part.bullets.length >= MOST_BULLETS) return;
  const [, indent = '', words] = BULLET.exec(line) ?? [];
  if (words !== undefined) {
    const within = indent.length > 0 && part.bullets.length > 0;
    part.bullets.push({ id: bulletId(within ? 'within' : 'bullet', part), text: words.trim() });
    return;
  }
  if (part.bullets.length === 0) part.lead.push(line.trim());
  else part.bullets.push({ id: bulletId('sentence', part), text: line.trim() });
};

/** What stands after the number, with what follows it. */
const parts = (lines: readonly string[]) => {
  const found: Part[] = [];
  const sections: Record<string, string> = {};
  for (const line of lines) {
    const [, id, words = ''] = CLAUSE.exec(line) ?? [];
    const [, section, heading = ''] = SECTION.exec(line) ?? [];
    const open = found.at(-1);
    if (id !== undefined) {
      const part: Part = { id, lead: [], bullets: [] };
      add(part, words);
      found.push(part);
    } else if (section !== undefined && section !== open?.id.split('.')[0]) sections[section] = heading.trim();
    else if (open && line.trim() !== '') add(open, line);
  }
  return { found, sections };
};

const known = (id: string | undefined, ids: ReadonlySet<string>): boolean => id === undefined || ids.has(id);

/** What a plain text cannot say is taken over from the edition before it: what still has its clause. */
const inherited = ({ citations, terms, school, title, basis, rules, switches }: Edition, ids: ReadonlySet<string>) => ({
  ...{ school, title, basis, rules, switches },
  terms: terms.map(({ clause, ...term }) => (clause !== undefined && ids.has(clause) ? { ...term, clause } : term)),
  citations: Object.fromEntries(
    Object.entries(citations).map(([key, target]) => [
      key,
      target?.document === 'regulation' && !known(target.clause, ids) ? null : target,
    ]),
  ),
});

const lineOf = (lines: readonly string[], path: readonly PropertyKey[], found: readonly Part[]): number => {
  const part = path[0] === 'clauses' ? found[Number(path[1])] : undefined;
  return part === undefined ? 1 : lines.findLastIndex((line) => CLAUSE.exec(line)?.[1] === part.id) + 1;
};

type ReadText = ReturnType<typeof readEdition>;

/** Marks that nobody sees and that turn words round: office programs leave them, and so do jokers. */
export const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/u;
const withoutMarks = (source: string): string => source.replace(new RegExp(INVISIBLE, 'gu'), '');

const tooLong: ReadText = { defects: [{ file: '', line: 1, grave: 'error', what: text('defect-too-long') }] };

/**
 * An edition brought as plain text with numbered clauses, as `full-text.ts` prints one. Requisites are none; what it
 * cites, terms and settings are those of the edition before it, as far as their clauses are still there.
 */
export const readEditionText = (source: string, before: Edition): ReadText => {
  if (source.length > LIMIT) return tooLong;
  const lines = source.split(/\r?\n/u);
  const { found, sections } = parts(lines);
  const ids = new Set(found.map(({ id }) => id));
  const clauses = found.map(({ id, lead, bullets }) => ({
    id,
    ...(lead.length > 0 ? { text: lead.join('\n') } : {}),
    ...(bullets.length > 0 ? { bullets } : {}),
  }));
  const draft: unknown = { ...inherited(before, ids), sections: { ...before.sections, ...sections }, clauses };
  const parsed = DraftFile.safeParse(draft);
  if (parsed.success) return { draft: parsed.data };
  const defects = parsed.error.issues.map(
    (issue): Defect => ({
      file: '',
      line: lineOf(lines, issue.path, found),
      grave: 'error',
      what: text(issue.message.startsWith('defect-') ? issue.message : 'defect-type', {
        clause: String(found[Number(issue.path[1])]?.id ?? ''),
      }),
    }),
  );
  return { defects };
};

/** Whether it is a document of the program's own form, and not a text for people. */
export const isYaml = (source: string): boolean => /^(?:school|clauses|citations|requisites):/mu.test(source);

/** Reads an edition in whichever form it was brought. */
export const readBrought = (source: string, before: Edition | null): ReadText => {
  const clean = withoutMarks(source);
  return before === null || isYaml(clean) ? readEdition(clean) : readEditionText(clean, before);
};
