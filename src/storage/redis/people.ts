import { z } from 'zod';
import type { Change } from '../../domain/change.js';
import type { Person } from '../../domain/person.js';
import { RosterRow } from '../../domain/person.js';
import type { AccountRef, ChatRef } from '../../domain/refs.js';
import { dialogOf } from '../../domain/refs.js';
import type { AccountFacts, Contact, People } from '../../ports/stores.js';
import type { Vault } from '../../ports/vault.js';
import type { Keys } from './keys.js';
import { openRecord } from './records.js';
import { script } from './script.js';
import type { Command, Shelf } from './shelf.js';

/**
 * Person, episode, dialog and silence of an account. KEYS: links, people, noticed, dialogs, standings, silenced. ARGV: account.
 * Output: {person, noticed, dialog, standing, silenced}.
 */
const factsScript = script(`
local person = redis.call('HGET', KEYS[1], ARGV[1])
return {
  person and redis.call('HGET', KEYS[2], person) or '',
  redis.call('GET', KEYS[3]) or '',
  redis.call('HGET', KEYS[4], ARGV[1]) or '',
  person and redis.call('HGET', KEYS[5], person) or '',
  redis.call('GET', KEYS[6]) or '',
}
`);

/**
 * The accounts of people. KEYS: links, dialogs, the accounts of each. ARGV: the people, in the same order.
 * Output: {which of them (from 0), sealed account, whether its dialog is open, …}.
 */
const contactsScript = script(`
local out = {}
for at = 3, #KEYS do
  local kept = redis.call('HGETALL', KEYS[at])
  for i = 1, #kept, 2 do
    if redis.call('HGET', KEYS[1], kept[i]) == ARGV[at - 2] then
      out[#out + 1] = tostring(at - 3)
      out[#out + 1] = kept[i + 1]
      out[#out + 1] = redis.call('HGET', KEYS[2], kept[i]) or ''
    end
  end
end
return out
`);

/** People looked up by one script: the store serves others in between. */
const TOGETHER = 500;

type Kept = Pick<Shelf, 'keys' | 'vault'>;

const read = (vault: Vault, sealed: string, standing: string): Person => {
  const person = RosterRow.parse(JSON.parse(vault.open(sealed)));
  return standing === '' ? person : { ...person, standing: openRecord(vault, 'standing', standing).value };
};

/** Beside every write of a person, a standing or the list of classes. */
export const countPeople = ({ keys }: Pick<Shelf, 'keys'>): Command => ['HINCRBY', keys.versions, 'people', '1'];

export const putPerson = ({ keys, vault }: Kept, person: Person): readonly Command[] => [
  [
    'HSET',
    keys.people,
    vault.pseudonym('u', person.id),
    vault.seal(JSON.stringify({ ...person, standing: undefined })),
  ],
  countPeople({ keys }),
];

/** Links an account to a person; an earlier link of the same account is replaced. */
export const putLink = (
  { keys, vault }: { keys: Keys; vault: Vault },
  account: AccountRef,
  person: string,
): Command[] => {
  const who = vault.pseudonym('u', person);
  const name = vault.pseudonym('a', account);
  return [
    ['HSET', keys.links, name, who],
    ['HSET', keys.accounts(who), name, vault.seal(account)],
  ];
};

export const dropLink = ({ keys, vault }: Kept, account: AccountRef, person: string): readonly Command[] => {
  const [name, who] = [vault.pseudonym('a', account), vault.pseudonym('u', person)];
  return [
    ['HDEL', keys.links, name],
    ['HDEL', keys.accounts(who), name],
  ];
};

/** The accounts are those still linked to the person: whoever decides has just read them. */
export const forgetPerson = (
  { keys, vault }: Kept,
  { person, accounts, codes }: Extract<Change, { put: 'no-person' }>,
): readonly Command[] => {
  const who = vault.pseudonym('u', person);
  return [
    ['HDEL', keys.people, who],
    countPeople({ keys }),
    ['DEL', keys.accounts(who)],
    ...accounts.map((account): Command => ['HDEL', keys.links, vault.pseudonym('a', account)]),
    ...accounts.map((account): Command => ['HDEL', keys.dialogs, vault.pseudonym('a', account)]),
    ...codes.map((code): Command => ['HDEL', keys.codes, vault.pseudonym('k', code)]),
  ];
};

