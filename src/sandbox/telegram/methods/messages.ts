import { z } from 'zod';
import { erase, pin, post, rewrite, unpin } from '../chatting.js';
import { refuse } from '../refused.js';
import type { Keyboard, Message, StoredFile } from '../state.js';
import { messageOut } from '../wire.js';
import { rightsOf, type World } from '../world.js';
import { type Context, defineMethod, flag, json, keptOf, number, openPlace } from './method.js';

const DAY = 86_400_000;
const TEXT = 4_096;
const CAPTION = 1_024;
/** Bytes. */
const BUTTON = 64;
const ANSWERABLE = 60_000;
const NOTE = 200;

const Markup = json(
  z.object({
    inline_keyboard: z.array(z.array(z.object({ text: z.string().min(1), callback_data: z.string().exactOptional() }))),
  }),
);
const Reply = json(z.object({ message_id: number, allow_sending_without_reply: flag.optional() }));
const where = { chat_id: number };
const sending = { ...where, reply_markup: Markup.optional(), reply_parameters: Reply.optional() };

const checked = (keyboard: Keyboard | undefined): Keyboard | undefined => {
  for (const { callback_data: data = '' } of keyboard?.inline_keyboard.flat() ?? [])
    if (data === '' || Buffer.byteLength(data) > BUTTON) refuse(400, 'BUTTON_DATA_INVALID');
  return keyboard;
};

const replied = (world: World, place: number, reply: z.output<typeof Reply> | undefined): number | undefined => {
  if (reply === undefined) return undefined;
  const there = world.message(place, reply.message_id);
  if (there && !there.deleted) return reply.message_id;
  return reply.allow_sending_without_reply ? undefined : refuse(400, 'message to be replied not found');
};

interface Sending {
  readonly chat_id: number;
  readonly reply_markup?: Keyboard | undefined;
  readonly reply_parameters?: z.output<typeof Reply> | undefined;
}

const send = (world: World, given: Sending, what: { readonly text: string; readonly media?: Message['media'] }) => {
  openPlace(world, given.chat_id);
  const reply = replied(world, given.chat_id, given.reply_parameters);
  const keyboard = checked(given.reply_markup);
  const { text, media } = what;
  const draft = { text, ...(media && { media }), ...(reply !== undefined && { reply }), ...(keyboard && { keyboard }) };
  return messageOut(world, post(world, given.chat_id, world.bot, draft));
};

export const sendMessage = defineMethod(z.looseObject({ ...sending, text: z.string() }), (given, { world }) => {
  if (given.text.trim() === '') refuse(400, 'message text is empty');
  if (given.text.length > TEXT) refuse(400, 'message is too long');
  return send(world, given, { text: given.text });
});

