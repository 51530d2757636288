import { z } from 'zod';
import { readPattern } from './pattern.js';
import { type Tables, tablesOf } from './tables.js';

/** The school's own patterns; nothing when there are none. */
export interface Own {
  readonly allow: Tables | undefined;
  readonly add: Tables | undefined;
}

const MOST = 200;

const small = (words: string): string => words.toLowerCase().replaceAll('ё', 'е');

const defectOf = (pattern: string): string | undefined => {
  try {
    readPattern(small(pattern));
    return undefined;
  } catch (error) {
    return String(error);
  }
};

const Patterns = z
  .array(
    z.string().superRefine((pattern, check) => {
      const defect = defectOf(pattern);
      if (defect !== undefined) check.addIssue({ code: 'custom', message: defect });
    }),
  )
  .max(MOST)
  .default([]);

const tables = (say: readonly string[]): Tables | undefined =>
  say.length === 0 ? undefined : tablesOf([{ phrases: [{ say: say.map(small), sure: 1 }] }]);

/** Settings of every rule of phrases. Patterns are those of `readPattern`: `закладк* ~2 для книг*`. */
export const OwnPhrases = z
  .strictObject({
    /** What is innocent here: whatever overlaps it is not told. */
    allow: Patterns.describe('rules-setting-phrases-allow'),
    /** What the school wants to be told besides. */
    add: Patterns.describe('rules-setting-phrases-add'),
  })
  .transform(({ allow, add }): Own => ({ allow: tables(allow), add: tables(add) }));
