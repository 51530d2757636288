import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Change } from '../../domain/change.js';
import type { AccountRef } from '../../domain/refs.js';
import { HOUR } from '../../domain/time.js';
import type { Codes } from '../../ports/stores.js';
import { script } from './script.js';
import type { Command, Shelf } from './shelf.js';

/**
 * Makes codes valid, but for used ones; a person's issue number never goes back.
 * KEYS: codes, used codes, issues. ARGV: `{ name, who, issue, sealed }` ….
 */
const issueScript = script(`
for _, one in ipairs(cjson.decode(ARGV[1])) do
  if tonumber(redis.call('HGET', KEYS[3], one.who) or '0') < tonumber(one.issue) then
    redis.call('HSET', KEYS[3], one.who, one.issue)
  end
  if redis.call('HEXISTS', KEYS[2], one.name) == 0 then redis.call('HSET', KEYS[1], one.name, one.sealed) end
end
`);

const StoredCode = z.object({ person: z.string(), issue: z.number(), until: z.number() });
/** Stands for the whole school beside the accounts' own counters. */
const SCHOOL = 'all';

/** A used code is known to be used for ever, so that printing the cards again does not revive it. */
export const useCode = ({ keys, vault }: Pick<Shelf, 'keys' | 'vault'>, code: string, at: number): Command[] => [
  ['HDEL', keys.codes, vault.pseudonym('k', code)],
  ['HSET', keys.usedCodes, vault.pseudonym('k', code), String(at)],
];

/** As one of the commands of a settlement, which has looked that nobody used the code or issued a later one. */
export const issueCode = (
  { keys, vault }: Pick<Shelf, 'keys' | 'vault'>,
  { code, person, issue, until }: Extract<Change, { put: 'issued-code' }>,
): Command[] => [
  ['HSET', keys.codes, vault.pseudonym('k', code), vault.seal(JSON.stringify({ person, issue, until }))],
  ['HSET', keys.issues, vault.pseudonym('u', person), String(issue)],
];

export const countWrongCode = (
  { keys, vault }: Pick<Shelf, 'keys' | 'vault'>,
  account: AccountRef,
  at: number,
): Command[] => {
  const name = vault.pseudonym('a', account);
  return [name, SCHOOL].flatMap((who) => [
    ['ZADD', keys.wrongCodes(who), String(at), randomUUID()],
    ['ZREMRANGEBYSCORE', keys.wrongCodes(who), '-inf', String(at - HOUR)],
    ['PEXPIRE', keys.wrongCodes(who), String(HOUR)],
  ]);
};

export const redisCodes = ({ redis, keys, vault }: Shelf): Codes => ({
  issue: async (codes) => {
    if (codes.length === 0) return;
    const issued = codes.map(({ code, person, issue, until }) => ({
      name: vault.pseudonym('k', code),
      who: vault.pseudonym('u', person),
      issue: String(issue),
      sealed: vault.seal(JSON.stringify({ person, issue, until })),
    }));
    await issueScript(redis, [keys.codes, keys.usedCodes, keys.issues], [JSON.stringify(issued)]);
  },

  whose: async (code, now) => {
    const name = vault.pseudonym('k', code);
    const sealed = await redis.hGet(keys.codes, name);
    if (!sealed) return undefined;
    const { person, issue, until } = StoredCode.parse(JSON.parse(vault.open(sealed)));
    const current = Number(await redis.hGet(keys.issues, vault.pseudonym('u', person)));
    return until > now && issue === current ? person : undefined;
  },

  wrong: async (account, now) => {
    const [own, school] = await Promise.all(
      [vault.pseudonym('a', account), SCHOOL].map((who) =>
        redis.zCount(keys.wrongCodes(who), `(${now - HOUR}`, '+inf'),
      ),
    );
    return { account: own ?? 0, school: school ?? 0 };
  },

  issueOf: async (person) => Number((await redis.hGet(keys.issues, vault.pseudonym('u', person))) ?? 0),
});
