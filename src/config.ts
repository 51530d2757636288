import { z } from 'zod';

/** An empty variable is an absent one: `.env` files often hold `NAME=`. */
const absent = (value: unknown) => (value === '' ? undefined : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(absent, schema.optional());
const withDefault = <T extends z.ZodType>(schema: T, value: z.input<T>) =>
  z.preprocess((given) => absent(given) ?? value, schema);

const url = (protocols: readonly string[], example: string) =>
  z
    .string()
    .refine(
      (value) => URL.canParse(value) && protocols.includes(new URL(value).protocol),
      `is not an address; example: ${example}`,
    );

const zone = z.string().refine((value) => {
  try {
    return Boolean(new Intl.DateTimeFormat('ru', { timeZone: value }));
  } catch {
    return false;
  }
}, 'is not an IANA time zone; example: Europe/Moscow');

const PARTS = ['ingest', 'worker', 'http'] as const;
export type Part = (typeof PARTS)[number];
const roles = z
  .string()
  .transform((value) =>
    value
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
  )
  .pipe(
    z
      .array(z.enum(PARTS, 'is not a part of the program; example: ingest,worker,http'))
      .min(1, 'names no part; example: ingest,worker,http'),
  );

const key = z
  .string()
  .refine(
    (value) => Buffer.from(value, 'base64').length === 32,
    'is not 32 bytes in base64; make one with: openssl rand -base64 32',
  );

/** Every variable the program reads, with its default. `.env.example` is checked against this by a test. */
export const Environment = z.object({
  VK_TOKEN: optional(
    z
      .string()
      .min(10, 'is too short for a community token; copy it from «Работа с API» of the community; example: vk1.a.Xy…'),
  ),
  VK_GROUP_ID: optional(
    z.coerce
      .number('is not a number; example: 123456')
      .int('is not a community number; example: 123456')
      .positive('is not a community number; example: 123456'),
  ),
  VK_API_URL: withDefault(url(['http:', 'https:'], 'https://api.vk.ru/method'), 'https://api.vk.ru/method'),
  VK_TRANSPORT: withDefault(
    z.enum(['longpoll', 'callback'], 'must be longpoll or callback; example: longpoll'),
    'longpoll',
  ),
  VK_CALLBACK_SECRET: optional(z.string()),
  VK_CALLBACK_CONFIRMATION: optional(z.string()),
  VK_USER_TOKEN: optional(z.string()),
  TELEGRAM_TOKEN: optional(z.string().regex(/^\d+:[\w-]+$/, 'is not a bot token; example: 110201543:AAHdqTcv…')),
  TELEGRAM_API_URL: withDefault(url(['http:', 'https:'], 'https://api.telegram.org'), 'https://api.telegram.org'),
  TELEGRAM_TRANSPORT: withDefault(
    z.enum(['polling', 'webhook'], 'must be polling or webhook; example: polling'),
    'polling',
  ),
  TELEGRAM_WEBHOOK_SECRET: optional(
    z
      .string()
      .regex(/^[\w-]{1,256}$/, 'may hold Latin letters, digits, «_» and «-» only; example: a long word of your own'),
  ),
  TELEGRAM_WEBHOOK_URL: optional(url(['https:', 'http:'], 'https://bot.school.example/telegram/webhook')),
  REDIS_URL: optional(url(['redis:', 'rediss:', 'unix:'], 'redis://127.0.0.1:6379')),
  DATA_DIR: withDefault(z.string(), './data'),
  SCHOOL: withDefault(
    z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{0,31}$/, 'may hold small Latin letters, digits and «-» only; example: school-21'),
    'school',
  ),
  POLICY_DIR: withDefault(z.string(), 'policies/school-21'),
  TIME_ZONE: withDefault(zone, 'Europe/Moscow'),
  LOCALE: withDefault(z.enum(['ru', 'en'], 'must be ru or en; example: ru'), 'ru'),
  ENCRYPTION_KEY: optional(key),
  HTTP_HOST: withDefault(z.string(), '127.0.0.1'),
  HTTP_PORT: withDefault(
    z.coerce
      .number('is not a port; example: 8080')
      .int('is not a port; example: 8080')
      .min(0, 'is not a port; example: 8080')
      .max(65535, 'is not a port; example: 8080'),
    8080,
  ),
  ROLES: withDefault(roles, 'ingest,worker,http'),
  MODE: optional(z.enum(['observe', 'act'], 'must be observe or act; example: observe')),
  PICTURE_TEXT: withDefault(z.enum(['off', 'on'], 'must be off or on; example: off'), 'off'),
  BACKUP_PASSPHRASE: optional(z.string().min(12, 'is shorter than 12 characters; example: four words of your own')),
  LOG_LEVEL: withDefault(
    z.enum(
      ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'],
      'must be one of trace, debug, info, warn, error, fatal, silent; example: info',
    ),
    'info',
  ),
});
export type Config = z.output<typeof Environment>;

/** What the user can mend by editing `.env`: one line a variable, never its value. Exit code 78. */
export class BadConfig extends Error {
  override readonly name = 'BadConfig';
}

const defect = (config: Config): string | undefined => {
  if (config.VK_TRANSPORT === 'callback' && config.VK_TOKEN && !config.VK_CALLBACK_SECRET)
    return 'VK_CALLBACK_SECRET: is missing; VK_TRANSPORT=callback does not start without a secret';
  if (config.TELEGRAM_TRANSPORT === 'webhook' && config.TELEGRAM_TOKEN && !config.TELEGRAM_WEBHOOK_SECRET)
    return 'TELEGRAM_WEBHOOK_SECRET: is missing; TELEGRAM_TRANSPORT=webhook does not start without a secret';
  const split = PARTS.some((part) => !config.ROLES.includes(part));
  if (split && !config.REDIS_URL)
    return 'REDIS_URL: is missing; a process with fewer ROLES than all shares a Redis; example: redis://127.0.0.1:6379';
  if (split && !config.ENCRYPTION_KEY)
    return 'ENCRYPTION_KEY: is missing; processes that share a Redis share the key; make one with: openssl rand -base64 32';
  return undefined;
};

/**
 * Environment to configuration.
 * @throws BadConfig with one line for each wrong variable.
 */
export const readConfig = (env: Readonly<Record<string, string | undefined>>): Config => {
  const parsed = Environment.safeParse(env);
  if (!parsed.success)
    throw new BadConfig(
      [...new Set(parsed.error.issues.map(({ path, message }) => `${String(path[0])}: ${message}`))].join('\n'),
    );
  const wrong = defect(parsed.data);
  if (wrong !== undefined) throw new BadConfig(wrong);
  return parsed.data;
};
