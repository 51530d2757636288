import type { Chat } from '../domain/chat.js';
import { type Finding, membershipId } from '../domain/membership.js';
import type { Person, Role } from '../domain/person.js';
import type { Held } from '../domain/records.js';
import { type AccountRef, isCommunity } from '../domain/refs.js';
import { findingOf } from '../membership/finding.js';
import type { Known } from './known.js';
import { roleOfIn } from './own-chats.js';
import { linkWaits } from './people-waiting.js';

/** An account in a chat: whom it is linked to, as who it is there, and what is wrong about it. */
export interface Place {
  readonly chat: Chat;
  readonly account: AccountRef;
  readonly person?: Person;
  readonly role?: Role;
  readonly finding?: Finding;
  /** Linked by a card of the staff's, but nobody has said yet that it is really this person: nobody known till then. */
  readonly waits?: true;
  /** What was found before. */
  readonly held?: Held<'membership'>;
}

export const placeOf = async (account: AccountRef, chat: Chat, known: Known): Promise<Place> => {
  const [{ person: linked }, held] = await Promise.all([
    known.people.facts(account),
    known.records.get('membership', membershipId(chat.ref, account)),
  ]);
  const waits = linked !== undefined && (await linkWaits(linked, known, account));
  const person = waits ? undefined : linked;
  const role = person && (await roleOfIn(person, chat, known));
  const admitted = held?.value.decided?.as === 'admitted';
  const finding = findingOf({ community: isCommunity(account), person, role, admitted }, chat, known.now);
  return {
    chat,
    account,
    ...(person && { person }),
    ...(role && { role }),
    ...(finding && { finding }),
    ...(waits && { waits }),
    ...(held && { held }),
  };
};
