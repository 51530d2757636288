import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { main } from '../../src/cli/main.js';
import { Environment, readConfig } from '../../src/config.js';
import { createLog } from '../../src/log.js';
import { type Data, openData } from '../../src/main/store.js';
import { freshSchool, redisUrl } from '../world/redis.js';

export interface Said {
  readonly code: number;
  readonly out: string;
  /** What was said to the person, not to the next program. */
  readonly err: string;
}

const sink = () => {
  const chunks: string[] = [];
  const stream = new Writable({
    write(chunk, _, done) {
      chunks.push(String(chunk));
      done();
    },
  });
  return { stream, text: () => chunks.join('') };
};

/** A school on the test run's Redis, with a data folder of its own; nothing of a developer's `.env` gets in. */
export const openSchool = async (given: Readonly<Record<string, string>> = {}) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'dz-cli-'));
  const nothing = Object.fromEntries(Object.keys(Environment.shape).map((name) => [name, '']));
  const env = { ...nothing, DATA_DIR: folder, REDIS_URL: redisUrl(), SCHOOL: freshSchool(), ...given };
  return {
    folder,
    env,
    run: async (...argv: readonly string[]): Promise<Said> => {
      const [stdout, stderr] = [sink(), sink()];
      const code = await main(argv, { stdin: Readable.from([]), stdout: stdout.stream, stderr: stderr.stream, env });
      return { code, out: stdout.text(), err: stderr.text() };
    },
    with: (more: Readonly<Record<string, string>>) => Object.assign(env, more),
    /** Looks into the school's data, or changes them, as the bot would. */
    inside: async <T>(work: (data: Data) => Promise<T>): Promise<T> => {
      const data = await openData(readConfig(env), 'verb', createLog({ LOG_LEVEL: 'silent' }, false));
      try {
        return await work(data);
      } finally {
        await data.close();
      }
    },
    file: (name: string) => path.join(folder, name),
    close: () => rm(folder, { recursive: true, force: true }),
  };
};
export type School = Awaited<ReturnType<typeof openSchool>>;

/** A test on a school of its own. */
export const inSchool = (words: string, story: (school: School) => Promise<void>) =>
  it(words, async () => {
    const school = await openSchool();
    try {
      await story(school);
    } finally {
      await school.close();
    }
  });
