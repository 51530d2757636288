import fc from 'fast-check';
import { HOUR, MINUTE } from '../../src/domain/time.js';
import { type Board, boardOf, freeFor, giveBack, OFFERED_FOR, slotOf, take, wait } from '../../src/meetings/slots.js';

const FROM = 1_000 * HOUR;
const evening = boardOf(FROM, FROM + HOUR, 15);
const family = (child: string) => ({ child, person: `parent of ${child}` });
const changed = (board: Board, done: { readonly ok: boolean; readonly value?: Board }): Board => done.value ?? board;

describe('appointments', () => {
  it('an hour has four of fifteen minutes', () => {
    expect(evening.slots.map(({ at }) => (at - FROM) / MINUTE)).toEqual([0, 15, 30, 45]);
  });

  it('one family a place: the second to it is told so, and so is who has one already', () => {
    const mine = changed(evening, take(evening, FROM, family('s01'), 0));
    expect(take(mine, FROM, family('s02'), 0)).toEqual({ ok: false, why: 'taken' });
    expect(take(mine, FROM + 15 * MINUTE, family('s01'), 0)).toEqual({ ok: false, why: 'has-one' });
    expect(take(mine, FROM, family('s01'), 0)).toEqual({ ok: true, value: mine });
    expect(take(mine, FROM + 15 * MINUTE, { child: 's04', person: 'parent of s01' }, 0).ok).toBe(true);
    expect(take(mine, FROM + 1, family('s02'), 0)).toEqual({ ok: false, why: 'no-slot' });
    expect(take(mine, FROM + 15 * MINUTE, family('s02'), FROM + HOUR)).toEqual({ ok: false, why: 'past' });
  });

  it('a place given back is offered to who waits longest, and to nobody else for two hours', () => {
    const full = evening.slots.reduce(
      (board, { at }, n) => changed(board, take(board, at, family(`s0${n}`), 0)),
      evening,
    );
    const queued = ['s11', 's12'].reduce((board, child) => changed(board, wait(board, family(child))), full);
    const freed = giveBack(queued, 's02', 0);
    if (!freed.ok) throw new Error(freed.why);
    const { board, at, next } = freed.value;
    expect(next?.child).toBe('s11');
    expect(freeFor(board, 's12', 0)).toEqual([]);
    expect(take(board, at, family('s12'), 0)).toEqual({ ok: false, why: 'taken' });
    expect(take(board, at, family('s12'), OFFERED_FOR + 1).ok).toBe(true);
    const taken = changed(board, take(board, at, family('s11'), 0));
    expect(taken.waiting.map(({ child }) => child)).toEqual(['s12']);
    expect(giveBack(queued, 's12', 0)).toEqual({ ok: false, why: 'has-none' });
  });

  it('whatever is done in whatever order, nobody has two places, and no place two families', () => {
    const child = fc.constantFrom('s01', 's02', 's03', 's04', 's05', 's06');
    const deed = fc.oneof(
      fc.tuple(child, fc.integer({ min: 0, max: 4 })).map(
        ([who, n]) =>
          (board: Board, now: number) =>
            changed(board, take(board, FROM + n * 15 * MINUTE, family(who), now)),
      ),
      child.map((who) => (board: Board, now: number) => {
        const done = giveBack(board, who, now);
        return done.ok ? done.value.board : board;
      }),
      child.map((who) => (board: Board) => changed(board, wait(board, family(who)))),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(deed, fc.integer({ min: 0, max: 30 })), { maxLength: 60 }), (done) => {
        let [board, now] = [evening, FROM - 12 * HOUR];
        for (const [act, minutes] of done) {
          now += minutes * MINUTE;
          board = act(board, now);
          const children = board.slots.flatMap(({ taken }) => taken?.child ?? []);
          expect(new Set(children).size).toBe(children.length);
          expect(board.waiting.filter(({ child: one }) => slotOf(board, one))).toEqual([]);
          expect(board.slots.map(({ at }) => at)).toEqual(evening.slots.map(({ at }) => at));
        }
      }),
    );
  });
});
