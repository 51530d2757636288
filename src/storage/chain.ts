import type { Entry } from '../domain/journal.js';
import type { Vault } from '../ports/vault.js';

/** The end of a chain: what the next entry is tied to. */
export interface Head {
  readonly seq: number;
  readonly mac: string;
}

export const EMPTY: Head = { seq: 0, mac: '' };

export interface Forged extends Head {
  /** The entry as it is stored and authenticated, to the letter. */
  readonly written: string;
}

/** Ties an entry to the one before it; the key is outside the store, so nobody who can write there can forge a link. */
export const macOf = (vault: Pick<Vault, 'mac'>, chain: string, seq: number, before: string, written: string): string =>
  vault.mac(JSON.stringify([chain, seq, before, written]));

/** The links that follow `head`. */
export const forge = (
  vault: Pick<Vault, 'mac'>,
  chain: string,
  head: Head,
  entries: readonly Entry[],
): readonly Forged[] => {
  const links: Forged[] = [];
  for (const entry of entries) {
    const before = links.at(-1) ?? head;
    const written = JSON.stringify(entry);
    const seq = before.seq + 1;
    links.push({ seq, written, mac: macOf(vault, chain, seq, before.mac, written) });
  }
  return links;
};

/** The message an entry is about or followed from; entries without one leave no trace. */
export const tracedAs = (entry: Entry): string | undefined => entry.message;
