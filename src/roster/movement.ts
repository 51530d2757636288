import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';
import type { Chat } from '../domain/chat.js';
import type { Person } from '../domain/person.js';
import { type Text, text } from '../domain/text.js';

dayjs.extend(utc);
dayjs.extend(timezone);

/** A day of the calendar, `2026-10-12`. */
export type Day = string;

export interface Order {
  readonly number: string;
  readonly date: Day;
}

interface Ordered {
  readonly order: Order;
  /** The day from whose beginning it holds; without one, from when it is carried out. */
  readonly since?: Day;
}

/** What an order changes about the school's people. */
export type Movement = Ordered &
  (
    | {
        readonly kind: 'enrol';
        /** As they will be. */
        readonly person: Person;
      }
    | { readonly kind: 'transfer'; readonly person: string; readonly from?: string; readonly to: string }
    /** A pupil leaves the school. */
    | { readonly kind: 'leave'; readonly person: string }
    /** Somebody of the staff leaves the school. */
    | { readonly kind: 'dismiss'; readonly person: string }
    /** `by` stands in for the class teacher, to the end of the day `until`. */
    | {
        readonly kind: 'substitute';
        readonly person: string;
        readonly by: string;
        readonly class?: string;
        readonly until: Day;
      }
    /** `by` leads the class from then on, instead of `person` or of whoever leads it. */
    | { readonly kind: 'replace'; readonly person?: string; readonly by: string; readonly class?: string }
  );

/** What a movement comes to for one person. */
export interface Move {
  readonly before?: Person;
  readonly after: Person;
  readonly leaves: readonly Chat[];
  /** To be invited to. */
  readonly joins: readonly Chat[];
  readonly stays: readonly Chat[];
}

/** Names one movement of one order: carried out under this key once. Holds ids of people, so it is kept as a pseudonym only. */
export const movementKey = (movement: Movement): string => {
  const { kind, order, since = '' } = movement;
  const who = kind === 'enrol' ? [movement.person.id, ...movement.person.classes] : [movement.person ?? ''];
  const where = kind === 'transfer' ? [movement.to] : [];
  const stands =
    kind === 'substitute' || kind === 'replace'
      ? [movement.by, movement.class ?? '', kind === 'substitute' ? movement.until : '']
      : [];
  return ['movement', kind, ...who, ...where, ...stands, since, order.number.toLowerCase(), order.date].join('|');
};

/** The order as it is cited: `приказ 03-05-17 от 02.10.2026`. */
export const actOf = ({ order: { number, date } }: Movement): string => `приказ ${number} от ${printDay(date)}`;

/** «2.10.2026», «02.10.26»; nothing for a day that the calendar has not. */
export const readDay = (typed: string): Day | undefined => {
  const [date = '', month = '', year = ''] = typed.split('.');
  const iso = [year.padStart(4, '20'), month.padStart(2, '0'), date.padStart(2, '0')].join('-');
  return dayjs.utc(iso).format('YYYY-MM-DD') === iso ? iso : undefined;
};

export const printDay = (day: Day): string => day.split('-').reverse().join('.');
/** The first moment of a day in the school's time zone. */
export const beginningOf = (day: Day, zone: string): number => dayjs.tz(day, zone).valueOf();
/** The first moment after a day. */
export const endOf = (day: Day, zone: string): number =>
  beginningOf(dayjs.utc(day).add(1, 'day').format('YYYY-MM-DD'), zone);
export const dayOf = (at: number, zone: string): Day => dayjs.tz(at, zone).format('YYYY-MM-DD');

/** What to say to the same movement once more. */
export const doneBefore = (at: number, zone: string): Text =>
  text('movement-done-before', { at: dayjs.tz(at, zone).format('DD.MM.YYYY HH:mm') });
