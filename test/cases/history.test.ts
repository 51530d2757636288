import fc from 'fast-check';
import * as decisions from '../../src/cases/decisions.js';
import { breach, forgotten, type Ladder, standing } from '../../src/cases/ladder.js';
import type { Case, Conduct } from '../../src/domain/case.js';
import { chatRef } from '../../src/domain/refs.js';
import { DAY, HOUR, MINUTE } from '../../src/domain/time.js';
import * as model from './ladder-model.js';

const LADDER: Ladder = {
  days: 30,
  steps: [
    { measure: 'warning' },
    { measure: 'read-only', hours: 24 },
    { measure: 'read-only', hours: 24, upToDays: 7 },
    { measure: 'read-only', hours: 24, upToDays: 7, exclusion: true },
  ],
};
const ground = { document: 'chat-rules', clause: '6', edition: '2026-08-31' } as const;

/** What the program keeps of one person, and what is done to it. */
interface World {
  now: number;
  conduct: Conduct;
  readonly cases: Map<string, Case>;
  readonly seen: Map<string, model.Seen>;
}

const newCase = (chat: number, at: number, number: number): Case => ({
  ...{ number, chat: chatRef('memory', chat), account: 'memory:account:1', person: 'p02', role: 'parent' },
  ...{ message: { place: chatRef('memory', chat), id: '1' }, written: at, opened: at, citation: ground },
  ...{ rule: 'insult', category: 'insult', removed: 'deleted', source: 'bot', parties: [] },
});

/** A finding, or the same once more: an edit, a retry. */
const find = (world: World, chat: number, message: number, clause: number): void => {
  const id = `${chat}/${message} ${clause}`;
  const { now: at, cases, seen } = world;
  const one = { case: id, chat: chatRef('memory', chat), at, yearEnds: model.yearEnds(at) };
  const { conduct, step } = breach(world.conduct, one, LADDER);
  if (cases.has(id)) {
    // The case itself is looked for first; the ladder would not count twice either what it remembers.
    if (world.conduct.strikes.some((strike) => strike.case === id)) expect(step).toBeUndefined();
    return;
  }
  world.conduct = conduct;
  const measure = step && {
    ...{ kind: step.measure, step: step.number, from: at, until: step.until, ground, state: 'provisional' as const },
  };
  cases.set(id, { ...newCase(chat, at, cases.size + 1), ...(measure && { measure }) });
  seen.set(id, model.seen([...seen.values()], chat, at));
};

const pick = (world: World, at: number): string | undefined =>
  [...world.cases.keys()][at % Math.max(1, world.cases.size)];

const move = (world: World, id: string, step: (matter: decisions.Matter) => decisions.Moved): boolean => {
  const one = world.cases.get(id);
  if (one === undefined) return false;
  const moved = step({ id, case: one, conduct: world.conduct });
  if ('unmoved' in moved) return false;
  world.cases.set(id, moved.matter.case);
  world.conduct = moved.matter.conduct;
  return true;
};

type Does = (world: World) => void;
type On = (world: World, id: string, seen: model.Seen) => void;

/** Something done about one of the cases there are. */
const onOne =
  (which: number, does: On): Does =>
  (world) => {
    const id = pick(world, which);
    const seen = id === undefined ? undefined : world.seen.get(id);
    if (id !== undefined && seen !== undefined) does(world, id, seen);
  };

const confirms =
  (days: number | undefined): On =>
  (world, id, seen) => {
    const may = model.open(seen, world.now);
    expect(move(world, id, (matter) => decisions.confirm(matter, { by: 'k01', at: world.now }, days))).toBe(may);
    if (!may) return;
    seen.said = 'confirmed';
    if (days !== undefined && seen.step > 0) seen.until = Math.max(seen.until, seen.at + days * DAY);
  };

