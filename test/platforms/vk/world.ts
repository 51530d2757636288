import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type AccountRef,
  accountRef,
  chatRef,
  dialogOf,
  inChat,
  type MessageRef,
  nativeId,
  type PlaceRef,
} from '../../../src/domain/refs.js';
import { createVk, type Vk, type VkOptions } from '../../../src/platforms/vk/index.js';
import type { Cursors } from '../../../src/ports/stores.js';
import { Denied } from '../../../src/sandbox/denied.js';
import { listenSandbox, type RunningSandbox } from '../../../src/sandbox/listen.js';
import * as comings from '../../../src/sandbox/vk/comings.js';
import type { Fault } from '../../../src/sandbox/vk/faults.js';
import * as side from '../../../src/sandbox/vk/people.js';
import type { Definition } from '../../../src/sandbox/vk/state.js';
import { store } from '../../../src/sandbox/vk/uploads.js';
import { memoryPace } from '../../../src/storage/memory/pace.js';
import type { Lack, Misfortune, World } from '../../contracts/platform.js';
import { checkExchange } from '../../contracts/vk-schema.js';

export const TOKEN = 'vk1.a.token-of-a-fictional-school';
export const SECRET = 'a secret of nobody';
export const GROUP = 654321;
export const TEACHER = 101;
export const ANNA = 201;
export const BORIS = 202;
export const STRANGER = 301;
export const NEIGHBOUR = -777_001;

/** Everybody here is fictional. */
const people: Definition['people'] = [
  { id: TEACHER, name: 'Ключева Мария Петровна', about: 'классный руководитель, 5А' },
  { id: ANNA, name: 'Соснова Анна Игоревна', about: 'родитель, 5А', dialog: 'allowed' },
  { id: BORIS, name: 'Берёзов Борис Львович', about: 'родитель, 5А' },
  { id: STRANGER, name: 'Потерянный Иван', about: 'посторонний' },
];
const kept = { owner: TEACHER, members: [ANNA, BORIS], bot: { fullAccess: true, admin: true } };
const definition: Definition = {
  community: { id: GROUP, token: TOKEN, title: 'Дежурный' },
  people,
  neighbours: [{ id: NEIGHBOUR, title: 'Викторина' }],
  chats: [
    { ...kept, title: '5А – родители' },
    { ...kept, title: '5А – ученики' },
    { ...kept, title: '5А – тихий', bot: { fullAccess: true } },
    { title: '5А – чужой', owner: TEACHER, members: [ANNA, BORIS] },
  ],
};

/** What VK has not, by whatever way it is listened to. */
export const LINKS: readonly Lack[] = [
  {
    reason: 'a chat of VK has one link',
    promises: [
      'lets in by a link for one purpose, and tells that it was this one',
      'ends a link for one purpose, and leaves the chat’s own',
      'ends links for one purpose with it, those that are over too',
    ],
  },
  {
    reason: 'VK has no method that closes a whole chat: a person does it in the chat’s settings',
    promises: [
      'closes a chat to all but its administrators, itself among them, and opens it again',
      'says where it may not close a chat',
    ],
  },
  {
    reason: 'VK tells a community of nobody who asks to be let in',
    promises: [
      'tells who asks to be let in, and answers him: in',
      'tells who asks to be let in, and answers him: not in',
    ],
  },
];

/** Where listening stopped, as a store keeps it. */
export const memoryCursors = (): Cursors => {
  let cursor: string | undefined;
  const seen = new Map<ReturnType<typeof chatRef>, number>();
  return {
    load: async () => cursor,
    save: async (_, place, further) => {
      cursor = place;
      for (const [chat, number] of further) seen.set(chat, number);
    },
    seen: async () => new Map(seen),
  };
};

export interface VkWorld extends World {
  readonly platform: Vk;
  readonly sandbox: RunningSandbox;
  readonly cursors: Cursors;
  again(options?: Partial<VkOptions>): Vk;
  /** `onSkip`, `onWeather` … told since the beginning. */
  readonly told: string[];
}

