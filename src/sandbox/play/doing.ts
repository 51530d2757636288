import { z } from 'zod';
import { pictureType } from '../uploaded.js';
import * as comings from '../vk/comings.js';
import * as people from '../vk/people.js';
import { store } from '../vk/uploads.js';
import type { World } from '../vk/world.js';

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
    uploads: z.array(id).max(10).optional(),
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
  /** Any link of the messenger: into a chat, or to the community with `?ref=`. */
  z.object({ do: z.literal('follow'), link: z.string() }),
  z.object({ do: z.literal('start') }),
  z.object({ do: z.literal('leave'), peer }),
  z.object({ do: z.enum(['allow', 'deny']) }),
  z.object({
    do: z.literal('addBot'),
    peer,
    fullAccess: z.boolean().default(false),
    admin: z.boolean().default(false),
  }),
  z.object({ do: z.literal('createChat'), title: z.string(), members: z.array(id).default([]) }),
  z.object({ do: z.enum(['kick', 'add', 'admit']), peer, id }),
  z.object({ do: z.literal('promote'), peer, id, admin: z.boolean() }),
  z.object({ do: z.literal('pin'), peer, cmid }),
  z.object({ do: z.literal('unpin'), peer }),
]);
export type Doing = z.output<typeof Doing>;

const sendWith = (world: World, as: number, what: Extract<Doing, { do: 'send' }>, site: string) => {
  const stored = what.files.map(({ name, base64 }) => {
    const body = Buffer.from(base64, 'base64');
    return store(world, as, { name, type: pictureType(body) ?? 'application/octet-stream', body }).id;
  });
  return people.send(world, as, { ...what, uploads: [...(what.uploads ?? []), ...stored] }, site);
};

/** Does it, or throws `Denied`. What comes back is told beside `ok: true`. */
export const perform = (world: World, as: number, what: Doing, site: string): object | undefined => {
  switch (what.do) {
    case 'send':
      return { cmid: sendWith(world, as, what, site).cmid };
    case 'start':
      return { cmid: people.start(world, as).cmid };
    case 'edit':
      return void people.edit(world, as, what.peer, what.cmid, what.text);
    case 'delete':
      return void people.remove(world, as, what.peer, what.cmid);
    case 'press':
      return void people.press(world, as, what);
    case 'join':
      return { peer: comings.join(world, as, what.link).peer };
    case 'follow':
      return { peer: comings.follow(world, as, what.link) };
    case 'leave':
      return void comings.leave(world, as, what.peer);
    case 'allow':
    case 'deny':
      return void people.allow(world, as, what.do === 'allow');
    case 'addBot':
      return void comings.addBot(world, as, what.peer, what);
    case 'createChat':
      return { peer: comings.openChat(world, as, what.title, what.members).peer };
    case 'kick':
      return void comings.kick(world, as, what.peer, what.id);
    case 'add':
      return void comings.add(world, as, what.peer, what.id);
    case 'admit':
      return void comings.admit(world, as, what.peer, what.id);
    case 'promote':
      return void comings.appoint(world, as, what.peer, what.id, what.admin);
    case 'pin':
      return void people.pinIn(world, as, what.peer, what.cmid);
    case 'unpin':
      return void people.pinIn(world, as, what.peer, undefined);
  }
};
