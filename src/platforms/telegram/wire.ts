import { z } from 'zod';

/** Only what is read is named here. A field that is not essential and is broken counts as absent. */
const number = z.number().int();
const count = number.optional().catch(undefined);
const words = z.string().optional().catch(undefined);
const list = z.array(z.unknown()).catch([]);
const anything = z.unknown().optional();

export const WireUser = z.object({ id: number, is_bot: z.boolean().catch(false) });
export const WireChat = z.object({ id: number, type: z.string(), title: words });
export type WireChat = z.output<typeof WireChat>;

export const WireUpdate = z.object({ update_id: number.nonnegative() }).loose();

export const WireMessage = z
  .object({
    message_id: number,
    from: WireUser.optional().catch(undefined),
    sender_chat: z.object({ id: number }).optional().catch(undefined),
    chat: WireChat,
    date: z.number(),
    edit_date: count,
    text: words,
    caption: words,
    entities: list,
    caption_entities: list,
    reply_to_message: anything,
    external_reply: anything,
    quote: z.object({ text: z.string() }).optional().catch(undefined),
    forward_origin: anything,
    media_group_id: words,
    migrate_to_chat_id: count,
    migrate_from_chat_id: count,
  })
  .loose();
export type WireMessage = z.output<typeof WireMessage>;

export const WireOrigin = z.object({
  date: z.number().catch(0),
  sender_user: WireUser.optional().catch(undefined),
  sender_chat: z.object({ id: number }).optional().catch(undefined),
  chat: z.object({ id: number }).optional().catch(undefined),
  message_id: count,
});

/** A link hidden behind words, as in «сюда». */
export const WireEntity = z.object({ type: z.string(), url: words });

/** A file of any kind. */
export const WireFile = z.object({ file_id: z.string(), file_unique_id: words, file_name: words, file_size: count });

export const WireQuery = z.object({
  id: z.string().min(1),
  from: WireUser,
  data: words,
  message: z
    .object({ message_id: number, chat: WireChat, date: z.number().catch(0) })
    .optional()
    .catch(undefined),
});

const WireMember = z.object({ status: z.string(), user: WireUser, is_member: z.boolean().catch(true) });
export type WireMember = z.output<typeof WireMember>;

export const WireMemberNews = z.object({
  chat: WireChat,
  from: WireUser,
  date: z.number(),
  old_chat_member: WireMember,
  new_chat_member: WireMember,
  invite_link: z.object({ invite_link: z.string() }).optional().catch(undefined),
  via_join_request: z.boolean().optional().catch(undefined),
});
export type WireMemberNews = z.output<typeof WireMemberNews>;

export const WireRequest = z.object({
  chat: WireChat,
  from: WireUser,
  date: z.number(),
  invite_link: z.object({ invite_link: z.string() }).optional().catch(undefined),
});