const readSilence = (stored: string): NonNullable<AccountFacts['silenced']> => {
  const [until, told] = stored.split(' ');
  return { until: Number(until), told: told === '1' };
};

const contactsOf = async (
  { redis, keys, vault }: Pick<Shelf, 'redis' | 'keys' | 'vault'>,
  persons: readonly string[],
): Promise<readonly (readonly [string, Contact])[]> => {
  const whose = persons.map((person) => vault.pseudonym('u', person));
  const flat = z
    .array(z.string())
    .parse(await contactsScript(redis, [keys.links, keys.dialogs, ...whose.map(keys.accounts)], whose));
  return Array.from({ length: flat.length / 3 }, (_, at) => {
    const [which = '', sealed = '', dialog = ''] = flat.slice(at * 3, at * 3 + 3);
    const account = vault.open(sealed) as AccountRef;
    return [persons[Number(which)] ?? '', { account, ...(dialog === '' ? {} : { dialogOpen: dialog === '1' }) }];
  });
};

const listed = async ({ redis, keys, vault }: Pick<Shelf, 'redis' | 'keys' | 'vault'>): Promise<readonly Person[]> => {
  const [people, standings] = await Promise.all([redis.hGetAll(keys.people), redis.hGetAll(keys.records('standing'))]);
  return Object.entries(people).map(([name, sealed]) => read(vault, sealed, standings[name] ?? ''));
};

export const redisPeople = ({ redis, keys, vault }: Shelf): People => {
  /** As it was last read: a whole school is opened once, not for every decision. Read after its version, never older than it. */
  let list: { readonly version: string; readonly people: Promise<readonly Person[]> } | undefined;
  const version = async (): Promise<string> => (await redis.hGet(keys.versions, 'people')) ?? '0';
  return {
    find: async (id) => {
      const name = vault.pseudonym('u', id);
      const [sealed, standing] = await Promise.all([
        redis.hGet(keys.people, name),
        redis.hGet(keys.records('standing'), name),
      ]);
      return sealed ? read(vault, sealed, standing ?? '') : undefined;
    },

    all: async () => {
      const now = await version();
      if (list?.version !== now) list = { version: now, people: listed({ redis, keys, vault }) };
      const { people } = list;
      people.catch(() => {
        if (list?.people === people) list = undefined;
      });
      return people;
    },

    version,

    put: async (people) => {
      const all = redis.multi();
      for (const command of people.flatMap((person) => putPerson({ keys, vault }, person)))
        all.addCommand([...command]);
      if (people.length > 0) await all.exec();
    },

    classes: async () => z.array(z.string()).parse(JSON.parse((await redis.get(keys.classes)) ?? '[]')),

    accountsOf: async (person) => {
      const who = vault.pseudonym('u', person);
      const accounts = await redis.hGetAll(keys.accounts(who));
      const names = Object.keys(accounts);
      if (names.length === 0) return [];
      const linked = await redis.hmGet(keys.links, names);
      return names.filter((_, at) => linked[at] === who).map((name) => vault.open(accounts[name] ?? '') as AccountRef);
    },

    contacts: async (persons) => {
      const found = new Map<string, Contact[]>();
      for (let from = 0; from < persons.length; from += TOGETHER)
        for (const [person, contact] of await contactsOf({ redis, keys, vault }, persons.slice(from, from + TOGETHER)))
          found.set(person, [...(found.get(person) ?? []), contact]);
      return found;
    },

    facts: async (account: AccountRef, chat?: ChatRef): Promise<AccountFacts> => {
      const name = vault.pseudonym('a', account);
      const place = vault.pseudonym('c', chat ?? dialogOf(account));
      const ofPlace = [keys.noticed(place, name), keys.dialogs, keys.records('standing'), keys.silenced(place, name)];
      const places = [keys.links, keys.people, ...ofPlace];
      const [person, noticed, dialog, standing, silenced] = z
        .tuple([z.string(), z.string(), z.string(), z.string(), z.string()])
        .parse(await factsScript(redis, places, [name]));
      return {
        ...(person === '' ? {} : { person: read(vault, person, standing) }),
        noticedUntil: Number(noticed || 0),
        ...(silenced === '' ? {} : { silenced: readSilence(silenced) }),
        ...(dialog === '' ? {} : { dialogOpen: dialog === '1' }),
      };
    },
  };
};
