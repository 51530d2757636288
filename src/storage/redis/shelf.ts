import type { Vault } from '../../ports/vault.js';
import type { Redis } from './connection.js';
import type { Keys } from './keys.js';

/** What every Redis store is made of. */
export interface Shelf {
  readonly redis: Redis;
  readonly keys: Keys;
  readonly vault: Vault;
}

/** A Redis command as strings: what a script can carry out beside other writes. */
export type Command = readonly string[];
