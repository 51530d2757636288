import { join } from 'node:path';
import type { Change } from '../../src/domain/change.js';
import { STAFF } from '../../src/domain/person.js';
import { keep } from '../../src/domain/records.js';
import { type AccountRef, accountRef, chatRef } from '../../src/domain/refs.js';
import { createVk } from '../../src/platforms/vk/index.js';
import { projectRoot } from '../../src/project-root.js';
import { virtualClock } from '../../src/queue/memory/index.js';
import { Denied } from '../../src/sandbox/denied.js';
import { listenSandbox } from '../../src/sandbox/listen.js';
import * as comings from '../../src/sandbox/vk/comings.js';
import * as side from '../../src/sandbox/vk/people.js';
import type { StoredFile } from '../../src/sandbox/vk/state.js';
import * as uploads from '../../src/sandbox/vk/uploads.js';
import type { World } from '../../src/sandbox/vk/world.js';
import { memoryPace } from '../../src/storage/memory/pace.js';
import { createMemoryStores } from '../../src/storage/memory/stores.js';
import { loadPolicy } from '../../src/storage/policy.js';
import { loadBeginning } from '../../src/storage/school.js';
import { createVault } from '../../src/storage/vault.js';
import { checkExchange } from '../contracts/vk-schema.js';
import { memoryCursors } from '../platforms/vk/world.js';
import { until } from '../world/until.js';
import { startEngine } from './engine.js';
import { roster } from './world.js';

const GROUP = 654_321;
const TOKEN = 'vk1.a.token-of-a-fictional-school';
/** Numbers in VK, by the id of the list; the stranger is in no list. */
export const NUMBERS = { k01: 101, a01: 102, z01: 103, p01: 201, p02: 202, p03: 203, s02: 301, stranger: 401 } as const;
export type Wired = keyof typeof NUMBERS;
export const QUIZ = -777_001;
export const PARENTS = 2_000_000_001;

export interface WireOptions {
  readonly at: number;
  readonly linked: readonly Wired[];
  /** Whether the list was imported; without it the school begins with nothing. */
  readonly rostered?: boolean;
}

const fileOf = (world: World, about: unknown): readonly StoredFile[] => {
  const found = world.state.files[(about as { readonly id: number }).id];
  return found ? [found] : [];
};

