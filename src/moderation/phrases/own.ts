import { z } from 'zod';
import { find, type Said } from './find.js';
import { createGate } from './gate.js';
import { readPattern } from './pattern.js';
import { tablesOf } from './tables.js';

/** Looks for patterns in a normal text. */
type Look = (text: string) => readonly Said[];

/** The school's own patterns; nothing when there are none. */
export interface Own {
  readonly allow: Look | undefined;
  readonly add: Look | undefined;
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

const lookFor = (say: readonly string[]): Look | undefined => {
  if (say.length === 0) return undefined;
  const tables = tablesOf([{ phrases: [{ say: say.map(small), sure: 1 }] }]);
  const gate = createGate(tables);
  return (text) => {
    const { topics, tokens } = gate(text);
    return topics === 0 ? [] : find(tables, 0, tokens());
  };
};

/** Settings of every rule of phrases. Patterns are those of `readPattern`: `закладк* ~2 для книг*`. */
export const OwnPhrases = z
  .strictObject({
    /** What is innocent here: whatever overlaps it is not told. */
    allow: Patterns.describe('rules-setting-phrases-allow'),
    /** What the school wants to be told besides. */
    add: Patterns.describe('rules-setting-phrases-add'),
  })
  .transform(({ allow, add }): Own => ({ allow: lookFor(allow), add: lookFor(add) }));
