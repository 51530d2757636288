import type { Change } from '../domain/change.js';
import type { Person } from '../domain/person.js';
import type { Option } from '../domain/question.js';
import { type Held, keep } from '../domain/records.js';
import { decidedAs, type Request } from '../domain/request.js';
import type { Text } from '../domain/text.js';
import { DAY } from '../domain/time.js';
import type { Permission, Scope } from '../regulation/permissions.js';
import type { Ask } from './ask.js';
import type { Call, Reply } from './command.js';
import type { Known } from './known.js';
import { dialogsOf, whoMay } from './people-who.js';

/** Hears the answers to all cards. */
const HEARS = 'заявки';
/** A card may be answered so long; `/заявки` shows it anew. */
const KEPT = 14 * DAY;

/** A request as it is laid before somebody. */
export interface Card {
  readonly words: Text;
  readonly options: readonly Option[];
}

/** How requests of one kind are shown and decided. */
export interface Handling {
  /** What somebody must be allowed to do to decide this one. */
  readonly right: (
    request: Request,
    known: Known,
  ) => Promise<{ readonly permission: Permission; readonly scope: Scope }>;
  /** Of those who have the right, who it is laid before; absent: everybody. */
  readonly before?: (request: Request, person: Person, known: Known) => Promise<boolean>;
  /** Nothing when there is nothing left to decide. */
  readonly card: (request: Request, known: Known) => Promise<Card | undefined>;
  /** What follows from the chosen option; `undefined` for one that is none. */
  readonly settle: (held: Held<'request'>, option: string, call: Call) => Promise<Settled | undefined>;
}

export type Settled = Pick<Reply, 'actions' | 'changes' | 'because' | 'snack' | 'asks'>;

/** The change by which a request is decided. */
export const decide = (held: Held<'request'>, state: 'granted' | 'declined', { person, now }: Call): Change =>
  keep('request', held.id, decidedAs(held.value, state, person?.id ?? '', now), held);

export const asCard = ({ words, options }: Card, request: string): Ask => ({
  words,
  options,
  data: { request },
  kept: KEPT,
  asks: HEARS,
});

/** The card for everybody who may decide, but the one it is about. */
export const askDeciders = async (
  id: string,
  request: Request,
  { right, card }: Handling,
  known: Known,
): Promise<readonly Ask[]> => {
  const shown = await card(request, known);
  if (shown === undefined) return [];
  const { permission, scope } = await right(request, known);
  const deciders = (await whoMay(permission, scope, known)).filter((one) => one.id !== request.person);
  return (await dialogsOf(deciders, known)).map(({ person, to }) => ({ ...asCard(shown, id), to, whom: person.id }));
};
