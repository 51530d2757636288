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

/** The last entry that was trimmed, under a seal nobody can forge: where a chain goes on that was cut at its beginning. */
export interface Checkpoint extends Head {
  readonly seal: string;
}

const sealOf = (vault: Pick<Vault, 'mac'>, chain: string, { seq, mac }: Head): string =>
  vault.mac(JSON.stringify([chain, seq, mac]));

export const checkpointAt = (vault: Pick<Vault, 'mac'>, chain: string, { seq, mac }: Head): Checkpoint => ({
  seq,
  mac,
  seal: sealOf(vault, chain, { seq, mac }),
});

export const falseCheckpoint = (
  vault: Pick<Vault, 'mac'>,
  chain: string,
  checkpoint: Checkpoint,
): string | undefined =>
  checkpoint.seal === sealOf(vault, chain, checkpoint) ? undefined : `${chain}: the checkpoint does not match its seal`;

/** What is wrong with an entry that should follow `before`. */
export const defectAfter = (
  vault: Pick<Vault, 'mac'>,
  chain: string,
  before: Head,
  { seq, mac, written }: Forged,
): string | undefined => {
  if (seq !== before.seq + 1) return `${chain}: entry ${before.seq + 1} is missing`;
  const sound = mac === macOf(vault, chain, seq, before.mac, written);
  return sound ? undefined : `${chain}: entry ${seq} does not match its seal`;
};

export const endMissing = (chain: string): string => `${chain}: the last entries are missing`;

/** The message an entry is about or followed from; entries without one leave no trace. */
export const tracedAs = (entry: Entry): string | undefined => entry.message;
