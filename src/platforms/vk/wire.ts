import { z } from 'zod';

/** Only what is read is named here. A field that is not essential and is broken counts as absent. */
const number = z.number().int();
const words = z.string().optional().catch(undefined);
const count = number.optional().catch(undefined);
const list = z.array(z.unknown()).catch([]);

export const WireEvent = z.object({
  type: z.string(),
  event_id: z.string().min(1),
  group_id: count,
  object: z.record(z.string(), z.unknown()),
});

export const WireAction = z.object({ type: z.string(), member_id: count });

/** A message: of an event, or as `messages.getByConversationMessageId` gives it. */
export const WireMessage = z.object({
  peer_id: number,
  from_id: number,
  conversation_message_id: number.positive(),
  date: number,
  version: count,
  update_time: count,
  out: count,
  deleted: count,
  text: z.string().catch(''),
  payload: z.unknown().optional(),
  ref: words,
  attachments: list,
  fwd_messages: list,
  reply_message: z.unknown().optional(),
  action: z.unknown().optional(),
});
export type WireMessage = z.output<typeof WireMessage>;

/** A message inside another one. */
export const WireQuoted = z.object({
  from_id: count,
  date: z.number().catch(0),
  text: z.string().catch(''),
  conversation_message_id: count,
  attachments: list,
  fwd_messages: list,
  reply_message: z.unknown().optional(),
});

export const WireAttachment = z.object({ type: z.string() }).loose();

/** What attachments of any type may carry. */
export const WireMedia = z.object({
  id: count,
  owner_id: count,
  access_key: words,
  title: words,
  text: words,
  description: words,
  caption: words,
  question: words,
  artist: words,
  url: words,
  transcript: words,
  answers: z.array(z.object({ text: words })).catch([]),
  attachments: list,
  copy_history: list,
});

/** A document that VK lets us fetch. */
export const WireDoc = z.object({ title: z.string().min(1), size: number.nonnegative(), url: z.url() });

/** A photo in the sizes VK keeps of it; old ones do not say how large they are. */
export const WirePhoto = z.object({
  sizes: z
    .array(
      z
        .object({ url: z.url(), width: z.number().catch(0), height: z.number().catch(0) })
        .nullable()
        .catch(null),
    )
    .catch([]),
});

export const WirePress = z.object({
  user_id: number,
  peer_id: number,
  event_id: z.string().min(1),
  payload: z.unknown().optional(),
  conversation_message_id: count,
});

export const WireDialog = z.object({ user_id: number });

/** VK says `ts` as a string, and as a number in `failed: 1`. */
const ts = z.union([z.string().min(1), z.number()]).transform(String);

export const WirePoll = z.union([
  z.object({ failed: z.literal(1), ts }),
  z.object({ failed: number }),
  z.object({ ts, updates: z.array(z.unknown()) }),
]);
export type WirePoll = z.output<typeof WirePoll>;

export const WireServer = z.object({ key: z.string(), server: z.string().min(1), ts });

/** Of a whole call, of one item of an `execute`, of one peer or message. */
export const WireError = z.object({ error_code: number, error_msg: z.string().catch(''), method: words });
export const WireItemError = z.object({ code: number, description: z.string().catch('') });

export const WireAnswer = z.union([
  z.object({ error: WireError }),
  z.object({
    response: z.unknown().refine((value) => value !== undefined),
    execute_errors: z.array(WireError).default([]),
  }),
]);

/** A request of the Callback API: an event with the secret in its body, or the first question of all. */
export const WireCallback = z.object({ type: z.string(), group_id: number, secret: words });
