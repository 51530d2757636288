import { DAY, HOUR, MINUTE } from '../../src/domain/time.js';

/** Thirty lines that say what the ladder is: no state but what people and the clock have done. */
export interface Seen {
  readonly chat: number;
  readonly at: number;
  /** 0: it cost nothing but the message. */
  readonly step: number;
  /** When its measure ends by itself. */
  until: number;
  said?: 'confirmed' | 'cancelled';
  appeal?: 'open' | 'granted' | 'declined';
}
/** Years of forty days, to have several of them. */
export const yearEnds = (at: number): number => (Math.floor(at / (40 * DAY)) + 1) * 40 * DAY;
const strikeEnds = ({ at }: Seen): number => Math.min(at + 30 * DAY, yearEnds(at));
const taken = ({ said, appeal }: Seen): boolean => said === 'cancelled' || appeal === 'granted';

export const state = (one: Seen, now: number): string => {
  if (taken(one)) return 'cancelled';
  if (one.said === 'confirmed') return 'confirmed';
  return one.step > 1 && now >= one.until ? 'lapsed' : 'provisional';
};
const counts = (one: Seen, now: number): boolean =>
  one.step > 0 && now < strikeEnds(one) && !taken(one) && (one.step === 1 || one.said === 'confirmed');
export const standing = (all: readonly Seen[], now: number): number => all.filter((one) => counts(one, now)).length;

export const seen = (all: readonly Seen[], chat: number, at: number): Seen => {
  const sameEpisode = all.some(
    (one) =>
      one.step > 0 &&
      one.chat === chat &&
      at - one.at < 15 * MINUTE &&
      at < strikeEnds(one) &&
      !taken(one) &&
      state(one, at) !== 'lapsed',
  );
  const step = sameEpisode ? 0 : Math.min(standing(all, at) + 1, 4);
  const one = { chat, at, step, until: 0 };
  return { ...one, until: step === 0 ? Number.POSITIVE_INFINITY : step === 1 ? strikeEnds(one) : at + 24 * HOUR };
};
export const open = (one: Seen, now: number): boolean =>
  one.said === undefined && one.appeal !== 'granted' && now < one.until;
export const closed = (one: Seen, now: number): boolean =>
  one.appeal !== 'open' &&
  state(one, now) !== (one.step > 1 ? 'provisional' : '') &&
  (one.said !== undefined || one.appeal !== undefined || state(one, now) === 'lapsed');
