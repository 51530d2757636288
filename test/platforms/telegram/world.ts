import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type AccountRef,
  accountRef,
  chatRef,
  dialogOf,
  dialogRef,
  type MessageRef,
  nativeId,
  type PlaceRef,
} from '../../../src/domain/refs.js';
import { createTelegram, type Telegram, type TelegramOptions } from '../../../src/platforms/telegram/index.js';
import type { Cursors } from '../../../src/ports/stores.js';
import { Denied } from '../../../src/sandbox/denied.js';
import type { Fault } from '../../../src/sandbox/telegram/faults.js';
import { listenTelegram, type RunningTelegram } from '../../../src/sandbox/telegram/index.js';
import * as side from '../../../src/sandbox/telegram/people.js';
import type { Definition, Message } from '../../../src/sandbox/telegram/state.js';
import { memoryPace } from '../../../src/storage/memory/pace.js';
import type { Misfortune, World } from '../../contracts/platform.js';
import { checkExchange, checkUpdate } from '../../contracts/telegram-schema.js';

export const BOT = 654_321;
export const TOKEN = `${BOT}:token-of-a-fictional-school`;
export const SECRET = 'a-secret-of-nobody';
export const TEACHER = 101;
export const ANNA = 201;
export const BORIS = 202;
export const STRANGER = 301;
export const NEIGHBOUR = 777_001;

/** Everybody here is fictional. */
const people: Definition['people'] = [
  { id: TEACHER, name: 'Ключева Мария Петровна', about: 'классный руководитель, 5А' },
  { id: ANNA, name: 'Соснова Анна Игоревна', about: 'родитель, 5А', started: true },
  { id: BORIS, name: 'Берёзов Борис Львович', about: 'родитель, 5А' },
  { id: STRANGER, name: 'Потерянный Иван', about: 'посторонний' },
  { id: NEIGHBOUR, name: 'Викторина', about: 'чужой бот', isBot: true },
];
const kept = { owner: TEACHER, members: [ANNA, BORIS], bot: { admin: true } };
const definition: Definition = {
  bot: { id: BOT, token: TOKEN, username: 'dezhurny_bot', title: 'Дежурный' },
  people,
  chats: [
    { ...kept, title: '5А – родители' },
    { ...kept, title: '5А – ученики' },
    { ...kept, title: '5А – тихий', bot: {} },
    { title: '5А – чужой', owner: TEACHER, members: [ANNA, BORIS] },
    { ...kept, title: '5А – старый', type: 'group' },
  ],
};

const SUPERGROUP = -1_001_000_000_000;
export const chatAt = (n: number) => chatRef('telegram', SUPERGROUP - n);
/** A basic group; the bot is its administrator. */
export const BASIC = chatRef('telegram', -500_005);

/** Where listening stopped, as a store keeps it. */
export const memoryCursors = (): Cursors => {
  let cursor: string | undefined;
  return {
    load: async () => cursor,
    save: async (_, place) => {
      cursor = place;
    },
    seen: async () => new Map(),
  };
};

export interface TelegramWorld extends World {
  readonly platform: Telegram;
  readonly sandbox: RunningTelegram;
  readonly cursors: Cursors;
  again(options?: Partial<TelegramOptions>): Telegram;
  /** `onSkip`, `onWeather` … told since the beginning. */
  readonly told: string[];
}

const faultOf = (what: Exclude<Misfortune, 'token'>): Fault => {
  switch (what) {
    case 'download':
      return { kind: 'download' };
    case 'call':
      return { kind: 'call', method: '*', answer: 'html-502' };
    case 'listening':
      return { kind: 'call', method: 'getUpdates', answer: 'drop', times: 2 };
    case 'garbled':
      return { kind: 'payload' };
    case 'news':
      return { kind: 'unknown' };
    case 'twice':
      return { kind: 'repeat' };
    case 'history':
    case 'key':
    case 'everything':
      throw new Error('Telegram has no history to lose');
  }
};

const idOf = (ref: PlaceRef | AccountRef): number => Number(nativeId(ref));
/** Bots are named below zero, and numbered above. */
const userOf = (ref: AccountRef): number => Math.abs(idOf(ref));

