import type { Action } from '../domain/action.js';
import type { Change } from '../domain/change.js';
import { sameCode } from '../domain/code.js';
import { shortName } from '../domain/names.js';
import type { Person } from '../domain/person.js';
import { keep } from '../domain/records.js';
import type { AccountRef } from '../domain/refs.js';
import { type Text, text } from '../domain/text.js';
import { afterwards } from '../membership/invite.js';
import { sendDoors } from './chat-doors.js';
import type { Call, Reply } from './command.js';
import { heldAgainst } from './held-against.js';
import type { Known } from './known.js';
import { cited } from './may.js';
import { chatsFor } from './own-chats.js';
import { dialogsOf } from './people-who.js';
import { reinstated } from './reinstating.js';
import { here } from './reply.js';

type Followed = Pick<Reply, 'actions' | 'changes' | 'asks'>;

const invitesOf = async (person: string, { records }: Pick<Known, 'records'>) =>
  (await records.all('invite')).filter(({ value }) => value.person === person);

/** The person's invites that this account has claimed now. */
const claims = async (person: Person, account: AccountRef, known: Known): Promise<readonly Change[]> => {
  const event = { is: 'claimed', at: known.now, person: person.id, account } as const;
  return (await invitesOf(person.id, known)).flatMap((held) => {
    const after = afterwards(held.value, event);
    return after ? [keep('invite', held.id, after, held)] : [];
  });
};

/**
 * What follows when an account has just been linked to a person by a personal code: the invites are claimed, what was held
 * against the account stands against the person, it may write where it sits already, and gets the links of the other chats. Of staff whose role is not confirmed nothing
 * follows yet: call it again when it is.
 */
export const claimed = async (person: Person, account: AccountRef, known: Known): Promise<Followed> => {
  const again = await reinstated(person, account, known);
  const before = await heldAgainst(person, account, known);
  const doors = await sendDoors(account, await chatsFor(person, known), known);
  return {
    actions: [...again.actions, ...before.actions, ...doors],
    changes: [...(await claims(person, account, known)), ...again.changes, ...before.changes],
  };
};

/** Who is told of a code in wrong hands: whoever issued the invite, else nobody. */
const issuersOf = async (owner: Person, known: Known): Promise<readonly Person[]> => {
  const open = (await invitesOf(owner.id, known)).filter(({ value }) => value.state === 'issued');
  const issuers = await Promise.all(
    [...new Set(open.map(({ value }) => value.issuer))].map((id) => known.people.find(id)),
  );
  return issuers.flatMap((issuer) => (issuer ? [issuer] : []));
};

/**
 * A code of `owner` used from an account of somebody else of the school: kind words, and the issuer hears of it. Neither
 * the code nor the invite is spent (`domain.md` SC-02.5).
 */
export const misclaimed = async (owner: Person, by: Person, call: Call): Promise<Followed> => {
  const vars = { whose: owner.role, from: by.role };
  const told = await dialogsOf(await issuersOf(owner, call), call);
  const words = text('invites-misclaimed-issuer', { ...vars, owner: shortName(owner) });
  return {
    actions: [
      here(call, text('invites-misclaimed', vars)),
      ...told.map(({ to }): Action => ({ do: 'send', to, text: words })),
    ],
    changes: [],
  };
};

/** What is said of a code whose invite is dead (`domain.md` SC-03.3); nothing for any other code. */
export const lapsedWords = async (code: string, { records, code: codeOf, cite }: Known): Promise<Text | undefined> => {
  const dead = (await records.all('invite')).some(
    ({ value: { state, person, issue } }) => state === 'annulled' && issue > 0 && sameCode(codeOf(person, issue), code),
  );
  if (!dead) return undefined;
  const citation = cite('ANNUL');
  return citation ? text('invites-lapsed', { cited: cited(citation) }) : text('invites-lapsed-plain');
};
