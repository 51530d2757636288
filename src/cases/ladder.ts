import type { Conduct, MeasureKind, Strike } from '../domain/case.js';
import type { ChatRef } from '../domain/refs.js';
import { DAY, HOUR, MINUTE } from '../domain/time.js';

/** Findings of one person in one chat within this span are one episode, and at most one strike. */
export const EPISODE = 15 * MINUTE;

/** One step: what the bot does by itself, always provisional, and how far people may go. */
export interface Step {
  readonly measure: MeasureKind;
  /** How long the bot limits by itself. */
  readonly hours?: number | undefined;
  /** How long the class teacher may limit. */
  readonly upToDays?: number | undefined;
  /** Whether the administration may exclude. */
  readonly exclusion?: boolean | undefined;
}

/** Measures as the school has adopted them in its chat rules. */
export interface Ladder {
  /** Days for which a strike stands. */
  readonly days: number;
  /** From the first breach on; the last step holds for all that follow. */
  readonly steps: readonly Step[];
}

export interface Breach {
  readonly case: string;
  readonly chat: ChatRef;
  /** When it was written. */
  readonly at: number;
  /** When what stands against people is forgotten: the end of the school year. */
  readonly yearEnds: number;
}

export const stands = ({ state, at, until }: Strike, now: number): boolean =>
  state === 'counts' && at <= now && now < until;

/** Strikes that stand at this moment. */
export const standing = ({ strikes }: Conduct, now: number): readonly Strike[] =>
  strikes.filter((strike) => stands(strike, now));

/** Whether this chat has had its strike of this quarter of an hour; one taken back was none, nor one of last school year. */
const sameEpisode = ({ strikes }: Conduct, { chat, at }: Breach): boolean =>
  strikes.some((one) => one.chat === chat && one.state !== 'void' && at < one.until && Math.abs(at - one.at) < EPISODE);

export interface Next {
  readonly conduct: Conduct;
  /** Absent: it costs nothing more than the message. */
  readonly step?: { readonly number: number; readonly until: number } & Step;
}

const strikeOf = ({ case: of, chat, at, yearEnds }: Breach, { days }: Ladder, state: Strike['state']): Strike => ({
  case: of,
  chat,
  at,
  until: Math.min(at + days * DAY, yearEnds),
  state,
});

/** A strike that a person gives: it counts at once, and once a case. */
export const struck = (conduct: Conduct, one: Breach, ladder: Ladder): Conduct =>
  conduct.strikes.some((strike) => strike.case === one.case)
    ? conduct
    : { strikes: [...conduct.strikes, strikeOf(one, ladder, 'counts')] };

/**
 * What a breach comes to. The same case twice, or a second one of an episode, changes nothing. A warning stands at once; a
 * limit stands against somebody only when a person has confirmed it.
 */
export const breach = (conduct: Conduct, one: Breach, ladder: Ladder): Next => {
  if (conduct.strikes.some((strike) => strike.case === one.case) || sameEpisode(conduct, one)) return { conduct };
  const number = Math.min(standing(conduct, one.at).length + 1, ladder.steps.length);
  const step = ladder.steps[number - 1];
  if (step === undefined) return { conduct };
  const strike = strikeOf(one, ladder, step.measure === 'warning' ? 'counts' : 'pending');
  const until = step.measure === 'warning' ? strike.until : one.at + (step.hours ?? 0) * HOUR;
  return { conduct: { strikes: [...conduct.strikes, strike] }, step: { ...step, number, until } };
};

/** With this case's strike in another state; what was taken back stays so. */
export const settled = (conduct: Conduct, of: string, state: 'counts' | 'void'): Conduct => ({
  strikes: conduct.strikes.map((strike) =>
    strike.case === of && strike.state !== 'void' ? { ...strike, state } : strike,
  ),
});

/** Without what no longer stands for anything. */
export const forgotten = ({ strikes }: Conduct, now: number): Conduct => ({
  strikes: strikes.filter(({ until }) => until > now),
});
