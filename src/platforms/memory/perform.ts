import type { Worded } from '../../domain/action.js';
import type { Answer, Refusal } from '../../domain/outcome.js';
import { type AccountRef, accountRef, type ChatRef, inChat, type MessageRef, nativeId } from '../../domain/refs.js';
import type { Deed } from '../../ports/platform.js';
import { joinByRequest } from './people.js';
import { BOT, type MemoryChat, type MemoryMessage, type MemoryWorld } from './world.js';

type Of<D extends Worded['do']> = Extract<Worded, { readonly do: D }>;

const DONE: Answer = { is: 'done' };
const GONE: Answer = { is: 'gone' };
const refused = (why: Refusal): Answer => ({ is: 'refused', why, code: why });

/** Where the bot is; else why not. */
const present = (world: MemoryWorld, ref: ChatRef): MemoryChat | Answer => {
  const chat = world.chats.get(ref);
  return chat?.members.includes(BOT) ? chat : refused('detached');
};

/** Where the bot is an administrator and the other one is not. */
const over = (world: MemoryWorld, ref: ChatRef, account?: AccountRef): MemoryChat | Answer => {
  const chat = present(world, ref);
  if ('is' in chat) return chat;
  const above = chat.admins.includes(BOT) && !(account !== undefined && chat.admins.includes(account));
  return above ? chat : refused('no-right');
};

const erase = (world: MemoryWorld, ref: MessageRef): Answer => {
  const place = inChat(ref.place) ? present(world, ref.place) : undefined;
  if (place && 'is' in place) return place;
  const message = world.message(ref);
  if (message === undefined || message.deleted) return GONE;
  if (message.author !== BOT) {
    const chat = inChat(ref.place) ? over(world, ref.place, message.author) : refused('no-right');
    if ('is' in chat) return chat;
  }
  world.rewrite(ref, { deleted: true, text: '' });
  return DONE;
};

const restrict = (world: MemoryWorld, { chat: ref, account }: Of<'mute' | 'unmute'>, until: number): Answer => {
  const chat = over(world, ref, account);
  if ('is' in chat) return chat;
  if (!chat.members.includes(account)) return refused('no-right');
  world.change(ref, { mutedUntil: new Map([...chat.mutedUntil, [account, until]]) });
  return DONE;
};

const remove = (world: MemoryWorld, { chat: ref, account }: Of<'remove'>): Answer => {
  const chat = over(world, ref, account);
  if ('is' in chat) return chat;
  if (!chat.members.includes(account)) return GONE;
  world.change(ref, { members: chat.members.filter((other) => other !== account) });
  return DONE;
};

const answerKnock = (world: MemoryWorld, { chat: ref, account, granted }: Of<'admit'>): Answer => {
  const chat = over(world, ref, account);
  if ('is' in chat) return chat;
  if (!chat.asking?.includes(account)) return GONE;
  world.change(ref, { asking: chat.asking.filter((other) => other !== account) });
  if (granted) joinByRequest(world, account, ref, BOT);
  return DONE;
};

const change = (world: MemoryWorld, ref: ChatRef, changed: Partial<MemoryChat>): Answer => {
  const chat = over(world, ref);
  if ('is' in chat) return chat;
  world.change(ref, changed);
  return DONE;
};

const endLinks = (world: MemoryWorld, { chat: ref, links }: Of<'end-links'>): Answer => {
  const answer = change(world, ref, { link: world.link() });
  if (answer.is === 'done') for (const link of links) world.links.delete(link);
  return answer;
};

const send = (world: MemoryWorld, id: string, action: Of<'send'>, sent: Map<string, MessageRef>): Answer => {
  const { to, text, buttons, replyTo, attached = [] } = action;
  if (inChat(to)) {
    const chat = present(world, to);
    if ('is' in chat) return chat;
  } else if (!world.dialogs.has(accountRef('memory', nativeId(to)))) return refused('not-allowed-to-write');
  const names = [...attached, ...(action.files ?? []).map((file) => world.keep(file))];
  const told = names.length > 0 ? { files: names } : {};
  const known = sent.get(`${id} ${to}`);
  if (known) return { is: 'done', message: known, ...told };
  const files = world.filesOf(names);
  if (files === undefined) return refused('bad-request');
  const { ref } = world.write({
    author: BOT,
    place: to,
    text,
    ...(buttons && { buttons }),
    ...(replyTo && { replyTo }),
    ...(files.length > 0 && { files }),
  });
  sent.set(`${id} ${to}`, ref);
  return { is: 'done', message: ref, ...told };
};

const own = (world: MemoryWorld, ref: MessageRef): MemoryMessage | Answer => {
  const message = world.message(ref);
  if (message === undefined || message.deleted) return refused('unknown-target');
  return message.author === BOT ? message : refused('no-right');
};

const edit = (world: MemoryWorld, { message: ref, text, buttons = [], attached = [] }: Of<'edit'>): Answer => {
  const message = own(world, ref);
  if ('is' in message) return message;
  const files = world.filesOf(attached);
  if (files === undefined) return refused('bad-request');
  world.rewrite(ref, { text, buttons, files });
  return DONE;
};

const pin = (world: MemoryWorld, { message }: Of<'pin'>): Answer => {
  if (!inChat(message.place)) return refused('no-right');
  const chat = over(world, message.place);
  if ('is' in chat) return chat;
  if (world.message(message)?.deleted !== false) return refused('unknown-target');
  world.change(message.place, { pinned: message });
  return DONE;
};

const answer = (world: MemoryWorld, { press, account, text }: Of<'answer'>): Answer => {
  const known = world.presses.get(press);
  if (known?.account !== account || known.answered !== undefined) return GONE;
  world.presses.set(press, { account, answered: text });
  return DONE;
};

/** One deed. `sent`: what was sent under which id, so that a repetition sends nothing. */
export const performOne = (world: MemoryWorld, { id, action }: Deed, sent: Map<string, MessageRef>): Answer => {
  switch (action.do) {
    case 'delete':
      return erase(world, action.message);
    case 'mute':
      return action.until <= world.now() ? GONE : restrict(world, action, action.until);
    case 'unmute':
      return restrict(world, action, 0);
    case 'remove':
      return remove(world, action);
    case 'admit':
      return answerKnock(world, action);
    case 'read-only':
      return change(world, action.chat, { readOnly: action.on });
    case 'end-links':
      return endLinks(world, action);
    case 'rename':
      return change(world, action.chat, { title: action.title });
    case 'send':
      return send(world, id, action, sent);
    case 'edit':
      return edit(world, action);
    case 'pin':
      return pin(world, action);
    case 'answer':
      return answer(world, action);
  }
};
