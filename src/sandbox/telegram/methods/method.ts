import { z } from 'zod';
import { refuse } from '../refused.js';
import type { Chat, Rights, StoredFile } from '../state.js';
import type { Updates } from '../updates.js';
import { memberOf, rightsOf, type World } from '../world.js';

export interface Context {
  readonly world: World;
  readonly updates: Updates;
  /** Files of the request, by the name they go under. */
  readonly files: ReadonlyMap<string, StoredFile>;
  readonly gone: AbortSignal;
}

export type Method = (context: Context, params: unknown) => unknown;

/** A method with its parameters read; what does not fit is Telegram's own refusal. */
export const defineMethod =
  <T>(schema: z.ZodType<T>, act: (params: T, context: Context) => unknown): Method =>
  (context, params) => {
    const parsed = schema.safeParse(params);
    if (!parsed.success) return refuse(400, `parameter "${parsed.error.issues[0]?.path.join('.')}" is wrong`);
    return act(parsed.data, context);
  };

export const number = z.coerce.number().int();
/** In a form objects travel as JSON text. */
export const json = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => {
    if (typeof value !== 'string') return value;
    try {
      return JSON.parse(value) as unknown;
    } catch {
      return value;
    }
  }, schema);
export const flag = z.preprocess((value) => (value === 'true' ? true : value === 'false' ? false : value), z.boolean());

/** A chat the bot is in. */
export const chatOf = (world: World, id: number): Chat => {
  const chat = world.chat(id) ?? refuse(400, 'chat not found');
  if (chat.movedTo !== undefined)
    refuse(400, 'group chat was upgraded to a supergroup chat', { migrate_to_chat_id: chat.movedTo });
  if (!memberOf(chat, world.bot)) refuse(403, `bot is not a member of the ${chat.type} chat`);
  return chat;
};

/** A chat in which the bot has this right. */
export const keptOf = (world: World, id: number, right: keyof Rights, words: string): Chat => {
  const chat = chatOf(world, id);
  return rightsOf(chat, world.bot)?.[right] ? chat : refuse(400, words);
};

/** Somebody who lets the bot write to him. */
export const openDialog = (world: World, id: number): void => {
  if (!world.state.people.some((person) => person.id === id)) refuse(400, 'chat not found');
  const { started, blocked } = world.dialog(id);
  if (!started) refuse(403, "bot can't initiate conversation with a user");
  if (blocked) refuse(403, 'bot was blocked by the user');
};

/** Where the bot may say something. */
export const openPlace = (world: World, id: number): void => void (id > 0 ? openDialog(world, id) : chatOf(world, id));
