import { HOUR } from '../../domain/time.js';
import { addDays, type Clock, type Day, dayAt, instantByMoscow, instantOf, weekdayOf } from '../local-day.js';
import { meantBy } from './clocks.js';
import * as days from './days.js';
import { type Facts, factsOf, type Said, type WhenContext } from './facts.js';

export { REPEATS, type Repeats, type WhenContext } from './facts.js';

/** What has to be asked back: the half of the day, the day, which of two that contradict each other, or what was not said. */
export const WHEN_DOUBTS = ['half', 'day', 'mismatch', 'rough', 'no-time', 'no-day'] as const;
export type WhenDoubt = (typeof WHEN_DOUBTS)[number];

/** Why there is nothing to ask about. */
export const WHEN_DEFECTS = ['nothing', 'several', 'past', 'not-a-time', 'not-a-day', 'too-far', 'unread'] as const;
export type WhenDefect = (typeof WHEN_DEFECTS)[number];

/** What words about a date and a time mean: one instant that is certain, a question with the instants it may be, or a refusal. */
export type Reading =
  | (Said & { readonly is: 'certain'; readonly at: number })
  | (Said & { readonly is: 'question'; readonly about: WhenDoubt; readonly choices: readonly number[] })
  | { readonly is: 'refusal'; readonly why: WhenDefect };

/** Nothing is planned further ahead. */
const FURTHEST = 400 * 24 * HOUR;
const MOST_CHOICES = 4;

const onlyDay = ({ days: given, weekdays, week }: Facts, today: Day): days.SaidDay | WhenDefect | undefined => {
  const named = new Set(weekdays.map(({ weekday }) => weekday));
  const dates = new Set(given.flatMap((one) => one.days));
  if (given.some((one) => one.days.length === 0)) return 'not-a-day';
  if (dates.size > 1 || named.size > 1) return 'several';
  const [date] = given;
  const [weekday] = weekdays;
  if (date === undefined) {
    if (weekday !== undefined) return days.dayOfWeekday(weekday, week, today);
    return week?.counted ? { days: [addDays(today, 7 * week.after)], sure: true } : undefined;
  }
  const [day] = date.days;
  if (weekday === undefined || day === undefined || weekdayOf(day) === weekday.weekday) return date;
  return { days: [day, ...days.dayOfWeekday(weekday, week, today).days].sort(), sure: false };
};

const isMismatch = ({ days: given, weekdays }: Facts): boolean => {
  const [day] = given[0]?.days ?? [];
  return day !== undefined && weekdays.some(({ weekday }) => weekday !== weekdayOf(day));
};

const lasting = ({ minutes, repeats, until }: Facts, at: Clock | undefined): Said => {
  const [end] = until && at ? meantBy({ ...until, full: true }) : [];
  const told =
    end !== undefined && at !== undefined && end > at
      ? Number(end.slice(0, 2)) * 60 + Number(end.slice(3)) - Number(at.slice(0, 2)) * 60 - Number(at.slice(3))
      : minutes;
  return { ...(told !== undefined && { minutes: told }), ...(repeats && { repeats }) };
};

/** Figures nobody understood may be what matters most. */
const unread = ({ rest }: Facts): boolean => /\d/.test(rest);

const without = (facts: Facts, today: Day, { now, zone }: WhenContext): Reading => {
  const noClock = facts.clocks.length === 0;
  const day = onlyDay(facts, today);
  if (noClock && (day === undefined || typeof day === 'string'))
    return { is: 'refusal', why: typeof day === 'string' ? day : 'nothing' };
  if (noClock) return { is: 'question', about: 'no-time', choices: [], ...lasting(facts, undefined) };
  const [clock] = facts.clocks;
  const meant = clock ? meantBy(clock) : [];
  const choices = [today, addDays(today, 1)]
    .flatMap((one) => meant.map((at) => instantOf(one, at, zone)))
    .filter((at) => at > now)
    .slice(0, MOST_CHOICES);
  return { is: 'question', about: 'no-day', choices, ...lasting(facts, meant[0]) };
};

/**
 * Reads Russian words about a day and a time of day, as people at a school type them. Never guesses: whatever can mean two
 * things is asked back with both, and what is left over in figures makes it a refusal.
 */
export const readWhen = (words: string, context: WhenContext): Reading => {
  const { now, zone } = context;
  const today = dayAt(now, zone);
  const facts = factsOf(words, context);
  if (facts.soon.length > 0) {
    const [at] = facts.soon;
    const alone = facts.soon.length === 1 && facts.clocks.length === 0 && facts.days.length === 0;
    if (!alone || at === undefined) return { is: 'refusal', why: 'several' };
    return { is: 'certain', at, ...lasting(facts, undefined) };
  }
  if (facts.clocks.length > 1) return { is: 'refusal', why: 'several' };
  if (unread(facts)) return { is: 'refusal', why: 'unread' };
  const day = onlyDay(facts, today);
  const [clock] = facts.clocks;
  if (typeof day === 'string') return { is: 'refusal', why: day };
  if (clock === undefined || day === undefined) return without(facts, today, context);
  const meant = meantBy(clock);
  if (meant.length === 0) return { is: 'refusal', why: 'not-a-time' };
  const instant = (one: Day, at: Clock): number =>
    facts.ahead === undefined ? instantOf(one, at, zone) : instantByMoscow(one, at, facts.ahead * 60);
  const all = day.days.flatMap((one) => meant.map((at) => instant(one, at)));
  const ahead = all.filter((at) => at > now).sort((a, b) => a - b);
  const [first, ...others] = ahead;
  if (first === undefined) return { is: 'refusal', why: 'past' };
  if (first - now > FURTHEST) return { is: 'refusal', why: 'too-far' };
  const rest = lasting(facts, meant[0]);
  const sure = day.sure && !facts.rough;
  if (sure && others.length === 0) return { is: 'certain', at: first, ...rest };
  const about = isMismatch(facts) ? 'mismatch' : !day.sure ? 'day' : meant.length > 1 ? 'half' : 'rough';
  return { is: 'question', about, choices: ahead.slice(0, MOST_CHOICES), ...rest };
};
