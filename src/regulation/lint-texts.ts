import { text } from '../domain/text.js';
import type { Clause, Draft } from './edition.js';
import { type Oddity, odd, wrong } from './oddity.js';
import { INVISIBLE } from './read-text.js';
import { suspectedIn } from './suspicion.js';

/** A word with letters of two alphabets: it looks right, and is not found. */
const MIXED = /[\p{L}]*(?:[а-яё][a-z]|[a-z][а-яё])[\p{L}]*/iu;

const lintLetters = (words: string, path: Oddity['path']): readonly Oddity[] => {
  const found = MIXED.exec(words)?.[0];
  return [
    ...(found === undefined ? [] : [wrong(path, text('defect-letters', { word: found.slice(0, 40) }))]),
    ...(INVISIBLE.test(words) ? [wrong(path, text('defect-invisible'))] : []),
  ];
};

/** The number after this one in its own row: `2.6` after `2.5`. */
const next = (id: string): string => id.replace(/\d+$/, (last) => String(Number(last) + 1));
const first = (id: string): string => id.replace(/\d+$/, '1');
const sameRow = (a: string, b: string): boolean => first(a) === first(b);

interface Numbered {
  readonly id: string;
  /** Where its first clause stands. */
  readonly at: number;
}
const parents = (numbers: readonly Numbered[]): readonly Numbered[] =>
  numbers
    .filter(({ id }) => id.includes('.'))
    .map(({ id, at }) => ({ id: id.replace(/\.\d+$/, ''), at }))
    .filter(({ id }, i, all) => all[i - 1]?.id !== id);

/** Clauses follow one another within their section, and sections within the whole. */
const lintNumbers = (numbers: readonly Numbered[], gaps: readonly string[]): readonly Oddity[] => {
  const above = parents(numbers);
  const found = numbers.flatMap(({ id, at }, i) => {
    const before = numbers[i - 1]?.id;
    let expected = before !== undefined && sameRow(before, id) ? next(before) : first(id);
    // A number left out knowingly is stepped over.
    while (gaps.includes(expected)) expected = next(expected);
    return id === expected ? [] : [wrong(['clauses', at, 'id'], text('defect-gap', { clause: id, expected }))];
  });
  return above.length === 0 ? found : [...found, ...lintNumbers(above, gaps)];
};

const lintBullets = ({ bullets }: Clause, path: readonly PropertyKey[]): readonly Oddity[] => {
  const letters = bullets.map(({ id }) => id).filter((id) => /^[a-z]$/.test(id));
  const at = letters.findIndex((letter, i) => letter !== String.fromCharCode('a'.charCodeAt(0) + i));
  return at === -1 ? [] : [wrong([...path, 'bullets'], text('defect-bullet-gap', { bullet: letters[at] ?? '' }))];
};

const lintClause = (clause: Clause, at: number): readonly Oddity[] => {
  const path = ['clauses', at];
  const remarks = [
    ...(clause.remark === undefined ? [] : [{ path: [...path, 'remark'], id: clause.id, words: clause.remark }]),
    ...clause.bullets.flatMap(({ id, remark }, i) =>
      remark === undefined
        ? []
        : [{ path: [...path, 'bullets', i, 'remark'], id: `${clause.id}-${id}`, words: remark }],
    ),
  ];
  return [
    ...lintLetters(clause.text ?? '', [...path, 'text']),
    ...clause.bullets.flatMap((bullet, i) => lintLetters(bullet.text, [...path, 'bullets', i, 'text'])),
    ...lintBullets(clause, path),
    ...suspectedIn(clause).map((id) => {
      const i = clause.bullets.findIndex((one) => `${clause.id}-${one.id}` === id);
      return odd(i === -1 ? path : [...path, 'bullets', i, 'text'], text('edition-lost-not', { clause: clause.id }));
    }),
    ...remarks.map(({ path: where, id, words }) => odd(where, text('defect-school', { clause: id, words }))),
  ];
};

export const lintClauses = (clauses: readonly Clause[], gaps: readonly string[]): readonly Oddity[] => [
  ...lintNumbers(
    clauses.map(({ id }, at) => ({ id, at })),
    gaps,
  ),
  ...clauses.flatMap(lintClause),
];

/** What is wrong with the words and the numbers of an edition, and what the school knows of already. */
export const lintTexts = ({ clauses, gaps, sections, remarks, terms }: Draft): readonly Oddity[] => {
  const ids = clauses.map(({ id }) => id);
  return [
    ...lintClauses(
      clauses,
      gaps.map(({ id }) => id).filter((id) => !ids.includes(id)),
    ),
    ...gaps.map(({ id, remark }, at) =>
      ids.includes(id)
        ? wrong(['gaps', at], text('defect-no-gap', { clause: id }))
        : odd(['gaps', at], text('defect-school', { clause: id, words: remark })),
    ),
    ...clauses.flatMap(({ id }, at) =>
      sections[id.split('.')[0] ?? ''] === undefined ? [wrong(['clauses', at, 'id'], text('defect-no-section'))] : [],
    ),
    ...terms.flatMap((term, at) => lintLetters(`${term.term} ${term.meaning}`, ['terms', at])),
    ...remarks.map((words, at) => odd(['remarks', at], text('defect-school-whole', { words }))),
  ];
};
