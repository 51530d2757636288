import { TimeoutError } from 'redis';
import { z } from 'zod';
import { BadConfig } from '../config.js';
import { Locked } from '../ports/platform.js';
import { BadKeyFile } from '../storage/master-key.js';
import { BadPolicy } from '../storage/policy.js';
import { Away } from '../storage/redis/connection.js';
import { WrongKey } from '../storage/redis/key-mark.js';
import { NoRedis, Occupied } from '../storage/redis/provision.js';
import { Unstartable } from '../storage/redis/server.js';
import { BadSettings } from '../storage/school.js';
import { policyLines } from './policy-lines.js';
import { settingDefect } from './setting-defect.js';
import { BadUsage, EXIT, Unfit } from './terminal.js';

/** Any error at all; the system's own have a code. */
const SystemError = z.object({ code: z.string(), syscall: z.string() }).partial().catch({});

const HOW_TO_GET_REDIS = [
  'No Redis: set REDIS_URL, or install the server program.',
  'Debian, Ubuntu: apt-get install redis-server · Fedora: dnf install valkey · Alpine: apk add valkey · macOS: brew install redis · Windows: use WSL.',
].join(' ');

/** What the system said no to, by its code; the paths it names are those of the data folder. */
const refusedBySystem = (error: unknown): string | undefined => {
  const { code, syscall } = SystemError.parse(error);
  if (code === 'EADDRINUSE')
    return 'HTTP_PORT: the port is in use; stop the other program or choose another one; example: HTTP_PORT=8090';
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return 'HTTP_HOST: this machine has no such address; example: HTTP_HOST=127.0.0.1';
  if (code === 'EACCES' && syscall === 'listen')
    return 'HTTP_PORT: this user may not listen there; choose one above 1023; example: HTTP_PORT=8090';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return 'DATA_DIR: this user may not write there; example: DATA_DIR=./data';
  if (code === 'ENOTDIR' || code === 'EEXIST') return 'DATA_DIR: is no folder; example: DATA_DIR=./data';
  if (code === 'ENOSPC') return 'DATA_DIR: the disk is full; free some room and start again';
  return undefined;
};

const wrongConfig = (error: unknown): string | undefined => {
  if (error instanceof BadConfig) return error.message;
  if (error instanceof BadPolicy) return policyLines(error).join('\n');
  if (error instanceof BadSettings) return settingDefect(error.file, error.defect);
  if (error instanceof NoRedis) return HOW_TO_GET_REDIS;
  if (error instanceof Away)
    return `REDIS_URL: the Redis does not answer (${error.message}); start it, or mend the address; example: redis://127.0.0.1:6379`;
  if (error instanceof Unstartable) return `DATA_DIR: ${error.message}`;
  if (error instanceof Occupied)
    return `DATA_DIR: another bot lives there (${error.message}); stop it first, or choose another folder`;
  if (error instanceof BadKeyFile)
    return `ENCRYPTION_KEY: the key file is damaged: ${error.message}; put the kept copy back`;
  if (error instanceof WrongKey)
    return `ENCRYPTION_KEY: ${error.message}; put the kept copy back, or choose another DATA_DIR or SCHOOL`;
  if (error instanceof Locked) return error.message;
  return refusedBySystem(error);
};

/** What a person can mend: an exit code and one clear line, never a stack. Undefined for a mistake of ours. */
export const mendable = (error: unknown): readonly [number, string] | undefined => {
  if (error instanceof BadUsage) return [EXIT.usage, `usage: ${error.message}`];
  if (error instanceof Unfit) return [EXIT.wrong, error.message];
  // node-redis gives it no words of its own.
  if (error instanceof TimeoutError) return [EXIT.internal, 'Redis is too slow to answer now; start again'];
  const words = wrongConfig(error);
  return words === undefined ? undefined : [EXIT.config, words];
};
