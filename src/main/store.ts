import path from 'node:path';
import { createSay, type Say } from '../app/say.js';
import type { Config } from '../config.js';
import { describe, type Logger } from '../log.js';
import type { Stores } from '../ports/stores.js';
import type { Vault } from '../ports/vault.js';
import { projectRoot } from '../project-root.js';
import type { Policy } from '../regulation/policy.js';
import { masterKey } from '../storage/master-key.js';
import { loadPolicy } from '../storage/policy.js';
import type { Redis } from '../storage/redis/connection.js';
import { redisStores } from '../storage/redis/index.js';
import { keysOf } from '../storage/redis/keys.js';
import { type Occupation, type Provision, provision } from '../storage/redis/provision.js';
import type { Shelf } from '../storage/redis/shelf.js';
import { createVault } from '../storage/vault.js';

/** Milliseconds after which a read or a write is given up and tried again by whoever asked. */
const PATIENCE = 5_000;

/** What the bot and the commands beside it have in common: the store, its keys, the school's documents and words. */
export interface Open {
  readonly config: Config;
  readonly log: Logger;
  readonly provision: Provision;
  readonly redis: Redis;
  readonly shelf: Shelf;
  readonly stores: Stores;
  readonly vault: Vault;
  readonly policy: Policy;
  readonly say: Say;
  /** The master key was made just now: its owner must keep a copy. */
  readonly newKey: boolean;
  onTrouble(error: Error): void;
  close(): Promise<void>;
}

const policyDir = (config: Config): string =>
  path.isAbsolute(config.POLICY_DIR) ? config.POLICY_DIR : path.join(projectRoot(), config.POLICY_DIR);

/** Opens the school's store, starting its private Redis when there is none. */
export const openStore = async (config: Config, occupation: Occupation, log: Logger): Promise<Open> => {
  let closing = false;
  const onTrouble = (error: Error) => {
    if (!closing) log.warn({ where: 'redis', error: describe(error) }, 'weather');
  };
  const policy = await loadPolicy(policyDir(config), config.TIME_ZONE);
  const master = await masterKey(config.ENCRYPTION_KEY, config.DATA_DIR);
  const provided = await provision({
    url: config.REDIS_URL,
    dataDir: config.DATA_DIR,
    occupation,
    env: process.env,
    onTrouble,
  });
  const redis = await provided.connect({ timeout: PATIENCE, onTrouble });
  const vault = createVault(master.key);
  const shelf: Shelf = { redis, keys: keysOf(config.SCHOOL), vault };
  return {
    config,
    log,
    provision: provided,
    redis,
    shelf,
    stores: redisStores(shelf),
    vault,
    policy,
    say: createSay(config.LOCALE, (defect) => log.error({ defect }, 'text')),
    newKey: master.made,
    onTrouble,
    close: async () => {
      closing = true;
      redis.destroy();
      await provided.release();
    },
  };
};
