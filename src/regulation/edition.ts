import { z } from 'zod';
import { CITATION_KEYS } from '../domain/clause.js';
import { switches } from './switches.js';

// What is wrong is told by keys of `locales/ru/regulation.ftl`.
const date = z.iso.date('defect-date');
const upTo = (most: number) => z.string('defect-quotes').trim().min(1, 'defect-empty').max(most, 'defect-long');
/** Characters: longer than any paragraph, and than any name. */
const words = upTo(20_000);
const name = upTo(600);
/** Numbers of acts stand in messages to chats. */
const number = upTo(40);
const act = z.strictObject({ number, date });
const session = z.strictObject({ body: upTo(200), protocol: number, date });

/** More than any regulation has. */
const MOST_CLAUSES = 1000;
const MOST_BULLETS = 200;

/** Opinions of the councils of parents and of pupils. */
const opinions = z.strictObject({ parents: session.optional(), students: session.optional() }).prefault({});
export type Opinions = z.output<typeof opinions>;

const bullet = z.strictObject({
  /** `0`, `0a` are sentences of the lead, `a` bullets, `f1` bullets within bullet `f`. */
  id: z.string().regex(/^(?:0[a-z]?|[a-z]\d{0,2})$/, 'defect-bullet'),
  text: words,
  /** What was wrong in the school's own text: shown to the school, never quoted to users. */
  remark: words.optional(),
});

/** What a point of the chat rules is about: a measure may rest on a point that says so, and on no other. */
const KINDS = ['conduct', 'quiet', 'measure', 'appeal'] as const;
export type Kind = (typeof KINDS)[number];

const clause = z
  .strictObject({
    id: z.string('defect-clause-number').regex(/^\d{1,3}(?:\.\d{1,3}){0,4}$/, 'defect-clause-number'),
    text: words.optional(),
    remark: words.optional(),
    /** Its bullets are sentences of one paragraph, not a list. */
    prose: z.boolean().default(false),
    kinds: z.array(z.enum(KINDS)).default([]),
    bullets: z.array(bullet).max(MOST_BULLETS, 'defect-many').default([]),
  })
  .refine(({ text, bullets }) => text !== undefined || bullets.length > 0, 'defect-empty');
export type Clause = z.output<typeof clause>;

const unique = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;
const clauses = z
  .array(clause)
  .min(1, 'defect-no-clause')
  .max(MOST_CLAUSES, { error: 'defect-many', abort: true })
  .superRefine((all, context) => {
    const ids = all.map(({ id }) => id);
    for (const [at, { id, bullets }] of all.entries()) {
      if (ids.indexOf(id) < at)
        context.addIssue({ code: 'custom', path: [at], message: 'defect-clause-twice', params: { clause: id } });
      if (!unique(bullets.map((one) => one.id)))
        context.addIssue({ code: 'custom', path: [at], message: 'defect-bullet-twice', params: { clause: id } });
    }
  });

const target = z.strictObject({ document: z.enum(['regulation', 'chat-rules']), clause: words });

const term = z.strictObject({
  term: upTo(100),
  meaning: upTo(2000),
  /** Other ways to say it: `Сферум`, `платформа`. */
  also: z.array(words).default([]),
  clause: words.optional(),
});
export type Term = z.output<typeof term>;

/** Who adopted a document and when; a draft lacks some. */
const requisites = z.strictObject({
  accepted: session.optional(),
  agreed: session.optional(),
  order: act.optional(),
  inForceFrom: date.optional(),
  opinions,
  /** How the school's own file is known again. */
  stamp: z.strictObject({ signature: words, remark: words.optional() }).optional(),
});

const content = {
  school: name,
  title: name,
  remarks: z.array(words).default([]),
  /** The acts the regulation is built upon. */
  basis: z.array(words).default([]),
  terms: z.array(term).max(MOST_BULLETS, 'defect-many').default([]),
  /** Null says aloud that the edition has no such clause. */
  citations: z.partialRecord(z.enum(CITATION_KEYS), target.nullable()),
  rules: z.record(z.string(), z.unknown()).default({}),
  switches,
  sections: z.record(z.string().regex(/^\d+$/, 'defect-section'), words),
  /** Numbers that the school's own text leaves out. */
  gaps: z.array(z.strictObject({ id: words, remark: words })).default([]),
  clauses,
};

const citesWhatIsThere = (
  { clauses: all, citations, terms }: Pick<z.output<z.ZodObject<typeof content>>, 'clauses' | 'citations' | 'terms'>,
  context: z.RefinementCtx,
): void => {
  // That there are none is told already.
  if (all.length === 0) return;
  const known = new Set(all.map(({ id }) => id));
  const missing = (id: string, path: (string | number)[]) =>
    context.addIssue({ code: 'custom', path, message: 'defect-cites-nothing', params: { clause: id } });
  for (const [key, cited] of Object.entries(citations))
    if (cited?.document === 'regulation' && !known.has(cited.clause)) missing(cited.clause, ['citations', key]);
  for (const [at, { clause: id }] of terms.entries())
    if (id !== undefined && !known.has(id)) missing(id, ['terms', at, 'clause']);
};

/** An edition as it is brought: what adopts it may still be missing. */
export const DraftFile = z
  .strictObject({ ...content, requisites: requisites.prefault({}) })
  .superRefine(citesWhatIsThere);
export type Draft = z.output<typeof DraftFile>;

/** An edition of the regulation, as its file holds it: `policies/<school>/<date>.yaml`. */
export const EditionFile = z
  .strictObject({ ...content, requisites: requisites.extend({ order: act, inForceFrom: date }) })
  .superRefine(citesWhatIsThere)
  .superRefine(({ switches: { editionNeeds }, requisites: given }, context) => {
    for (const need of editionNeeds)
      if (given[need] === undefined)
        context.addIssue({ code: 'custom', path: ['requisites', need], message: 'defect-missing' });
  });
export type Edition = z.output<typeof EditionFile>;
export type Requisites = Edition['requisites'];

const step = z
  .strictObject({
    measure: z.enum(['warning', 'read-only']),
    /** For how long the bot limits by itself, always provisional: at most a day. */
    hours: z.int().min(1).max(24, 'defect-ladder-hours').optional(),
    /** For how long the class teacher may limit. */
    upToDays: z.int().min(1).max(7, 'defect-ladder-days').optional(),
    /** Whether the administration may exclude. */
    exclusion: z.boolean().optional(),
  })
  .refine(({ measure, hours }) => (measure === 'read-only') === (hours !== undefined), 'defect-ladder-step');

/** Measures a school adopts with its chat rules (`domain.md` §3.3): the first breach is always a warning. */
const ladder = z.strictObject({
  /** Days for which a strike stands. */
  days: z.int().min(1).max(90, 'defect-ladder-days'),
  steps: z
    .array(step)
    .min(1, 'defect-empty')
    .max(10, 'defect-many')
    .refine(([first]) => first?.measure === 'warning', 'defect-ladder-first'),
});

/** «Правила общения в чатах», adopted apart from the regulation: `policies/<school>/chat-rules.yaml`. */
export const ChatRulesFile = z.strictObject({
  adopted: z.boolean(),
  title: words,
  requisites: z.strictObject({ order: act, inForceFrom: date }),
  /** Rules with measures cannot come into force without both. */
  opinions,
  clauses,
  /** Absent: messages are hidden, people are not limited. */
  ladder: ladder.optional(),
});
export type Ladder = z.output<typeof ladder>;
export type ChatRules = z.output<typeof ChatRulesFile>;
