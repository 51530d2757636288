const MONTHS = 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ');
const IN_WORDS = new RegExp(String.raw`[«"]?(\d{1,2})[»"]?\s+(${MONTHS.join('|')})\s+(\d{4})(?!\d)`, 'giu');

/** Dates as orders of a school have them, in figures: «28 августа 2026» → «28.08.2026», in the midst of other words. */
export const inFigures = (words: string): string =>
  words.replace(IN_WORDS, (_, day: string, month: string, year: string) =>
    [day.padStart(2, '0'), String(MONTHS.indexOf(month.toLowerCase()) + 1).padStart(2, '0'), year].join('.'),
  );
