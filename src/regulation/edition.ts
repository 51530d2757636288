import { z } from 'zod';
import { CITATION_KEYS } from '../domain/clause.js';
import { switches } from './switches.js';

const date = z.iso.date('is not a date; example: 2024-08-31');
const words = z.string().trim().min(1, 'is empty');
const act = z.strictObject({ number: words, date });
const session = z.strictObject({ body: words, protocol: words, date });

/** `0`, `0a` are sentences of the lead, `a` bullets, `f1` bullets within bullet `f`. */
const BULLET = /^(?:0[a-z]?|[a-z]\d{0,2})$/;

const bullet = z.strictObject({
  id: z.string().regex(BULLET, 'is not a letter a…z'),
  text: words,
  /** What was wrong in the school's own text: shown to the school, never quoted to users. */
  remark: words.optional(),
});

/** What a point of the chat rules is about: a measure may rest on a point that says so, and on no other. */
const KINDS = ['conduct', 'quiet', 'measure', 'appeal'] as const;

const clause = z
  .strictObject({
    id: z.string().regex(/^\d+(?:\.\d+)*$/, "is not a clause number in quotes; example: '4.2'"),
    text: words.optional(),
    remark: words.optional(),
    /** Its bullets are sentences of one paragraph, not a list. */
    prose: z.boolean().default(false),
    kinds: z.array(z.enum(KINDS)).default([]),
    bullets: z.array(bullet).default([]),
  })
  .refine(({ text, bullets }) => text !== undefined || bullets.length > 0, 'says nothing');

const target = z.strictObject({ document: z.enum(['regulation', 'chat-rules']), clause: words });

const unique = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;
const clauses = z
  .array(clause)
  .min(1, 'holds no clause')
  .refine((all) => unique(all.map(({ id }) => id)), 'holds a clause twice')
  .refine((all) => all.every(({ bullets }) => unique(bullets.map(({ id }) => id))), 'holds a bullet twice');

/** A number that the school's own text leaves out. */
const gap = z.strictObject({ id: words, remark: words });

const term = z.strictObject({
  term: words,
  meaning: words,
  /** Other ways to say it: `Сферум`, `платформа`. */
  also: z.array(words).default([]),
  clause: words.optional(),
});

const requisites = z.strictObject({
  accepted: session,
  agreed: session.optional(),
  order: act,
  inForceFrom: date,
  /** Opinions of the councils of parents and of pupils. */
  opinions: z.array(session).default([]),
  /** How the school's own file is known again: its signature stamp, a hash. */
  stamp: z.strictObject({ signature: words, remark: words.optional() }).optional(),
});

/** An edition of the regulation, as its file holds it: `policies/<school>/<date>.yaml`. */
export const EditionFile = z
  .strictObject({
    school: words,
    title: words,
    remarks: z.array(words).default([]),
    requisites,
    /** The acts the regulation is built upon. */
    basis: z.array(words).default([]),
    terms: z.array(term).default([]),
    /** Null says aloud that the edition has no such clause. */
    citations: z.partialRecord(z.enum(CITATION_KEYS), target.nullable()),
    rules: z.record(z.string(), z.unknown()).default({}),
    switches,
    sections: z.record(z.string().regex(/^\d+$/), words),
    gaps: z.array(gap).default([]),
    clauses,
  })
  .superRefine((edition, context) => {
    const known = new Set(edition.clauses.map(({ id }) => id));
    for (const [key, target] of Object.entries(edition.citations))
      if (target?.document === 'regulation' && !known.has(target.clause))
        context.addIssue({
          code: 'custom',
          path: ['citations', key],
          message: `cites clause ${target.clause}, which is not there`,
        });
  });
export type Edition = z.output<typeof EditionFile>;

const opinion = z.strictObject({ body: words, protocol: words, date });

/** «Правила общения в чатах», adopted apart from the regulation: `policies/<school>/chat-rules.yaml`. */
export const ChatRulesFile = z.strictObject({
  adopted: z.boolean(),
  title: words,
  requisites: z.strictObject({ order: act, inForceFrom: date }),
  /** Rules with measures cannot come into force without both. */
  opinions: z.strictObject({ parents: opinion.optional(), students: opinion.optional() }).prefault({}),
  clauses,
});
export type ChatRules = z.output<typeof ChatRulesFile>;

export type Clause = z.output<typeof clause>;
export type Term = z.output<typeof term>;
