import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';
import type { ChatRules, Edition } from './edition.js';
import type { Matrix } from './permissions.js';

dayjs.extend(utc);
dayjs.extend(timezone);

/** A document and the instant it comes into force: midnight of its date in the school's time zone. */
export interface Dated<D> {
  readonly document: D;
  readonly since: number;
}

/** All that the school has adopted, editions oldest first; each ends the one before it. */
export interface Policy {
  readonly editions: readonly Dated<Edition>[];
  /** Absent when the school has none. */
  readonly chatRules?: Dated<ChatRules>;
  /** Who may do what; absent: nobody anything. */
  readonly permissions?: Matrix;
  readonly zone: string;
}

/** The first moment of a date, `2024-08-31`. */
export const midnight = (date: string, zone: string): number => dayjs.tz(date, zone).valueOf();

const dated = <D extends { readonly requisites: { readonly inForceFrom: string } }>(
  document: D,
  zone: string,
): Dated<D> => ({ document, since: midnight(document.requisites.inForceFrom, zone) });

const ordered = (editions: readonly Edition[], zone: string): Policy['editions'] =>
  editions.map((edition) => dated(edition, zone)).toSorted((a, b) => a.since - b.since);

export const policyOf = (
  editions: readonly Edition[],
  chatRules: ChatRules | undefined,
  zone: string,
  permissions?: Matrix,
): Policy => ({
  editions: ordered(editions, zone),
  ...(chatRules === undefined ? {} : { chatRules: dated(chatRules, zone) }),
  ...(permissions === undefined ? {} : { permissions }),
  zone,
});

const dateOf = ({ requisites }: Edition): string => requisites.inForceFrom;

/** With editions adopted while the bot runs; one of the same date takes the place of the one that was there. */
export const policyWith = (policy: Policy, adopted: readonly Edition[]): Policy => {
  const latest = adopted.filter((one, i) => adopted.findLastIndex((other) => dateOf(other) === dateOf(one)) === i);
  const kept = policy.editions
    .map(({ document }) => document)
    .filter((old) => !latest.some((one) => dateOf(one) === dateOf(old)));
  return { ...policy, editions: ordered([...kept, ...latest], policy.zone) };
};
