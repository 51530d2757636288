import { z } from 'zod';
import { DateOnly } from './settings.js';
import { inFigures } from './typed-date.js';

/** What an order of the school settles; the id of its record. */
export const ACTS = ['administrator', 'foreign-messenger'] as const;

/** An order of the school: the ground of what the bot does in its name. */
export const ActRecord = z.object({
  what: z.enum(ACTS),
  /** As the school numbers it, `01-10-300`. */
  number: z.string().min(1).max(40),
  date: DateOnly,
  /** Who told the bot, and when. */
  by: z.string(),
  at: z.number(),
});
export type Act = z.output<typeof ActRecord>;

const ORDER =
  /^(?:приказ\S*\s+)?(?:№\s*|n\s*(?=\d))?([\p{L}\d](?:[\p{L}\d/-]|\.(?=[\p{L}\d])){0,30}?)(?:\s+от)?\s+(\d{1,2})\.(\d{1,2})\.(\d{4}|\d\d)(?:\s*г(?:ода|\.)?)?\.?$/iu;

/** «01-10-300 от 28.08.2026», «приказ № 80 от 1 сентября 2026 г.»; undefined when a number or a day is wanting. */
export const readAct = (words: string): Pick<Act, 'number' | 'date'> | undefined => {
  const [, number, day = '', month = '', year = ''] = ORDER.exec(inFigures(words).replace(/\s+/gu, ' ').trim()) ?? [];
  if (number === undefined || !/\d/.test(number)) return undefined;
  const date = `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return DateOnly.safeParse(date).success ? { number, date } : undefined;
};
