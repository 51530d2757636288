import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Change } from '../../src/domain/change.js';
import type { Chat, ChatKind } from '../../src/domain/chat.js';
import type { Entry } from '../../src/domain/journal.js';
import { STAFF } from '../../src/domain/person.js';
import { keep } from '../../src/domain/records.js';
import {
  type AccountRef,
  accountRef,
  type ChatRef,
  dialogOf,
  type MessageRef,
  type PlaceRef,
} from '../../src/domain/refs.js';
import { DAY } from '../../src/domain/time.js';
import { BOT, createMemoryPlatform, people } from '../../src/platforms/memory/index.js';
import { TELEGRAM_CAPABILITIES } from '../../src/platforms/telegram/index.js';
import type { CallProvider } from '../../src/ports/calls.js';
import type { Capabilities } from '../../src/ports/platform.js';
import { nameMessage } from '../../src/ports/vault.js';
import { projectRoot } from '../../src/project-root.js';
import { virtualClock } from '../../src/queue/memory/index.js';
import { parseRoster } from '../../src/roster/parse.js';
import { createMemoryStores } from '../../src/storage/memory/stores.js';
import { createVault } from '../../src/storage/vault.js';
import { type Told, whereThereIs } from '../where-there-is.js';
import { shipped } from '../world/policy.js';
import { startEngine } from './engine.js';

/** Wednesday, 9 September 2026, 12:00 in Moscow. */
export const NOON = Date.UTC(2026, 8, 9, 9, 0);

/** The fictional people of the demo school's list; `stranger` is in no list. */
export const roster = parseRoster(readFileSync(join(projectRoot(), 'src/sandbox/demo/roster.csv'), 'utf8')).people;
export const PARENT = 'p02';
export const TEACHER = 'k01';
export const ADMINISTRATOR = 'a01';
export const DIRECTOR = 'd01';
export const PUPIL = 's02';
export const STRANGER = 'stranger';

export const accountOf = (who: string): AccountRef => accountRef('memory', `of-${who}`);

export interface SchoolOptions {
  readonly mode?: Chat['mode'];
  readonly at?: number;
  /** Who is linked by a personal code already: everybody of the list, and their roles are confirmed. */
  readonly linked?: boolean;
  /** Those of the list who are not linked yet. */
  readonly unlinked?: readonly string[];
  /** What the messenger can do otherwise than it usually can. */
  readonly can?: Partial<Capabilities>;
  /** Which school's regulation it is. */
  readonly policy?: 'school-21' | 'oosh-19';
  /** Whether chat rules were adopted; without them nobody is limited, and under oosh-19 nothing hidden. */
  readonly rules?: boolean;
  /** Whether the list was imported; without it the school begins with nothing. */
  readonly rostered?: boolean;
  /** Who begins calls, where somebody has lent the bot a key for that. */
  readonly calls?: CallProvider;
}

/** `MESSENGER=telegram`: every scene with what Telegram can do, instead of the usual messenger. */
const ON_TELEGRAM = process.env.MESSENGER === 'telegram';
const OTHERWISE: Partial<Capabilities> = ON_TELEGRAM ? TELEGRAM_CAPABILITIES : {};

/** What a school needs to play a scene on the capability set of Telegram in every run. */
export const TELEGRAM: SchoolOptions = { can: TELEGRAM_CAPABILITIES };