export const openWorld = async (options: Partial<TelegramOptions> = {}): Promise<TelegramWorld> => {
  const complaints: string[] = [];
  const sandbox = await listenTelegram({
    definition,
    // Updates are looked at one by one, before anything is broken on purpose.
    onExchange: (method, params, answer) =>
      complaints.push(...checkExchange(method, params, method === 'getUpdates' ? { ok: true, result: [] } : answer)),
    onNews: (news) => complaints.push(...checkUpdate({ update_id: 1, ...news })),
  });
  const { world, updates, faults } = sandbox.telegram;
  // The bot has listened before.
  updates.allowed = [
    'message',
    'edited_message',
    'callback_query',
    'my_chat_member',
    'chat_member',
    'chat_join_request',
  ];
  const cursors = memoryCursors();
  const told: string[] = [];
  const shown: { readonly person: number; readonly text: string }[] = [];
  world.listen((change) => {
    if (change.what === 'answered') shown.push(change);
  });

  const lives: Telegram[] = [];
  const receiver = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', async () => {
      const secret = request.headers['x-telegram-bot-api-secret-token'];
      const body = Buffer.concat(parts).toString('utf8');
      const reply = await lives.at(-1)?.webhook(body, typeof secret === 'string' ? secret : undefined);
      response.writeHead(reply?.status ?? 503).end(reply?.body);
    });
  });
  const again = (more: Partial<TelegramOptions> = {}): Telegram => {
    const telegram = createTelegram({
      token: TOKEN,
      apiUrl: sandbox.apiUrl,
      transport: 'polling',
      secret: SECRET,
      cursors,
      pace: memoryPace(),
      say: ({ key }) => key,
      watch: { onSkip: (why) => told.push(`skip ${why}`), onWeather: (where) => told.push(`weather ${where}`) },
      random: () => 0,
      ...options,
      ...more,
    });
    lives.push(telegram);
    return telegram;
  };

  const attempt = <T>(act: () => T): T | undefined => {
    try {
      return act();
    } catch (error) {
      if (error instanceof Denied) return undefined;
      throw error;
    }
  };
  const refOf = (place: PlaceRef, message: Message | undefined): MessageRef | undefined =>
    message && { place, id: String(message.id) };
  const messagesOf = (place: PlaceRef) => world.messagesOf(idOf(place));
  const messageAt = ({ place, id }: MessageRef) => world.message(idOf(place), Number(id));

  const platform = again();
  if (options.transport === 'webhook') {
    await new Promise<void>((ready) => void receiver.listen(0, '127.0.0.1', ready));
    const { port } = receiver.address() as AddressInfo;
    updates.webhook = { url: `http://127.0.0.1:${port}`, secret: SECRET };
  }

  return {
    platform,
    sandbox,
    cursors,
    told,
    again,
    people: {
      teacher: accountRef('telegram', TEACHER),
      anna: accountRef('telegram', ANNA),
      boris: accountRef('telegram', BORIS),
      stranger: accountRef('telegram', STRANGER),
      neighbour: accountRef('telegram', -NEIGHBOUR),
    },
    places: { parents: chatAt(1), pupils: chatAt(2), bare: chatAt(3), foreign: chatAt(4) },
    write: (who, place, text, replyTo) =>
      refOf(
        place,
        attempt(() =>
          side.write(world, userOf(who), idOf(place), { text, ...(replyTo && { reply: Number(replyTo.id) }) }),
        ),
      ),
    share: (who, place, text, { name, contents, photo }) => {
      const file = side.store(world, name, photo ? 'image/png' : 'application/octet-stream', contents);
      const media = { as: photo ? 'photo' : 'document', file: file.id } as const;
      return refOf(
        place,
        attempt(() => side.write(world, userOf(who), idOf(place), { text, media })),
      );
    },
    come: (who, _, parameter, text) => {
      side.start(world, userOf(who), parameter);
      side.write(world, userOf(who), idOf(dialogOf(who)), { text });
    },
    rewrite: (who, { place, id }, text) => side.edit(world, userOf(who), idOf(place), Number(id), text),
    erase: (who, { place, id }) => side.remove(world, userOf(who), idOf(place), Number(id)),
    press: (who, { place, id }) => side.press(world, userOf(who), idOf(place), Number(id)),
    join: (who, chat) => side.join(world, userOf(who), idOf(chat)),
    follow: (who, link) => attempt(() => side.follow(world, userOf(who), link)) !== undefined,
    add: (by, who, chat) => side.add(world, userOf(by), idOf(chat), userOf(who)),
    admit: (by, who, chat) => side.admit(world, userOf(by), idOf(chat), userOf(who)),
    leave: (who, chat) => side.leave(world, userOf(who), idOf(chat)),
    allow: (who, open) => void (open ? side.start(world, userOf(who)) : side.block(world, userOf(who))),
    visible: (place) =>
      messagesOf(place).flatMap(({ deleted, raw, text, media }) =>
        deleted || raw || (media && text === '') ? [] : [text],
      ),
    // Several files follow the words as answers to them.
    enclosed: (ref) => {
      const own = messageAt(ref);
      const others = messagesOf(ref.place).filter(({ reply, from }) => reply === own?.id && from === BOT);
      return [...(own ? [own] : []), ...others].flatMap(({ media }) => {
        const file = media && world.state.files[media.file];
        if (file === undefined) return [];
        const kind = media?.as === 'photo' ? ('picture' as const) : ('document' as const);
        return [{ name: file.name, kind, contents: Buffer.from(file.body, 'base64') }];
      });
    },
    members: (chat) =>
      (world.chat(idOf(chat))?.members ?? []).map(({ id }) =>
        accountRef('telegram', id === BOT || id === NEIGHBOUR ? -id : id),
      ),
    pinned: (chat) => {
      const id = world.chat(idOf(chat))?.pinned.at(-1);
      return id === undefined ? undefined : { place: chat, id: String(id) };
    },
    answered: (ref) => messageAt(ref)?.reply?.toString(),
    shown: (who) => shown.flatMap(({ person, text }) => (person === userOf(who) ? [text] : [])),
    befall: (what) => {
      if (what === 'token') world.state.bot.token = `${BOT}:another-one-altogether`;
      else faults.add(faultOf(what));
    },
    close: async () => {
      for (const life of lives) life.close();
      updates.close();
      receiver.close();
      receiver.closeAllConnections();
      await sandbox.close();
      expect(complaints).toEqual([]);
    },
  };
};

export const dialogAt = (id: number) => dialogRef('telegram', id);
