import type { Entry, Link } from '../../domain/journal.js';
import type { Journal } from '../../ports/stores.js';
import type { Vault } from '../../ports/vault.js';
import { checkpointAt, defectAfter, EMPTY, endMissing, falseCheckpoint, forge, type Head, tracedAs } from '../chain.js';
import type { State } from './state.js';

type Mac = Pick<Vault, 'mac'>;

/** Appends once per entry id. */
export const write = (state: State, vault: Mac, chain: string, entry: Entry): void => {
  if (state.written.has(entry.id)) return;
  const [forged] = forge(vault, chain, state.heads.get(chain) ?? EMPTY, [entry]);
  if (forged === undefined) return;
  const { seq, mac } = forged;
  state.chains.set(chain, [...(state.chains.get(chain) ?? []), { chain, seq, entry, mac }]);
  state.heads.set(chain, { seq, mac });
  state.written.add(entry.id);
};

const inOrder = (state: State): readonly Link[] =>
  [...state.chains.values()].flat().sort((a, b) => a.entry.at - b.entry.at || a.seq - b.seq);

/** The part of a chain that is sound, from its checkpoint on, and what is wrong after it. */
const sound = (state: State, vault: Mac, chain: string): { links: readonly Link[]; defect?: string } => {
  const checkpoint = state.checkpoints.get(chain);
  const forged = checkpoint && falseCheckpoint(vault, chain, checkpoint);
  if (forged !== undefined) return { links: [], defect: forged };
  const links = state.chains.get(chain) ?? [];
  let before: Head = checkpoint ?? EMPTY;
  for (const [index, link] of links.entries()) {
    const defect = defectAfter(vault, chain, before, { ...link, written: JSON.stringify(link.entry) });
    if (defect !== undefined) return { links: links.slice(0, index), defect };
    before = link;
  }
  return before.seq === state.heads.get(chain)?.seq ? { links } : { links, defect: endMissing(chain) };
};

const trimChain = (state: State, vault: Mac, chain: string, before: number): number => {
  const { links } = sound(state, vault, chain);
  const young = links.findIndex(({ entry }) => entry.at >= before);
  const old = young === -1 ? links : links.slice(0, young);
  const last = old.at(-1);
  if (last === undefined) return 0;
  state.checkpoints.set(chain, checkpointAt(vault, chain, last));
  state.chains.set(chain, (state.chains.get(chain) ?? []).slice(old.length));
  return old.length;
};

export const memoryJournal = (state: State, vault: Mac): Journal => ({
  append: async (chain, entry) => write(state, vault, chain, entry),
  async *read({ message, place, account, person, since = 0 }) {
    const wanted = ({ entry }: Link) =>
      entry.at >= since &&
      (message === undefined || entry.message === message) &&
      (place === undefined || entry.place === place) &&
      (account === undefined || entry.account === account) &&
      (person === undefined || entry.person === person);
    yield* inOrder(state).filter(wanted);
  },
  trace: async (message) => inOrder(state).filter(({ entry }) => tracedAs(entry) === message),
  trim: async (before) =>
    [...state.heads.keys()].reduce((sum, chain) => sum + trimChain(state, vault, chain, before), 0),
  verify: async () => {
    const names = [...state.heads.keys()];
    return {
      entries: names.reduce((sum, chain) => sum + (state.chains.get(chain)?.length ?? 0), 0),
      chains: names.length,
      broken: names.flatMap((chain) => sound(state, vault, chain).defect ?? []),
    };
  },
});
