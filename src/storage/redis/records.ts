import { type Held, type Kept, RECORDS, type RecordKind } from '../../domain/records.js';
import type { Records } from '../../ports/stores.js';
import type { Vault } from '../../ports/vault.js';
import type { Shelf } from './shelf.js';

/** What is settled of a person lies under the name that stands in the links: it is read together with the person. */
export const recordName = (vault: Vault, of: RecordKind, id: string): string =>
  of === 'standing' ? vault.pseudonym('u', id) : vault.pseudonym('r', `${of}:${id}`);

const keyOf = (of: RecordKind): 'evidence' | undefined => (of === 'evidence' ? 'evidence' : undefined);

export const sealRecord = (vault: Vault, of: RecordKind, id: string, value: unknown, revision: number): string =>
  `${revision}|${vault.seal(JSON.stringify({ id, value }), keyOf(of))}`;

export const openRecord = <K extends RecordKind>(vault: Vault, of: K, stored: string): Held<K> => {
  const cut = stored.indexOf('|');
  const { id, value } = JSON.parse(vault.open(stored.slice(cut + 1), keyOf(of))) as { id: string; value: unknown };
  return { id, value: RECORDS[of].parse(value) as Kept<K>, revision: Number(stored.slice(0, cut)) };
};

export const redisRecords = ({ redis, keys, vault }: Shelf): Records => ({
  get: async (of, id) => {
    const stored = await redis.hGet(keys.records(of), recordName(vault, of, id));
    return stored ? openRecord(vault, of, stored) : undefined;
  },
  some: async (of, ids) => {
    if (ids.length === 0) return [];
    const names = ids.map((id) => recordName(vault, of, id));
    return (await redis.hmGet(keys.records(of), names)).flatMap((stored) =>
      stored ? [openRecord(vault, of, stored)] : [],
    );
  },
  all: async (of) => (await redis.hVals(keys.records(of))).map((stored) => openRecord(vault, of, stored)),
});
