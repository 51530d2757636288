import type { Action } from '../domain/action.js';
import { type AccountRef, inChat, type PlaceRef, type PlatformName, platformOf } from '../domain/refs.js';
import { type Text, text } from '../domain/text.js';
import { placeOf, type Update } from '../domain/update.js';
import type { Records } from '../ports/stores.js';

/** Messengers of other countries: law 41-FZ leaves a school nothing but order in them, unless it has a ground of its own. */
const FOREIGN: readonly PlatformName[] = ['telegram'];
/** Whether a messenger is none of the school's own country. */
export const isForeign = (platform: PlatformName): boolean => FOREIGN.includes(platform);
/** Of somebody's accounts those of the school's own messengers first: through the others it may have to be silent. */
export const nearestFirst = <T extends { readonly account: AccountRef }>(accounts: readonly T[]): readonly T[] => {
  const far = ({ account }: T): number => Number(isForeign(platformOf(account)));
  return accounts.toSorted((one, other) => far(one) - far(other) || (one.account < other.account ? -1 : 1));
};
/** The id of the `act` by which a school writes through them. */
export const FOREIGN_ACT = 'foreign-messenger';

/**
 * What is said in the name of order, by the beginning of its key: all else waits for the school's ground. For the school:
 * `docs/telegram.md`.
 */
const ORDER: readonly RegExp[] = [
  // What was hidden, from whom and why; measures, cards of those who decide, objections and what came of them.
  /^(?:notice|case|appeal|return|sanction|lift|complaint|photo|aim|forecast)-/u,
  /^group-(?:hidden|returned|photo|pinned-rules)/u,
  // Somebody may be in danger, or their account in other hands.
  /^(?:call|crisis|bullying|everyday|hacked|relink)(?:-|$)/u,
  /^group-scam$/u,
  // Who may be in a chat, and whose account it is: without that nobody can be judged by the rules of a pupil or a parent.
  /^(?:join|code|role)-|^(?:group-)?membership-(?!hello|welcome|rules)/u,
  /^group-(?:code|chat|observe|no-rights|refused|scam)/u,
  /^(?:chat-form|observe-form|added-to-chat|people-waits|refuse|rights)/u,
  // The notice of the move, and this switch itself.
  /^migration-(?:notice|farewell)$/u,
  /^(?:group-)?foreign-/u,
];

const isOrder = ({ key }: Text): boolean => ORDER.some((pattern) => pattern.test(key));

/** Whether this says something that is no matter of order through a messenger of another country. */
const strays = (action: Action): boolean => {
  if (action.do === 'edit') return FOREIGN.includes(platformOf(action.message.place)) && !isOrder(action.text);
  return action.do === 'send' && FOREIGN.includes(platformOf(action.to)) && !isOrder(action.text);
};

/** The same without what strays, and what waits behind it likewise: `withheld` is refused before the messenger hears of it. */
const kept = (action: Action): Action => {
  if (strays(action)) return { ...action, withheld: true };
  if (action.do === 'delete') {
    const { afterwards, otherwise, ...rest } = action;
    return {
      ...rest,
      ...(afterwards && { afterwards: afterwards.map(kept) }),
      ...(otherwise && { otherwise: kept(otherwise) }),
    };
  }
  return action.do === 'send' && action.otherwise ? { ...action, otherwise: kept(action.otherwise) } : action;
};

const reason = (to: PlaceRef, update: Update): Action => ({
  do: 'send',
  to,
  text: text(inChat(to) ? 'group-foreign-shut' : 'foreign-shut'),
  ...(inChat(to) && update.kind === 'message' ? { replyTo: update.message.ref } : {}),
});

/** What waits for an action to end. */
const behind = (action: Action): readonly Action[] => {
  if (action.do !== 'delete' && action.do !== 'send') return [];
  const after = action.do === 'delete' ? (action.afterwards ?? []) : [];
  return action.otherwise ? [...after, action.otherwise] : after;
};

/** Whether any of these, or what waits behind it, needs the school's ground. */
const needsGround = (actions: readonly Action[]): boolean =>
  actions.some((action) => strays(action) || needsGround(behind(action)));

/**
 * What may go out while the school has recorded no ground: order is kept, nothing else is said. Whoever wrote there reads why
 * he gets no answer, once.
 */
export const withinLaw = (actions: readonly Action[], update: Update): readonly Action[] => {
  const place = placeOf(update);
  const unanswered = actions.some((action) => action.do === 'send' && action.to === place && strays(action));
  return [...actions.map(kept), ...(unanswered && place !== undefined ? [reason(place, update)] : [])];
};

/** Whether the school writes through messengers of other countries: an order of its own is recorded. */
export const writesAbroad = async (records: Pick<Records, 'get'>): Promise<boolean> =>
  (await records.get('act', FOREIGN_ACT)) !== undefined;

/** The actions of one decision as far as the school may carry them out. The only place where that is looked at. */
export const lawful = async <T extends { readonly actions: readonly Action[] }>(
  thought: T,
  update: Update,
  abroad: () => Promise<boolean>,
): Promise<T> =>
  needsGround(thought.actions) && !(await abroad())
    ? { ...thought, actions: withinLaw(thought.actions, update) }
    : thought;
