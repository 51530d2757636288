import { HOUR, MINUTE } from '../../domain/time.js';
import { type Day, dayAt } from '../local-day.js';
import {
  endings,
  likelyClocks,
  loosePart,
  PART,
  type SaidClock,
  type SaidSpan,
  said,
  spans,
  sureClocks,
} from './clocks.js';
import { type Cut, cut, whole } from './cut.js';
import * as days from './days.js';
import { plainWords } from './numerals.js';

export const REPEATS = ['weekly', 'fortnightly', 'monthly'] as const;
export type Repeats = (typeof REPEATS)[number];

export interface WhenContext {
  readonly now: number;
  /** IANA name of the school's zone. */
  readonly zone: string;
}

/** What may be said beside the moment. */
export interface Said {
  /** How long, where it was said. */
  readonly minutes?: number;
  readonly repeats?: Repeats;
}

/** Words that read like dates and mean none exactly. */
const ROUGH = whole('примерно|около|где-то|ориентировочно|приблизительно|плюс-минус|наверное|возможно');

const ZONES: readonly (readonly [string, number])[] = [
  ['калининград', -1],
  ['самар', 1],
  ['екатеринбург', 2],
  ['омск', 3],
  ['красноярск', 4],
  ['иркутск', 5],
  ['якутск', 6],
  ['владивосток', 7],
  ['магадан', 8],
  ['камчат', 9],
];
const CITIES = ZONES.map(([stem]) => stem).join('|');

/** Hours ahead of Moscow; undefined for the school's own time. */
const saidZone = (sentence: string): Cut<{ readonly ahead: number | undefined }> => {
  const local = cut(sentence, whole('по местному(?:\\sвремени)?|местного времени|время местное'), () => ({
    ahead: undefined,
  }));
  const moscow = cut(
    local.rest,
    whole(
      String.raw`(?:по\s)?(?:московскому|московского|москве|мск)(?:\s(?:времени|время))?(?:\s?([+-])\s?(\d{1,2}))?|время московское`,
    ),
    ([, sign, hours]) => ({ ahead: Number(hours ?? 0) * (sign === '-' ? -1 : 1) }),
  );
  const city = cut(moscow.rest, whole(String.raw`по\s(${CITIES})\p{L}*(?:\sвремени)?`), ([, stem]) => ({
    ahead: ZONES.find(([name]) => name === stem)?.[1] ?? 0,
  }));
  return { found: [...local.found, ...moscow.found, ...city.found], rest: city.rest };
};

const saidRepeats = (sentence: string): Cut<Repeats> => {
  const fortnight = cut(
    sentence,
    whole('раз в 2 недели|каждые 2 недели|через неделю(?=\\sпо\\s)'),
    (): Repeats => 'fortnightly',
  );
  const month = cut(fortnight.rest, whole('ежемесячно|каждый месяц|раз в месяц'), (): Repeats => 'monthly');
  const week = cut(month.rest, whole('еженедельно|каждую неделю|раз в неделю'), (): Repeats => 'weekly');
  const named =
    /(?<!\p{L})(?:кажд\p{L}+\s\p{L}|по\s(?:понедельник|вторник|сред|четверг|пятниц|суббот|воскресень)\p{L}+м(?!\p{L}))/u;
  const found = [...fortnight.found, ...month.found, ...week.found];
  return { found: found.length === 0 && named.test(week.rest) ? ['weekly'] : found, rest: week.rest };
};

interface SaidLength {
  readonly minutes: number;
  /** «на 2 часа» is also a time. */
  readonly perhaps?: SaidClock;
}
const saidLength = (sentence: string): Cut<SaidLength> => {
  const lead = String.raw`(?:на|длительност\p{L}+|продолжительност\p{L}+|длится|займет)(?:\s?[:-])?\s`;
  const worded = cut(
    sentence,
    whole(String.raw`${lead}(?:(полчаса)|(полтора часа)|(час(?!\s${PART}))|(\d{1,3})\s?(?:минуты|минут|мин))`),
    ([, half, oneAndHalf, hour, minutes]) => ({
      minutes: half ? 30 : oneAndHalf ? 90 : hour ? 60 : Number(minutes),
    }),
  );
  const hours = cut(
    worded.rest,
    whole(String.raw`${lead}([1-4](?:[.,]5)?)\s?(?:часа|час|ч)(?!\s${PART})`),
    ([, count = '']): SaidLength => ({
      minutes: Number(count.replace(',', '.')) * 60,
      ...(/^\d$/.test(count) && { perhaps: said(count, '0') }),
    }),
  );
  return { found: [...worded.found, ...hours.found], rest: hours.rest };
};

