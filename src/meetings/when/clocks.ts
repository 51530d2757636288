import { type Clock, clockOf } from '../local-day.js';
import { type Cut, cut, whole } from './cut.js';

/** A time as it was said; the half of the day is often left out. */
export interface SaidClock {
  readonly hour: number;
  readonly minute: number;
  readonly part?: Part;
  /** `08:30`: whoever writes the zero counts twenty-four hours. */
  readonly full: boolean;
}
export type Part = 'morning' | 'day' | 'evening' | 'night';

export const PART = '(?:утра|утром|дня|днем|вечера|вечером|ночи|ночью)';

const PARTS: readonly (readonly [string, Part])[] = [
  ['утр', 'morning'],
  ['дн', 'day'],
  ['веч', 'evening'],
  ['ноч', 'night'],
];
export const partOf = (word: string | undefined): Part | undefined =>
  PARTS.find(([stem]) => word?.startsWith(stem))?.[1];

export const said = (hour: string | undefined, minute: string | undefined, part?: string): SaidClock => {
  const half = partOf(part);
  return {
    hour: Number(hour),
    minute: Number(minute ?? 0),
    full: hour !== undefined && /^0\d/.test(hour),
    ...(half && { part: half }),
  };
};

/** Hours from 1 to this one are said of the morning and of the evening alike. */
const LAST_DOUBTFUL = 8;

const halves: Readonly<Record<Part, (hour: number) => number | undefined>> = {
  morning: (hour) => (hour >= 1 && hour <= 11 ? hour : undefined),
  day: (hour) => (hour >= 1 && hour <= 5 ? hour + 12 : hour >= 12 && hour <= 17 ? hour : undefined),
  evening: (hour) => (hour >= 4 && hour <= 11 ? hour + 12 : hour >= 16 ? hour : undefined),
  night: (hour) => (hour === 12 ? 0 : hour <= 4 || hour >= 22 ? hour : undefined),
};

/** Times that are meant, the likelier first; none: no such time. */
export const meantBy = ({ hour, minute, part, full }: SaidClock): readonly Clock[] => {
  if (hour > 23 || minute > 59) return [];
  if (part !== undefined) {
    const at = halves[part](hour);
    return at === undefined ? [] : [clockOf(at, minute)];
  }
  if (full || hour === 0 || hour > LAST_DOUBTFUL) return [clockOf(hour, minute)];
  return hour >= 7
    ? [clockOf(hour, minute), clockOf(hour + 12, minute)]
    : [clockOf(hour + 12, minute), clockOf(hour, minute)];
};

const earlier = (hour: string | undefined, minutes: number, part?: string): SaidClock => {
  const named = Number(hour);
  return { ...said(String(named === 1 ? 12 : named - 1), String(minutes), part), full: false };
};

const HOURS = '(?:часов|часа|час|ч)';
const MINUTES = '(?:минуты|минуту|минут|мин|м)';
const WITH_PART = String.raw`(?:\s*(${PART}))?`;

type Row = readonly [RegExp, (match: readonly (string | undefined)[], before: string) => SaidClock | undefined];

/** Ways to tell the time; those that cannot be anything else come first. */
const SURE: readonly Row[] = [
  [whole(String.raw`(\d{1,2})\s?:\s?(\d{2})(?::00)?(?:\s*${HOURS})?${WITH_PART}`), ([, h, m, p]) => said(h, m, p)],
  [whole(String.raw`половин\p{L}+\s(\d{1,2})-го${WITH_PART}`), ([, h, p]) => earlier(h, 30, p)],
  [whole(String.raw`четверть\s(\d{1,2})-го${WITH_PART}`), ([, h, p]) => earlier(h, 15, p)],
  [whole(String.raw`без\s(?:четверти|15)(?:\s${MINUTES})?\s(\d{1,2})${WITH_PART}`), ([, h, p]) => earlier(h, 45, p)],
  [
    whole(String.raw`без\s(\d{1,2})(?:\s${MINUTES})?\s(\d{1,2})${WITH_PART}`),
    ([, m, h, p]) => (Number(m) < 30 ? earlier(h, 60 - Number(m), p) : undefined),
  ],
  [whole(String.raw`(\d{1,2})\s${MINUTES}\s(\d{1,2})-го${WITH_PART}`), ([, m, h, p]) => earlier(h, Number(m), p)],
  [
    whole(String.raw`(\d{1,2})\s?${HOURS}(?:\s?(\d{1,2})(?:\s?${MINUTES})?(?![\d.:]))?(?:\sровно)?${WITH_PART}`),
    ([, h, m, p]) => said(h, m, p),
  ],
  [whole(String.raw`(?:в|к|с)\sчас(?:\sровно)?${WITH_PART}`), ([, p]) => said('1', '0', p)],
  [whole(String.raw`(?:в\s)?полдень`), () => ({ hour: 12, minute: 0, full: true })],
  [whole(String.raw`(?:в\s)?полночь`), () => ({ hour: 0, minute: 0, full: true })],
  [whole(String.raw`(\d{1,2})\s(${PART})`), ([, h, p]) => said(h, '0', p)],
];

