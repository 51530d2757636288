import type { Entry, Link } from '../../domain/journal.js';
import type { Journal } from '../../ports/stores.js';
import type { Vault } from '../../ports/vault.js';
import { EMPTY, forge, macOf, tracedAs } from '../chain.js';
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

const defectOf = (vault: Mac, chain: string, links: readonly Link[], end: number): string | undefined => {
  for (const [index, { seq, entry, mac }] of links.entries()) {
    const before = links[index - 1] ?? EMPTY;
    if (seq !== before.seq + 1) return `${chain}: entry ${before.seq + 1} is missing`;
    if (mac !== macOf(vault, chain, seq, before.mac, JSON.stringify(entry)))
      return `${chain}: entry ${seq} does not match its seal`;
  }
  return links.length === end ? undefined : `${chain}: the last entries are missing`;
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
  verify: async () => {
    const chains = [...state.heads].map(([chain, { seq }]) => ({ chain, seq, links: state.chains.get(chain) ?? [] }));
    return {
      entries: chains.flatMap(({ links }) => links).length,
      chains: chains.length,
      broken: chains.flatMap(({ chain, links, seq }) => defectOf(vault, chain, links, seq) ?? []),
    };
  },
});
