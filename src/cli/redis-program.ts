import { spawnSync } from 'node:child_process';
import path from 'node:path';
import type { Config } from '../config.js';
import { projectRoot } from '../project-root.js';
import { NoRedis } from '../storage/redis/provision.js';
import { findServer } from '../storage/redis/server.js';
import type { Terminal } from './terminal.js';

const INSTALLER = 'scripts/install-tools.mjs';

/** Without `REDIS_URL` there must be a server program: the installer gets it where it can, and says how where it cannot. @throws NoRedis */
export const ensureServer = async (config: Pick<Config, 'REDIS_URL'>, io: Terminal): Promise<void> => {
  if (config.REDIS_URL !== undefined || (await findServer(io.env)) !== undefined) return;
  spawnSync(process.execPath, [path.join(projectRoot(), INSTALLER)], { stdio: ['ignore', 'inherit', 'inherit'] });
  if ((await findServer(io.env)) === undefined) throw new NoRedis();
};
