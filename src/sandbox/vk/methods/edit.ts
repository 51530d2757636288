import { refuse } from '../refused.js';
import { type Rewrite, rewrite } from '../writing.js';
import { readAttachments, readKeyboardOf, readText, seen } from './draft.js';
import { type Method, mayBeAt } from './method.js';

const DAY = 86_400_000;

/** Own messages, for a day. */
export const edit: Method = (call) => {
  const { world, params } = call;
  const peer = params.int('peer_id');
  for (const flag of ['keep_forward_messages', 'keep_snippets', 'dont_parse_links', 'disable_mentions'])
    params.flag(flag);
  mayBeAt(world, peer);
  const id = params.optionalInt('message_id');
  const cmid = id ? world.messagesOf(peer).find((other) => other.id === id)?.cmid : params.int('cmid');
  const message = seen(world, peer, cmid ?? 0, 15);
  if (message.from !== world.bot) refuse(15);
  if (message.action) refuse(920);
  if (world.now() - message.at > DAY) refuse(909);
  const text = readText(call);
  const attachments = readAttachments(call);
  if (text === '' && attachments.length === 0) refuse(100, 'message is empty or invalid');
  const keyboard = readKeyboardOf(call);
  const draft: Rewrite = { text, attachments, keyboard: keyboard ?? { inline: true, buttons: [] } };
  rewrite(world, message, draft);
  return 1;
};
