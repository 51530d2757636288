import { z } from 'zod';
import { DateOnly } from './settings.js';

/** An edition that somebody brought while the bot runs. */
export const EditionRecord = z.object({
  /** As `src/regulation/edition.ts` has a draft; its requisites grow until it is adopted. */
  document: z.json(),
  by: z.string(),
  at: z.number(),
  /** Absent: a draft, forgotten after a while. */
  adopted: z.object({ by: z.string(), at: z.number() }).exactOptional(),
});
export type StoredEdition = z.output<typeof EditionRecord>;

/**
 * What the school has adopted beside its folder: one, `SHELF`. It is small, so that every process can look often whether
 * something was added; whoever adopts an edition changes it, so that of two at one moment the second looks again.
 */
export const ShelfRecord = z.object({
  /** Records of editions, in the order of their adoption. */
  editions: z.array(z.string()),
  /** Dates of editions of which everybody was told that they are in force. */
  told: z.array(DateOnly),
});
export type Shelf = z.output<typeof ShelfRecord>;

export const SHELF = 'school';