/** A school whose bot runs in virtual time. What people see is asked by `sees`. */
export const openSchool = async ({
  mode = 'act',
  at = NOON,
  linked = true,
  unlinked = [],
  policy: school = 'school-21',
  rules = true,
  rostered = true,
  can = OTHERWISE,
  calls,
}: SchoolOptions = {}) => {
  const clock = virtualClock(at);
  const platform = createMemoryPlatform({ now: clock.now, can });
  const vault = createVault(Buffer.alloc(32, 9));
  const stores = createMemoryStores(vault);
  const { policy: adopted, ...beginning } = await shipped(school);
  const { chatRules: _unadopted, ...regulation } = adopted;
  const policy = rules ? adopted : regulation;
  if (rostered) await stores.people.put(roster);
  const links = linked
    ? roster.flatMap(({ id, role }): readonly Change[] => [
        ...(unlinked.includes(id) ? [] : [{ put: 'link', account: accountOf(id), person: id, at } as const]),
        ...(STAFF.includes(role) ? [keep('standing', id, { confirmed: at }, undefined)] : []),
      ])
    : [];
  const begun = { id: 'n:begun', at, kind: 'note', detail: 'the school begins' } as const;
  await stores.ledger.settle({ key: 'begun', entry: begun, changes: links, rows: [], chain: 'cli' });
  const start = () =>
    startEngine({ platform, stores, vault, policy, beginning, clock, defaultMode: mode, ...(calls && { calls }) });
  let engine = await start();
  const { world } = platform;
  let rooms = 0;

  /** A chat with everybody in it, of which the teacher and the bot are administrators. */
  const newChat = (): ChatRef => {
    rooms += 1;
    const members = [...roster.map(({ id }) => accountOf(id)), accountOf(STRANGER), BOT];
    return world.chat({ id: rooms, title: 'чат', members, admins: [BOT, accountOf(TEACHER)] });
  };
  const chat = async (kind: ChatKind, over: Partial<Chat> = {}): Promise<ChatRef> => {
    const ref = newChat();
    const registered = { by: TEACHER, at };
    await stores.chats.put({ ref, kind, class: '5А', mode, registered, ...over });
    return ref;
  };

  /** Where the latest button with this label is. */
  const buttonOf = (where: PlaceRef, label: string): [MessageRef, { row: number; column: number }] => {
    for (const { ref, buttons = [] } of [...world.messages(where)].reverse())
      for (const [row, line] of buttons.entries()) {
        const column = line.findIndex((button) => button.label === label);
        if (column >= 0) return [ref, { row, column }];
      }
    throw new Error(`no button «${label}» there; it reads: ${world.visible(where).at(-1)}`);
  };

  return {
    clock,
    platform,
    stores,
    vault,
    newChat,
    chat,
    dialog: (who: string): PlaceRef => dialogOf(accountOf(who)),
    /** Lets the bot write to this person. */
    allows: async (who: string): Promise<void> => {
      people.allow(world, accountOf(who), true);
      await engine.quiet();
    },
    says: async (who: string, where: PlaceRef, words: string, extra: people.Extra = {}): Promise<MessageRef> => {
      const ref = people.post(world, accountOf(who), where, words, extra);
      if (ref === undefined) throw new Error(`${who} may not write there`);
      await engine.quiet();
      return ref;
    },
    /** Sends a document. */
    sends: async (who: string, where: PlaceRef, name: string, contents: Uint8Array | string): Promise<void> => {
      const bytes = typeof contents === 'string' ? new TextEncoder().encode(contents) : contents;
      people.post(world, accountOf(who), where, '', { attachments: [world.file(name, bytes)] });
      await engine.quiet();
    },
    /** Presses the latest button with this label in a place; the answer is the snack-bar they see. */
    presses: async (who: string, where: PlaceRef, label: string): Promise<string | undefined> => {
      const press = people.press(world, accountOf(who), ...buttonOf(where, label));
      await engine.quiet();
      return press === undefined ? undefined : world.presses.get(press)?.answered;
    },
    /** Labels of the buttons under the bot's latest message in a place. */
    buttons: (where: PlaceRef): readonly string[] =>
      (world.messages(where).findLast(({ author }) => author === BOT)?.buttons ?? []).flat().map(({ label }) => label),
    /** Files the bot has sent to a place. */
    files: (where: PlaceRef) =>
      world.messages(where).flatMap(({ author, files = [] }) => (author === BOT ? files : [])),
    /** Comes into a chat by its link, or is added by somebody. */
    joins: async (who: string, chat: ChatRef, by?: string): Promise<void> => {
      people.join(world, accountOf(who), chat, by === undefined ? undefined : accountOf(by));
      await engine.quiet();
    },
    /** Follows a link as written in a message; whether it let them in. */
    follows: async (who: string, link: string): Promise<boolean> => {
      const inside = people.follow(world, accountOf(who), link);
      await engine.quiet();
      return inside;
    },
    leaves: async (who: string, chat: ChatRef): Promise<void> => {
      people.leave(world, accountOf(who), chat);
      await engine.quiet();
    },
    members: (chat: ChatRef): readonly AccountRef[] => world.chats.get(chat)?.members ?? [],
    /** Whether they may write there now. */
    mayWrite: (who: string, chat: ChatRef): boolean => world.mayWrite(accountOf(who), chat),
    edits: async (who: string, message: MessageRef, words: string): Promise<void> => {
      people.edit(world, accountOf(who), message, words);
      await engine.quiet();
    },
    /** What stands in a place for everybody to read, in order. */
    sees: (where: PlaceRef): readonly string[] => world.visible(where),
    /** What the bot has written in a place and not taken away. */
    hears: (where: PlaceRef): readonly string[] =>
      world.messages(where).flatMap(({ author, deleted, text }) => (author === BOT && !deleted ? [text] : [])),
    passes: (ms: number): Promise<void> => engine.passes(ms),
    quiet: (): Promise<void> => engine.quiet(),
    /** The program is stopped and started again; what it knows is what it has stored. */
    restarts: async (): Promise<void> => {
      await engine.stop();
      engine = await start();
    },
    /** A personal code, as printed by the administrator. */
    codeFor: async (person: string): Promise<string> => {
      const issue = (await stores.codes.issueOf(person)) + 1;
      const code = vault.code(person, issue);
      await stores.codes.issue([{ code, person, issue, until: clock.now() + 14 * DAY }]);
      return `${code.slice(0, 4)}-${code.slice(4)}`;
    },
    journal: async (message?: MessageRef): Promise<readonly Entry[]> => {
      const links = [];
      for await (const link of stores.journal.read(message ? { message: nameMessage(vault, message) } : {}))
        links.push(link.entry);
      return links;
    },
    close: (): Promise<void> => engine.stop(),
  };
};
export type School = Awaited<ReturnType<typeof openSchool>>;

type Scene = (words: string, play: (school: School) => Promise<void>, options?: SchoolOptions) => void;

const playedBy =
  (told: Told): Scene =>
  (words, play, options = {}) =>
    told(words, async () => {
      const school = await openSchool(options);
      try {
        await play(school);
        expect((await school.stores.journal.verify()).broken).toEqual([]);
      } finally {
        await school.close();
      }
    });

/** A scene about what Telegram does not do: there it is not played, and the reason is printed. */
const ofVk = (reason: string, ...scene: Parameters<Scene>): void =>
  playedBy(whereThereIs(ON_TELEGRAM ? reason : undefined))(...scene);

/** A scene in a school of its own; `scene.vk`, where it is about what Telegram does not do. */
export const scene: Scene & { readonly vk: typeof ofVk } = Object.assign(playedBy(it), { vk: ofVk });