/** «через полчаса», «через 2 часа»: counted from now, to the whole minute. */
const soon = (sentence: string, now: number): Cut<number> => {
  const later = (ms: number): number => Math.ceil((now + ms) / MINUTE) * MINUTE;
  return cut(
    sentence,
    whole(
      String.raw`через\s(?:(полчаса)|(полтора часа)|(час)|(\d{1,2})\s(?:часа|часов|час)|(\d{1,3})\s(?:минуту|минуты|минут|мин))`,
    ),
    ([, half, oneAndHalf, hour, hours, minutes]) => {
      if (half) return later(30 * MINUTE);
      if (oneAndHalf) return later(90 * MINUTE);
      if (hour) return later(HOUR);
      return later(hours === undefined ? Number(minutes) * MINUTE : Number(hours) * HOUR);
    },
  );
};

/** Everything that was found in the words, before anything is concluded from it. */
export interface Facts extends Said {
  readonly days: readonly days.SaidDay[];
  readonly weekdays: readonly days.SaidWeekday[];
  readonly week: days.SaidWeek | undefined;
  readonly clocks: readonly SaidClock[];
  readonly until: SaidClock | undefined;
  readonly soon: readonly number[];
  readonly ahead: number | undefined;
  readonly rough: boolean;
  /** What nothing was made of. */
  readonly rest: string;
}

/** «10.12» is a date or a time: by what stands before it, and by what is still wanted. */
const pairs = (
  sentence: string,
  today: Day,
  has: { readonly day: boolean; readonly clock: boolean },
): { readonly dates: readonly days.SaidDay[]; readonly clocks: readonly SaidClock[]; readonly rest: string } => {
  const dates: days.SaidDay[] = [];
  const clocks: SaidClock[] = [];
  const read = (match: readonly (string | undefined)[], certain: boolean): true | undefined => {
    const [, at, first = '', sign, second = '', part] = match;
    const date = days.pairDate(today, Number(first), Number(second));
    const clock = sign === '.' && second.length === 2 ? said(first, second, part) : undefined;
    const clockable = clock !== undefined && Number(first) < 24 && Number(second) < 60;
    const datable = date !== days.NO_DAY && part === undefined;
    if (clockable && datable && certain) return undefined;
    const wanted = at !== undefined || ((has.day || dates.length > 0) && !has.clock && clocks.length === 0);
    if (clock !== undefined && clockable && (!datable || wanted)) clocks.push(clock);
    else if (clockable || datable || sign === '/' || Number(first) > 23) dates.push(date);
    else clocks.push(said(first, second));
    return true;
  };
  const pattern = String.raw`(?:(в|к|с|до|начало|время)\s)?(?:на\s)?(\d{1,2})([./])(\d{1,2})(?:\s(${PART}))?`;
  const sure = cut(sentence, whole(pattern), (match) => read(match, true));
  const rest = cut(sure.rest, whole(pattern), (match) => read(match, false)).rest;
  return { dates, clocks, rest };
};

const lengthOf = ({ from, to }: SaidSpan): number | undefined => {
  const minutes = (to.hour - from.hour) * 60 + to.minute - from.minute;
  return minutes > 0 ? minutes : minutes + 12 * 60 > 0 ? minutes + 12 * 60 : undefined;
};

export const factsOf = (words: string, { now, zone }: WhenContext): Facts => {
  const today = dayAt(now, zone);
  const zones = saidZone(plainWords(words));
  const rough = cut(zones.rest, ROUGH, () => true);
  const repeats = saidRepeats(rough.rest);
  const length = saidLength(repeats.rest);
  const counted = soon(length.rest, now);
  const dates = days.sureDates(counted.rest, today);
  const relative = days.relativeDays(dates.rest, today);
  const weeks = days.saidWeeks(relative.rest);
  const weekdays = days.saidWeekdays(weeks.rest);
  const span = spans(weekdays.rest);
  const end = endings(span.rest);
  const clocks = sureClocks(end.rest);
  const monthDays = days.monthDays(clocks.rest, today);
  const given = [...dates.found, ...relative.found, ...monthDays.found];
  const told = [...span.found.map(({ from }) => from), ...clocks.found];
  const both = pairs(monthDays.rest, today, { day: given.length + weekdays.found.length > 0, clock: told.length > 0 });
  const likely = likelyClocks(both.rest);
  const [long] = length.found;
  const all = [...told, ...both.clocks, ...likely.found];
  const part = loosePart(likely.rest);
  const withPart = (clock: SaidClock): SaidClock => (part && !clock.part ? { ...clock, part } : clock);
  const isTime = long?.perhaps !== undefined && all.length === 0;
  const [between] = span.found;
  const minutes = between ? lengthOf(between) : isTime ? undefined : long?.minutes;
  const [repeated] = repeats.found;
  return {
    days: [...given, ...both.dates],
    weekdays: weekdays.found,
    week: weeks.found[0],
    clocks: (isTime && long?.perhaps ? [long.perhaps] : all).map(withPart),
    until: end.found[0],
    soon: counted.found,
    ahead: zones.found[0]?.ahead,
    rough: rough.found.length > 0,
    rest: likely.rest,
    ...(minutes !== undefined && { minutes }),
    ...(repeated && { repeats: repeated }),
  };
};
