import { canWait, priorityOf } from '../domain/action.js';
import { type Batch, bundle, type Kind, kindOf } from '../domain/bundle.js';
import type { PlatformName } from '../domain/refs.js';
import { SECOND } from '../domain/time.js';
import type { Hurry } from '../ports/pace.js';
import type { Platform } from '../ports/platform.js';
import type { Ending, Ledger, Row, Settlement } from '../ports/stores.js';
import { type CarryOutDeps, createCarryOut, LEASE } from './carry-out.js';

/** Calls on their way at once, though each may take a second or two; the messenger's pace is kept elsewhere. */
const IN_FLIGHT = 40;
/** Calls of a second that go off at once, however many rows there are. */
const AT_ONCE = 5;
/** How long a further call waits for company in a flood. */
const COMPANY = 100;
/** A call with as many rows has company enough. */
const COMPANY_ENOUGH = 25;

export interface OutboxDeps extends CarryOutDeps {
  readonly ledger: Pick<Ledger, 'first' | 'take' | 'end' | 'nextDue' | 'freeLeases'>;
  /** Where rows go: the messenger itself, or its simulation. */
  readonly platforms: Readonly<Partial<Record<PlatformName, Readonly<Record<Row['via'], Platform>>>>>;
  /** A name of this process. */
  readonly owner: string;
}

/** Rows of a messenger that is not served go one by one. */
const ALONE: Batch = { deletes: 1, calls: 1, places: 1 };

const hurryOf = ({ action }: Pick<Row, 'action'>): Hurry => (canWait(action) ? 'patient' : 'urgent');

type Leased = 'yes' | 'no' | 'unknown';

/** Rows that are carried out by the process that decides on them, without a way through the outbox. */
export interface Straight {
  /** For the write that brings the rows. */
  readonly lease: NonNullable<Settlement['lease']>;
  /** Whether that write leased them; to be told whatever became of it. */
  leased(answer: Leased): void;
}

