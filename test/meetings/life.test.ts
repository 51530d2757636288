import fc from 'fast-check';
import type { Meeting, Part } from '../../src/domain/meeting.js';
import { HOUR, MINUTE } from '../../src/domain/time.js';
import * as life from '../../src/meetings/life.js';

const BEGINS = 1_000 * HOUR;
const planned: Meeting = {
  kind: 'class-parents',
  state: 'planned',
  class: '5А',
  chats: [],
  organiser: 'k01',
  created: 0,
  at: BEGINS,
  lasts: 60,
  agenda: ['питание', 'разное'],
  version: 0,
  sequence: 0,
};
const partOf = (person: string): Part => ({ meeting: 'm', person, version: 0, asked: [] });

interface World {
  readonly meeting: Meeting;
  readonly parts: Readonly<Record<string, Part>>;
  readonly now: number;
}
type Deed = (world: World) => World;

const toMeeting =
  (change: (world: World) => life.Lived<Meeting>): Deed =>
  (world) => {
    const done = change(world);
    return done.ok ? { ...world, meeting: done.value } : world;
  };
const toPart =
  (person: string, change: (world: World, part: Part) => life.Lived<Part>): Deed =>
  (world) => {
    const done = change(world, world.parts[person] ?? partOf(person));
    return done.ok ? { ...world, parts: { ...world.parts, [person]: done.value } } : world;
  };

const person = fc.constantFrom('p01', 'p02', 'p03');
const deeds = fc.oneof(
  fc.integer({ min: 1, max: 90 }).map(
    (minutes): Deed =>
      (world) => ({ ...world, now: world.now + minutes * MINUTE }),
  ),
  fc
    .integer({ min: -60, max: 300 })
    .map((by) => toMeeting(({ meeting, now }) => life.moved(meeting, meeting.at + by * MINUTE, 'болезнь', now))),
  fc.constant(toMeeting(({ meeting }) => life.cancelled(meeting, 'карантин'))),
  fc.constant(
    toMeeting(({ meeting, now }) =>
      now >= meeting.at ? life.begun(meeting, now) : life.cancelled({ ...meeting, state: 'ended' }, ''),
    ),
  ),
  fc.constant(toMeeting(({ meeting, now }) => life.ended(meeting, now))),
  fc
    .tuple(person, fc.constantFrom('yes', 'no'), fc.integer({ min: 0, max: 2 }))
    .map(([who, will, version]) => toPart(who, ({ meeting }, part) => life.answered(meeting, part, version, will))),
  person.map((who) => toPart(who, ({ meeting, now }, part) => life.present(meeting, part, now))),
  fc
    .tuple(person, fc.constantFrom('for', 'against', 'abstained'), fc.integer({ min: 0, max: 1 }))
    .map(([who, vote, item]) => toPart(who, ({ meeting, now }, part) => life.voted(meeting, part, item, vote, now))),
  fc
    .tuple(person, fc.constantFrom('Когда?', 'Где?'))
    .map(([who, words]) => toPart(who, ({ meeting, now }, part) => life.questioned(meeting, part, words, now))),
);

describe('the life of a meeting, whatever people do in whatever order', () => {
  it('what has ended stays ended, and a plan only gets newer', () => {
    fc.assert(
      fc.property(fc.array(deeds, { maxLength: 60 }), (done) => {
        let world: World = { meeting: planned, parts: {}, now: BEGINS - 2 * HOUR };
        for (const deed of done) {
          const before = world;
          world = deed(world);
          const { meeting } = world;
          if (before.meeting.state === 'ended' || before.meeting.state === 'cancelled')
            expect(meeting).toEqual(before.meeting);
          expect(meeting.version).toBeGreaterThanOrEqual(before.meeting.version);
          expect(meeting.sequence).toBeGreaterThanOrEqual(meeting.version);
          if (meeting.at !== before.meeting.at) {
            expect(meeting.at).toBeGreaterThan(world.now);
            expect(meeting.version).toBe(before.meeting.version + 1);
            const { will, there } = life.attendance(meeting, Object.values(world.parts));
            expect([...will, ...there]).toEqual([]);
          }
          if (meeting.ended !== undefined) expect(meeting.ended).toBeGreaterThanOrEqual(meeting.begun ?? Number.NaN);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('nobody is there before it has begun, after it has ended, or of one that was cancelled', () => {
    fc.assert(
      fc.property(fc.array(deeds, { maxLength: 60 }), (done) => {
        let world: World = { meeting: planned, parts: {}, now: BEGINS - 2 * HOUR };
        for (const deed of done) {
          const before = world;
          world = deed(world);
          const there = (one: World): number => life.attendance(one.meeting, Object.values(one.parts)).there.length;
          if (there(world) > there(before)) {
            expect(world.meeting.state).toBe('begun');
            expect(world.now).toBeLessThanOrEqual(life.doorCloses(world.meeting));
          }
          const votes = life.countOf(Object.values(world.parts), 0);
          expect(votes.for + votes.against + votes.abstained).toBeLessThanOrEqual(3);
          const { will, wont } = life.attendance(world.meeting, Object.values(world.parts));
          expect(will.filter((one) => wont.includes(one))).toEqual([]);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('a question said twice is one, and an answer to an earlier plan does not count', () => {
    const asked = life.questioned(planned, partOf('p01'), 'Когда?', 1);
    const again = asked.ok && life.questioned(planned, asked.value, 'Когда?', 2);
    expect(again).toEqual(asked);
    expect(life.answered({ ...planned, version: 1 }, partOf('p01'), 0, 'yes')).toEqual({ ok: false, why: 'old-plan' });
  });

  it('counts those who came more than ten minutes late', () => {
    const parts: readonly Part[] = [
      { ...partOf('p01'), there: BEGINS + MINUTE },
      { ...partOf('p02'), there: BEGINS + 11 * MINUTE },
    ];
    expect(life.attendance({ ...planned, state: 'begun' }, parts).late).toEqual(['p02']);
  });
});
