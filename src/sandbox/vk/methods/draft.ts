import { z } from 'zod';
import { visible } from '../feed.js';
import { readKeyboard } from '../keyboard.js';
import { refuse } from '../refused.js';
import type { Attachment, Keyboard, Message, Quote } from '../state.js';
import { attachmentOf } from '../wire.js';
import type { World } from '../world.js';
import { DEEPEST, depthOf, quoteOf } from '../writing.js';
import type { Call } from './method.js';

/** UTF-16 units, as VK's own page says. */
const LONGEST = 4096;
const MOST_ATTACHMENTS = 10;

export const readText = ({ params }: Call): string => {
  const text = params.text('message');
  return text.length > LONGEST ? refuse(914) : text;
};

/** `doc-123456_42_key,photo…`: files that were uploaded here. */
export const readAttachments = ({ world, params, site }: Call): readonly Attachment[] =>
  params.words('attachment', MOST_ATTACHMENTS).map((word) => {
    const [, kind, owner, id] = /^(photo|doc)(-?\d+)_(\d+)(?:_\w+)?$/.exec(word) ?? [];
    const file = id === undefined ? undefined : world.state.files[id];
    if (!file || file.kind !== kind || file.owner !== Number(owner)) return refuse(100, 'attachment is invalid');
    return attachmentOf(file, site);
  });

export const readKeyboardOf = ({ world, params }: Call): Keyboard | undefined => {
  if (!params.has('keyboard')) return undefined;
  if (!world.state.community.settings.botsCapabilities) return refuse(912);
  return readKeyboard(params.json('keyboard'));
};

const Forward = z.object({
  owner_id: z.number().optional(),
  peer_id: z.number(),
  conversation_message_ids: z.array(z.number()).max(100).optional(),
  cmids: z.array(z.number()).max(100).optional(),
  is_reply: z.union([z.boolean(), z.literal(1), z.literal(0)]).optional(),
});

/** Throws unless the community has this message before its eyes. */
export const seen = (world: World, peer: number, cmid: number, code = 921): Message => {
  const message = world.message(peer, cmid);
  return message && !message.deleted && visible(world, message) ? message : refuse(code);
};

export interface Quotes {
  readonly reply?: Quote;
  readonly forwards?: readonly Quote[];
}

/** `forward` JSON for this destination: a reply must name exactly one message of the same place. */
export const readQuotes = ({ world, params }: Call, destination: number): Quotes => {
  if (!params.has('forward')) return {};
  const parsed = Forward.safeParse(params.json('forward'));
  if (!parsed.success) return refuse(100, 'forward is invalid');
  const { peer_id: peer, is_reply: isReply } = parsed.data;
  const cmids = parsed.data.conversation_message_ids ?? parsed.data.cmids ?? [];
  if (cmids.length === 0) return refuse(100, 'forward names no message');
  if (!isReply) {
    const forwards = cmids.map((cmid) => quoteOf(seen(world, peer, cmid)));
    return forwards.some((forward) => depthOf(forward) > DEEPEST) ? refuse(913) : { forwards };
  }
  const [cmid] = cmids;
  if (cmid === undefined || cmids.length > 1 || peer !== destination) return refuse(100, 'forward is not a reply');
  return { reply: quoteOf(seen(world, peer, cmid)) };
};
