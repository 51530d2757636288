import { setImmediate } from 'node:timers/promises';
import type { AccountRef, MessageRef } from '../../domain/refs.js';
import { SECOND } from '../../domain/time.js';
import type { Update } from '../../domain/update.js';
import {
  asking,
  type Capabilities,
  Locked,
  type Platform,
  Refused,
  type Rights,
  Weather,
} from '../../ports/platform.js';
import { performOne } from './perform.js';
import { BOT, type MemoryChat, MemoryWorld } from './world.js';

export * as people from './people.js';
export { BOT, MemoryWorld } from './world.js';

const CAPABILITIES: Capabilities = {
  deleteOthers: true,
  mute: true,
  remove: true,
  pin: true,
  buttons: true,
  members: 'listed',
  inviteLinks: 'many',
  sendsOnce: true,
  textLimit: 4096,
  captionLimit: 4096,
  batch: { deletes: 100, calls: 25, places: 100 },
};

const FOREVER = Number.POSITIVE_INFINITY;
const ADDRESS = 'https://memory.example/bot';

/** A messenger in this process, for scenarios: the same promises, no wire. */
export interface MemoryPlatform extends Platform {
  readonly world: MemoryWorld;
  /** The next so many calls fail; where a repeated send would not be known for one, by reaching nobody. */
  storm(calls: number): void;
  /** The next so many calls are made, but nobody hears the answer. */
  deafen(calls: number): void;
  /** Nothing works until a person acts. */
  lock(locked: boolean): void;
  /** The next event is told twice. */
  repeatNext(): void;
}

const rightsOf = (chat: MemoryChat | undefined): Rights => {
  const present = chat?.admins.includes(BOT) === true;
  return {
    present,
    title: present ? chat.title : '',
    moderate: present,
    seeLink: present,
    changeLink: present,
    pin: present,
    members: present ? chat.members.length : 0,
  };
};

/** Resolves when the world has told something, or the signal came. */
const news = (world: MemoryWorld, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      stop();
      signal.removeEventListener('abort', done);
      resolve();
    };
    const stop = world.listen(done);
    signal.addEventListener('abort', done, { once: true });
  });

/** What was told since the place, which moves only when the next batch is asked for. */
const hear = async function* (
  world: MemoryWorld,
  place: { taken: number },
  signal: AbortSignal,
): AsyncGenerator<readonly Update[]> {
  while (!signal.aborted) {
    const batch = world.events.slice(place.taken);
    if (batch.length === 0) await news(world, signal);
    else {
      yield batch;
      place.taken += batch.length;
    }
  }
};

const replying = (world: MemoryWorld, can: Capabilities, gate: () => Promise<void>): Platform['ask'] => {
  const kept = (ref: MemoryChat['ref']): MemoryChat => {
    const chat = world.chats.get(ref);
    if (chat?.admins.includes(BOT)) return chat;
    throw new Refused(
      chat?.members.includes(BOT) ? 'no-right' : 'detached',
      'kept',
      'memory: not an administrator here',
    );
  };
  const ask = asking({
    self: async () => ({ account: BOT, title: 'memory' }),
    rights: async ({ chats }) => new Map(chats.map((ref) => [ref, rightsOf(world.chats.get(ref))])),
    members: async ({ chat: ref, among = [] }) => {
      const { members, admins, mutedUntil } = kept(ref);
      const mutedNow = (account: AccountRef) => (mutedUntil.get(account) ?? 0) > world.now();
      const shown = (account: AccountRef) =>
        can.members === 'listed' || admins.includes(account) || among.includes(account);
      return members
        .filter(shown)
        .map((account) => ({ account, admin: admins.includes(account), mutedNow: mutedNow(account) }));
    },
    'may-write': async ({ account }) => world.dialogs.has(account),
    'invite-link': async ({ chat: ref, reset }) => {
      const chat = kept(ref);
      const link = reset ? world.link() : chat.link;
      world.change(ref, { link });
      return link;
    },
    'new-invite-link': async ({ chat: ref, until = FOREVER, most = FOREVER, byRequest = false }) => {
      if (can.inviteLinks !== 'many') throw new Refused('feature-off', 'one-link', 'memory: a chat has one link');
      const link = world.link();
      world.links.set(link, { chat: kept(ref).ref, until, left: most, byRequest });
      return link;
    },
    'end-invite-link': async ({ link }) => world.links.delete(link),
    file: async ({ source, most }) => {
      const contents = world.files.get(source);
      if (contents === undefined) throw new Refused('unknown-target', 'file', 'memory: no such file');
      if (contents.length > most) throw new Refused('too-large', 'file', 'memory: a file beyond the limit');
      return contents;
    },
    address: async () => ADDRESS,
    check: async () => [],
  });
  return async (query) => {
    await gate();
    return ask(query);
  };
};

interface MemoryOptions {
  readonly now?: () => number;
  /** What this messenger can do otherwise than it usually can. */
  readonly can?: Partial<Capabilities>;
}

export const createMemoryPlatform = ({ now = Date.now, can = {} }: MemoryOptions = {}): MemoryPlatform => {
  const world = new MemoryWorld(now);
  const capabilities = { ...CAPABILITIES, ...can };
  const sent = new Map<string, MessageRef>();
  const place = { taken: 0 };
  let storms = 0;
  let deaf = 0;
  let locked = false;

  const gate = async (): Promise<void> => {
    await setImmediate();
    if (locked) throw new Locked('memory: locked');
    if (storms === 0) return;
    storms -= 1;
    throw new Weather('memory: storm');
  };

  return {
    name: 'memory',
    capabilities,
    updates: async function* (signal) {
      if (locked) throw new Locked('memory: locked');
      yield* hear(world, place, signal);
    },
    turn: async (signal) => signal?.throwIfAborted(),
    perform: async (deeds) => {
      if (storms > 0 && !capabilities.sendsOnce) {
        storms -= 1;
        return deeds.map(() => ({ is: 'later', after: SECOND, why: 'memory: nobody reached' }));
      }
      await gate();
      const answers = deeds.map((deed) => performOne(world, deed, capabilities.sendsOnce ? sent : new Map()));
      if (deaf === 0) return answers;
      deaf -= 1;
      throw new Weather('memory: no answer');
    },
    ask: replying(world, capabilities, gate),
    world,
    storm: (calls) => {
      storms = calls;
    },
    deafen: (calls) => {
      deaf = calls;
    },
    lock: (now) => {
      locked = now;
    },
    repeatNext: () => {
      const stop = world.listen(() => {
        stop();
        const last = world.events.at(-1);
        if (last) world.tell(last);
      });
    },
  };
};
