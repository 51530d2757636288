import type { Change } from '../domain/change.js';
import type { Chat } from '../domain/chat.js';
import { keep } from '../domain/records.js';
import type { Verdict } from '../domain/verdict.js';
import { groundOf } from './incident.js';
import type { Known } from './known.js';

/** Decisions that take a message away. */
const HIDES: readonly Verdict['decision'][] = ['hold', 'delete', 'alert'];

/** Rules that would have hidden this message: those the school lets only watch; in a chat that is only watched, any. */
const wouldHide = (verdict: Verdict, observing: boolean): readonly string[] => {
  const withheld = (verdict.withheld ?? []).filter(({ decision }) => HIDES.includes(decision)).map(({ rule }) => rule);
  const done = observing && HIDES.includes(verdict.decision) ? groundOf(verdict)?.rule : undefined;
  return [...new Set([...withheld, ...(done === undefined ? [] : [done])])].slice(0, 1);
};

/** Counts what is not done, for the weekly summary: one a message, under the first of its rules. */
export const countedForecast = async (
  verdict: Verdict,
  { ref, mode }: Chat,
  { records, now }: Known,
): Promise<readonly Change[]> => {
  const rules = wouldHide(verdict, mode === 'observe');
  if (rules.length === 0) return [];
  const held = await records.get('forecast', ref);
  const { since, would } = held?.value ?? { since: now, would: {} };
  const more = Object.fromEntries(rules.map((rule) => [rule, (would[rule] ?? 0) + 1]));
  return [keep('forecast', ref, { since, would: { ...would, ...more } }, held)];
};
