import type { Change } from '../domain/change.js';
import { keep } from '../domain/records.js';
import { SHELF, type Shelf } from '../domain/stored-edition.js';
import { SECOND } from '../domain/time.js';
import type { Records } from '../ports/stores.js';
import { type Draft, DraftFile, type Edition } from '../regulation/edition.js';
import { type Policy, policyWith } from '../regulation/policy.js';
import type { Known } from './known.js';

/** For so long a process may not know yet what another one has adopted. */
const FRESH = 2 * SECOND;

const EMPTY: Shelf = { editions: [], told: [] };

/** The shelf as it stands, empty while nothing was put there, with how to change it. */
export const readShelf = async (records: Records) => {
  const held = await records.get('shelf', SHELF);
  return { shelf: held?.value ?? EMPTY, change: (value: Shelf) => keep('shelf', SHELF, value, held) };
};

/** By the procedure of the edition before it, which may ask for less than its own; nothing that this program cannot read. */
export const editionOf = async (records: Records, id: string): Promise<Edition | undefined> => {
  const draft = DraftFile.safeParse((await records.get('edition', id))?.value.document).data;
  const { order, inForceFrom } = draft?.requisites ?? {};
  return draft && order && inForceFrom
    ? { ...draft, requisites: { ...draft.requisites, order, inForceFrom } }
    : undefined;
};

/** Editions of the shelf; one that this program cannot read (any more) is left out: `editions-unread.ts` says so. */
const editionsOn = async (records: Records, { editions }: Shelf): Promise<readonly Edition[]> =>
  (await Promise.all(editions.map((id) => editionOf(records, id)))).flatMap((one) => (one ? [one] : []));

/** The policy with all that is on the shelf at this moment: for whoever is about to add to it. */
export const policyNow = async ({ records, policy }: Pick<Known, 'records' | 'policy'>): Promise<Policy> => {
  const { shelf } = await readShelf(records);
  return shelf.editions.length === 0 ? policy : policyWith(policy, await editionsOn(records, shelf));
};

/** A draft that was brought, as it stands. */
export const draftOf = async (records: Records, id: string) => {
  const held = await records.get('edition', id);
  const draft: Draft | undefined = DraftFile.safeParse(held?.value.document).data;
  return held && draft && { held, draft };
};

/** Knows the school's policy at any moment, and looks into the store now and then only. */
const createReader = (records: Records, folder: Policy) => {
  let policy = folder;
  let revision = 0;
  let looked = Number.NEGATIVE_INFINITY;

  const look = async (now: number): Promise<void> => {
    const held = await records.get('shelf', SHELF);
    if ((held?.revision ?? 0) !== revision) {
      policy = policyWith(folder, await editionsOn(records, held?.value ?? EMPTY));
      revision = held?.revision ?? 0;
    }
    looked = now;
  };

  return {
    at: async (now: number): Promise<Policy> => {
      if (Math.abs(now - looked) >= FRESH) await look(now);
      return policy;
    },
    /** Something was perhaps added by this process itself. */
    lookAgain: (): void => {
      looked = Number.NEGATIVE_INFINITY;
    },
  };
};

/** What decides an update by a policy that was read before; `begun` is when work on it began. */
type Decider<I, F, T> = (intake: I, facts?: F, begun?: number) => Promise<T>;
interface Deps {
  readonly policy: Policy;
  readonly stores: { readonly records: Records };
}

const adds = (changes: readonly Change[]): boolean =>
  changes.some((change) => change.put === 'record' && change.of === 'shelf');

/** Decides by the editions of the folder and those adopted since, and makes a new decider only when they change. */
export const byEditions =
  <D extends Deps, I extends { readonly received: number }, F, T extends { readonly changes: readonly Change[] }>(
    create: (deps: D) => Decider<I, F, T>,
  ) =>
  (deps: D): Decider<I, F, T> => {
    const reader = createReader(deps.stores.records, deps.policy);
    let last = { policy: deps.policy, decide: create(deps) };
    return async (intake, facts, begun = intake.received) => {
      const policy = await reader.at(begun);
      if (policy !== last.policy) last = { policy, decide: create({ ...deps, policy }) };
      const thought = await last.decide(intake, facts, begun);
      if (adds(thought.changes)) reader.lookAgain();
      return thought;
    };
  };
