import type { Attachment, Keyboard, Message, Opening, Quote, ServiceAction } from './state.js';
import { isChat, type World } from './world.js';

/** What an author gives; the world adds number, version and time. */
export interface Draft {
  readonly text?: string;
  readonly reply?: Quote;
  readonly forwards?: readonly Quote[];
  readonly attachments?: readonly Attachment[];
  readonly keyboard?: Keyboard;
  readonly payload?: string;
  readonly action?: ServiceAction;
  readonly randomId?: number;
  readonly opened?: Opening;
}

/** Writes a message, whoever is entitled to: rights are asked before. */
export const post = (world: World, peer: number, from: number, draft: Draft): Message => {
  const { counters } = world.state;
  counters.version += 1;
  if (!isChat(peer)) counters.id += 1;
  const lane = world.messagesOf(peer);
  const message: Message = {
    peer,
    cmid: lane.length + 1,
    id: isChat(peer) ? 0 : counters.id,
    from,
    at: world.now(),
    randomId: draft.randomId ?? 0,
    version: counters.version,
    text: draft.text ?? '',
    deleted: false,
    forwards: draft.forwards ?? [],
    attachments: draft.attachments ?? [],
    ...(draft.reply && { reply: draft.reply }),
    ...(draft.keyboard && { keyboard: draft.keyboard }),
    ...(draft.action && { action: draft.action }),
    ...(draft.payload !== undefined && { payload: draft.payload }),
    ...(draft.opened && { opened: draft.opened }),
  };
  lane.push(message);
  world.tell({ what: 'posted', message });
  return message;
};

export type Rewrite = Pick<Draft, 'text' | 'attachments' | 'keyboard'>;

/** A new version; `undefined` keeps what was there. */
export const rewrite = (world: World, message: Message, draft: Rewrite): void => {
  world.state.counters.version += 1;
  message.version = world.state.counters.version;
  message.editedAt = world.now();
  message.text = draft.text ?? message.text;
  message.attachments = draft.attachments ?? message.attachments;
  if (draft.keyboard) message.keyboard = draft.keyboard;
  world.tell({ what: 'edited', message });
};

/** For everybody. The number stays taken; nothing of the content is kept. */
export const erase = (world: World, message: Message): void => {
  message.deleted = true;
  message.text = '';
  message.attachments = [];
  message.forwards = [];
  delete message.reply;
  delete message.keyboard;
  world.tell({ what: 'deleted', message });
};

/** How deep messages may lie in one another. */
export const DEEPEST = 45;

export const depthOf = ({ forwards }: Quote): number => 1 + Math.max(0, ...forwards.map(depthOf));

export const quoteOf = (message: Message): Quote => ({
  peer: message.peer,
  cmid: message.cmid,
  from: message.from,
  at: message.at,
  text: message.text,
  attachments: message.attachments,
  forwards: message.forwards,
  ...(message.reply && { reply: message.reply }),
});
