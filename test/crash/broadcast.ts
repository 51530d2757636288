import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Change } from '../../src/domain/change.js';
import type { Person } from '../../src/domain/person.js';
import { keep } from '../../src/domain/records.js';
import { accountRef, chatRef } from '../../src/domain/refs.js';
import { DAY } from '../../src/domain/time.js';
import { listenSandbox } from '../../src/sandbox/listen.js';
import type { Definition } from '../../src/sandbox/vk/state.js';
import { type Bot, type Env, startBot } from '../world/process.js';
import { until } from '../world/until.js';
import { look } from './school.js';
import { randomFrom } from './story.js';

const TOKEN = 'vk1.a.broadcast-test-token';
const GROUP = 777_002;
const DIRECTOR = 1_000;
const FIRST_PARENT = 10_000;
const FIRST_CHAT = 2_000_000_001;
/** Every so many-th parent has never written to the bot. */
const SHUT = 50;
const LETTERS = 'АБВГДЕЖЗИКЛ';

export interface Size {
  readonly parents: number;
  readonly chats: number;
}

const classOf = (at: number): string => `${1 + Math.floor(at / LETTERS.length)}${LETTERS[at % LETTERS.length]}`;
const parentAt = (at: number): number => FIRST_PARENT + at;
const isShut = (at: number): boolean => at % SHUT === SHUT - 1;

const definitionOf = ({ parents, chats }: Size): Definition => ({
  community: { id: GROUP, token: TOKEN, title: 'Большая школа (вымышленная)' },
  people: [
    { id: DIRECTOR, name: 'Директор Вымышленный', about: 'директор', dialog: 'allowed' },
    ...Array.from({ length: parents }, (_, at) => ({
      id: parentAt(at),
      name: `Родитель № ${at}`,
      about: 'родитель',
      dialog: isShut(at) ? ('denied' as const) : ('allowed' as const),
    })),
  ],
  chats: Array.from({ length: chats }, (_, at) => ({
    title: `${classOf(at)} – родители`,
    owner: DIRECTOR,
    members: [parentAt(at)],
    bot: { fullAccess: true, admin: true },
  })),
});

const person = (id: string, role: Person['role'], over: Partial<Person>): Person => ({
  id,
  role,
  surname: 'Вымышленный',
  name: 'Иван',
  patronymic: 'Иванович',
  classes: [],
  subject: '',
  children: [],
  basis: '',
  ...over,
});

const rosterOf = ({ parents, chats }: Size): readonly Person[] => [
  person('d01', 'director', {}),
  ...Array.from({ length: parents }, (_, at) => [
    person(`s${at}`, 'student', { classes: [classOf(at % chats)] }),
    person(`p${at}`, 'parent', { children: [`s${at}`], name: `Иван-${at}` }),
  ]).flat(),
];

/** Hours in which nothing is held back now, whenever the test runs. */
const awake = (): { readonly from: string; readonly to: string } => {
  const hour = (new Date().getUTCHours() + 3 + 12) % 24;
  const clock = (of: number): string => `${String(of % 24).padStart(2, '0')}:00`;
  return { from: clock(hour), to: clock(hour + 1) };
};