const faultOf = (what: Exclude<Misfortune, 'token'>): Fault => {
  switch (what) {
    case 'download':
      return { kind: 'outage', answer: 'html-502' };
    case 'call':
      return { kind: 'call', method: '*', answer: 'html-502' };
    case 'listening':
      return { kind: 'outage', answer: 'drop', times: 2 };
    case 'history':
      return { kind: 'poll', failed: 1 };
    case 'key':
      return { kind: 'poll', failed: 2 };
    case 'everything':
      return { kind: 'poll', failed: 3 };
    case 'garbled':
      return { kind: 'payload' };
    case 'news':
      return { kind: 'unknown' };
    case 'twice':
      return { kind: 'repeat' };
  }
};

/** What befalls VK. */
const befallVk = ({ vk: { faults, world } }: RunningSandbox, what: Misfortune): void => {
  if (what === 'token') Object.assign(world.state.community, { token: 'vk1.a.another-one-altogether' });
  else faults.add(faultOf(what));
};

const numberOf = (ref: PlaceRef): number => Number(nativeId(ref));

export const openWorld = async (options: Partial<VkOptions> = {}): Promise<VkWorld> => {
  const complaints: string[] = [];
  const sandbox = await listenSandbox({
    definition,
    onExchange: (method, params, answer) => complaints.push(...checkExchange(method, params, answer)),
  });
  const { world } = sandbox.vk;
  const cursors = memoryCursors();
  // The bot has listened before: what happens from now on is its business, however slowly it begins.
  await cursors.save('vk', String(sandbox.vk.events.head), new Map());
  const told: string[] = [];
  const shown: { readonly person: number; readonly text: string }[] = [];
  world.listen((change) => {
    if (change.what === 'answered') shown.push(change);
  });

  const lives: Vk[] = [];
  const receiver = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', async () => {
      const reply = await lives.at(-1)?.callback(Buffer.concat(parts).toString('utf8'));
      response.writeHead(reply?.status ?? 503).end(reply?.body);
    });
  });
  const again = (more: Partial<VkOptions> = {}): Vk => {
    const vk = createVk({
      token: TOKEN,
      apiUrl: sandbox.apiUrl,
      transport: 'longpoll',
      secret: SECRET,
      cursors,
      pace: memoryPace(),
      say: ({ key }) => key,
      watch: { onSkip: (why) => told.push(`skip ${why}`), onWeather: (where) => told.push(`weather ${where}`) },
      random: () => 0,
      ...options,
      ...more,
    });
    lives.push(vk);
    return vk;
  };

  /** The person's own name of a place: the dialog is the community. */
  const peerFor = (place: PlaceRef): number => (inChat(place) ? numberOf(place) : world.bot);
  const attempt = <T>(act: () => T): T | undefined => {
    try {
      return act();
    } catch (error) {
      if (error instanceof Denied) return undefined;
      throw error;
    }
  };
  const say = (who: AccountRef, place: PlaceRef, draft: Omit<side.Sending, 'peer'>): MessageRef | undefined => {
    const message = attempt(() =>
      side.send(world, Number(nativeId(who)), { peer: peerFor(place), ...draft }, `${sandbox.url}/vk`),
    );
    return message && { place, id: String(message.cmid) };
  };
  const messagesOf = (place: PlaceRef) => world.messagesOf(numberOf(place));
  const refOf = (peer: number, cmid: number): MessageRef => ({ place: chatRef('vk', peer), id: String(cmid) });

  const platform = again();
  if (options.transport === 'callback') {
    await new Promise<void>((ready) => void receiver.listen(0, '127.0.0.1', ready));
    const { port } = receiver.address() as AddressInfo;
    const pauses = Array.from({ length: 100 }, () => 20);
    const connected = await sandbox.vk.callback.connect({ url: `http://127.0.0.1:${port}`, secret: SECRET, pauses });
    expect(connected).toBe(true);
  }

  return {
    platform,
    sandbox,
    cursors,
    told,
    again,
    people: {
      teacher: accountRef('vk', TEACHER),
      anna: accountRef('vk', ANNA),
      boris: accountRef('vk', BORIS),
      stranger: accountRef('vk', STRANGER),
      neighbour: accountRef('vk', NEIGHBOUR),
    },
    places: {
      parents: chatRef('vk', 2_000_000_001),
      pupils: chatRef('vk', 2_000_000_002),
      bare: chatRef('vk', 2_000_000_003),
      foreign: chatRef('vk', 2_000_000_004),
    },
    write: (who, place, text, replyTo) => say(who, place, { text, ...(replyTo && { reply: Number(replyTo.id) }) }),
    share: (who, place, text, { name, contents, photo }) => {
      const owner = Number(nativeId(who));
      const type = photo ? 'image/png' : 'application/octet-stream';
      const { id } = store(world, owner, { name, type, body: Buffer.from(contents) });
      return say(who, place, { text, uploads: [id] });
    },
    come: (who, address, parameter, text) => {
      comings.follow(world, Number(nativeId(who)), `${address}?ref=${encodeURIComponent(parameter)}`);
      say(who, dialogOf(who), { text });
    },
    rewrite: (who, { place, id }, text) => side.edit(world, Number(nativeId(who)), peerFor(place), Number(id), text),
    erase: (who, { place, id }) => side.remove(world, Number(nativeId(who)), peerFor(place), Number(id)),
    press: (who, { place, id }) =>
      side.press(world, Number(nativeId(who)), { peer: peerFor(place), cmid: Number(id), row: 0, column: 0 }),
    join: (who, chat) => void comings.join(world, Number(nativeId(who)), world.chat(numberOf(chat))?.link ?? ''),
    follow: (who, link) => attempt(() => comings.follow(world, Number(nativeId(who)), link)) !== undefined,
    add: (by, who, chat) => {
      const [leader, id, peer] = [Number(nativeId(by)), Number(nativeId(who)), numberOf(chat)];
      if (id === world.bot) comings.addBot(world, leader, peer, { fullAccess: true, admin: false });
      else comings.add(world, leader, peer, id);
    },
    admit: (by, who, chat) => comings.admit(world, Number(nativeId(by)), numberOf(chat), Number(nativeId(who))),
    leave: (who, chat) => comings.leave(world, Number(nativeId(who)), numberOf(chat)),
    allow: (who, open) => side.allow(world, Number(nativeId(who)), open),
    visible: (place) => messagesOf(place).flatMap(({ deleted, action, text }) => (deleted || action ? [] : [text])),
    enclosed: ({ place, id }) =>
      (world.message(numberOf(place), Number(id))?.attachments ?? []).flatMap(({ type, ...bodies }) => {
        const { id: number } = bodies[type] as { readonly id: number };
        const file = world.state.files[number];
        if (file === undefined) return [];
        const kind = type === 'photo' ? ('picture' as const) : ('document' as const);
        return [{ name: file.name, kind, contents: Buffer.from(file.body, 'base64') }];
      }),
    members: (chat) => (world.chat(numberOf(chat))?.members ?? []).map(({ id }) => accountRef('vk', id)),
    pinned: (chat) => {
      const cmid = world.chat(numberOf(chat))?.pinned;
      return cmid === undefined ? undefined : refOf(numberOf(chat), cmid);
    },
    answered: ({ place, id }) => world.message(numberOf(place), Number(id))?.reply?.cmid.toString(),
    shown: (who) => shown.flatMap(({ person, text }) => (person === Number(nativeId(who)) ? [text] : [])),
    befall: (what) => befallVk(sandbox, what),
    close: async () => {
      for (const life of lives) life.close();
      sandbox.vk.callback.disconnect();
      receiver.close();
      receiver.closeAllConnections();
      await sandbox.close();
      expect(complaints).toEqual([]);
    },
  };
};
