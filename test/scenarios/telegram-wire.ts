import { join } from 'node:path';
import { FOREIGN_ACT } from '../../src/app/foreign.js';
import { STAFF } from '../../src/domain/person.js';
import { keep } from '../../src/domain/records.js';
import { accountRef, chatRef } from '../../src/domain/refs.js';
import { type Given, OWN_SETTINGS } from '../../src/domain/settings.js';
import { createTelegram } from '../../src/platforms/telegram/index.js';
import { projectRoot } from '../../src/project-root.js';
import { virtualClock } from '../../src/queue/memory/index.js';
import { listenTelegram } from '../../src/sandbox/telegram/index.js';
import * as side from '../../src/sandbox/telegram/people.js';
import type { Message } from '../../src/sandbox/telegram/state.js';
import { memoryPace } from '../../src/storage/memory/pace.js';
import { createMemoryStores } from '../../src/storage/memory/stores.js';
import { loadPolicy } from '../../src/storage/policy.js';
import { loadBeginning } from '../../src/storage/school.js';
import { createVault } from '../../src/storage/vault.js';
import { checkExchange } from '../contracts/telegram-schema.js';
import { memoryCursors } from '../platforms/telegram/world.js';
import { until } from '../world/until.js';
import { startEngine } from './engine.js';
import { roster } from './world.js';

