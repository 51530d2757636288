import { z } from 'zod';
import type { Worded } from '../../domain/action.js';
import { priorityOf } from '../../domain/action.js';
import { bundle, kindOf } from '../../domain/bundle.js';
import type { Intake } from '../../domain/update.js';
import type { Ending, Ledger, Row } from '../../ports/stores.js';
import { conditionsOf } from '../conditions.js';
import { split } from '../endings.js';
import type { Chains } from './chains.js';
import { commandsOf, storedCondition } from './changes.js';
import { REMEMBERED } from './journal.js';
import { appendScript, candidatesScript, endScript, freeLeasesScript, leaseScript, settleScript } from './lua.js';
import type { Command, Shelf } from './shelf.js';
import { setTimer } from './timers.js';

/** Rows looked at for one call: a few first, since of many alike they fill it. */
const GLANCE = 110;
/** Rows looked at to know what is the most urgent. */
const ONE = 5;
/** As many rows as fill a call, or nearly so. */
const FULL = 25;
const PAGE = 1_000;
/** Room for 3,000 years of milliseconds under each priority, still an exact double. */
const PRIORITY = 1e14;
const RECEIPTS = 'outbox';

const StoredRow = z.object({
  id: z.string(),
  action: z.custom<Worded>((value) => typeof value === 'object' && value !== null && 'do' in value),
  platform: z.enum(['vk', 'telegram', 'memory']),
  via: z.enum(['messenger', 'simulation']),
  queued: z.number(),
  attempts: z.number(),
  due: z.number(),
  tried: z.number().exactOptional(),
  about: z
    .object({
      place: z.string().exactOptional(),
      account: z.string().exactOptional(),
      message: z.string().exactOptional(),
    })
    .exactOptional(),
}) satisfies z.ZodType<Row>;

const StoredIntake = z.custom<Intake>((value) => typeof value === 'object' && value !== null && 'update' in value);

/** A row and its place among the others; see `lua.ts`. */
interface Queued {
  readonly score: number;
  readonly turn: number;
  readonly row: Row;
}

