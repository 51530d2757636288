import { commands } from '../../commands/index.js';
import type { Call, Clause, Example, Reply } from '../../src/app/command.js';
import { asked } from '../../src/app/conversation.js';
import { createMay } from '../../src/app/may.js';
import { runCommand } from '../../src/app/run-command.js';
import { createSay } from '../../src/app/say.js';
import { settingsReader } from '../../src/app/settings.js';
import { createDocuments } from '../../src/documents/index.js';
import type { Action } from '../../src/domain/action.js';
import type { Chat } from '../../src/domain/chat.js';
import type { Citation, CitationKey } from '../../src/domain/clause.js';
import { type Person, type Role, STAFF } from '../../src/domain/person.js';
import { keep } from '../../src/domain/records.js';
import { accountRef, type ChatRef, chatRef, dialogOf, inChat, type PlaceRef } from '../../src/domain/refs.js';
import { settingsOf } from '../../src/domain/settings.js';
import type { Text } from '../../src/domain/text.js';
import { DAY } from '../../src/domain/time.js';
import { BOT, createMemoryPlatform } from '../../src/platforms/memory/index.js';
import { createMemoryStores } from '../../src/storage/memory/stores.js';
import { createVault } from '../../src/storage/vault.js';
import { shipped } from '../world/policy.js';

const ZONE = 'Europe/Moscow';
export const NOW = Date.UTC(2026, 8, 2, 7, 0);
export const parentsChat = chatRef('memory', 1);
export const newChat = chatRef('memory', 2);

/** Fictional people, one of each role, all of class 5А; a second class exists. */
const person = (id: string, role: Role, surname: string, over: Partial<Person> = {}): Person => ({
  id,
  role,
  surname,
  name: 'Анна',
  patronymic: 'Игоревна',
  classes: [],
  subject: '',
  children: [],
  basis: '',
  ...over,
});
export const people = {
  director: person('d01', 'director', 'Первова'),
  deputy: person('z01', 'deputy', 'Второва'),
  administrator: person('a01', 'administrator', 'Тестова', { basis: 'приказ 01-10-300 от 28.08.2026' }),
  'class-teacher': person('k01', 'class-teacher', 'Ключева', { classes: ['5А'], subject: 'русский язык' }),
  teacher: person('u01', 'teacher', 'Физикова', { classes: ['5А', '5Б'], subject: 'информатика' }),
  psychologist: person('m01', 'psychologist', 'Тихая'),
  student: person('s02', 'student', 'Петрова', { classes: ['5А'], patronymic: '' }),
  parent: person('p02', 'parent', 'Петрова', { children: ['s02'] }),
} satisfies Record<Role, Person>;
/** Not linked to anybody yet; code A1B2-C3D4 was made for this parent. */
export const newcomer = person('p03', 'parent', 'Сидорова', { children: ['s02'] });
export const CODE = 'A1B2C3D4';

export type Who = Role | 'stranger';
const whos: readonly Who[] = [...(Object.keys(people) as Role[]), 'stranger'];
export const accountOf = (who: Who) => accountRef('memory', 100 + whos.indexOf(who));

const KEYS: Partial<Record<CitationKey, string>> = {
  CLOSED: '2.3',
  CREATE_CHAT: '2.7',
  SCHOOL_CHAT: '3.3',
  SUPPORT: '4.1',
  MOVEMENT: '3.3',
};
export const cite = (key: CitationKey): Citation | null =>
  KEYS[key] ? { document: 'regulation', clause: KEYS[key], edition: '2024-08-31' } : null;
const clause = (id: string): Clause | null =>
  id === '4.2'
    ? { id, text: `Участники обязаны общаться вежливо. ${'И так далее. '.repeat(60)}`, edition: '2024-08-31' }
    : null;

export const registeredChat: Chat = {
  ref: parentsChat,
  kind: 'class_parents',
  class: '5А',
  mode: 'act',
  registered: { by: 'a01', at: NOW - DAY },
};

export interface Saying {
  readonly by?: Who;
  readonly in?: PlaceRef;
  readonly now?: number;
  /** When it was written; `now` unless it came late. */
  readonly at?: number;
  readonly over?: Partial<Call>;
}

const put = createSay('ru');

/** A school with its people linked and one chat registered. What a reply changes is remembered, as in the real one. */
export const world = async () => {
  const vault = createVault(Buffer.alloc(32, 1));
  const stores = createMemoryStores(vault);
  const platform = createMemoryPlatform({ now: () => NOW });
  const { policy, given, calendar } = await shipped('school-21');
  const documents = createDocuments({ say: put, locale: 'ru', timeZone: ZONE });
  const mayOf = (person: Person | undefined, now = NOW) => createMay({ policy, people: stores.people, now, person });
  let told = 0;
  const settle = async (reply: Pick<Reply, 'changes'>) => {
    told += 1;
    const entry = { id: `n:${told}`, at: NOW, kind: 'note', detail: 'test' } as const;
    await stores.ledger.settle({ key: `k${told}`, entry, changes: reply.changes, rows: [], chain: 'p0' });
  };
  await stores.people.put([...Object.values(people), newcomer]);
  await settle({
    changes: Object.entries(people).flatMap(([role, { id }]) => [
      { put: 'link', account: accountOf(role as Role), person: id, at: NOW } as const,
      ...(STAFF.includes(role as Role) ? [keep('standing', id, { confirmed: NOW - DAY }, undefined)] : []),
    ]),
  });
  await stores.chats.put(registeredChat);
  platform.world.chat({ id: 1, members: [BOT], admins: [BOT] });
  await stores.codes.issue([{ code: CODE, person: newcomer.id, issue: 1, until: NOW + 7 * DAY }]);

  const say = async (
    words: string,
    { by = 'class-teacher', now = NOW, at = now, over = {}, ...where }: Saying = {},
  ) => {
    const account = accountOf(by);
    const place = where.in ?? dialogOf(account);
    const known = (await stores.people.facts(account)).person;
    const chat = inChat(place) ? await stores.chats.find(place as ChatRef) : undefined;
    const call: Call = {
      now,
      begun: now,
      place,
      account,
      ...(known ? { person: known } : {}),
      ...(chat ? { chat } : {}),
      message: { ref: { place, id: '7' }, author: account, at, text: words, attachments: [], forwarded: [] },
      defaultMode: 'act',
      cite,
      may: mayOf(over.person ?? known, now),
      clause,
      zone: ZONE,
      settings: settingsReader(stores.records, given),
      usual: settingsOf(given),
      calendar,
      policy,
      messenger: () => platform,
      documents,
      code: vault.code,
      nameOf: (words) => vault.pseudonym('w', words),
      say: put,
      name: (suffix) => vault.pseudonym('r', `${told} ${suffix}`),
      ...stores,
      ...over,
    };
    const found = await runCommand(commands, call, put);
    if (found === undefined) return undefined;
    const reply = await asked(found, found.asker ?? '', call, call);
    await settle(reply);
    return reply;
  };
  return { stores, platform, say, mayOf };
};

/** Where an example is typed, when the command does not say otherwise. */
export const placeOf = (example: Example, where: 'dialog' | 'chat' | 'both'): PlaceRef => {
  const place = example.in ?? (where === 'chat' ? 'parents chat' : 'dialog');
  if (place === 'dialog') return dialogOf(accountOf(example.by ?? 'class-teacher'));
  return place === 'parents chat' ? parentsChat : newChat;
};

/** The text of the first answer. */
export const answer = (reply: Reply | undefined): Text | undefined =>
  reply?.actions.flatMap((action: Action) => (action.do === 'send' ? [action.text] : []))[0];
