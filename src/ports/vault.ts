import type { MessageRef, PlaceRef } from '../domain/refs.js';

/** Keeps secrets: keys live outside the store. All strings are URL-safe base64. */
export interface Vault {
  /** Encrypts under the school's key (AES-256-GCM); what was taken out of chats under a key of its own. */
  seal(plain: string, of?: 'evidence'): string;
  /** @throws when the text was sealed with another key or altered. */
  open(sealed: string, of?: 'evidence'): string;
  /** The name under which something is known in store, journal and logs: `c_…` chat, `a_…` account, `u_…` person. Same in, same out. */
  pseudonym(kind: 'c' | 'a' | 'u' | 'm' | 'k' | 't' | 'r' | 'w', value: string): string;
  /** Authenticates a journal entry. */
  mac(text: string): string;
  /** The personal code of a person's account link, from an HMAC of person and issue number. */
  code(person: string, issue: number): string;
}

/** A place in store, journal and logs: `c_…`, chats and dialogs alike. */
export const namePlace = (vault: Pick<Vault, 'pseudonym'>, place: PlaceRef): string => vault.pseudonym('c', place);
/** A message in store, journal and logs: `c_…/42`. */
export const nameMessage = (vault: Pick<Vault, 'pseudonym'>, { place, id }: MessageRef): string =>
  `${namePlace(vault, place)}/${id}`;
