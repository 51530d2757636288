import type { Appeal, Case, Conduct, Measure } from '../domain/case.js';
import { DAY } from '../domain/time.js';
import { settled } from './ladder.js';

/** A case together with all that stands against whom it is about. */
export interface Matter {
  /** `caseId`. */
  readonly id: string;
  readonly case: Case;
  readonly conduct: Conduct;
}

/** What somebody of the roster has decided, and what he says to it. */
export interface Word {
  readonly by: string;
  readonly at: number;
  readonly words?: string;
}

/** Why a step changes nothing. */
export type Unmoved =
  /** A person has decided it already. */
  | 'decided'
  /** It had ended by itself before. */
  | 'over'
  /** There is nothing of the kind. */
  | 'nothing'
  /** It has been said already. */
  | 'again';

export type Moved = { readonly matter: Matter } | { readonly unmoved: Unmoved };

const unmoved = (why: Unmoved): Moved => ({ unmoved: why });

/** An objection nobody has decided yet. */
export const openAppeal = ({ appeal }: Case): Appeal | undefined => (appeal?.decided ? undefined : appeal);

/** A limit a person has still to decide about. */
export const isProvisional = ({ measure }: Case): boolean =>
  measure?.kind === 'read-only' && measure.state === 'provisional';

/** Why nobody can decide about the measure, or the hidden message, any more. */
export const undecidable = ({ decided, measure, wrong }: Case, at: number): 'decided' | 'over' | undefined => {
  if (decided !== undefined || wrong) return 'decided';
  if (measure?.state === 'lapsed') return 'over';
  if (measure?.state === 'confirmed' || measure?.state === 'cancelled') return 'decided';
  return measure !== undefined && at >= measure.until ? 'over' : undefined;
};

/** Without an end it is still open: a measure, or an objection, waits for somebody. */
export const closing = (one: Case, at: number): Case => {
  const { closed: _was, ...rest } = one;
  return openAppeal(rest) || isProvisional(rest) ? rest : { ...rest, closed: at };
};

const limit = (measure: Measure, days: number | undefined): number =>
  days === undefined ? measure.until : Math.max(measure.until, measure.from + days * DAY);

/**
 * The measure stands, and its strike counts; what was held stays hidden.
 * @param days from the beginning of the limit, when it is to be longer
 */
export const confirm = (matter: Matter, word: Word, days?: number): Moved => {
  const { id, case: one, conduct } = matter;
  const why = undecidable(one, word.at);
  if (why) return unmoved(why);
  const { measure } = one;
  const stands: Case = {
    ...one,
    ...(measure && { measure: { ...measure, state: 'confirmed' as const, until: limit(measure, days) } }),
    decided: { ...word, as: 'confirmed' },
  };
  return { matter: { id, case: closing(stands, word.at), conduct: settled(conduct, id, 'counts') } };
};

const taken = ({ id, case: one, conduct }: Matter, word: Word, wrong: boolean): Moved => {
  const { measure } = one;
  const appeal = openAppeal(one);
  const back: Case = {
    ...one,
    ...(measure && { measure: { ...measure, state: 'cancelled' as const } }),
    ...(appeal && { appeal: { ...appeal, decided: { ...word, as: 'cancelled' as const } } }),
    ...(wrong && { wrong: true as const }),
    decided: { ...word, as: 'cancelled' },
  };
  return { matter: { id, case: closing(back, word.at), conduct: settled(conduct, id, 'void') } };
};

/**
 * The measure is taken back and its strike counts for nothing; an objection to it has its end with that.
 * @param wrong whether nothing was to be objected to in the message: the bot had erred
 */
export const cancel = (matter: Matter, word: Word, wrong: boolean): Moved => {
  const why = undecidable(matter.case, word.at);
  return why ? unmoved(why) : taken(matter, word, wrong);
};

/** Whoever has set a measure of his own accord may think better of it while it lasts; of the bot's an objection decides. */
export const isOwnDecision = (
  { by, decided, measure, wrong, excluded }: Case,
  who: string | undefined,
  at: number,
): boolean =>
  who !== undefined &&
  by === who &&
  decided?.by === who &&
  measure?.state === 'confirmed' &&
  at < measure.until &&
  !wrong &&
  excluded === undefined;