const AT = String.raw`(?:в|к|с|на|начало|время|начинаем|начнем|начнется)(?:\s?[:-])?`;

/** Figures that are a time when they stand where a time would. */
const LIKELY: readonly Row[] = [
  [whole(String.raw`(?:${AT}\s)?(\d{1,2})-([0-5]\d)${WITH_PART}`), ([, h, m, p]) => said(h, m, p)],
  [
    whole(String.raw`(${AT}\s)?([01]\d|2[0-3])([0-5]\d)${WITH_PART}`),
    ([, at, h, m, p]) => (at === undefined && h === '20' ? undefined : said(h, m, p)),
  ],
  [whole(String.raw`${AT}\s(\d{1,2})\s([0-5]\d)${WITH_PART}`), ([, h, m, p]) => said(h, m, p)],
  [whole(String.raw`${AT}\s(\d{1,2})${WITH_PART}`), ([, h, p]) => said(h, '0', p)],
  [whole(String.raw`([01]?\d|2[0-3])\s([0-5]\d)${WITH_PART}`), ([, h, m, p]) => said(h, m, p)],
];

const takeAll = (sentence: string, rows: readonly Row[]): Cut<SaidClock> => {
  let rest = sentence;
  const found: SaidClock[] = [];
  for (const [pattern, read] of rows) {
    const taken = cut(rest, pattern, read);
    found.push(...taken.found);
    rest = taken.rest;
  }
  return { found, rest };
};

export const sureClocks = (sentence: string): Cut<SaidClock> => takeAll(sentence, SURE);
export const likelyClocks = (sentence: string): Cut<SaidClock> => takeAll(sentence, LIKELY);

const ONE = String.raw`(\d{1,2})(?:[:.-](\d{2}))?(?:\s?${HOURS})?`;

/** «вечером» apart from the time it is said of. */
export const loosePart = (sentence: string): Part | undefined => {
  const [word] = whole(PART).exec(sentence) ?? [];
  return partOf(word);
};

/** From when to when, «с 18:00 до 19:30», «18:00–19:30», «с 6 до 7 вечера». */
export interface SaidSpan {
  readonly from: SaidClock;
  readonly to: SaidClock;
}

const spanOf = ([, h1, m1, p1, h2, m2, p2]: readonly (string | undefined)[]): SaidSpan => ({
  from: said(h1, m1, p1 ?? p2),
  to: said(h2, m2, p2 ?? p1),
});

export const spans = (sentence: string): Cut<SaidSpan> => {
  const worded = cut(
    sentence,
    whole(String.raw`(?:с|от)\s${ONE}(?:\s(${PART}))?\s(?:до|по)\s${ONE}${WITH_PART}`),
    spanOf,
  );
  const dashed = cut(
    worded.rest,
    whole(String.raw`(\d{1,2})[:.](\d{2})()\s?-\s?(\d{1,2})[:.](\d{2})${WITH_PART}`),
    spanOf,
  );
  return { found: [...worded.found, ...dashed.found], rest: dashed.rest };
};

/** «до 19:30» without a beginning. */
export const endings = (sentence: string): Cut<SaidClock> =>
  cut(sentence, whole(String.raw`до\s(\d{1,2})[:.](\d{2})${WITH_PART}`), ([, h, m, p]) => said(h, m, p));