/** `attach://name`, or an id Telegram gave before. */
const fileAt = ({ files, world }: Context, named: string): StoredFile =>
  files.get(named.replace(/^attach:\/\//, '')) ??
  world.state.files[named] ??
  refuse(400, 'wrong file identifier/HTTP URL specified');

const withFile = (as: 'document' | 'photo') =>
  defineMethod(z.looseObject({ ...sending, [as]: z.string(), caption: z.string().default('') }), (given, context) => {
    if (given.caption.length > CAPTION) refuse(400, 'message caption is too long');
    const file = fileAt(context, String((given as Readonly<Record<string, unknown>>)[as]));
    return send(context.world, given, { text: given.caption, media: { as, file: file.id } });
  });
export const sendDocument = withFile('document');
export const sendPhoto = withFile('photo');

const own = (world: World, place: number, id: number): Message => {
  openPlace(world, place);
  const message = world.message(place, id);
  if (message === undefined || message.deleted) return refuse(400, 'message to edit not found');
  return message.from === world.bot ? message : refuse(400, "message can't be edited");
};

const change = (world: World, message: Message, text: string, keyboard: Keyboard | undefined) => {
  if (text === message.text && JSON.stringify(keyboard) === JSON.stringify(message.keyboard))
    refuse(400, 'message is not modified: specified new message content and reply markup are exactly the same');
  rewrite(world, message, text, checked(keyboard));
  return messageOut(world, message);
};

const editing = { ...where, message_id: number, reply_markup: Markup.optional() };
export const editMessageText = defineMethod(z.looseObject({ ...editing, text: z.string() }), (given, { world }) => {
  const message = own(world, given.chat_id, given.message_id);
  if (message.media) refuse(400, 'there is no text in the message to edit');
  return change(world, message, given.text, given.reply_markup);
});
export const editMessageCaption = defineMethod(z.looseObject({ ...editing, caption: z.string() }), (given, { world }) =>
  change(world, own(world, given.chat_id, given.message_id), given.caption, given.reply_markup),
);

const erasable = (world: World, place: number, message: Message): boolean => {
  if (world.now() - message.at >= 2 * DAY) return false;
  const chat = world.chat(place);
  return message.from === world.bot || chat === undefined || rightsOf(chat, world.bot)?.delete === true;
};

export const deleteMessage = defineMethod(z.looseObject({ ...where, message_id: number }), (given, { world }) => {
  openPlace(world, given.chat_id);
  const message = world.message(given.chat_id, given.message_id);
  if (message === undefined || message.deleted) return refuse(400, 'message to delete not found');
  if (!erasable(world, given.chat_id, message)) refuse(400, "message can't be deleted");
  erase(world, message);
  return true;
});

export const deleteMessages = defineMethod(
  z.looseObject({ ...where, message_ids: json(z.array(number).min(1).max(100)) }),
  ({ chat_id, message_ids }, { world }) => {
    openPlace(world, chat_id);
    const found = message_ids.flatMap((id) => {
      const message = world.message(chat_id, id);
      return message && !message.deleted ? [message] : [];
    });
    if (!found.every((message) => erasable(world, chat_id, message))) refuse(400, "message can't be deleted");
    for (const message of found) erase(world, message);
    return true;
  },
);

export const pinChatMessage = defineMethod(z.looseObject({ ...where, message_id: number }), (given, { world }) => {
  const chat = keptOf(world, given.chat_id, 'pin', 'not enough rights to manage pinned messages in the chat');
  const message = world.message(chat.id, given.message_id);
  if (message === undefined || message.deleted) return refuse(400, 'message to pin not found');
  pin(world, chat, message, world.bot);
  return true;
});

export const unpinChatMessage = defineMethod(
  z.looseObject({ ...where, message_id: number.optional() }),
  (given, { world }) => {
    const chat = keptOf(world, given.chat_id, 'pin', 'not enough rights to manage pinned messages in the chat');
    unpin(world, chat, given.message_id);
    return true;
  },
);

export const answerCallbackQuery = defineMethod(
  z.looseObject({ callback_query_id: z.string(), text: z.string().default('') }),
  ({ callback_query_id: press, text }, { world }) => {
    const known = world.presses.get(press);
    if (!known || world.now() - known.at > ANSWERABLE)
      refuse(400, 'query is too old and response timeout expired or query ID is invalid');
    if (text.length > NOTE) refuse(400, 'MESSAGE_TOO_LONG');
    world.presses.delete(press);
    if (known && text !== '') world.tell({ what: 'answered', person: known.person, text });
    return true;
  },
);

export const sendChatAction = defineMethod(z.looseObject({ ...where, action: z.string() }), (given, { world }) => {
  openPlace(world, given.chat_id);
  return true;
});

export const getFile = defineMethod(z.looseObject({ file_id: z.string() }), ({ file_id }, { world }) => {
  const file = world.state.files[file_id] ?? refuse(400, 'wrong file_id or the file is temporarily unavailable');
  return { file_id, file_unique_id: file.unique, file_size: file.size, file_path: file.path };
});
