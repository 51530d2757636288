import { isDeepStrictEqual } from 'node:util';
import { type Text, text } from '../domain/text.js';
import { wordsOf } from '../regulation/cite.js';
import type { Draft, Edition } from '../regulation/edition.js';
import { type Difference, differenceOf } from '../regulation/life.js';
import type { Policy } from '../regulation/policy.js';
import { suspectedTexts } from '../regulation/suspicion.js';
import { shownDate } from './acknowledging.js';

/** Numbers of clauses that a message names; more are counted. */
const MOST = 20;

const numbers = (ids: readonly string[]): Text => {
  const named = ids.slice(0, MOST).join(', ');
  return ids.length <= MOST
    ? text('edition-clauses', { ids: named })
    : text('edition-clauses-more', { ids: named, more: ids.length - MOST });
};

const part = (key: string, ids: readonly string[]): readonly Text[] =>
  ids.length === 0 ? [] : [text(key, { count: ids.length, ids: numbers(ids) })];

/** «изменены п. 4.2, 5.2; добавлен п. 4.3»; «нет» when no words differ. */
export const differenceWords = ({ changed, added, removed }: Difference): Text => {
  const parts = [
    ...part('edition-changed', changed),
    ...part('edition-added', added),
    ...part('edition-removed', removed),
  ];
  const [first, ...rest] = parts;
  if (first === undefined) return text('edition-same');
  return rest.reduce<Text>((before, next) => text('edition-also', { before, next }), first);
};

/** The edition before this one; undefined for the first. */
export const before = ({ editions }: Policy, date: string): Edition | undefined =>
  editions.findLast(({ document }) => document.requisites.inForceFrom < date)?.document;

/** What this edition changes, in words; of the first there is nothing to say. */
export const changesOf = (policy: Policy, draft: Draft, date: string): Text => {
  const old = before(policy, date);
  return old === undefined ? text('edition-first') : differenceWords(differenceOf(old, draft));
};

/** Clauses that the bot cites and whose words this edition changes: somebody should look whether they still say so. */
const citedAndChanged = (old: Edition, fresh: Draft): readonly string[] => {
  const { changed } = differenceOf(old, fresh);
  const cited = new Set(
    Object.values(fresh.citations).flatMap((target) => (target?.document === 'regulation' ? [target.clause] : [])),
  );
  return changed.filter((id) => cited.has(id));
};

/** What an edition changes beside the words of clauses: a document of the program's own form says more than its text. */
const besides = (old: Edition, fresh: Edition): readonly Text[] =>
  (['citations', 'switches', 'rules', 'terms'] as const)
    .filter((part) => !isDeepStrictEqual(old[part], fresh[part]))
    .map((part) => text('edition-beside', { part }));

/** What somebody should see before an edition is adopted. */
export const previewOf = (policy: Policy, edition: Edition, warnings: readonly Text[]): Text => {
  const date = edition.requisites.inForceFrom;
  const old = before(policy, date);
  const cited = old === undefined ? [] : citedAndChanged(old, edition);
  return text('edition-preview', {
    date: shownDate(date),
    changes: changesOf(policy, edition, date),
    lines: [
      ...suspectedTexts(edition).filter(({ vars }) => old === undefined || !isOld(String(vars?.clause), old, edition)),
      ...(old === undefined ? [] : besides(old, edition)),
      ...(cited.length > 0 ? [text('edition-cited', { ids: numbers(cited) })] : []),
      ...warnings,
      text('edition-go-on'),
    ],
  });
};

/** What the school has lived with is not pointed out again. */
const isOld = (id: string, old: Edition, fresh: Edition): boolean => {
  const [was, is] = [old, fresh].map(({ clauses }) => clauses.find((clause) => clause.id === id));
  return was !== undefined && is !== undefined && wordsOf(was) === wordsOf(is);
};