/** A school whose bot talks with VK's wire: a sandbox on a port of its own, the adapter of VK, the store in memory. */
export const openWire = async ({ at, linked, rostered = true }: WireOptions) => {
  const clock = virtualClock(at);
  const complaints: string[] = [];
  const sandbox = await listenSandbox({
    definition: {
      community: { id: GROUP, token: TOKEN, title: 'Дежурный', screenName: 'dezhurny_demo' },
      people: Object.entries(NUMBERS).map(([who, id]) => ({
        id,
        name: `Человек ${who}`,
        about: who,
        dialog: 'allowed' as const,
      })),
      neighbours: [{ id: QUIZ, title: 'Викторина' }],
      chats: [{ title: '5А – родители', owner: NUMBERS.k01, members: [], bot: { fullAccess: true, admin: true } }],
    },
    now: clock.now,
    onExchange: (method, params, answer) => complaints.push(...checkExchange(method, params, answer)),
  });
  const { world } = sandbox.vk;
  const cursors = memoryCursors();
  await cursors.save('vk', String(sandbox.vk.events.head), new Map());
  const vk = createVk({
    token: TOKEN,
    apiUrl: sandbox.apiUrl,
    transport: 'longpoll',
    cursors,
    pace: memoryPace({ limit: 10_000 }),
    say: ({ key }) => key,
    now: clock.now,
    random: () => 0,
  });

  const vault = createVault(Buffer.alloc(32, 9));
  const stores = createMemoryStores(vault);
  const folder = join(projectRoot(), 'policies/school-21');
  const [policy, beginning] = await Promise.all([loadPolicy(folder, 'Europe/Moscow'), loadBeginning(folder)]);
  if (rostered) await stores.people.put(roster);
  const links = roster.flatMap(({ id, role }): readonly Change[] => [
    ...linked
      .filter((who) => who === id)
      .map((who) => ({ put: 'link', account: accountRef('vk', NUMBERS[who]), person: id, at }) as const),
    ...(rostered && STAFF.includes(role) ? [keep('standing', id, { confirmed: at }, undefined)] : []),
  ]);
  const begun = { id: 'n:begun', at, kind: 'note', detail: 'the school begins' } as const;
  await stores.ledger.settle({ key: 'begun', entry: begun, changes: links, rows: [], chain: 'cli' });
  const registered = { by: 'k01', at };
  const chat = { ref: chatRef('vk', PARENTS), kind: 'class_parents', class: '5А', mode: 'act', registered } as const;
  await stores.chats.put(chat);
  const self: AccountRef = accountRef('vk', -GROUP);
  const engine = await startEngine({ platform: vk, self, stores, vault, policy, beginning, clock, defaultMode: 'act' });

  /** What stands in a dialog of the bot with somebody, or in a chat, by the bot. */
  const hears = (where: Wired | 'chat'): readonly string[] =>
    world
      .messagesOf(where === 'chat' ? PARENTS : NUMBERS[where])
      .flatMap(({ deleted, action, from, text }) => (deleted || action || from !== world.bot ? [] : [text]));
  const sees = async (words: string, done: () => boolean | Promise<boolean>): Promise<void> =>
    until(words, async () => {
      // VK counts calls by the clock, which would stand still otherwise.
      clock.set(clock.now() + 50);
      await engine.lookAgain();
      return done();
    });

  return {
    clock,
    stores,
    vault,
    hears,
    /** Waits until the bot has said this to somebody. */
    hearing: (where: Wired | 'chat', words: string) =>
      sees(`${where} hears «${words}»`, () => hears(where).some((one) => one.includes(words))),
    sees,
    /** Misfortunes of VK, to be ordered. */
    faults: sandbox.vk.faults,
    /** Sends a document in the dialog with the bot. */
    sends: (who: Wired, name: string, contents: string, text = ''): void => {
      const file = { name, type: 'text/csv', body: Buffer.from(contents) };
      const { id } = uploads.store(world, NUMBERS[who], file);
      side.send(world, NUMBERS[who], { peer: world.bot, text, uploads: [id] }, `${sandbox.url}/vk`);
    },
    /** Writes in the chat; whether it stands there still. */
    writes: (who: Wired, text: string): (() => boolean) => {
      const { cmid } = side.send(world, NUMBERS[who], { peer: PARENTS, text }, sandbox.url);
      return () => world.message(PARENTS, cmid)?.deleted === false;
    },
    /** Shows a photo in the chat; whether it stands there still. */
    shows: (who: Wired, body: Buffer, text: string): (() => boolean) => {
      const { id } = uploads.store(world, NUMBERS[who], { name: 'photo.png', type: 'image/png', body });
      side.send(world, NUMBERS[who], { peer: PARENTS, text, uploads: [id] }, `${sandbox.url}/vk`);
      return () => world.messagesOf(PARENTS).some((one) => one.text === text && !one.deleted);
    },
    /** Documents and pictures that the bot has sent to somebody, as they lie in the messenger. */
    files: (where: Wired | 'chat'): readonly StoredFile[] =>
      world
        .messagesOf(where === 'chat' ? PARENTS : NUMBERS[where])
        .filter(({ from }) => from === world.bot)
        .flatMap(({ attachments }) => attachments.flatMap((one) => fileOf(world, one[one.type]))),
    says: (who: Wired, text: string) => void side.send(world, NUMBERS[who], { peer: world.bot, text }, sandbox.url),
    /** Presses the button with this label under the latest message of the dialog that has it. */
    presses: (who: Wired, label: string): void => {
      const message = world
        .messagesOf(NUMBERS[who])
        .findLast(({ keyboard }) => JSON.stringify(keyboard ?? '').includes(label));
      const rows =
        (message?.keyboard as { readonly buttons?: readonly (readonly { action: { label?: string } }[])[] })?.buttons ??
        [];
      const row = rows.findIndex((line) => line.some(({ action }) => action.label === label));
      const column = rows[row]?.findIndex(({ action }) => action.label === label) ?? -1;
      if (message === undefined || column < 0) throw new Error(`no button «${label}» for ${who}`);
      side.press(world, NUMBERS[who], { peer: world.bot, cmid: message.cmid, row, column });
    },
    /** Presses the button with this label under the latest message of the chat that has it. */
    pressesInChat: (who: Wired, label: string): void => {
      const message = world
        .messagesOf(PARENTS)
        .findLast(({ keyboard }) => JSON.stringify(keyboard ?? '').includes(label));
      const rows =
        (message?.keyboard as { readonly buttons?: readonly (readonly { action: { label?: string } }[])[] })?.buttons ??
        [];
      const row = rows.findIndex((line) => line.some(({ action }) => action.label === label));
      const column = rows[row]?.findIndex(({ action }) => action.label === label) ?? -1;
      if (message === undefined || column < 0) throw new Error(`no button «${label}» in the chat`);
      side.press(world, NUMBERS[who], { peer: PARENTS, cmid: message.cmid, row, column });
    },
    /** Whether the link led anywhere. */
    follows: (who: Wired, link: string): boolean => {
      try {
        comings.follow(world, NUMBERS[who], link);
        return true;
      } catch (error) {
        if (error instanceof Denied) return false;
        throw error;
      }
    },
    /** Presses «Начать» after following the link of a card. */
    starts: (who: Wired) => void side.start(world, NUMBERS[who]),
    /** Adds somebody to the chat, having been made one of its administrators. */
    brings: (who: Wired, id: number): void => {
      comings.appoint(world, NUMBERS.k01, PARENTS, NUMBERS[who], true);
      comings.add(world, NUMBERS[who], PARENTS, id);
    },
    members: () => (world.chat(PARENTS)?.members ?? []).map(({ id }) => id),
    link: () => world.chat(PARENTS)?.link ?? '',
    title: () => world.chat(PARENTS)?.title ?? '',
    pinned: () => {
      const cmid = world.chat(PARENTS)?.pinned;
      return cmid === undefined ? undefined : world.message(PARENTS, cmid)?.text;
    },
    /** Whether they may write there now. */
    mayWrite: (who: Wired): boolean => {
      try {
        side.send(world, NUMBERS[who], { peer: PARENTS, text: 'Здравствуйте' }, sandbox.url);
        return true;
      } catch (error) {
        if (error instanceof Denied) return false;
        throw error;
      }
    },
    close: async () => {
      await engine.stop();
      vk.close();
      await sandbox.close();
      expect(complaints).toEqual([]);
    },
  };
};
export type Wire = Awaited<ReturnType<typeof openWire>>;

/** A scene over VK's wire. */
export const wired = (words: string, options: WireOptions, play: (wire: Wire) => Promise<void>): void =>
  it(words, async () => {
    const wire = await openWire(options);
    try {
      await play(wire);
      expect((await wire.stores.journal.verify()).broken).toEqual([]);
    } finally {
      await wire.close();
    }
  }, 30_000);
