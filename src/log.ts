import { type Logger, pino } from 'pino';
import type { Config } from './config.js';

/** What must not reach a log even inside somebody else's error message. */
const SECRETS: readonly (readonly [RegExp, string])[] = [
  [/vk1\.a\.[\w-]+/g, '[token]'],
  [/(access_token|secret|key)=[^&\s"']+/g, '$1=[hidden]'],
  [/bot\d+:[\w-]+/g, 'bot[token]'],
  [/\b[0-9a-f]{64,}\b/gi, '[token]'],
  // Numbers of people, chats and messages, phones, cards: five digits and more.
  [/\d{5,}/g, '#'],
];

/** A line without tokens and long numbers. */
export const scrub = (line: string): string =>
  SECRETS.reduce((text, [secret, word]) => text.replace(secret, word), line);

/** An error as a log may hold it: no stack, no data of the call, causes named. */
export const describe = (error: unknown): string => {
  if (!(error instanceof Error)) return scrub(String(error));
  const cause = error.cause === undefined ? '' : `: ${describe(error.cause)}`;
  const code = (error as NodeJS.ErrnoException).code;
  return scrub(`${error.name}: ${error.message || code || 'no words'}${cause}`);
};

export type { Logger };

/** JSON lines; on a terminal, lines for people. `stack` of an unexpected error goes with `debug` only. */
export const createLog = (config: Pick<Config, 'LOG_LEVEL'>, terminal: boolean): Logger =>
  pino({
    level: config.LOG_LEVEL,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    ...(terminal
      ? { transport: { target: 'pino-pretty', options: { translateTime: 'SYS:HH:MM:ss', ignore: 'pid,hostname' } } }
      : {}),
  });
