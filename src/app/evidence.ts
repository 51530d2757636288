import { courseOf } from '../cases/course.js';
import { isProvisional, openAppeal } from '../cases/decisions.js';
import type { Case, Evidence } from '../domain/case.js';
import type { Change } from '../domain/change.js';
import { type Held, keep } from '../domain/records.js';
import { DAY } from '../domain/time.js';
import type { Known } from './known.js';
import { addWorkingDays, daysOf } from './working-days.js';

/** Working days after which what nobody disputes is no longer kept whole (`domain.md` §0a.17). */
const UNDISPUTED_DAYS = 3;
/** The fragment is kept so long after a case was closed (§4.1). */
export const FRAGMENT_FOR = 30 * DAY;
/** Nothing is kept longer, even when it is grave or was never closed. */
export const AT_MOST = 180 * DAY;
/** What nobody decides about, or only the school's commission can, is not kept whole for ever. */
const WAITS_FOR = 30 * DAY;

/** When the whole is looked at: whether it may go. */
export const trimAt = (id: string, at: number): Change => ({
  put: 'timer',
  timer: { key: `evidence-trim:${id}`, at, job: 'evidence-trim', data: { case: id } },
});

/** The whole goes after three working days, unless somebody objects or has still to decide. */
export const undisputed = async (id: string, known: Known): Promise<Change> =>
  trimAt(id, addWorkingDays(known.now, UNDISPUTED_DAYS, await daysOf(known)));

/** Without the whole: only the fragment is left. */
export const trimmed = ({ whole: _gone, ...rest }: Evidence): Evidence => rest;

/** Whether somebody still needs the whole to decide. */
export const isNeeded = (one: Case, now: number): boolean => {
  const appeal = openAppeal(one);
  if (appeal?.to !== undefined) return true;
  const held = one.removed !== 'deleted' && one.measure === undefined && one.decided === undefined;
  return (appeal !== undefined || held || isProvisional(one)) && one.opened + WAITS_FOR > now;
};

/** What calls people is theirs to hand over. */
const isGrave = ({ category, wrong }: Case): boolean => !wrong && courseOf(category, 'alert') === 'call';

/** Whether nothing of what was taken away is kept any more. */
export const isForgotten = (one: Case | undefined, now: number): boolean => {
  if (one === undefined || one.opened + AT_MOST <= now) return true;
  if (openAppeal(one)?.to !== undefined || isGrave(one)) return false;
  return one.closed !== undefined && one.closed + FRAGMENT_FOR <= now;
};

/** The fragment is all that is left of a decided case's evidence. */
export const onlyFragment = async (id: string, { records }: Pick<Known, 'records'>): Promise<readonly Change[]> => {
  const held: Held<'evidence'> | undefined = await records.get('evidence', id);
  return [
    ...(held?.value.whole ? [keep('evidence', id, trimmed(held.value), held)] : []),
    { put: 'no-timer', key: `evidence-trim:${id}` },
  ];
};
