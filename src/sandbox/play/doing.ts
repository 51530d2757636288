import { z } from 'zod';

const peer = z.number().int();
const cmid = z.number().int();
const id = z.number().int();
const Attachment = z.looseObject({ type: z.string() });

/** What a person can do with a messenger; `as` says who. */
export const Doing = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('send'),
    peer,
    text: z.string().default(''),
    reply: cmid.optional(),
    forward: z.array(z.object({ peer, cmids: z.array(cmid).min(1).max(100) })).optional(),
    /** As `/play/upload` named them. */
    uploads: z
      .array(z.union([id, z.string()]))
      .max(10)
      .optional(),
    /** The same at once: files with their contents, for whoever plays by JSON alone. */
    files: z
      .array(z.object({ name: z.string().min(1), base64: z.base64() }))
      .max(10)
      .default([]),
    /** Raw, as on VK's wire: stickers, voice messages, posts … */
    attachments: z.array(Attachment).max(10).optional(),
  }),
  z.object({ do: z.literal('edit'), peer, cmid, text: z.string() }),
  z.object({ do: z.literal('delete'), peer, cmid }),
  z.object({ do: z.literal('press'), peer, cmid, row: z.number().int(), column: z.number().int() }),
  z.object({ do: z.literal('join'), link: z.string() }),
  /** Any link of the messenger: into a chat, or to the bot with a parameter. */
  z.object({ do: z.literal('follow'), link: z.string() }),
  z.object({ do: z.literal('start'), peer: peer.optional() }),
  z.object({ do: z.literal('leave'), peer }),
  z.object({ do: z.enum(['allow', 'deny']), peer: peer.optional() }),
  z.object({
    do: z.literal('addBot'),
    peer,
    fullAccess: z.boolean().default(false),
    admin: z.boolean().default(false),
  }),
  z.object({
    do: z.literal('createChat'),
    title: z.string(),
    members: z.array(id).default([]),
    messenger: z.enum(['vk', 'telegram']).default('vk'),
  }),
  z.object({ do: z.enum(['kick', 'add', 'admit']), peer, id }),
  z.object({ do: z.literal('promote'), peer, id, admin: z.boolean() }),
  z.object({ do: z.literal('pin'), peer, cmid }),
  z.object({ do: z.literal('unpin'), peer }),
  /** The link by which people come in stops working; there is another one. */
  z.object({ do: z.literal('renewLink'), peer }),
]);
export type Doing = z.output<typeof Doing>;
