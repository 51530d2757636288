import { createSay, type Say } from '../app/say.js';
import type { Config } from '../config.js';
import { SECOND } from '../domain/time.js';
import { describe, type Logger } from '../log.js';
import type { Stores } from '../ports/stores.js';
import type { Vault } from '../ports/vault.js';
import { inProject } from '../project-root.js';
import type { Policy } from '../regulation/policy.js';
import { masterKey } from '../storage/master-key.js';
import { loadPolicy } from '../storage/policy.js';
import type { Redis } from '../storage/redis/connection.js';
import { redisStores } from '../storage/redis/index.js';
import { markKey } from '../storage/redis/key-mark.js';
import { keysOf } from '../storage/redis/keys.js';
import { type Occupation, type Provision, provision } from '../storage/redis/provision.js';
import type { Shelf } from '../storage/redis/shelf.js';
import { type Beginning, loadBeginning } from '../storage/school.js';
import { createVault } from '../storage/vault.js';

/** The state's days off, for every school that has no calendar of its own. */
export const CALENDAR = 'policies/calendar.yaml';
/** Milliseconds after which a read or a write is given up and tried again by whoever asked. */
const PATIENCE = 5 * SECOND;
/** Several connections complain of one outage, each many times a second: it is told this often. */
const TOLD_EVERY = 10 * SECOND;

/** The school's data and the keys to them. */
export interface Data {
  readonly config: Config;
  readonly log: Logger;
  readonly provision: Provision;
  readonly redis: Redis;
  readonly shelf: Shelf;
  readonly stores: Stores;
  readonly vault: Vault;
  readonly say: Say;
  /** The master key was made just now: its owner must keep a copy. */
  readonly newKey: boolean;
  onTrouble(error: Error): void;
  close(): Promise<void>;
}

/** What the bot needs: the data and the school's documents. */
export interface Open extends Data {
  readonly policy: Policy;
  readonly beginning: Beginning;
}

/** Complains of Redis, not too often, until it is closed. */
const complaining = (log: Logger) => {
  let told = Number.NEGATIVE_INFINITY;
  let closing = false;
  return {
    onTrouble: (error: Error) => {
      if (closing || performance.now() - told < TOLD_EVERY) return;
      told = performance.now();
      log.warn({ where: 'redis', error: describe(error) }, 'redis does not answer; waiting for it');
    },
    hush: () => {
      closing = true;
    },
  };
};

/** `signal` ends the waiting for a Redis that does not answer. */
export const openData = async (
  config: Config,
  occupation: Occupation,
  log: Logger,
  signal?: AbortSignal,
): Promise<Data> => {
  const { onTrouble, hush } = complaining(log);
  const waiting = { onTrouble, ...(signal && { signal }) };
  const master = await masterKey(config.ENCRYPTION_KEY, config.DATA_DIR);
  const provided = await provision({
    ...waiting,
    url: config.REDIS_URL,
    dataDir: config.DATA_DIR,
    occupation,
    env: process.env,
  });
  let redis: Redis | undefined;
  const close = async () => {
    hush();
    redis?.destroy();
    await provided.release();
  };
  try {
    redis = await provided.connect({ ...waiting, timeout: PATIENCE });
    const vault = createVault(master.key);
    const shelf: Shelf = { redis, keys: keysOf(config.SCHOOL), vault };
    await markKey(shelf);
    const say = createSay(config.LOCALE, (defect) => log.error({ defect }, 'text'));
    const kept = { config, log, redis, shelf, vault, say, onTrouble, close };
    return { ...kept, provision: provided, stores: redisStores(shelf), newKey: master.made };
  } catch (error) {
    await close();
    throw error;
  }
};

/** Opens the school's store, starting its private Redis when there is none. */
export const openStore = async (
  config: Config,
  occupation: Occupation,
  log: Logger,
  signal?: AbortSignal,
): Promise<Open> => {
  const policy = await loadPolicy(inProject(config.POLICY_DIR), config.TIME_ZONE);
  const beginning = await loadBeginning(inProject(config.POLICY_DIR), inProject(CALENDAR));
  return { ...(await openData(config, occupation, log, signal)), policy, beginning };
};