const cancels =
  (wrong: boolean): On =>
  (world, id, seen) => {
    const may = model.open(seen, world.now);
    expect(move(world, id, (matter) => decisions.cancel(matter, { by: 'k01', at: world.now }, wrong))).toBe(may);
    if (!may) return;
    seen.said = 'cancelled';
    if (seen.appeal === 'open') seen.appeal = 'granted';
  };

const objects: On = (world, id, seen) => {
  const appeal = { number: 1, at: world.now, due: world.now + 3 * DAY, words: '' };
  expect(move(world, id, (matter) => decisions.object(matter, appeal))).toBe(seen.appeal === undefined);
  seen.appeal ??= 'open';
};

const answers =
  (granted: boolean): On =>
  (world, id, seen) => {
    const step = granted ? decisions.grant : decisions.decline;
    const may = seen.appeal === 'open';
    expect(move(world, id, (matter) => step(matter, { by: 'z01', at: world.now }))).toBe(may);
    if (may) seen.appeal = granted ? 'granted' : 'declined';
  };

/** Time goes by; the timers due run, or do not as long as the program is away. */
const passes =
  (ms: number, away: boolean): Does =>
  (world) => {
    world.now += ms;
    if (!away) timers(world);
  };

const timers = (world: World): void => {
  for (const id of world.cases.keys()) move(world, id, (matter) => decisions.lapse(matter, world.now));
  world.conduct = forgotten(world.conduct, world.now);
};

const which = fc.nat(20);
const doing: fc.Arbitrary<Does> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(fc.nat(1), fc.nat(9), fc.nat(1)).map(
      ([chat, message, clause]): Does =>
        (world) =>
          find(world, chat, message, clause),
    ),
  },
  {
    weight: 5,
    arbitrary: fc
      .tuple(
        fc.constantFrom(
          MINUTE,
          14 * MINUTE,
          15 * MINUTE,
          5 * HOUR,
          24 * HOUR,
          6 * DAY,
          30 * DAY,
          40 * DAY - 5 * MINUTE,
        ),
        fc.boolean(),
      )
      .map(([ms, away]) => passes(ms, away)),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(which, fc.constantFrom(undefined, 1, 3, 7)).map(([at, days]) => onOne(at, confirms(days))),
  },
  { weight: 2, arbitrary: fc.tuple(which, fc.boolean()).map(([at, wrong]) => onOne(at, cancels(wrong))) },
  { weight: 1, arbitrary: which.map((at) => onOne(at, objects)) },
  { weight: 2, arbitrary: fc.tuple(which, fc.boolean()).map(([at, granted]) => onOne(at, answers(granted))) },
);

const told = (world: World): readonly unknown[] => [
  standing(world.conduct, world.now).length,
  ...[...world.cases.values()].map(({ measure, closed }) => [
    measure?.step ?? 0,
    measure?.state,
    measure?.until,
    closed !== undefined,
  ]),
];

const expected = ({ seen, now }: World): readonly unknown[] => [
  model.standing([...seen.values()], now),
  ...[...seen.values()].map((one) => [
    one.step,
    ...(one.step === 0 ? [undefined, undefined] : [model.state(one, now), one.until]),
    model.closed(one, now),
  ]),
];

describe('random histories of findings, edits, retries, confirmations, objections and jumps of the clock', () => {
  it('come to what a model of thirty lines says, 10,000 times', () => {
    let cases = 0;
    fc.assert(
      fc.property(fc.array(doing, { maxLength: 40 }), (history) => {
        const world: World = { now: 0, conduct: { strikes: [] }, cases: new Map(), seen: new Map() };
        for (const does of history) {
          does(world);
          expect(standing(world.conduct, world.now)).toHaveLength(model.standing([...world.seen.values()], world.now));
        }
        timers(world);
        expect(told(world)).toEqual(expected(world));
        cases += world.cases.size;
      }),
      { numRuns: 10_000 },
    );
    expect(cases).toBeGreaterThan(10_000);
  });
});
