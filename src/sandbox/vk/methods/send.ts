import { Refused, refuse } from '../refused.js';
import type { Message } from '../state.js';
import { FIRST_CHAT, isChat, type World } from '../world.js';
import { type Draft, post } from '../writing.js';
import { readAttachments, readKeyboardOf, readQuotes, readText } from './draft.js';
import { type Call, chatAt, type Method } from './method.js';

const HOUR = 3_600_000;
/** VK remembers a `random_id` for an hour, but no further back than this many messages of the dialog. */
const REMEMBERED = 100;
const MOST_PEERS = 100;

const twin = (world: World, peer: number, randomId: number): Message | undefined =>
  randomId === 0
    ? undefined
    : world
        .messagesOf(peer)
        .slice(-REMEMBERED)
        .find(
          (message) => message.randomId === randomId && message.from === world.bot && world.now() - message.at < HOUR,
        );

const mayWrite = (world: World, peer: number): void => {
  if (isChat(peer)) chatAt(world, peer);
  else if (peer <= 0) refuse(932);
  else if (!world.person(peer)) refuse(936);
  else if (!world.dialog(peer).allowed) refuse(901);
};

const readRandomId = ({ params }: Call): number => {
  const value = params.int('random_id');
  return value === (value | 0) ? value : refuse(100, 'random_id is not a 32-bit integer');
};

const readDraft = (call: Call): Draft => {
  for (const flag of ['dont_parse_links', 'disable_mentions']) call.params.flag(flag);
  if (call.params.has('reply_to')) refuse(100, 'reply_to is not a message of this chat');
  const keyboard = readKeyboardOf(call);
  const draft = { text: readText(call), attachments: readAttachments(call), randomId: readRandomId(call) };
  const empty = draft.text === '' && draft.attachments.length === 0 && !call.params.has('forward');
  if (empty) refuse(100, 'message is empty or invalid');
  return { ...draft, ...(keyboard && { keyboard }) };
};

const sendOne = (call: Call, peer: number, draft: Draft): Message => {
  mayWrite(call.world, peer);
  const known = twin(call.world, peer, draft.randomId ?? 0);
  return known ?? post(call.world, peer, call.world.bot, { ...draft, ...readQuotes(call, peer) });
};

const item = (call: Call, peer: number, draft: Draft): object => {
  try {
    const { id, cmid } = sendOne(call, peer, draft);
    return { peer_id: peer, message_id: id, conversation_message_id: cmid };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const told = { code: error.code, description: error.message };
    return { peer_id: peer, message_id: 0, conversation_message_id: 0, error: told };
  }
};

const singlePeer = ({ params }: Call): number => {
  if (params.has('chat_id')) return FIRST_CHAT + params.int('chat_id');
  return params.has('user_id') ? params.int('user_id') : params.int('peer_id');
};

/** `peer_ids` → an item a peer, errors inside; a single peer → its message id, which in a chat is 0. */
export const send: Method = (call) => {
  const peers = call.params.ints('peer_ids', MOST_PEERS);
  const draft = readDraft(call);
  return peers.length > 0 ? peers.map((peer) => item(call, peer, draft)) : sendOne(call, singlePeer(call), draft).id;
};
