import type { Message } from '../../domain/message.js';
import { type AccountRef, type ChatRef, dialogOf, type MessageRef, type PlaceRef } from '../../domain/refs.js';
import type { MemoryMessage, MemoryWorld } from './world.js';

/** What messages may have beside words. */
export type Extra = Partial<Pick<Message, 'attachments' | 'forwarded' | 'replyTo' | 'payload' | 'openedWith'>>;

const tellOf = (world: MemoryWorld, message: MemoryMessage, extra: Extra, edited: boolean): void => {
  const { ref, version, author, text } = message;
  const at = world.now();
  world.tell({
    id: `memory-${world.next()}`,
    key: `memory/${ref.place}/${ref.id}/${version}`,
    at,
    kind: 'message',
    edited,
    message: {
      ref,
      author,
      at,
      ...(edited && { written: message.at }),
      text,
      attachments: [],
      forwarded: [],
      ...extra,
    },
  });
};

/** `undefined`: the messenger did not let them. */
export const post = (
  world: MemoryWorld,
  author: AccountRef,
  place: PlaceRef,
  text: string,
  extra: Extra = {},
): MessageRef | undefined => {
  if (!world.mayWrite(author, place)) return undefined;
  if (place === dialogOf(author)) world.dialogs.add(author);
  const message = world.write({ author, place, text });
  tellOf(world, message, extra, false);
  return message.ref;
};

export const edit = (world: MemoryWorld, author: AccountRef, ref: MessageRef, text: string): void => {
  if (world.message(ref)?.author !== author || !world.mayWrite(author, ref.place)) return;
  world.rewrite(ref, { text });
  const message = world.message(ref);
  if (message) tellOf(world, message, {}, true);
};

/** Everybody sees a line about it, with a number of its own. */
const comeOrGo = (
  world: MemoryWorld,
  chat: ChatRef,
  account: AccountRef,
  news:
    | { readonly kind: 'joined'; readonly how: 'link' | 'added' | 'request'; readonly link?: string }
    | { readonly kind: 'left' },
  by?: AccountRef,
): void => {
  const { ref } = world.write({ author: account, place: chat, text: '' });
  const id = `memory-${world.next()}`;
  world.tell({ id, key: id, at: world.now(), ...news, chat, account, ...(by && { by }), message: ref });
};

const admit = (
  world: MemoryWorld,
  account: AccountRef,
  chat: ChatRef,
  { how, by, link }: { readonly how: 'link' | 'added' | 'request'; readonly by?: AccountRef; readonly link?: string },
): void => {
  const known = world.chats.get(chat);
  if (!known || known.members.includes(account)) return;
  world.change(chat, { members: [...known.members, account] });
  comeOrGo(world, chat, account, { kind: 'joined', how, ...(link && { link }) }, by);
};

/** `by`: who added; absent for a link. */
export const join = (world: MemoryWorld, account: AccountRef, chat: ChatRef, by?: AccountRef): void =>
  admit(world, account, chat, by === undefined ? { how: 'link' } : { how: 'added', by });

/** Asked to be let in, and an administrator did. */
export const joinByRequest = (world: MemoryWorld, account: AccountRef, chat: ChatRef, by: AccountRef): void =>
  admit(world, account, chat, { how: 'request', by });

const knock = (world: MemoryWorld, account: AccountRef, chat: ChatRef, link: string): boolean => {
  const asking = world.chats.get(chat)?.asking ?? [];
  world.change(chat, { asking: [...asking, account] });
  const id = `memory-${world.next()}`;
  world.tell({ id, key: id, at: world.now(), kind: 'knocked', chat, account, link });
  return true;
};

/** A link for one purpose, as long as it is good. */
const followOne = (world: MemoryWorld, account: AccountRef, link: string): boolean => {
  const known = world.links.get(link);
  if (known === undefined || known.left === 0 || known.until <= world.now()) return false;
  if (known.byRequest) return knock(world, account, known.chat, link);
  world.links.set(link, { ...known, left: known.left - 1 });
  admit(world, account, known.chat, { how: 'link', link });
  return true;
};

/** Follows a link of the chat. False: nobody is let in by it, because it is none or was reset. */
export const follow = (world: MemoryWorld, account: AccountRef, link: string): boolean => {
  const chat = [...world.chats.values()].find((other) => other.link === link);
  if (chat === undefined) return followOne(world, account, link);
  join(world, account, chat.ref);
  return true;
};

export const leave = (world: MemoryWorld, account: AccountRef, chat: ChatRef, by?: AccountRef): void => {
  const known = world.chats.get(chat);
  if (!known?.members.includes(account)) return;
  const without = (list: readonly AccountRef[]) => list.filter((other) => other !== account);
  world.change(chat, { members: without(known.members), admins: without(known.admins) });
  comeOrGo(world, chat, account, { kind: 'left' }, by);
};

/** Presses the n-th button of a row. Returns the press's name. */
export const press = (
  world: MemoryWorld,
  account: AccountRef,
  ref: MessageRef,
  { row, column }: { readonly row: number; readonly column: number },
): string | undefined => {
  const button = world.message(ref)?.buttons?.[row]?.[column];
  if (button === undefined) return undefined;
  const id = `memory-${world.next()}`;
  world.presses.set(id, { account });
  const { place } = ref;
  const { payload } = button;
  world.tell({ id, key: id, at: world.now(), kind: 'pressed', place, account, press: id, payload, message: ref });
  return id;
};

/** Lets the bot write to this account, or no longer. */
export const allow = (world: MemoryWorld, account: AccountRef, open: boolean): void => {
  if (open) world.dialogs.add(account);
  else world.dialogs.delete(account);
  const id = `memory-${world.next()}`;
  const kind = open ? 'dialog-opened' : 'dialog-closed';
  world.tell({ id, key: id, at: world.now(), kind, dialog: dialogOf(account), account });
};