const BOT = 654_321;
const TOKEN = `${BOT}:token-of-a-fictional-school`;
/** Numbers in Telegram, by the id of the list. */
const NUMBERS = { k01: 101, p02: 202, p03: 203 } as const;
type Wired = keyof typeof NUMBERS;
/** The smallest of pictures. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const people = Object.entries(NUMBERS) as readonly (readonly [Wired, number])[];

/** A school whose bot talks with Telegram's wire: a sandbox on a port of its own, the adapter, the store in memory. */
export const openTelegram = async (at: number) => {
  const clock = virtualClock(at);
  const complaints: string[] = [];
  const sandbox = await listenTelegram({
    definition: {
      bot: { id: BOT, token: TOKEN, username: 'dezhurny_bot', title: 'Дежурный' },
      people: people.map(([who, id]) => ({ id, name: who, about: who })),
      chats: [
        { title: '5А – родители', owner: NUMBERS.k01, members: [NUMBERS.p02, NUMBERS.p03], bot: { admin: true } },
      ],
    },
    now: clock.now,
    onExchange: (method, params, answer) => complaints.push(...checkExchange(method, params, answer)),
  });
  const { world, updates } = sandbox.telegram;
  updates.allowed = ['message', 'edited_message', 'callback_query', 'my_chat_member', 'chat_member'];
  const telegram = createTelegram({
    ...{ token: TOKEN, apiUrl: sandbox.apiUrl, transport: 'polling', cursors: memoryCursors(), pace: memoryPace() },
    ...{ say: ({ key }) => key, now: clock.now, random: () => 0 },
  });
  const [room] = Object.values(world.state.chats);
  if (room === undefined) throw new Error('no chat');

  const vault = createVault(Buffer.alloc(32, 9));
  const stores = createMemoryStores(vault);
  const folder = join(projectRoot(), 'policies/school-21');
  const [policy, beginning] = await Promise.all([loadPolicy(folder, 'Europe/Moscow'), loadBeginning(folder)]);
  await stores.people.put(roster);
  await stores.ledger.settle({
    key: 'begun',
    entry: { id: 'n:begun', at, kind: 'note', detail: 'the school begins' },
    changes: [
      ...people.map(([person, id]) => ({ put: 'link', account: accountRef('telegram', id), person, at }) as const),
      ...roster
        .filter(({ role }) => STAFF.includes(role))
        .map(({ id }) => keep('standing', id, { confirmed: at }, undefined)),
    ],
    rows: [],
    chain: 'cli',
  });
  const registered = { by: 'k01', at };
  await stores.chats.put({
    ref: chatRef('telegram', room.id),
    kind: 'class_parents',
    class: '5А',
    mode: 'act',
    registered,
  });
  const parts = { platform: telegram, self: telegram.account, stores, vault, policy, beginning, clock };
  const start = () => startEngine({ ...parts, defaultMode: 'act' });
  let engine = await start();

  const placeOf = (where: Wired | 'chat'): number => (where === 'chat' ? room.id : NUMBERS[where]);
  /** What stands somewhere by the bot. */
  const hears = (where: Wired | 'chat'): readonly string[] =>
    world.messagesOf(placeOf(where)).flatMap(({ deleted, from, text }) => (deleted || from !== BOT ? [] : [text]));
  const sees = async (words: string, done: () => boolean | Promise<boolean>): Promise<void> =>
    until(words, async () => {
      clock.set(clock.now() + 50);
      await engine.lookAgain();
      return done();
    });
  let turns = 0;
  const stands = (message: Message) => (): boolean => world.message(room.id, message.id)?.deleted !== true;

  return {
    sees,
    hearing: (where: Wired | 'chat', words: string) =>
      sees(`${where} hears «${words}»`, () => hears(where).some((one) => one.includes(words))),
    starts: (who: Wired) => void side.start(world, NUMBERS[who]),
    says: (who: Wired, text: string) => void side.write(world, NUMBERS[who], NUMBERS[who], { text }),
    /** Sends a file in the dialog with the bot, with words below. */
    sends: (who: Wired, as: 'photo' | 'document', text: string): void => {
      const name = as === 'photo' ? 'photo.png' : 'план.csv';
      const { id } = side.store(world, name, as === 'photo' ? 'image/png' : 'text/csv', PIXEL);
      side.write(world, NUMBERS[who], NUMBERS[who], { text, media: { as, file: id } });
    },
    /** Messages of the bot somewhere: the words, and the file as it lies in the messenger. */
    posts: (where: Wired | 'chat') =>
      world
        .messagesOf(placeOf(where))
        .flatMap(({ deleted, from, text, media }) => (deleted || from !== BOT ? [] : [{ text, file: media?.file }])),
    /** Writes in the chat; whether it stands there still. */
    writes: (who: Wired, text: string) => stands(side.write(world, NUMBERS[who], room.id, { text })),
    /** Presses the button with this label under the latest message of the dialog that has it. */
    presses: (who: Wired, label: string): void => {
      const found = [...world.messagesOf(NUMBERS[who])]
        .reverse()
        .flatMap((message) =>
          (message.keyboard?.inline_keyboard ?? [])
            .flat()
            .flatMap(({ text, callback_data }) =>
              text === label && callback_data !== undefined ? [{ message, data: callback_data }] : [],
            ),
        );
      const [pressed] = found;
      if (pressed === undefined) throw new Error(`no button «${label}» for ${who}`);
      const press = world.secret('press').slice(0, 18);
      world.presses.set(press, { person: NUMBERS[who], at: world.now() });
      world.tell({ what: 'pressed', press, person: NUMBERS[who], ...pressed });
    },
    /** The school records its ground to write through Telegram, or takes it back. */
    opens: async (open: boolean): Promise<void> => {
      turns += 1;
      const held = await stores.records.get('act', FOREIGN_ACT);
      const act = { what: FOREIGN_ACT, number: '12', date: '2026-09-01', by: 'a01', at: clock.now() } as const;
      const entry = { id: `n:abroad:${turns}`, at: clock.now(), kind: 'note', detail: 'abroad' } as const;
      const changes = [keep('act', FOREIGN_ACT, open ? act : null, held)];
      await stores.ledger.settle({ key: `abroad:${turns}`, entry, changes, rows: [], chain: 'cli' });
    },
    /** The school settles something for itself. */
    settles: async (given: Given): Promise<void> => {
      const held = await stores.records.get('settings', OWN_SETTINGS);
      const entry = { id: 'n:settles', at: clock.now(), kind: 'note', detail: 'settles' } as const;
      const changes = [keep('settings', OWN_SETTINGS, given, held)];
      await stores.ledger.settle({ key: 'settles', entry, changes, rows: [], chain: 'cli' });
    },
    hears,
    /** Photos chosen together, a message each, with these words below; how many of them stand there still. */
    shows: (who: Wired, captions: readonly string[], name = world.secret('file').slice(0, 16)) => {
      const shown = captions.map((text) => {
        const { id } = side.store(world, 'photo.png', 'image/png', Buffer.from(world.secret('file')));
        const draft = { text, media: { as: 'photo', file: id }, raw: { media_group_id: name } } as const;
        return side.write(world, NUMBERS[who], room.id, draft);
      });
      return { ids: shown.map(({ id }) => id), stand: () => shown.filter((message) => stands(message)()).length };
    },
    /** Changes the words below a photo. */
    rewords: (who: Wired, id: number, text: string) => side.edit(world, NUMBERS[who], room.id, id, text),
    /** What was asked of Telegram by this method. */
    asked: (method: string) => sandbox.telegram.calls.requests.filter((request) => request.method === method),
    stores,
    /** The program is stopped and started again; what it knows is what it has stored. */
    restarts: async (): Promise<void> => {
      await engine.stop();
      engine = await start();
    },
    lookAgain: () => engine.lookAgain(),
    passes: (ms: number) => engine.passes(ms),
    leaves: (who: Wired) => side.leave(world, NUMBERS[who], room.id),
    close: async () => {
      await engine.stop();
      telegram.close();
      updates.close();
      await sandbox.close();
      expect(complaints).toEqual([]);
      expect((await stores.journal.verify()).broken).toEqual([]);
    },
  };
};
