import type { Worded } from '../../../src/domain/action.js';
import type { Answer } from '../../../src/domain/outcome.js';
import type { AccountRef, ChatRef, MessageRef, PlaceRef } from '../../../src/domain/refs.js';
import type { Update } from '../../../src/domain/update.js';
import type { Platform } from '../../../src/ports/platform.js';

/** Everybody here is fictional. */
export interface People {
  /** Owner of every chat. */
  readonly teacher: AccountRef;
  /** Has opened a dialog with the bot. */
  readonly anna: AccountRef;
  /** Has not. */
  readonly boris: AccountRef;
  /** Is in no chat. */
  readonly stranger: AccountRef;
  /** A community or bot that is not ours, in no chat. */
  readonly neighbour: AccountRef;
}

export interface Document {
  readonly name: string;
  readonly contents: Uint8Array;
  /** Shown as a photo. */
  readonly photo?: true;
}

export interface Places {
  /** The bot is an administrator. */
  readonly parents: ChatRef;
  readonly pupils: ChatRef;
  /** The bot is a member without rights, who may read. */
  readonly bare: ChatRef;
  /** The bot was never here. */
  readonly foreign: ChatRef;
}

/**
 * `call`: the next call finds nobody. `listening`: listening finds nobody for a while. `history`, `key`, `everything`: what
 * the messenger has not told yet is lost, its listening key is, both are. `garbled`: an event with a broken part comes
 * with the next one. `news`: an event of an unknown kind comes before the next one. `twice`: the next event comes twice.
 * `token`: the token is worth nothing. `download`: the next file is not handed over.
 */
export type Misfortune =
  | 'call'
  | 'listening'
  | 'history'
  | 'key'
  | 'everything'
  | 'garbled'
  | 'news'
  | 'twice'
  | 'token'
  | 'download';

/** A messenger with people in it, seen from their side, and the platform under test. */
export interface World {
  readonly platform: Platform;
  readonly people: People;
  readonly places: Places;
  /** The bot's next life, on the same messenger and the same saved place. */
  again(): Platform;
  /** `undefined`: the messenger did not let them. */
  write(who: AccountRef, place: PlaceRef, text: string, replyTo?: MessageRef): MessageRef | undefined;
  rewrite(who: AccountRef, message: MessageRef, text: string): void;
  erase(who: AccountRef, message: MessageRef): void;
  /** The first button. */
  press(who: AccountRef, message: MessageRef): void;
  /** Sends a document. */
  share(who: AccountRef, place: PlaceRef, text: string, document: Document): MessageRef | undefined;
  /** Follows a deep link, this parameter behind the bot's address, and writes. */
  come(who: AccountRef, address: string, parameter: string, text: string): void;
  join(who: AccountRef, chat: ChatRef): void;
  /** Follows an invite link. False: it lets nobody in. */
  follow(who: AccountRef, link: string): boolean;
  /** An administrator adds somebody, a bot, the bot itself. */
  add(by: AccountRef, who: AccountRef, chat: ChatRef): void;
  /** An administrator lets in who asked for it. */
  admit(by: AccountRef, who: AccountRef, chat: ChatRef): void;
  leave(who: AccountRef, chat: ChatRef): void;
  allow(who: AccountRef, open: boolean): void;
  /** Texts that everybody in the place can read. */
  visible(place: PlaceRef): readonly string[];
  /** What goes with a message, as people can open it. A picture may have lost its name. */
  enclosed(message: MessageRef): readonly (Document & { readonly kind: 'document' | 'picture' })[];
  members(chat: ChatRef): readonly AccountRef[];
  pinned(chat: ChatRef): MessageRef | undefined;
  /** What a message answers. */
  answered(message: MessageRef): string | undefined;
  /** Short notes shown to somebody who pressed a button. */
  shown(who: AccountRef): readonly string[];
  befall(what: Misfortune): void;
  close(): Promise<void>;
}

export type Make = () => Promise<World>;

/** What a platform cannot promise, and why. */
export interface Lack {
  readonly reason: string;
  readonly promises: readonly string[];
}

export type Promising = (words: string, keep: (world: World) => Promise<void>) => void;

/** A bot's ear. `next()` of the iterator acknowledges the batch before. */
export const listen = (platform: Platform) => {
  const controller = new AbortController();
  const batches = platform.updates(controller.signal)[Symbol.asyncIterator]();
  const heard: Update[] = [];
  return {
    /** Everything heard so far, once that is enough; the last batch is not acknowledged yet. */
    until: async (enough: (all: readonly Update[]) => boolean): Promise<readonly Update[]> => {
      while (!enough(heard)) {
        const { value, done } = await batches.next();
        if (done) throw new Error('the platform stopped listening');
        heard.push(...value);
      }
      return heard;
    },
    /** Acknowledges the last batch and stops. */
    stop: async (): Promise<void> => {
      controller.abort();
      await batches.next();
    },
    /** Dies with the last batch in hand. */
    die: async (): Promise<void> => {
      const ended = batches.return?.();
      controller.abort();
      await ended;
    },
    /** Waits for the next batch. */
    wait: () => batches.next(),
    abort: () => controller.abort(),
  };
};

/** Texts of messages, each once however often it was told. */
export const textsOf = (updates: readonly Update[]): readonly string[] => {
  const keys = new Set<string>();
  return updates.flatMap((update) => {
    if (update.kind !== 'message' || keys.has(update.key)) return [];
    keys.add(update.key);
    return [update.message.text];
  });
};

export const heard =
  (...texts: readonly string[]) =>
  (all: readonly Update[]): boolean =>
    texts.every((text) => textsOf(all).includes(text));

/** Performs actions under ids of their own. */
export const perform = async (
  platform: Platform,
  actions: readonly Worded[],
  idOf: (action: Worded, index: number) => string = (_, index) => `vk/test/1#${index}`,
): Promise<readonly Answer[]> => {
  await platform.turn();
  return platform.perform(actions.map((action, index) => ({ id: idOf(action, index), action })));
};

/** The message a send made. */
export const messageOf = (answer: Answer | undefined): MessageRef => {
  if (answer?.is !== 'done' || answer.message === undefined) throw new Error(`nothing was sent: ${answer?.is}`);
  return answer.message;
};

export const written = (message: MessageRef | undefined): MessageRef => {
  if (message === undefined) throw new Error('the messenger did not let them write');
  return message;
};