/** The only place where the bot touches a messenger: takes what is most urgent, one call's worth after another. */
export const createOutbox = (deps: OutboxDeps) => {
  const { ledger, platforms, clock, owner, watch } = deps;
  const carryOut = createCarryOut(deps);
  /** Kinds of action that a messenger asked to rest, and until when. */
  const resting = new Map<Kind, number>();
  const calls = new Set<Promise<void>>();
  /** How many rows the last call carried, and when the last few calls were sent off. */
  let latest: { readonly rows: number; readonly at: readonly number[] } = { rows: 0, at: [] };
  /** Ends the waiting for a turn that need not be now. */
  let giveWay = () => {};
  /** A write whose answer was lost may have leased rows that nobody works on. */
  let unsure = false;
  /** Since when; and what was sent off without its end being written. */
  let unsureSince = Number.POSITIVE_INFINITY;
  const unended = new Set<string>();
  const doubt = (since: number): void => {
    unsure = true;
    unsureSince = Math.min(unsureSince, since);
  };
  const sure = (): void => {
    unsure = false;
    unsureSince = Number.POSITIVE_INFINITY;
  };

  const rests = (now: number): readonly Kind[] => {
    for (const [kind, until] of resting) if (until <= now) resting.delete(kind);
    return [...resting.keys()];
  };

  const note = ({ row, answer, ended }: Ending): void => {
    if (answer.is === 'later' && answer.rest) resting.set(kindOf(row), ended + answer.after);
  };

  const platformOf = (row: Row): Platform | undefined => platforms[row.platform]?.[row.via];

  const batch = (platform: PlatformName): Batch => platforms[platform]?.messenger.capabilities.batch ?? ALONE;

  /** Leased rows to the messenger; resolved before they are there. */
  const sendOff = (rows: readonly Row[], platform: Platform | undefined, taken: number): void => {
    latest = { rows: rows.length, at: [...latest.at, clock.now()].slice(-AT_ONCE) };
    for (const { id } of rows) unended.add(id);
    const call: Promise<void> = carryOut(rows, platform, taken)
      .then((endings) => {
        endings.forEach(note);
        for (const { row } of endings) unended.delete(row.id);
      })
      .catch((error) => watch.bug('outbox', error))
      .finally(() => calls.delete(call));
    calls.add(call);
  };

  /** The messenger counts calls, not what they carry: in a flood fewer and fuller ones serve everybody sooner. */
  const company = async (): Promise<void> => {
    const [fifth] = latest.at;
    const many = latest.at.length === AT_ONCE && fifth !== undefined && clock.now() - fifth < SECOND;
    if (many && latest.rows > 1 && latest.rows < COMPANY_ENOUGH) await deps.pause(COMPANY);
  };

  const reclaim = async (): Promise<void> => {
    if (!unsure || calls.size > 0) return;
    await ledger.freeLeases(owner, { since: unsureSince, but: [...unended] });
    sure();
  };

  /** Waits for the turn of what is most urgent. False: somebody asked to look anew, and this could have waited. */
  const turnOf = async (row: Row, signal: AbortSignal): Promise<boolean> => {
    const hurry = hurryOf(row);
    if (hurry === 'urgent') {
      await platformOf(row)?.turn(signal);
      return true;
    }
    const waiting = new AbortController();
    const giveUp = () => waiting.abort();
    giveWay = giveUp;
    signal.addEventListener('abort', giveUp);
    if (signal.aborted) giveUp();
    try {
      await platformOf(row)?.turn(waiting.signal, hurry);
      return true;
    } catch (error) {
      if (signal.aborted || !waiting.signal.aborted) throw error;
      return false;
    } finally {
      giveWay = () => {};
      signal.removeEventListener('abort', giveUp);
    }
  };

  /** Whether there was a call's worth to send off, when the messenger's pace allowed it. */
  const next = async (signal: AbortSignal): Promise<boolean> => {
    const now = clock.now();
    if (Object.keys(platforms).length === 0) return false;
    await reclaim();
    const sought = await ledger.first({ now, resting: rests(now) });
    if (sought === undefined) return false;
    if (!(await turnOf(sought, signal))) return true;
    const unsureBefore = unsure;
    const taken = clock.now();
    doubt(taken);
    const rows = await ledger.take({ owner, now: taken, lease: LEASE, resting: rests(taken), batch });
    const [first] = rows;
    if (first !== undefined) {
      const platform = platformOf(first);
      if (platform !== platformOf(sought)) await platform?.turn(signal, hurryOf(first));
      sendOff(rows, platform, taken);
    }
    if (!unsureBefore) sure();
    return first !== undefined;
  };

  let current: Promise<void> | undefined;
  let again = false;

  /** One piece of work at a time; then looks into the outbox as often as it was asked to meanwhile. */
  const work = (first: () => Promise<void>, signal: AbortSignal): Promise<void> => {
    const looks = async (): Promise<void> => {
      await first();
      while (again && !signal.aborted) {
        if (calls.size >= IN_FLIGHT) await Promise.race(calls);
        await company();
        again = false;
        if (await next(signal)) again = true;
      }
    };
    current = looks().finally(() => {
      current = undefined;
    });
    return current;
  };

  /** Resolves when nothing is in hand and no call is on its way. */
  const settled = async (): Promise<void> => {
    await current?.catch(() => {});
    await Promise.all(calls);
  };

  return {
    /**
     * Sends off whatever is due, and returns while calls may still be on their way: new rows need not wait for them.
     * One run at a time: a call during a run makes it look once more.
     */
    run: (signal: AbortSignal): Promise<void> => {
      again = true;
      giveWay();
      return current ?? work(async () => {}, signal);
    },

    /**
     * For rows about to be written: which of them this process carries out itself, if it is free to; none while it is
     * busy, since then they share calls with others. The messenger's turn is asked for while they are written.
     */
    straight: (rows: readonly Row[], signal: AbortSignal): Straight | undefined => {
      const served = Object.keys(platforms).length > 0;
      if (!served || current !== undefined || unsure || calls.size >= IN_FLIGHT) return undefined;
      const now = clock.now();
      const rest = rests(now);
      const urgent = rows
        .filter((row) => row.due <= now && !rest.includes(kindOf(row)))
        .toSorted((a, b) => priorityOf(a.action) - priorityOf(b.action));
      const own = bundle(urgent, batch).map((row): Row => ({ ...row, tried: now }));
      const [first] = own;
      if (first === undefined) return undefined;

      const platform = platformOf(first);
      const turn = platform?.turn(signal, hurryOf(first));
      turn?.catch(() => {});
      let tell: (answer: Leased) => void = () => {};
      const told = new Promise<Leased>((resolve) => {
        tell = resolve;
      });
      const leased = (answer: Leased): void => {
        if (answer === 'no') sure();
        else doubt(now);
        tell(answer);
      };
      const go = async (): Promise<void> => {
        if ((await told) !== 'yes') return;
        await turn;
        sendOff(own, platform, now);
        sure();
      };
      work(go, signal).catch((error) => watch.weather('outbox', error));
      return { lease: { ids: own.map(({ id }) => id), owner, now, until: now + LEASE }, leased };
    },

    settled,
    /** After the last run: waits for calls on their way, and gives back what was taken and not sent. */
    close: async (): Promise<void> => {
      await settled();
      await reclaim();
    },
    /** Whether something lies ready that no wake-up announced: a lost wake-up, a retry, an expired lease. */
    overdue: async (): Promise<boolean> =>
      unsure || ((await ledger.nextDue()) ?? Number.POSITIVE_INFINITY) <= clock.now(),
  };
};
export type Outbox = ReturnType<typeof createOutbox>;
