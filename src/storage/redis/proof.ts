import { z } from 'zod';
import type { Entry } from '../../domain/journal.js';
import type { Journal } from '../../ports/stores.js';
import {
  type Checkpoint,
  checkpointAt,
  defectAfter,
  EMPTY,
  endMissing,
  type Forged,
  falseCheckpoint,
  type Head,
} from '../chain.js';
import { trimScript } from './lua.js';
import type { Shelf } from './shelf.js';
import { stored } from './stored-links.js';

const StoredCheckpoint = z.object({ seq: z.coerce.number(), mac: z.string(), seal: z.string() });

const checkpointOf = async ({ redis, keys }: Shelf, chain: string): Promise<Checkpoint | undefined> =>
  StoredCheckpoint.safeParse(await redis.hGetAll(keys.checkpoint(chain))).data;

/** The sound links of a chain, one by one; at the end, what is wrong after them. */
async function* sound(shelf: Shelf, chain: string): AsyncGenerator<Forged, string | undefined> {
  // Read first: what is written during the walk may follow it.
  const end = Number((await shelf.redis.hGet(shelf.keys.head(chain), 'seq')) ?? 0);
  const checkpoint = await checkpointOf(shelf, chain);
  const forged = checkpoint && falseCheckpoint(shelf.vault, chain, checkpoint);
  if (forged !== undefined) return forged;
  let before: Head = checkpoint ?? EMPTY;
  for await (const link of stored(shelf, chain)) {
    const defect = defectAfter(shelf.vault, chain, before, link);
    if (defect !== undefined) return defect;
    yield link;
    before = link;
  }
  return before.seq < end ? endMissing(chain) : undefined;
}

/** How many entries of a chain are sound, and what is wrong after them. */
const walk = async (shelf: Shelf, chain: string): Promise<{ entries: number; defect: string | undefined }> => {
  const checkpoint = await checkpointOf(shelf, chain);
  const links = sound(shelf, chain);
  for (let entries = 0; ; entries += 1) {
    const { done, value } = await links.next();
    if (!done) continue;
    const trimmed = value !== undefined && (await checkpointOf(shelf, chain))?.seq !== checkpoint?.seq;
    return trimmed ? walk(shelf, chain) : { entries, defect: value };
  }
};

/** Up to the first entry that is young, or not sound: evidence of a forgery stays. */
const trimChain = async (shelf: Shelf, chain: string, before: number): Promise<number> => {
  let last: Head | undefined;
  for await (const link of sound(shelf, chain)) {
    if ((JSON.parse(link.written) as Entry).at >= before) break;
    last = link;
  }
  if (last === undefined) return 0;
  const { seq, mac, seal } = checkpointAt(shelf.vault, chain, last);
  const places = [shelf.keys.checkpoint(chain), shelf.keys.chain(chain)];
  return Number(await trimScript(shelf.redis, places, [String(seq), mac, seal]));
};

/** That nothing of the journal was altered or taken away, and how old entries go without breaking the proof. */
export const proof = (shelf: Shelf): Pick<Journal, 'trim' | 'verify'> => {
  const names = async () => (await shelf.redis.sMembers(shelf.keys.chains)).sort();
  return {
    trim: async (before) => {
      const counts = await Promise.all((await names()).map((chain) => trimChain(shelf, chain, before)));
      return counts.reduce((sum, count) => sum + count, 0);
    },
    verify: async () => {
      const walked = await Promise.all((await names()).map((chain) => walk(shelf, chain)));
      return {
        entries: walked.reduce((sum, { entries }) => sum + entries, 0),
        chains: walked.length,
        broken: walked.flatMap(({ defect }) => defect ?? []),
      };
    },
  };
};
