import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';
import { DAY, HOUR } from '../domain/time.js';

dayjs.extend(utc);
dayjs.extend(timezone);

/** Nobody is reminded of what came just now, or of what is over in a moment. */
const FRESH = 6 * HOUR;
const LATE = 2 * HOUR;

interface Span {
  /** When it was published. */
  readonly from: number;
  /** The deadline. */
  readonly until: number;
}

/** Further back no day is looked for. */
const MOST_DAYS_OFF = 30;

/**
 * When those who are silent are reminded: in the mornings of the two last working days up to the deadline's own, at most
 * twice.
 * @param time of the school's zone, `09:00`
 * @param works whether that moment is of a working day
 */
export const remindersOf = (
  { from, until }: Span,
  time: string,
  zone: string,
  works: (at: number) => boolean = () => true,
): readonly number[] => {
  const last = dayjs(until).tz(zone);
  const mornings = Array.from({ length: MOST_DAYS_OFF }, (_, days) =>
    dayjs.tz(`${last.subtract(days, 'day').format('YYYY-MM-DD')} ${time}`, zone).valueOf(),
  );
  const [latest = until, before = until] = mornings.filter(works);
  return [before, latest].filter((at) => at >= from + FRESH && at <= until - LATE);
};

/** The deadline as it was, or the first day on at that time that leaves so long to read. */
export const deadlineOf = (acknowledge: number, now: number, least: number): number =>
  acknowledge >= now + least ? acknowledge : acknowledge + Math.ceil((now + least - acknowledge) / DAY) * DAY;

/** What an announcement is called: its first line when that is short, else the beginning of its first sentence. */
export const titleOf = (words: string): string => {
  const [line = ''] = words.trim().split('\n');
  const [sentence = ''] = /^.+?(?=[.!?…](?:\s|$)|$)/u.exec(line) ?? [line];
  if (sentence.length <= 80) return sentence;
  const cut = sentence.slice(0, 79);
  const space = cut.lastIndexOf(' ');
  return `${cut.slice(0, space > 40 ? space : cut.length).replace(/[\s,;:–-]+$/u, '')}…`;
};
