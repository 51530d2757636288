import { z } from 'zod';
import { CITATION_KEYS } from '../domain/clause.js';

const date = z.iso.date('is not a date; example: 2024-08-31');
const words = z.string().trim().min(1, 'is empty');
const act = z.strictObject({ number: words, date });
const session = z.strictObject({ body: words, protocol: words, date });

const bullet = z.strictObject({
  id: z.string().regex(/^[a-z]$/, 'is not a letter a…z'),
  text: words,
  /** What was wrong in the school's own text: shown to the school, never quoted to users. */
  remark: words.optional(),
});

const clause = z.strictObject({
  id: z.string().regex(/^\d+(?:\.\d+)*$/, "is not a clause number in quotes; example: '4.2'"),
  text: words,
  remark: words.optional(),
  bullets: z.array(bullet).default([]),
});

const target = z.strictObject({ document: z.enum(['regulation', 'chat-rules']), clause: words });

const unique = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;
const clauses = z
  .array(clause)
  .min(1, 'holds no clause')
  .refine((all) => unique(all.map(({ id }) => id)), 'holds a clause twice')
  .refine((all) => all.every(({ bullets }) => unique(bullets.map(({ id }) => id))), 'holds a bullet twice');

/** Switches in which schools differ. */
const switches = z
  .strictObject({
    /** Who may ask for a publication in the school's channel. */
    channelRequests: z.enum(['admin+teachers', 'admin-only']).default('admin+teachers'),
    /** A chat of pupils outside the closed study profile needs the school's recorded ground. */
    pupilChatsNeedBasis: z.boolean().default(true),
  })
  .prefault({});

/** An edition of the regulation, as its file holds it: `policies/<school>/<date>.yaml`. */
export const EditionFile = z
  .strictObject({
    school: words,
    title: words,
    remarks: z.array(words).default([]),
    requisites: z.strictObject({ accepted: session, agreed: session.optional(), order: act, inForceFrom: date }),
    citations: z.partialRecord(z.enum(CITATION_KEYS), target),
    rules: z.record(z.string(), z.unknown()).default({}),
    switches,
    sections: z.record(z.string().regex(/^\d+$/), words),
    clauses,
  })
  .superRefine((edition, context) => {
    const known = new Set(edition.clauses.map(({ id }) => id));
    for (const [key, { document, clause: id }] of Object.entries(edition.citations))
      if (document === 'regulation' && !known.has(id))
        context.addIssue({
          code: 'custom',
          path: ['citations', key],
          message: `cites clause ${id}, which is not there`,
        });
  });
export type Edition = z.output<typeof EditionFile>;

/** «Правила общения в чатах», adopted apart from the regulation: `policies/<school>/chat-rules.yaml`. */
export const ChatRulesFile = z.strictObject({
  adopted: z.boolean(),
  title: words,
  requisites: z.strictObject({ order: act, inForceFrom: date }),
  clauses,
});
export type ChatRules = z.output<typeof ChatRulesFile>;

export type Clause = z.output<typeof clause>;
