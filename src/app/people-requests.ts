import type { Held } from '../domain/records.js';
import { inTurn, type RequestKind } from '../domain/request.js';
import { text } from '../domain/text.js';
import { publicationHandling } from './announcements-request.js';
import type { Call, Reply } from './command.js';
import { joinHandling } from './join-request.js';
import { asCard, type Card, type Handling } from './people-card.js';
import { relinkHandling } from './people-relink.js';
import { roleHandling } from './people-role.js';
import { momentVars } from './people-when.js';
import { pollHandling } from './polls-request.js';
import { here } from './reply.js';

/** How each kind of request is decided: a kind without a line is not shown. */
const HANDLINGS: Readonly<Partial<Record<RequestKind, Handling>>> = {
  role: roleHandling,
  relink: relinkHandling,
  join: joinHandling,
  publication: publicationHandling,
  poll: pollHandling,
};

/** The open requests that whoever calls may decide, the oldest first. */
export const openRequests = async (call: Call): Promise<readonly (readonly [Held<'request'>, Card])[]> => {
  const open = (await call.records.all('request')).filter(({ value }) => value.state === 'open');
  const shown: (readonly [Held<'request'>, Card])[] = [];
  for (const held of open.sort((one, other) => inTurn(one.value, other.value))) {
    const handling = HANDLINGS[held.value.kind];
    if (handling === undefined || held.value.person === call.person?.id) continue;
    const { permission, scope } = await handling.right(held.value, call);
    if ((await call.may(permission, scope)).granted !== 'yes') continue;
    if (call.person && (await handling.before?.(held.value, call.person, call)) === false) continue;
    const card = await handling.card(held.value, call);
    if (card) shown.push([held, card]);
  }
  return shown;
};

/** Cards in a row: as many as one still reads. */
const MOST = 5;

/** The first of these requests as cards. */
export const requestCards = (open: readonly (readonly [Held<'request'>, Card])[]) =>
  open.slice(0, MOST).map(([{ id }, card]) => asCard(card, id));

const only = (call: Call, key: string, because: string): Reply => ({
  actions: [here(call, text(key))],
  changes: [],
  because,
});

/** Decided by somebody else meanwhile. */
const tooLate = ({ value }: Held<'request'>, call: Call): Reply => {
  const at = value.decided?.at ?? value.asked;
  const words = text('requests-decided', { state: value.state, ...momentVars(at, call.zone) });
  return {
    actions: [here(call, words)],
    changes: [],
    because: 'decided-before',
    snack: text('requests-snack-decided'),
  };
};

/** What follows from an answer to a card. Rights are looked at again: they may have changed since it was shown. */
export const hearCard = async (id: string, option: string | undefined, call: Call): Promise<Reply> => {
  const held = await call.records.get('request', id);
  if (held === undefined) return only(call, 'requests-gone', 'gone');
  if (held.value.state !== 'open') return tooLate(held, call);
  const handling = HANDLINGS[held.value.kind];
  if (handling === undefined || option === undefined) return only(call, 'requests-gone', 'gone');
  if (held.value.person !== undefined && held.value.person === call.person?.id)
    return only(call, 'requests-own', 'own');
  const { permission, scope } = await handling.right(held.value, call);
  const permitted = await call.may(permission, scope);
  if (permitted.granted !== 'yes') return { actions: [here(call, permitted.text)], changes: [], because: 'refused' };
  // The account it is about may be gone meanwhile.
  if ((await handling.card(held.value, call)) === undefined) return only(call, 'requests-gone', 'gone');
  return (await handling.settle(held, option, call)) ?? only(call, 'requests-gone', 'gone');
};
