import type { Invite } from '../domain/invite.js';
import type { AccountRef } from '../domain/refs.js';

/** What can happen to an invite. `person` is whoever the account is linked to. */
export type InviteEvent =
  | { readonly is: 'claimed'; readonly at: number; readonly person: string; readonly account: AccountRef }
  | { readonly is: 'joined'; readonly at: number; readonly person: string; readonly account: AccountRef }
  | { readonly is: 'withdrawn'; readonly at: number }
  /** Its time is over. */
  | { readonly is: 'overdue'; readonly at: number };

/** The invite after it; nothing when it changes nothing: a dead one stays dead, another's is not touched. */
export const afterwards = (invite: Invite, event: InviteEvent): Invite | undefined => {
  const { state, person, until } = invite;
  if (state !== 'issued' && state !== 'claimed') return undefined;
  switch (event.is) {
    case 'claimed': {
      if (state !== 'issued' || event.person !== person || event.at >= until) return undefined;
      return { ...invite, state: 'claimed', claimed: { at: event.at, account: event.account } };
    }
    case 'joined': {
      if (event.person !== person || event.at >= until) return undefined;
      return { ...invite, state: 'joined', joined: { at: event.at, account: event.account } };
    }
    case 'withdrawn':
      return { ...invite, state: 'annulled', ended: { at: event.at, why: 'withdrawn' } };
    case 'overdue': {
      if (event.at < until) return undefined;
      return state === 'issued'
        ? { ...invite, state: 'annulled', ended: { at: event.at, why: 'unclaimed' } }
        : { ...invite, state: 'expired', ended: { at: event.at, why: 'unused' } };
    }
  }
};
