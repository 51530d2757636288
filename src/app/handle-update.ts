import { targetOf, type Worded } from '../domain/action.js';
import { GATHERING, isPart } from '../domain/album.js';
import type { Change } from '../domain/change.js';
import { platformOf } from '../domain/refs.js';
import { SECOND } from '../domain/time.js';
import type { Intake } from '../domain/update.js';
import type { Clock } from '../ports/clock.js';
import type { WakeUps } from '../ports/queue.js';
import type { Ledger, Row, Settlement } from '../ports/stores.js';
import { namePlace, type Vault } from '../ports/vault.js';
import type { Watch } from '../ports/watch.js';
import type { Decide } from './decide-update.js';
import { aboutOf, settledEntry, whatOf } from './entry.js';
import { lawful } from './foreign.js';
import type { Gather } from './gather.js';
import type { Looking } from './looking.js';
import type { Straight } from './outbox.js';
import type { Say } from './say.js';
import type { Thought } from './thought.js';
import { worded } from './worded.js';

/** How long weather is waited out in hand before the update is put aside. */
const PATIENCE = 5 * SECOND;
const AGAIN = 250;
/** An update that could not be handled is tried again after this, doubling. */
const ASIDE = 30 * SECOND;

export interface HandleDeps {
  readonly decide: Decide;
  /** Reads what a decision needs ahead of it; absent: the decision reads for itself. */
  readonly gather?: Gather;
  readonly ledger: Pick<Ledger, 'settled' | 'settle' | 'park'>;
  readonly wakeUps: Pick<WakeUps, 'wake'>;
  /** Looks for timers whose time has come: one that was set for this very moment need not wait for the next look. */
  readonly fire?: () => Promise<unknown>;
  /** Rows that this process carries out itself; absent where none is. */
  readonly straight?: (rows: readonly Row[]) => Straight | undefined;
  /** Whether the school has recorded a ground to write through messengers of other countries; absent: it has not. */
  readonly abroad?: () => Promise<boolean>;
  /** Where pictures are looked at; absent: nowhere. */
  readonly looking?: Pick<Looking, 'offer'>;
  readonly vault: Vault;
  readonly say: Say;
  readonly clock: Clock;
  readonly pause: (ms: number) => Promise<unknown>;
  readonly chainOf: (intake: Intake) => string;
  readonly watch: Watch;
}

/** A family has a row a place, whichever update plans it. */
const rowId = (key: string, action: Worded, at: number, vault: Vault): string =>
  action.do === 'send' && action.family !== undefined
    ? `${action.family}@${namePlace(vault, action.to)}`
    : `${key}#${at}`;

const rowsOf = (
  key: string,
  intake: Intake,
  thought: Thought,
  about: Row['about'],
  { say, vault }: Pick<HandleDeps, 'say' | 'vault'>,
): readonly Row[] =>
  thought.actions.map((action, at) => {
    const spoken: Worded = worded(action, say);
    const platform = platformOf(targetOf(action));
    const row = {
      id: rowId(key, spoken, at, vault),
      action: spoken,
      platform,
      via: thought.via,
      queued: intake.received,
    };
    return { ...row, attempts: 0, due: intake.received, ...(about ? { about } : {}) };
  });

/** One that is set anew for a moment at which it has been done already is still to be done. */
const setBy = (key: string, change: Change): Change =>
  change.put === 'timer' ? { ...change, timer: { ...change.timer, by: key } } : change;

/** An error of ours does not mend itself in five seconds. */
const hopeless = (error: unknown): boolean => error instanceof TypeError || error instanceof RangeError;

const never = async (): Promise<boolean> => false;

/** May be called again for the same update, after any crash, and comes to the same end. */
export const createHandler = (deps: HandleDeps) => {
  const { ledger, vault, clock, watch } = deps;
  /** Lost, it delays by a second: timers are looked for anyway. */
  const fire = async (): Promise<void> => {
    await deps.fire?.().catch((error) => watch.weather('fire', error));
  };

  /** How many rows wait for a look into the outbox now that all is written. */
  const write = async (settlement: Settlement): Promise<number | 'already' | 'stale'> => {
    const { rows } = settlement;
    const straight = rows.length > 0 ? deps.straight?.(rows) : undefined;
    try {
      const ended = await ledger.settle(straight ? { ...settlement, lease: straight.lease } : settlement);
      straight?.leased(ended === 'leased' ? 'yes' : 'no');
      if (ended === 'already' || ended === 'stale') return ended;
      return ended === 'leased' && straight ? rows.length - straight.lease.ids.length : rows.length;
    } catch (error) {
      straight?.leased('unknown');
      throw error;
    }
  };

  /** False when it is to be decided anew. */
  const settle = async (intake: Intake, key: string, begun: number, facts?: ReturnType<Gather>): Promise<boolean> => {
    const thought = await lawful(await deps.decide(intake, facts, begun), intake.update, deps.abroad ?? never);
    const rows = rowsOf(key, intake, thought, aboutOf(vault, intake.update), deps);
    const times = { begun, decided: clock.now() };
    const entry = settledEntry(vault, key, intake, thought, rows, times);
    const chain = deps.chainOf(intake);
    const changes = thought.changes.map((change) => setBy(key, change));
    const left = await write({ key, entry, changes, rows, chain });
    if (left === 'already') return true;
    if (left === 'stale') return false;
    watch.handled(whatOf(intake.update), thought.verdict.decision);
    if (thought.pictures?.length) deps.looking?.offer(intake, thought.pictures);
    if (left > 0) await deps.wakeUps.wake();
    if (thought.changes.some((change) => change.put === 'timer' && change.timer.at <= clock.now())) await fire();
    return true;
  };

  const setAside = async (intake: Intake, error: unknown, attempt: number): Promise<void> => {
    const until = clock.now() + ASIDE * 2 ** Math.min(attempt, 10);
    const name = vault.pseudonym('m', intake.update.id);
    const detail = hopeless(error) ? 'bug' : 'weather';
    const entry = { id: `n:${name}:parked:${attempt}`, kind: 'parked', at: clock.now(), update: name, detail } as const;
    await ledger.park({ ...intake, attempt: attempt + 1 }, until, entry, deps.chainOf(intake));
  };

  /** Its other parts come within a moment: kept till then, it is put together with them by `takeBack`. */
  const waitForOthers = async (intake: Intake): Promise<void> => {
    const name = vault.pseudonym('m', intake.update.id);
    const entry = { id: `n:${name}:album`, kind: 'parked', at: clock.now(), update: name, detail: 'album' } as const;
    await ledger.park(intake, intake.received + GATHERING, entry, deps.chainOf(intake));
  };

  return async (intake: Intake): Promise<void> => {
    const key = vault.pseudonym('m', intake.update.key);
    const begun = clock.now();
    for (;;) {
      try {
        if (isPart(intake)) return await waitForOthers(intake);
        // Asked for together: one way to the store instead of two.
        const facts = deps.gather?.(intake);
        facts?.catch(() => {});
        if ((await ledger.settled(key)) || (await settle(intake, key, begun, facts))) return;
      } catch (error) {
        if (hopeless(error)) watch.bug('handle', error);
        else watch.weather('handle', error);
        if (hopeless(error) || clock.now() - begun > PATIENCE) return setAside(intake, error, intake.attempt ?? 0);
        await deps.pause(AGAIN);
      }
    }
  };
};

/** Which partition's chain an update is written to. */
export const chainName = (partition: number): string => `intake-${partition}`;
