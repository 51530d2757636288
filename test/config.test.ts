import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { BadConfig, Environment, readConfig } from '../src/config.js';
import { projectRoot } from '../src/project-root.js';

const EXAMPLE = readFileSync(path.join(projectRoot(), '.env.example'), 'utf8');
const NAMES = Object.keys(Environment.shape);

const complaint = (env: Readonly<Record<string, string>>): string => {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof BadConfig) return error.message;
    throw error;
  }
  return 'no complaint';
};

describe('.env.example', () => {
  it('names every variable the program reads, and no other, once', () => {
    const lines = EXAMPLE.split('\n').flatMap((line) => /^([A-Z_]+)=/.exec(line)?.[1] ?? []);
    expect([...lines].sort()).toEqual([...NAMES].sort());
  });

  it('holds the defaults', () => {
    const written = parseEnv(EXAMPLE);
    expect(readConfig(written)).toEqual(readConfig({}));
    const standard: Readonly<Record<string, unknown>> = readConfig({});
    const defaults = NAMES.filter((name) => standard[name] !== undefined);
    expect(defaults.filter((name) => written[name] === '')).toEqual([]);
  });

  it('explains each', () => {
    const lines = EXAMPLE.split('\n');
    const bare = lines.filter((line, at) => /^[A-Z_]+=/.test(line) && !/^# [^-]/.test(lines[at - 1] ?? ''));
    expect(bare).toEqual([]);
  });
});

describe('the configuration', () => {
  it('takes an empty variable for an absent one', () => {
    expect(readConfig({ VK_TOKEN: '', HTTP_PORT: '', MODE: '' })).toEqual(readConfig({}));
  });

  it('keeps what is given', () => {
    const config = readConfig({ VK_GROUP_ID: '123', HTTP_PORT: '0', ROLES: ' http , worker,ingest', MODE: 'act' });
    expect(config).toMatchObject({ VK_GROUP_ID: 123, HTTP_PORT: 0, ROLES: ['http', 'worker', 'ingest'], MODE: 'act' });
    expect(readConfig({ REDIS_URL: 'unix:///run/redis.sock' }).REDIS_URL).toBe('unix:///run/redis.sock');
  });

  const WRONG: readonly (readonly [string, string])[] = [
    ['VK_TOKEN', 'vk1.abc'],
    ['VK_GROUP_ID', 'club123'],
    ['VK_GROUP_ID', '-7654321'],
    ['VK_GROUP_ID', '7654321.5'],
    ['VK_API_URL', 'vk.internal'],
    ['VK_API_URL', 'ftp://vk.internal'],
    ['VK_TRANSPORT', 'long-poll'],
    ['PICTURE_TEXT', 'yes'],
    ['TELEGRAM_TOKEN', 'sixseven'],
    ['TELEGRAM_API_URL', 'bot.internal'],
    ['TELEGRAM_TRANSPORT', 'callback'],
    ['TELEGRAM_WEBHOOK_SECRET', 'two words'],
    ['TELEGRAM_WEBHOOK_URL', 'ftp:school'],
    ['REDIS_URL', '10.0.0.7:6400'],
    ['REDIS_URL', 'http://secret-password@redis'],
    ['SCHOOL', 'Школа 21'],
    ['TIME_ZONE', 'Moskva'],
    ['LOCALE', 'russian'],
    ['ENCRYPTION_KEY', 'too-short-to-be-a-key'],
    ['HTTP_PORT', 'eighty'],
    ['HTTP_PORT', '80800'],
    ['HTTP_PORT', '80.5'],
    ['ROLES', 'ingest,wroker'],
    ['ROLES', 'ingestion,wroker'],
    ['ROLES', ' , '],
    ['MODE', 'watch'],
    ['BACKUP_PASSPHRASE', 'hunter2'],
    ['LOG_LEVEL', 'verbose'],
  ];

  it.each(WRONG)('%s=%s: one line with the name, the defect and an example, without the value', (name, value) => {
    const line = complaint({ [name]: value });
    expect(line).toMatch(new RegExp(`^${name}: [^\\n]+(?:example: |make one with: )[^\\n]+$`));
    expect(line).not.toContain(value);
  });

  it('has a wrong value here for every variable that can have one', () => {
    // Any text will do for these.
    const free = ['VK_CALLBACK_SECRET', 'VK_CALLBACK_CONFIRMATION', 'VK_USER_TOKEN'];
    const tried = new Set([...WRONG.map(([name]) => name), ...free, 'DATA_DIR', 'POLICY_DIR', 'HTTP_HOST']);
    expect(NAMES.filter((name) => !tried.has(name))).toEqual([]);
  });

  it('names all that is wrong at once', () => {
    expect(complaint({ MODE: 'watch', HTTP_PORT: 'x' }).split('\n')).toHaveLength(2);
  });

  it('does not let a webhook be without a secret, or a part of the program without the common store and key', () => {
    const shared = { REDIS_URL: 'redis://127.0.0.1:6379' };
    expect(complaint({ VK_TOKEN: 'vk1.a.token', VK_TRANSPORT: 'callback' })).toMatch(/^VK_CALLBACK_SECRET: is missing/);
    expect(complaint({ TELEGRAM_TOKEN: '1:a', TELEGRAM_TRANSPORT: 'webhook' })).toMatch(/^TELEGRAM_WEBHOOK_SECRET: is/);
    expect(complaint({ ROLES: 'ingest' })).toMatch(/^REDIS_URL: is missing/);
    expect(complaint({ ROLES: 'ingest', ...shared })).toMatch(/^ENCRYPTION_KEY: is missing/);
    expect(complaint({ ROLES: 'ingest', ...shared, ENCRYPTION_KEY: Buffer.alloc(32).toString('base64') })).toBe(
      'no complaint',
    );
  });
});
