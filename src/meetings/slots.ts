import { HOUR, MINUTE } from '../domain/time.js';

/** A family's place among appointments: of one child, whoever of the parents took it. */
export interface Taken {
  readonly child: string;
  readonly person: string;
}

export interface Slot {
  readonly at: number;
  readonly taken?: Taken;
  /** It became free and is offered to who waits longest, for a while. */
  readonly offered?: { readonly child: string; readonly until: number };
}

/** Appointments of one day, kept together: whoever changes them does so to what was last read. */
export interface Board {
  readonly slots: readonly Slot[];
  /** Families without a place, in the order they came. */
  readonly waiting: readonly Taken[];
}

export type SlotDefect = 'no-slot' | 'taken' | 'has-one' | 'past' | 'has-none';
export type Slotted<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: SlotDefect };

const MOST = 60;

/** Slots of a length with pauses between them, from a moment on. */
export const boardOf = (from: number, until: number, minutes: number): Board => {
  const count = Math.min(MOST, Math.max(0, Math.floor((until - from) / (minutes * MINUTE))));
  return { slots: Array.from({ length: count }, (_, at) => ({ at: from + at * minutes * MINUTE })), waiting: [] };
};

/** Whoever a free slot is offered to has it so long. */
export const OFFERED_FOR = 2 * HOUR;

export const slotOf = ({ slots }: Board, child: string): Slot | undefined =>
  slots.find(({ taken }) => taken?.child === child);

/** Slots that a family may take now. */
export const freeFor = ({ slots }: Board, child: string, now: number): readonly Slot[] =>
  slots.filter(
    ({ at, taken, offered }) =>
      at > now && taken === undefined && (offered === undefined || offered.child === child || offered.until <= now),
  );

const withSlot = (board: Board, at: number, change: (slot: Slot) => Slot): Board => ({
  ...board,
  slots: board.slots.map((slot) => (slot.at === at ? change(slot) : slot)),
});

/** One place a family: whoever comes second to it finds it taken, whoever has one gives it back first. */
export const take = (board: Board, at: number, family: Taken, now: number): Slotted<Board> => {
  const slot = board.slots.find((one) => one.at === at);
  if (slot === undefined) return { ok: false, why: 'no-slot' };
  if (at <= now) return { ok: false, why: 'past' };
  const own = slotOf(board, family.child);
  if (own?.at === at) return { ok: true, value: board };
  if (own !== undefined) return { ok: false, why: 'has-one' };
  if (!freeFor(board, family.child, now).includes(slot)) return { ok: false, why: 'taken' };
  const taken = withSlot(board, at, ({ at: when }) => ({ at: when, taken: family }));
  return { ok: true, value: { ...taken, waiting: board.waiting.filter(({ child }) => child !== family.child) } };
};

/** Gives a place back; it is offered to the family that has waited longest. */
export const giveBack = (
  board: Board,
  child: string,
  now: number,
): Slotted<{ readonly board: Board; readonly at: number; readonly next: Taken | undefined }> => {
  const own = slotOf(board, child);
  if (own === undefined) return { ok: false, why: 'has-none' };
  const offeredTo = new Set(
    board.slots.flatMap(({ offered }) => (offered && offered.until > now ? offered.child : [])),
  );
  const next = own.at > now ? board.waiting.find((one) => !offeredTo.has(one.child)) : undefined;
  const freed = withSlot(board, own.at, ({ at }) => ({
    at,
    ...(next && { offered: { child: next.child, until: Math.min(at, now + OFFERED_FOR) } }),
  }));
  return { ok: true, value: { board: freed, at: own.at, next } };
};

/** Puts a family at the end of those who wait; it is there once. */
export const wait = (board: Board, family: Taken): Slotted<Board> => {
  if (slotOf(board, family.child)) return { ok: false, why: 'has-one' };
  if (board.waiting.some(({ child }) => child === family.child)) return { ok: true, value: board };
  return { ok: true, value: { ...board, waiting: [...board.waiting, family] } };
};
