import { join } from 'node:path';
import { z } from 'zod';
import { byEditions, readShelf } from '../../src/app/editions.js';
import type { Change } from '../../src/domain/change.js';
import { keep } from '../../src/domain/records.js';
import { SECOND } from '../../src/domain/time.js';
import type { Records } from '../../src/ports/stores.js';
import { projectRoot } from '../../src/project-root.js';
import { editionAt } from '../../src/regulation/cite.js';
import type { Policy } from '../../src/regulation/policy.js';
import { createMemoryStores } from '../../src/storage/memory/stores.js';
import { loadPolicy } from '../../src/storage/policy.js';
import { createVault } from '../../src/storage/vault.js';

const NOW = Date.UTC(2026, 9, 19, 9, 0);

interface Deps {
  readonly policy: Policy;
  readonly stores: { readonly records: Records };
}

/** A school's store that counts how often it is read, with as many processes over it as one wants. */
const school = async () => {
  const folder = await loadPolicy(join(projectRoot(), 'policies/school-21'), 'Europe/Moscow');
  const stores = createMemoryStores(createVault(Buffer.alloc(32, 3)));
  let reads = 0;
  const records: Records = {
    get: (of, id) => {
      reads += 1;
      return stores.records.get(of, id);
    },
    some: stores.records.some,
    all: stores.records.all,
  };
  const process = () => {
    let made = 0;
    const decide = byEditions(({ policy }: Deps) => {
      made += 1;
      return async (intake: { readonly received: number; readonly changes?: readonly Change[] }) => ({
        changes: intake.changes ?? [],
        newest: policy.editions.at(-1)?.document.requisites.inForceFrom,
      });
    })({ policy: folder, stores: { records } });
    return { newest: async (at: number) => (await decide({ received: at })).newest, decide, made: () => made };
  };
  const settle = (changes: readonly Change[], key: string) =>
    stores.ledger.settle({
      ...{ key, changes, rows: [], chain: 'p0' },
      entry: { id: `n:${key}`, at: NOW, kind: 'note', detail: 'test' },
    });
  /** What adopting an edition of this date writes. */
  const adoption = async (
    date: string,
    over: Readonly<Record<string, unknown>> = {},
    lacks: readonly string[] = [],
  ): Promise<readonly Change[]> => {
    const edition = editionAt(folder, NOW);
    const given = Object.entries({ ...edition?.requisites, inForceFrom: date });
    const requisites = Object.fromEntries(given.filter(([name]) => !lacks.includes(name)));
    const document = z.json().parse({ ...edition, requisites, ...over });
    const { shelf, change } = await readShelf(stores.records);
    return [
      keep('edition', `e ${date}`, { document, by: 'd01', at: NOW, adopted: { by: 'd01', at: NOW } }, undefined),
      change({ ...shelf, editions: [...shelf.editions, `e ${date}`] }),
    ];
  };
  return { process, settle, adoption, reads: () => reads };
};

describe('editions adopted while the bot runs', () => {
  it('are known to the process that adopted them at once, to another one within two seconds, to a new one from the start', async () => {
    const { process, settle, adoption } = await school();
    const [one, other] = [process(), process()];
    expect([await one.newest(NOW), await other.newest(NOW)]).toEqual(['2024-08-31', '2024-08-31']);

    const changes = await adoption('2026-10-26');
    await one.decide({ received: NOW, changes });
    await settle(changes, 'adopted');

    expect(await one.newest(NOW)).toBe('2026-10-26');
    expect(await other.newest(NOW + SECOND)).toBe('2024-08-31');
    expect(await other.newest(NOW + 2 * SECOND)).toBe('2026-10-26');
    expect(await process().newest(NOW)).toBe('2026-10-26');
  });

  it('cost a thousand messages a second one look into the store, and no new decider', async () => {
    const { process, reads } = await school();
    const one = process();
    for (let at = 0; at < 1_000; at += 1) await one.newest(NOW + at);
    expect(reads()).toBe(1);
    expect(one.made()).toBe(1);
  });

  it('of which two are adopted at one moment are decided anew: the second write is stale', async () => {
    const { settle, adoption } = await school();
    const [first, second] = [await adoption('2026-10-26'), await adoption('2026-10-27')];
    expect(await settle(first, 'first')).toBe('settled');
    expect(await settle(second, 'second')).toBe('stale');
  });

  it('are adopted by the procedure before theirs, even when their own asks for more', async () => {
    const { process, settle, adoption } = await school();
    const over = { switches: { editionNeeds: ['accepted', 'agreed', 'order'] } };
    await settle(await adoption('2026-10-26', over, ['agreed']), 'adopted');
    expect(await process().newest(NOW)).toBe('2026-10-26');
  });

  it('that this program cannot read keep no message from being judged', async () => {
    const { process, settle, adoption } = await school();
    await settle(await adoption('2026-10-26', { clauses: 'what a later program writes' }), 'unreadable');
    await settle(await adoption('2026-11-01'), 'readable');
    expect(await process().newest(NOW)).toBe('2026-11-01');
  });
});
