import { type Text, text } from '../domain/text.js';
import { cite, editionAt, wordsOf } from './cite.js';
import type { Draft, Edition, Requisites } from './edition.js';
import { midnight, type Policy } from './policy.js';
import type { Switches } from './switches.js';

export type Stage = 'draft' | 'adopted' | 'in-force' | 'lapsed';

/** An edition with its place in time. */
export interface Chapter {
  readonly edition: Edition;
  readonly stage: Stage;
  readonly since: number;
  /** When the next edition came, or comes, into force: the instant and its date. */
  readonly lapsesAt?: number;
  readonly lapsed?: string;
}

const stageOf = (signed: number, since: number, lapsesAt: number | undefined, now: number): Stage => {
  if (now < Math.min(signed, since)) return 'draft';
  if (now < since) return 'adopted';
  return lapsesAt === undefined || now < lapsesAt ? 'in-force' : 'lapsed';
};

/** Every edition with its stage at that moment, the latest first. Nothing is ever taken out. */
export const archive = ({ editions, zone }: Policy, now: number): readonly Chapter[] =>
  editions
    .map(({ document: edition, since }, at): Chapter => {
      const next = editions[at + 1];
      const stage = stageOf(midnight(edition.requisites.order.date, zone), since, next?.since, now);
      const ends = next && { lapsesAt: next.since, lapsed: next.document.requisites.inForceFrom };
      return { edition, stage, since, ...ends };
    })
    .toReversed();

const shown = (date: string): string => date.split('-').reverse().join('.');

/** «26.10.2026 – действует (приказ № 01-10-355 от 19.10.2026)». */
export const archiveLine = ({ edition: { requisites }, stage, lapsed }: Chapter): Text =>
  text('archive-line', {
    date: shown(requisites.inForceFrom),
    stage: text('edition-stage', { stage, until: lapsed === undefined ? '' : shown(lapsed) }),
    number: requisites.order.number,
    ordered: shown(requisites.order.date),
  });

export type Need = Switches['editionNeeds'][number] | 'inForceFrom';

/** What an edition still lacks to be enacted, by the procedure of the edition in force. */
export const missingIn = ({ requisites }: Draft, { editionNeeds }: Switches): readonly Need[] => {
  const needs = editionNeeds.includes('order') ? editionNeeds : [...editionNeeds, 'order' as const];
  const lacking = needs.filter((need) => requisites[need] === undefined);
  return lacking.length > 0 || requisites.inForceFrom !== undefined ? lacking : ['inForceFrom'];
};

/** Dates in the wrong order: accepted, then ordered, then in force. */
export const wrongDates = (
  { accepted, agreed, order, inForceFrom }: Draft['requisites'],
  { inForceFromOrder }: Switches,
): readonly Text[] => {
  if (order === undefined) return [];
  const late = [accepted, agreed].some((session) => session !== undefined && session.date > order.date);
  if (inForceFrom === undefined) return late ? [text('defect-order-before-protocol')] : [];
  return [
    ...(late ? [text('defect-order-before-protocol')] : []),
    ...(inForceFrom < order.date ? [text('defect-force-before-order')] : []),
    ...(inForceFromOrder && inForceFrom > order.date ? [text('defect-force-after-order')] : []),
  ];
};

/** An edition that may be enacted, with what is worth a second thought; or why it may not. */
export type Enactment =
  | { readonly edition: Edition; readonly warnings: readonly Text[]; readonly refused?: never }
  | { readonly edition?: never; readonly warnings?: never; readonly refused: Text };

const NEEDS: Readonly<Record<Need, string>> = {
  accepted: 'need-accepted',
  agreed: 'need-agreed',
  order: 'need-order',
  inForceFrom: 'need-in-force-from',
};

const listed = (words: readonly Text[]): Text =>
  words
    .slice(0, -1)
    .reduceRight<Text>(
      (rest, first, at) => text(at === words.length - 2 ? 'list-and' : 'list-comma', { first, rest }),
      words.at(-1) ?? text('need-order'),
    );

const warningsOf = ({ requisites: { opinions } }: Draft): readonly Text[] =>
  opinions.parents === undefined || opinions.students === undefined ? [text('edition-no-opinion')] : [];

const complete = (draft: Draft, fromOrder: boolean): Edition | null => {
  const { order, inForceFrom = fromOrder ? order?.date : undefined, ...rest } = draft.requisites;
  return order && inForceFrom ? { ...draft, requisites: { ...rest, order, inForceFrom } } : null;
};

/** The newest edition stays the newest: nothing is enacted behind its back. */
const isOutrun = (policy: Policy, { requisites }: Edition): boolean =>
  policy.editions.some(({ document }) => document.requisites.inForceFrom > requisites.inForceFrom);

/**
 * Whether a draft may come into force, by the procedure of the edition in force now: its requisites, their dates, and
 * the clause that asks for them.
 */
export const enact = (policy: Policy, draft: Draft, now: number): Enactment => {
  const { switches } = editionAt(policy, now) ?? draft;
  const edition = complete(draft, switches.inForceFromOrder);
  const lacking = missingIn(edition ?? draft, switches);
  const cited = cite(policy, 'APPROVE_ACT', now);
  const ground = cited ? text('by-clause', { clause: text('clause-ref', { ...cited }) }) : '';
  if (edition === null || lacking.length > 0)
    return {
      refused: text('edition-lacks', {
        count: lacking.length,
        first: lacking[0] ?? 'order',
        what: listed(lacking.map((need) => text(NEEDS[need]))),
        ground,
      }),
    };
  const ahead = midnight(edition.requisites.order.date, policy.zone) > now ? text('defect-order-ahead') : undefined;
  const wrong = ahead ?? wrongDates(edition.requisites, switches)[0];
  if (wrong) return { refused: text('edition-wrong', { what: wrong, ground }) };
  if (isOutrun(policy, edition)) return { refused: text('edition-outrun') };
  return { edition, warnings: warningsOf(edition) };
};

/** The draft with requisites that somebody adds to it. */
export const withRequisites = (draft: Draft, given: Partial<Requisites>): Draft => ({
  ...draft,
  requisites: {
    ...draft.requisites,
    ...given,
    opinions: { ...draft.requisites.opinions, ...given.opinions },
  },
});

/** Numbers of clauses, in the order of the edition they stand in. */
export interface Difference {
  readonly changed: readonly string[];
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** What a new edition changes, by the words that people read. */
export const differenceOf = (old: Pick<Draft, 'clauses'>, fresh: Pick<Draft, 'clauses'>): Difference => {
  const before = new Map(old.clauses.map((clause) => [clause.id, wordsOf(clause)]));
  const ids = new Set(fresh.clauses.map(({ id }) => id));
  return {
    changed: fresh.clauses
      .filter((clause) => before.has(clause.id) && before.get(clause.id) !== wordsOf(clause))
      .map(({ id }) => id),
    added: fresh.clauses.filter(({ id }) => !before.has(id)).map(({ id }) => id),
    removed: old.clauses.filter(({ id }) => !ids.has(id)).map(({ id }) => id),
  };
};