/** A school with its director at the keyboard, and everything it needs to tell all parents at once. */
export const bigSchool = async (size: Size) => {
  const sandbox = await listenSandbox({ definition: definitionOf(size), now: () => Date.now() });
  const env: Env = {
    DATA_DIR: await mkdtemp(path.join(tmpdir(), 'dz-broadcast-')),
    VK_TOKEN: TOKEN,
    VK_API_URL: sandbox.apiUrl,
    MODE: 'act',
    HTTP_PORT: '0',
    LOG_LEVEL: 'warn',
    SCHOOL: `broadcast-${randomBytes(4).toString('hex')}`,
    ENCRYPTION_KEY: randomBytes(32).toString('base64'),
  };
  const at = Date.now() - DAY;
  await look(env, async ({ stores }) => {
    await stores.people.put(rosterOf(size));
    for (let number = 0; number < size.chats; number += 1)
      await stores.chats.put({
        ref: chatRef('vk', FIRST_CHAT + number),
        kind: 'class_parents',
        class: classOf(number),
        mode: 'act',
        registered: { by: 'd01', at },
      });
    const link = (number: number, who: string): Change => ({
      put: 'link',
      account: accountRef('vk', number),
      person: who,
      at,
    });
    const changes: readonly Change[] = [
      link(DIRECTOR, 'd01'),
      keep('standing', 'd01', { confirmed: at }, undefined),
      keep('settings', 'school', { quietHours: awake() }, undefined),
      ...Array.from({ length: size.parents }, (_, number) => link(parentAt(number), `p${number}`)),
    ];
    const entry = { id: 'n:begun', at, kind: 'note', detail: 'the school begins' } as const;
    await stores.ledger.settle({ key: 'begun', entry, changes, rows: [], chain: 'cli' });
  });
  const { world } = sandbox.vk;
  const act = async (doing: object): Promise<void> => {
    const answer = await fetch(`${sandbox.url}/play/do`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ as: DIRECTOR, ...doing }),
    });
    if (!answer.ok) throw new Error(await answer.text());
  };
  const offered = () =>
    world.messagesOf(DIRECTOR).findLast(({ keyboard }) => JSON.stringify(keyboard ?? '').includes('Опубликовать'));

  const confirm = () => act({ do: 'press', peer: -GROUP, cmid: offered()?.cmid ?? 0, row: 0, column: 0 });
  /** Types the announcement and waits for the preview. */
  const drafts = async (words: string, way = 'в чаты и лично'): Promise<void> => {
    const before = offered()?.cmid;
    await act({ do: 'send', peer: -GROUP, text: `/объявление родители всей школы ${way}: ${words}` });
    await until('the preview', () => offered() !== undefined && offered()?.cmid !== before, 60_000);
  };

  return {
    sandbox,
    env,
    size,
    drafts,
    confirm,
    says: (text: string) => act({ do: 'send', peer: -GROUP, text }),
    /** Types the announcement and confirms the preview. */
    publishes: async (words: string, way?: string): Promise<void> => {
      await drafts(words, way);
      await confirm();
    },
    /** How many copies with these words stand with every parent who can be reached, and with those who cannot; in every chat. */
    copies: (words: string) => {
      const count = (peer: number): number =>
        (world.state.messages[String(peer)] ?? []).filter(
          ({ text, deleted, from }) => !deleted && from === world.bot && text.includes(words),
        ).length;
      const parents = Array.from({ length: size.parents }, (_, number) => ({
        number,
        copies: count(parentAt(number)),
      }));
      return {
        open: parents.filter(({ number }) => !isShut(number)).map(({ copies }) => copies),
        shut: parents.filter(({ number }) => isShut(number)).map(({ copies }) => copies),
        chats: Array.from({ length: size.chats }, (_, number) => count(FIRST_CHAT + number)),
      };
    },
    /** Waits until the bot itself says that all is sent: looked at once a second, for a look costs the bot something too. */
    isTold: async (id = '1', patience = 180): Promise<void> => {
      for (let left = patience; left > 0; left -= 1) {
        const found = await look(env, ({ stores }) => stores.records.get('announcement', id));
        if (found?.value.state === 'sent') return;
        await pause(1_000);
      }
      throw new Error(`not told within ${patience} s`);
    },
    /** The announcement and its list, as the bot has them. */
    ledger: (id = '1') =>
      look(env, async ({ stores }) => {
        const announcement = (await stores.records.get('announcement', id))?.value;
        const lists = (await stores.records.all('recipients')).filter(({ value }) => value.announcement === id);
        return { announcement, lines: Object.assign({}, ...lists.map(({ value }) => value.lines)) as Kept };
      }),
    /** Somebody writes in a chat of the class. */
    writes: async (chat: number, text: string): Promise<number> => {
      const answer = await fetch(`${sandbox.url}/play/do`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ as: parentAt(chat), do: 'send', peer: FIRST_CHAT + chat, text }),
      });
      return ((await answer.json()) as { readonly cmid: number }).cmid;
    },
    numberOf: (who: string): number => parentAt(Number(who.slice(1))),
    world,
    close: () => sandbox.close(),
  };
};
type Kept = Readonly<Record<string, { readonly state: string; readonly message?: string; readonly why?: string }>>;
export type BigSchool = Awaited<ReturnType<typeof bigSchool>>;

