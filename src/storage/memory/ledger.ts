import { priorityOf } from '../../domain/action.js';
import { bundle, kindOf } from '../../domain/bundle.js';
import type { Ending, Ledger, Row, Settlement, Untouched } from '../../ports/stores.js';
import type { Vault } from '../../ports/vault.js';
import { conditionsOf } from '../conditions.js';
import { split } from '../endings.js';
import { apply, holds } from './change.js';
import { write } from './journal.js';
import type { Outgoing, State } from './state.js';

/** Free at any time. */
const UNLEASED = 0;
const PRIORITIES = 5;
const RECEIPTS = 'outbox';

type Lease = NonNullable<Settlement['lease']>;
type TakeOptions = Parameters<Ledger['take']>[0];

const put = (state: State, row: Row): void => {
  state.turns += 1;
  state.outbox.set(row.id, { row, leasedUntil: UNLEASED, turn: state.turns });
};

const moreUrgent = (a: Outgoing, b: Outgoing): number =>
  priorityOf(a.row.action) - priorityOf(b.row.action) || a.row.queued - b.row.queued || a.turn - b.turn;

const ready = (state: State, now: number): readonly Outgoing[] =>
  [...state.outbox.values()].filter(({ row, leasedUntil }) => row.due <= now && leasedUntil <= now).sort(moreUrgent);

const leased = (state: State, row: Row, { owner, now, until }: Omit<Lease, 'ids'>): Row => {
  const taken: Row = { tried: now, ...row };
  const turn = state.outbox.get(row.id)?.turn ?? 0;
  state.outbox.set(row.id, { row: taken, leasedUntil: until, owner, turn });
  return taken;
};

const awake = (state: State, { now, resting }: Pick<TakeOptions, 'now' | 'resting'>): readonly Row[] =>
  ready(state, now).flatMap(({ row }) => (resting.includes(kindOf(row)) ? [] : row));

const take = (state: State, { owner, now, lease, resting, batch }: TakeOptions): readonly Row[] => {
  const rows = bundle(awake(state, { now, resting }), batch);
  return rows.map((row) => leased(state, row, { owner, now, until: now + lease }));
};

/** Leases new rows unless one as urgent was ready `before`. */
const obtain = (state: State, lease: Lease, before: Outgoing | undefined): boolean => {
  const rows = lease.ids.flatMap((id) => state.outbox.get(id) ?? []);
  if (before && rows[0] && moreUrgent(before, rows[0]) <= 0) return false;
  for (const { row } of rows) leased(state, row, lease);
  return true;
};

const end = (state: State, vault: Vault, endings: readonly Ending[]): void => {
  const { entries, ended, followUps, later, timers } = split(endings.filter(({ row }) => state.outbox.has(row.id)));
  for (const entry of entries) write(state, vault, RECEIPTS, entry);
  for (const id of ended) state.outbox.delete(id);
  for (const row of followUps) put(state, row);
  for (const timer of timers) apply(state, { put: 'timer', timer });
  for (const row of later) {
    const turn = state.outbox.get(row.id)?.turn ?? 0;
    state.outbox.set(row.id, { row, leasedUntil: UNLEASED, turn });
  }
};

/** As it was before anybody took it. */
const untaken = ({ row, ...out }: Outgoing, untouched: Untouched | undefined): Outgoing => {
  const { tried, ...rest } = row;
  const never = untouched && tried !== undefined && tried >= untouched.since && !untouched.but.includes(row.id);
  return { ...out, row: never ? rest : row };
};

const freeLeases = (state: State, whose?: string, untouched?: Untouched): number => {
  const leased = [...state.outbox].filter(
    ([, { leasedUntil, owner }]) => leasedUntil !== UNLEASED && (whose === undefined || owner === whose),
  );
  for (const [id, out] of leased) state.outbox.set(id, { ...untaken(out, untouched), leasedUntil: UNLEASED });
  return leased.length;
};

export const memoryLedger = (state: State, vault: Vault): Ledger => ({
  settled: async (key) => state.settled.has(key),
  settle: async ({ key, entry, changes, rows, chain, lease }) => {
    if (state.settled.has(key)) return 'already';
    if (conditionsOf(changes).some((condition) => !holds(state, condition))) return 'stale';
    state.settled.add(key);
    for (const change of changes) apply(state, change);
    write(state, vault, chain, entry);
    const before = lease && ready(state, lease.now)[0];
    for (const row of rows) put(state, row);
    return lease && obtain(state, lease, before) ? 'leased' : 'settled';
  },
  first: async (options) => awake(state, options)[0],
  take: async (options) => take(state, options),
  end: async (endings) => end(state, vault, endings),
  nextDue: async () => {
    const dues = [...state.outbox.values()].map(({ row, leasedUntil }) => Math.max(row.due, leasedUntil));
    return dues.length === 0 ? undefined : Math.min(...dues);
  },
  freeLeases: async (owner, untouched) => freeLeases(state, owner, untouched),
  waiting: async () => {
    const waiting = [...state.outbox.values()].filter(({ leasedUntil }) => leasedUntil === UNLEASED);
    return Array.from(
      { length: PRIORITIES },
      (_, priority) => waiting.filter(({ row }) => priorityOf(row.action) === priority).length,
    );
  },
  park: async (intake, until, entry, chain) => {
    write(state, vault, chain, entry);
    state.parked.set(intake.update.id, { intake, until });
  },
  parked: async (now) => [...state.parked.values()].filter(({ until }) => until <= now).map(({ intake }) => intake),
  unpark: async (updateId) => {
    state.parked.delete(updateId);
  },
});
