import fc from 'fast-check';
import type { Invite } from '../../src/domain/invite.js';
import { afterwards, type InviteEvent } from '../../src/membership/invite.js';

const UNTIL = 100;
const fresh = (issue: number): Invite => ({
  state: 'issued',
  person: 'p02',
  role: 'parent',
  kind: 'class_parents',
  class: '5А',
  issuer: 'k01',
  issue,
  issued: 0,
  until: UNTIL * issue,
  batch: 'b',
});
const account = (who: string) => `memory:account:${who}` as const;

describe('an invite', () => {
  const issued = fresh(1);
  const claimed = { is: 'claimed', at: 1, person: 'p02', account: account('a') } as const;
  const joined = { is: 'joined', at: 2, person: 'p02', account: account('a') } as const;

  it.each<[string, readonly InviteEvent[], Invite['state']]>([
    ['is claimed by the one it is for', [claimed], 'claimed'],
    ['is claimed, then used', [claimed, joined], 'joined'],
    ['is used without its code by somebody known already', [joined], 'joined'],
    ['is not claimed by somebody else', [{ ...claimed, person: 's02' }], 'issued'],
    ['is not used by somebody else', [claimed, { ...joined, person: 's02' }], 'claimed'],
    ['is not claimed when its time is over', [{ ...claimed, at: UNTIL }], 'issued'],
    ['is annulled when nobody claimed it', [{ is: 'overdue', at: UNTIL }], 'annulled'],
    ['expires when its owner was let in and did not come', [claimed, { is: 'overdue', at: UNTIL }], 'expired'],
    ['is not overdue before its time', [{ is: 'overdue', at: UNTIL - 1 }], 'issued'],
    ['is taken back', [{ is: 'withdrawn', at: 3 }], 'annulled'],
    ['is not taken back from somebody who is in', [joined, { is: 'withdrawn', at: 3 }], 'joined'],
    ['stays dead', [{ is: 'withdrawn', at: 3 }, claimed, joined], 'annulled'],
  ])('%s', (_words, events, state) => {
    const after = events.reduce((invite, event) => afterwards(invite, event) ?? invite, issued);
    expect(after.state).toBe(state);
  });
});

/** What is true of all that was issued, by issue; the record holds the latest only. */
interface Model {
  now: number;
  readonly issues: { claimants: Set<string>; joined: boolean; dead: boolean }[];
}
/** The one record of a person and chat, as the desk keeps it. */
interface Desk {
  invite: Invite;
}

const STATES: Readonly<Record<Invite['state'], readonly Invite['state'][]>> = {
  issued: ['issued', 'claimed', 'joined', 'annulled'],
  claimed: ['claimed', 'joined', 'annulled', 'expired'],
  joined: ['joined'],
  annulled: ['annulled'],
  expired: ['expired'],
};

const latest = (model: Model) => model.issues[model.issues.length - 1];

/** Whatever happens goes one way only, and what the model knows of this issue stays true. */
const step = (model: Model, desk: Desk, event: InviteEvent): void => {
  const before = desk.invite;
  desk.invite = afterwards(before, event) ?? before;
  const { state, claimed, joined, ended } = desk.invite;
  expect(STATES[before.state]).toContain(state);
  const issue = latest(model);
  if (issue === undefined) throw new Error('nothing was issued');
  if (claimed) issue.claimants.add(claimed.account);
  issue.joined ||= joined !== undefined;
  issue.dead ||= ended !== undefined;
  expect(issue.claimants.size).toBeLessThanOrEqual(1);
  expect(issue.joined && issue.dead).toBe(false);
  if (issue.dead) expect(['annulled', 'expired']).toContain(state);
  if (issue.joined) expect(state).toBe('joined');
};

class Happens implements fc.Command<Model, Desk> {
  constructor(readonly event: (now: number) => InviteEvent) {}
  check = () => true;
  run = (model: Model, desk: Desk): void => step(model, desk, this.event(model.now));
  toString = () => JSON.stringify(this.event(0));
}
class Passes implements fc.Command<Model, Desk> {
  constructor(readonly ms: number) {}
  check = () => true;
  run = (model: Model): void => {
    model.now += this.ms;
  };
  toString = () => `${this.ms} pass`;
}
/** A new code takes the place of the old one, whose record can be reached by nobody. */
class Reissued implements fc.Command<Model, Desk> {
  check = () => true;
  run = (model: Model, desk: Desk): void => {
    model.issues.push({ claimants: new Set(), joined: false, dead: false });
    desk.invite = { ...fresh(model.issues.length), issued: model.now, until: model.now + UNTIL };
  };
  toString = () => 'reissued';
}

const who = fc.constantFrom('p02', 's02', 'p03');
const device = fc.constantFrom('a', 'b', 'c').map(account);
const used = (is: 'claimed' | 'joined') =>
  fc.tuple(who, device).map(([person, by]) => new Happens((at) => ({ is, at, person, account: by })));

describe('whatever happens to invites', () => {
  it('nobody claims one after another, none comes back to life, none is both used and annulled', () =>
    fc.assert(
      fc.property(
        fc.commands(
          [
            used('claimed'),
            used('joined'),
            fc.constantFrom('withdrawn', 'overdue').map((is) => new Happens((at) => ({ is, at }))),
            fc.integer({ min: 1, max: UNTIL }).map((ms) => new Passes(ms)),
            fc.constant(new Reissued()),
          ],
          { maxCommands: 40 },
        ),
        (commands) =>
          fc.modelRun(
            () => ({
              model: { now: 0, issues: [{ claimants: new Set<string>(), joined: false, dead: false }] },
              real: { invite: fresh(1) },
            }),
            commands,
          ),
      ),
      { numRuns: 500 },
    ));
});
