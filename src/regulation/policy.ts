import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';
import type { ChatRules, Edition } from './edition.js';

dayjs.extend(utc);
dayjs.extend(timezone);

/** A document and the instant it comes into force: midnight of its date in the school's time zone. */
export interface Dated<D> {
  readonly document: D;
  readonly since: number;
}

/** All that the school has adopted, editions oldest first. */
export interface Policy {
  readonly editions: readonly Dated<Edition>[];
  /** Absent when the school has none. */
  readonly chatRules?: Dated<ChatRules>;
}

const dated = <D extends { readonly requisites: { readonly inForceFrom: string } }>(
  document: D,
  zone: string,
): Dated<D> => ({ document, since: dayjs.tz(document.requisites.inForceFrom, zone).valueOf() });

export const policyOf = (editions: readonly Edition[], chatRules: ChatRules | undefined, zone: string): Policy => ({
  editions: editions.map((edition) => dated(edition, zone)).toSorted((a, b) => a.since - b.since),
  ...(chatRules === undefined ? {} : { chatRules: dated(chatRules, zone) }),
});
