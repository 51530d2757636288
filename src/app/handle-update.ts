import type { Worded } from '../domain/action.js';
import { platformOf } from '../domain/refs.js';
import { SECOND } from '../domain/time.js';
import { type Intake, placeOf } from '../domain/update.js';
import type { Clock } from '../ports/clock.js';
import type { WakeUps } from '../ports/queue.js';
import type { Ledger, Row } from '../ports/stores.js';
import type { Vault } from '../ports/vault.js';
import type { Watch } from '../ports/watch.js';
import type { Decide, Thought } from './decide-update.js';
import { aboutOf, settledEntry, whatOf } from './entry.js';
import type { Say } from './say.js';
import { worded } from './worded.js';

/** How long weather is waited out in hand before the update is put aside. */
const PATIENCE = 5 * SECOND;
const AGAIN = 250;
/** An update that could not be handled is tried again after this, doubling. */
const ASIDE = 30 * SECOND;

export interface HandleDeps {
  readonly decide: Decide;
  readonly ledger: Pick<Ledger, 'settled' | 'settle' | 'park'>;
  readonly wakeUps: Pick<WakeUps, 'wake'>;
  readonly vault: Vault;
  readonly say: Say;
  readonly clock: Clock;
  readonly pause: (ms: number) => Promise<unknown>;
  readonly chainOf: (intake: Intake) => string;
  readonly watch: Watch;
}

const rowsOf = (key: string, intake: Intake, thought: Thought, about: Row['about'], say: Say): readonly Row[] =>
  thought.actions.map((action, at) => {
    const spoken: Worded = worded(action, say);
    const platform = platformOf(placeOf(intake.update));
    const row = { id: `${key}#${at}`, action: spoken, platform, via: thought.via, queued: intake.received };
    return { ...row, attempts: 0, due: intake.received, ...(about ? { about } : {}) };
  });

/** An error of ours does not mend itself in five seconds. */
const hopeless = (error: unknown): boolean => error instanceof TypeError || error instanceof RangeError;

/** May be called again for the same update, after any crash, and comes to the same end. */
export const createHandler = (deps: HandleDeps) => {
  const { ledger, vault, clock, watch } = deps;

  const settle = async (intake: Intake, key: string, begun: number): Promise<void> => {
    const thought = await deps.decide(intake);
    const rows = rowsOf(key, intake, thought, aboutOf(vault, intake.update), deps.say);
    const times = { begun, decided: clock.now() };
    const entry = settledEntry(vault, key, intake, thought, rows, times);
    const chain = deps.chainOf(intake);
    const ended = await ledger.settle({ key, entry, changes: thought.changes, rows, chain });
    if (ended === 'already') return;
    if (ended === 'stale') return settle(intake, key, begun);
    watch.handled(whatOf(intake.update), thought.verdict.decision);
    if (rows.length > 0) await deps.wakeUps.wake();
  };

  const setAside = async (intake: Intake, error: unknown, attempt: number): Promise<void> => {
    const until = clock.now() + ASIDE * 2 ** Math.min(attempt, 10);
    const name = vault.pseudonym('m', intake.update.id);
    const detail = hopeless(error) ? 'bug' : 'weather';
    const entry = { id: `n:${name}:parked:${attempt}`, kind: 'parked', at: clock.now(), update: name, detail } as const;
    await ledger.park({ ...intake, attempt: attempt + 1 }, until, entry, deps.chainOf(intake));
  };

  return async (intake: Intake): Promise<void> => {
    const key = vault.pseudonym('m', intake.update.key);
    const begun = clock.now();
    for (;;) {
      try {
        if (!(await ledger.settled(key))) await settle(intake, key, begun);
        return;
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
