import type { Worded } from './action.js';
import type { Outcome, Refusal } from './outcome.js';

/** Refusals after which another way is worth trying. */
const ANOTHER_WAY: readonly Refusal[] = ['not-allowed-to-write', 'no-right', 'unknown-target', 'too-old'];

/** An action that waits for another one to end; its id is the other one's id, its `way` and, from the second on, its place. */
export interface FollowUp {
  readonly way: 'after' | 'else';
  readonly place: number;
  readonly action: Worded;
}

/** What is pinned is known once it was sent: see `targeted`. */
const pinOf = ({ to, pinned }: Extract<Worded, { do: 'send' }>): Worded | undefined =>
  pinned ? { do: 'pin', message: { place: to, id: '' } } : undefined;

/** A follow-up that is about the message the first action made. */
export const targeted = (action: Worded, outcome: Outcome): Worded => {
  const made = 'message' in outcome ? outcome.message : undefined;
  return action.do === 'pin' && made ? { ...action, message: made } : action;
};

export const followUpsOf = (action: Worded): readonly FollowUp[] => {
  if (action.do !== 'delete' && action.do !== 'send') return [];
  const { otherwise } = action;
  const pin = action.do === 'send' ? pinOf(action) : undefined;
  const after = action.do === 'delete' ? (action.afterwards ?? []) : pin ? [pin] : [];
  return [
    ...after.map((next, place) => ({ way: 'after', place, action: next }) as const),
    ...(otherwise ? [{ way: 'else', place: 0, action: otherwise } as const] : []),
  ];
};

/** Whether the turn of the one that waits has come, now that the first has ended so. */
export const comesTrue = ({ way }: FollowUp, outcome: Outcome): boolean => {
  switch (outcome.is) {
    case 'done':
    case 'gone':
    case 'degraded':
    case 'simulated':
      return way === 'after';
    case 'refused':
      return way === 'else' && ANOTHER_WAY.includes(outcome.why);
    case 'unsupported':
    case 'uncertain':
      return false;
  }
};

export const followUpId = (id: string, { way, place }: Pick<FollowUp, 'way' | 'place'>): string =>
  `${id}/${way}${place === 0 ? '' : place + 1}`;
