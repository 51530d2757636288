import { randomBytes } from 'node:crypto';
import { createMemoryStores, createState } from '../../src/storage/memory/stores.js';
import { createVault } from '../../src/storage/vault.js';
import { storesContract } from '../contracts/stores.js';

storesContract('memory', async () => {
  const vault = createVault(randomBytes(32));
  const state = createState();
  return {
    stores: createMemoryStores(vault, state),
    vault,
    close: async () => {},
    reopen: async () => createMemoryStores(vault, state),
    tamper: async (chain, seq, change) => {
      const links = state.chains.get(chain) ?? [];
      const at = links.findIndex((link) => link.seq === seq);
      const link = links[at];
      const entry = link && change(link.entry);
      if (link) links.splice(at, 1, ...(entry ? [{ ...link, entry }] : []));
    },
    forge: async (chain, checkpoint) => void state.checkpoints.set(chain, checkpoint),
    rewind: async (chain, seq) => {
      const links = (state.chains.get(chain) ?? []).filter((link) => link.seq <= seq);
      state.chains.set(chain, links);
      state.heads.set(chain, links.at(-1) ?? { seq: 0, mac: '' });
    },
  };
});
