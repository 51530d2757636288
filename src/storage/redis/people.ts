import { z } from 'zod';
import type { Person } from '../../domain/person.js';
import { ROLES } from '../../domain/person.js';
import type { AccountRef, ChatRef } from '../../domain/refs.js';
import { dialogOf } from '../../domain/refs.js';
import type { AccountFacts, People } from '../../ports/stores.js';
import type { Vault } from '../../ports/vault.js';
import type { Keys } from './keys.js';
import { factsScript } from './lua.js';
import type { Command, Shelf } from './shelf.js';

const StoredPerson = z.object({
  id: z.string(),
  role: z.enum(ROLES),
  surname: z.string(),
  name: z.string(),
  patronymic: z.string(),
  classes: z.array(z.string()),
  subject: z.string(),
  children: z.array(z.string()),
  basis: z.string(),
}) satisfies z.ZodType<Person>;

const read = (vault: Vault, sealed: string): Person => StoredPerson.parse(JSON.parse(vault.open(sealed)));

export const putPerson = ({ keys, vault }: Pick<Shelf, 'keys' | 'vault'>, person: Person): Command => [
  'HSET',
  keys.people,
  vault.pseudonym('u', person.id),
  vault.seal(JSON.stringify(person)),
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

export const redisPeople = ({ redis, keys, vault }: Shelf): People => ({
  find: async (id) => {
    const sealed = await redis.hGet(keys.people, vault.pseudonym('u', id));
    return sealed ? read(vault, sealed) : undefined;
  },

  all: async () => (await redis.hVals(keys.people)).map((sealed) => read(vault, sealed)),

  put: async (people) => {
    const all = redis.multi();
    for (const person of people) all.addCommand([...putPerson({ keys, vault }, person)]);
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

  facts: async (account: AccountRef, chat?: ChatRef): Promise<AccountFacts> => {
    const name = vault.pseudonym('a', account);
    const place = vault.pseudonym('c', chat ?? dialogOf(account));
    const [person, noticed, dialog] = z
      .tuple([z.string(), z.string(), z.string()])
      .parse(await factsScript(redis, [keys.links, keys.people, keys.noticed(place, name), keys.dialogs], [name]));
    return {
      ...(person === '' ? {} : { person: read(vault, person) }),
      noticedUntil: Number(noticed || 0),
      ...(dialog === '' ? {} : { dialogOpen: dialog === '1' }),
    };
  },
});
