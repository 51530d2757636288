import { randomBytes } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { readConfig } from '../../src/config.js';
import { chatRef } from '../../src/domain/refs.js';
import { type Open, openStore } from '../../src/main/store.js';
import { listenSandbox, type RunningSandbox } from '../../src/sandbox/listen.js';
import type { Definition } from '../../src/sandbox/vk/state.js';
import type { Env } from '../world/process.js';

export const TOKEN = 'vk1.a.crash-test-token';
export const GROUP = 777_001;
export const CHATS = 10;
const AUTHORS = 100;
const TEACHER = 1_000;
export const FIRST_CHAT = 2_000_000_001;
const FIRST_AUTHOR = 2_000;

export const authorOf = (number: number): number => FIRST_AUTHOR + (number % AUTHORS);
export const chatOf = (number: number): number => FIRST_CHAT + (number % CHATS);

/** A hundred invented people, all of whom talk with the bot and sit in every chat. */
const definition: Definition = {
  community: { id: GROUP, token: TOKEN, title: 'Школа (вымышленная)' },
  people: [
    { id: TEACHER, name: 'Учитель Вымышленный', about: 'учитель' },
    ...Array.from({ length: AUTHORS }, (_, at) => ({
      id: FIRST_AUTHOR + at,
      name: `Родитель № ${at}`,
      about: 'родитель',
      dialog: 'allowed' as const,
    })),
  ],
  chats: Array.from({ length: CHATS }, (_, at) => ({
    title: `Чат № ${at}`,
    owner: TEACHER,
    members: Array.from({ length: AUTHORS }, (_, author) => FIRST_AUTHOR + author),
    bot: { fullAccess: true, admin: true },
  })),
};

/** A VK with ten chats, and a store in which they are registered. */
export interface CrashSchool {
  readonly sandbox: RunningSandbox;
  /** For every process of the bot. */
  readonly env: Env;
  /** Looks into the store beside the bot. */
  look<T>(work: (open: Open) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export const look = async <T>(env: Env, work: (open: Open) => Promise<T>): Promise<T> => {
  const open = await openStore(readConfig(env), 'verb', pino({ level: 'silent' }));
  try {
    return await work(open);
  } finally {
    await open.close();
  }
};

/** `shared`: a Redis that several processes use; without it each start of the bot finds its own private one. */
export const crashSchool = async (shared?: string): Promise<CrashSchool> => {
  const sandbox = await listenSandbox({ definition, now: () => Date.now() });
  const dataDir = await mkdtemp(path.join(tmpdir(), 'dz-crash-'));
  const env: Env = {
    DATA_DIR: dataDir,
    VK_TOKEN: TOKEN,
    VK_API_URL: sandbox.apiUrl,
    MODE: 'act',
    HTTP_PORT: '0',
    LOG_LEVEL: 'warn',
    SCHOOL: `crash-${randomBytes(4).toString('hex')}`,
    ENCRYPTION_KEY: randomBytes(32).toString('base64'),
    ...(shared ? { REDIS_URL: shared } : {}),
  };
  await look(env, async ({ stores }) => {
    for (let at = 0; at < CHATS; at += 1)
      await stores.chats.put({
        ref: chatRef('vk', FIRST_CHAT + at),
        kind: 'class_parents',
        class: `${at + 1}А`,
        mode: 'act',
        registered: { by: 'test', at: 0 },
      });
  });
  return { sandbox, env, look: (work) => look(env, work), close: () => sandbox.close() };
};