export const redisLedger = (shelf: Shelf, chains: Chains): Ledger => {
  const { redis, keys, vault } = shelf;

  const scoreOf = (row: Row) => String(priorityOf(row.action) * PRIORITY + row.queued);
  const stored = (row: Row) => ({
    id: row.id,
    score: scoreOf(row),
    sealed: vault.seal(JSON.stringify(row)),
    ...(row.due > row.queued ? { due: String(row.due) } : {}),
  });
  const opened = (text: string): Queued => {
    const [score = '', turn = '', sealed = ''] = text.split('|');
    return { score: Number(score), turn: Number(turn), row: StoredRow.parse(JSON.parse(vault.open(sealed))) };
  };
  const journalKeys = (chain: string) => [keys.head(chain), keys.chain(chain), keys.chains];

  const candidates = async (now: number, from: number, most: number): Promise<readonly Row[]> => {
    const places = [keys.outbox, keys.rows, keys.leased, keys.later];
    const flat = z
      .array(z.string())
      .parse(await candidatesScript(redis, places, [String(now), String(from), String(most)]));
    return flat
      .filter((_, at) => at % 2 === 1)
      .map(opened)
      .sort((a, b) => a.score - b.score || a.turn - b.turn)
      .map(({ row }) => row);
  };

  /** What is picked out of the most urgent rows: looked for further down only where a glance gives less than enough. */
  const chosen = async (
    now: number,
    glance: number,
    enough: number,
    pick: (page: readonly Row[]) => readonly Row[],
  ): Promise<readonly Row[]> => {
    const top = await candidates(now, 0, glance);
    const first = pick(top);
    if (first.length >= enough || top.length < glance) return first;
    for (let from = 0; ; from += PAGE) {
      const page = await candidates(now, from, PAGE);
      const rows = pick(page);
      if (rows.length > 0 || page.length < PAGE) return rows;
    }
  };

  /** The rows of these that nobody else has leased meanwhile. */
  const leased = async (
    rows: readonly Row[],
    { owner, now, lease }: Parameters<Ledger['take']>[0],
  ): Promise<readonly Row[]> => {
    const args = [String(now + lease), String(now), owner, ...rows.map(({ id }) => id)];
    const flat = z
      .array(z.string())
      .parse(await leaseScript(redis, [keys.outbox, keys.leased, keys.tried, keys.owners], args));
    const taken = new Map(flat.flatMap((id, at) => (at % 2 === 0 ? [[id, Number(flat[at + 1])] as const] : [])));
    return rows.flatMap((row) => {
      const first = taken.get(row.id);
      return first === undefined ? [] : [{ ...row, tried: first }];
    });
  };

  /** Ends what is still there; rows that somebody ended before are left as they were ended. */
  const end = async (endings: readonly Ending[]): Promise<void> => {
    if (endings.length === 0) return;
    const { entries, ended, followUps, later, timers } = split(endings);
    const places = [...journalKeys(RECEIPTS), keys.outbox, keys.rows, keys.leased, keys.later, keys.tried, keys.owners];
    const [answer, ...gone] = await chains.append(RECEIPTS, entries, (expected, written) =>
      endScript(redis, places, [
        RECEIPTS,
        expected,
        written,
        JSON.stringify(ended),
        JSON.stringify(followUps.map(stored)),
        JSON.stringify(
          later.map((row) => ({ ...stored(row), due: String(row.due), refused: row.tried === undefined })),
        ),
        JSON.stringify(timers.flatMap((timer) => setTimer(shelf, timer))),
      ]),
    );
    if (answer === 'gone') await end(endings.filter(({ row }) => !gone.includes(row.id)));
  };

  return {
    settled: async (key) => (await redis.exists(keys.settled(key))) === 1,

    settle: async ({ key, entry, changes, rows, chain, lease }) => {
      const commands: readonly Command[] = changes.flatMap((change) => commandsOf(shelf, change));
      const outbox = [keys.outbox, keys.rows, keys.later, keys.leased, keys.tried, keys.owners];
      const places = [keys.settled(key), ...journalKeys(chain), ...outbox];
      const conditions = conditionsOf(changes).map((condition) => storedCondition(shelf, condition));
      const [answer] = await chains.append(chain, [entry], (expected, entries) =>
        settleScript(redis, places, [
          chain,
          expected,
          entries,
          JSON.stringify(commands),
          JSON.stringify(rows.map(stored)),
          String(REMEMBERED),
          JSON.stringify(conditions),
          lease ? JSON.stringify(lease) : '',
        ]),
      );
      return answer === 'settled' || answer === 'leased' || answer === 'stale' ? answer : 'already';
    },

    first: async ({ now, resting }) => {
      const pick = (page: readonly Row[]) => page.filter((row) => !resting.includes(kindOf(row))).slice(0, 1);
      return (await chosen(now, ONE, 1, pick))[0];
    },

    take: async (options) => {
      const { now, resting, batch } = options;
      const rows = await chosen(now, GLANCE, FULL, (page) =>
        bundle(
          page.filter((row) => !resting.includes(kindOf(row))),
          batch,
        ),
      );
      return rows.length > 0 ? leased(rows, options) : [];
    },

    end,

    nextDue: async () => {
      const [ready, leased, later] = await Promise.all([
        redis.zCard(keys.outbox),
        redis.zRangeWithScores(keys.leased, 0, 0),
        redis.zRangeWithScores(keys.later, 0, 0),
      ]);
      if (ready > 0) return 0;
      const due = [...leased, ...later].map(({ score }) => score);
      return due.length > 0 ? Math.min(...due) : undefined;
    },

    freeLeases: async (owner = '', untouched) => {
      const places = [keys.outbox, keys.rows, keys.leased, keys.owners, keys.tried];
      const args = untouched ? [String(untouched.since), ...untouched.but] : [];
      return Number(await freeLeasesScript(redis, places, [owner, ...args]));
    },

    waiting: async () =>
      Promise.all(
        [0, 1, 2, 3, 4].map((priority) =>
          redis.zCount(keys.outbox, priority * PRIORITY, `(${(priority + 1) * PRIORITY}`),
        ),
      ),

    park: async (intake, until, entry, chain) => {
      const name = vault.pseudonym('m', intake.update.id);
      const commands: readonly Command[] = [
        ['HSET', keys.parkedRows, name, vault.seal(JSON.stringify(intake))],
        ['ZADD', keys.parked, String(until), name],
      ];
      const places = [keys.written(vault.pseudonym('k', entry.id)), ...journalKeys(chain)];
      await chains.append(chain, [entry], (expected, entries) =>
        appendScript(redis, places, [chain, expected, entries, JSON.stringify(commands), String(REMEMBERED)]),
      );
    },

    parked: async (now) => {
      const names = await redis.zRangeByScore(keys.parked, '-inf', now);
      if (names.length === 0) return [];
      const rows = await redis.hmGet(keys.parkedRows, names);
      return rows.flatMap((row) => (row ? StoredIntake.parse(JSON.parse(vault.open(row))) : []));
    },

    unpark: async (updateId) => {
      const name = vault.pseudonym('m', updateId);
      await redis.multi().zRem(keys.parked, name).hDel(keys.parkedRows, name).exec();
    },
  };
};