/** The same as `cancel`, also of what was confirmed by whoever takes it back. */
export const takeBack = (matter: Matter, word: Word, wrong: boolean): Moved =>
  isOwnDecision(matter.case, word.by, word.at) ? taken(matter, word, wrong) : cancel(matter, word, wrong);

/** A limit nobody has confirmed has ended: it counts for nothing (152-ФЗ art. 16). */
export const lapse = (matter: Matter, at: number): Moved => {
  const { id, case: one, conduct } = matter;
  const { measure } = one;
  if (measure === undefined || !isProvisional(one)) return unmoved('nothing');
  if (at < measure.until) return unmoved('again');
  const lapsed: Case = { ...one, measure: { ...measure, state: 'lapsed' } };
  return { matter: { id, case: closing(lapsed, at), conduct: settled(conduct, id, 'void') } };
};

/** The message stands after all, and its author was never told of a measure: what nobody knows of counts for nothing. */
export const drop = (matter: Matter, at: number): Moved => {
  const { id, case: one, conduct } = matter;
  const { measure } = one;
  if (measure === undefined) return unmoved('nothing');
  const why = undecidable(one, at);
  if (why && !isOwnDecision(one, one.by, at)) return unmoved(why);
  const dropped: Case = { ...one, measure: { ...measure, state: 'lapsed' } };
  return { matter: { id, case: closing(dropped, at), conduct: settled(conduct, id, 'void') } };
};

/** Whoever is in the conflict decides nothing of it: it goes to somebody else. */
export const stepAside = (matter: Matter, who: string): Moved => {
  const { parties } = matter.case;
  if (parties.includes(who)) return unmoved('again');
  const { asked, ...rest } = matter.case;
  const case_: Case = { ...rest, ...(asked && asked.who !== who && { asked }), parties: [...parties, who] };
  return { matter: { ...matter, case: case_ } };
};

/** Objected to: once. What had its end is open again. */
export const object = (matter: Matter, appeal: Appeal): Moved => {
  if (matter.case.appeal !== undefined) return unmoved('again');
  const { closed: _was, ...rest } = matter.case;
  return { matter: { ...matter, case: { ...rest, appeal } } };
};

/** The objection is right: the bot had erred, and nothing of it counts, whatever was decided before. */
export const grant = (matter: Matter, word: Word): Moved => {
  const { id, case: one, conduct } = matter;
  const appeal = openAppeal(one);
  if (appeal === undefined) return unmoved(one.appeal ? 'decided' : 'nothing');
  const { measure } = one;
  const back: Case = {
    ...one,
    ...(measure && { measure: { ...measure, state: 'cancelled' as const } }),
    appeal: { ...appeal, decided: { ...word, as: 'cancelled' } },
    wrong: true,
  };
  return { matter: { id, case: closing(back, word.at), conduct: settled(conduct, id, 'void') } };
};

/** The objection changes nothing; whether the measure stands is still for whoever decides about that. */
export const decline = (matter: Matter, word: Word): Moved => {
  const appeal = openAppeal(matter.case);
  if (appeal === undefined) return unmoved(matter.case.appeal ? 'decided' : 'nothing');
  const one: Case = { ...matter.case, appeal: { ...appeal, decided: { ...word, as: 'confirmed' } } };
  return { matter: { ...matter, case: closing(one, word.at) } };
};

/** Excluded by the administration (`domain.md` §3.3, step 4): what was provisional stands with it. */
export const exclude = (matter: Matter, word: Word): Moved => {
  const { id, case: one, conduct } = matter;
  if (one.excluded) return unmoved('again');
  const { measure } = one;
  if (measure === undefined) return unmoved('nothing');
  if (measure.state === 'cancelled') return unmoved('decided');
  if (measure.state === 'lapsed') return unmoved('over');
  const out: Case = {
    ...one,
    measure: { ...measure, state: 'confirmed' },
    decided: one.decided ?? { ...word, as: 'confirmed' },
    excluded: { by: word.by, at: word.at, words: word.words ?? '' },
  };
  return { matter: { id, case: closing(out, word.at), conduct: settled(conduct, id, 'counts') } };
};