const WORDS = 'Завтра занятия начнутся в 9:00';

/** What the bot believes of every copy is what lies in the messenger. */
const expectTruth = async (school: BigSchool): Promise<void> => {
  const { size, world } = school;
  const { open, shut, chats } = school.copies(WORDS);
  expect(open.filter((count) => count !== 1)).toEqual([]);
  expect(chats.filter((count) => count !== 1)).toEqual([]);
  expect(shut.filter((count) => count !== 0)).toEqual([]);
  const { announcement, lines } = await school.ledger();
  expect(announcement?.state).toBe('sent');
  expect(Object.keys(lines)).toHaveLength(size.parents + size.chats);
  for (const [key, { state, message, why }] of Object.entries(lines)) {
    const peer = key.includes(':') ? Number(key.split(':')[2]) : school.numberOf(key);
    const found = (world.state.messages[String(peer)] ?? []).find(({ text }) => text.includes(WORDS));
    const truth = found
      ? { state: 'sent', message: String(found.cmid) }
      : { state: 'refused', why: 'not-allowed-to-write' };
    expect({ key, ...truth }).toEqual({ key, state, ...(found ? { message } : { why }) });
  }
};

/** Milliseconds within which a kill comes, so that all of them come while it sends: 100 places a call, 19 calls a second. */
const lifeOf = ({ parents, chats }: Size, kills: number): number =>
  Math.max(20, (((parents + chats) / 100 / 19) * 1_000) / kills);

/** Waits until this process sends, or has ended, or there is nothing left to send. */
const sends = async (school: BigSchool, { child }: Bot): Promise<void> => {
  const { open, chats } = school.copies(WORDS);
  const left = [...open, ...chats].includes(0);
  const sent = () =>
    school.sandbox.vk.requests.some(({ method }) => method === 'messages.send' || method === 'execute');
  if (left) await until('it sends', () => sent() || child.exitCode !== null, 60_000);
};

/**
 * The bot is killed again and again while it tells all parents; in the end everybody was told once. Returns how many
 * copies stood in the messenger at each kill.
 */
export const killBroadcast = async (size: Size, kills: number, seed: number): Promise<readonly number[]> => {
  const school = await bigSchool(size);
  const life = lifeOf(size, kills);
  const stood: number[] = [];
  const random = randomFrom(seed);
  let bot: Bot = startBot(school.env);
  try {
    await bot.running();
    await school.publishes(WORDS);
    for (let kill = 1; kill <= kills; kill += 1) {
      // Some die before they send anything.
      if (random() < 0.8) await sends(school, bot);
      await pause(random() * life);
      await bot.kill('SIGKILL');
      const { open, chats } = school.copies(WORDS);
      stood.push([...open, ...chats].reduce((sum, count) => sum + count, 0));
      school.sandbox.vk.calls.forgetRequests();
      bot = startBot(school.env);
      // Some die while they start, some at work; one that ends by itself is started again, as by any supervisor.
      if (random() < 0.7) await Promise.race([bot.running(), once(bot.child, 'exit')]);
    }
    if (bot.child.exitCode !== null) bot = startBot(school.env);
    await bot.running();
    await school.isTold();
    await expectTruth(school);
    const { broken } = await look(school.env, ({ stores }) => stores.journal.verify());
    expect(broken).toEqual([]);
    return stood;
  } catch (error) {
    throw new Error(`seed ${seed}; the last bot said: ${bot.said()}`, { cause: error });
  } finally {
    await bot.kill('SIGTERM');
    await school.close();
  }
};
