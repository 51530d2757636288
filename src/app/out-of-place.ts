import { EPISODE } from '../cases/ladder.js';
import { type Chat, chatVars } from '../domain/chat.js';
import { looksLikeCode } from '../domain/code.js';
import { membershipId } from '../domain/membership.js';
import { dialogOf, platformOf } from '../domain/refs.js';
import { text } from '../domain/text.js';
import type { Call, Reply } from './command.js';
import { type Permission, scopeOf } from './may.js';
import { readCommand } from './read-command.js';

const PUBLISHING: Readonly<Partial<Record<Chat['kind'], Permission>>> = {
  channel_school: 'publish-school',
  channel_employees: 'publish-employees',
};

/** A code shown to all is seen to by its own command. */
const showsCode = (words: string): boolean =>
  looksLikeCode(words) || ['код', 'code'].includes(readCommand(words)?.name ?? '');

/** In a channel the bot and the administrators write. Clauses 3.3-j of school-21, 2.2-e of oosh-19. */
const inChannel = async (chat: Chat, noticedUntil: number, call: Call): Promise<Reply | undefined> => {
  const needs = PUBLISHING[chat.kind];
  if (needs === undefined || (await call.may(needs, scopeOf(chat))).granted === 'yes') return undefined;
  const removal = { do: 'delete', message: call.message.ref } as const;
  if (call.now < noticedUntil) return { actions: [removal], changes: [], because: 'channel' };
  const words = text('membership-channel', chatVars(chat));
  return {
    actions: [{ ...removal, afterwards: [{ do: 'send', to: dialogOf(call.account), text: words }] }],
    changes: [{ put: 'noticed', chat: chat.ref, account: call.account, until: call.now + EPISODE }],
    because: 'channel',
  };
};

/** Where a messenger cannot silence anybody, whoever may not write is not read. */
const silenced = async (chat: Chat, { account, message, messenger, records }: Call): Promise<Reply | undefined> => {
  if (messenger(platformOf(chat.ref)).capabilities.mute) return undefined;
  const held = await records.get('membership', membershipId(chat.ref, account));
  if (held?.value.muted !== true || held.value.decided?.as === 'admitted') return undefined;
  return { actions: [{ do: 'delete', message: message.ref }], changes: [], because: 'silenced' };
};

/** What follows from a message that may not stand where it is, whatever it says; nothing for any other. */
export const outOfPlace = async (noticedUntil: number, call: Call): Promise<Reply | undefined> => {
  const { chat } = call;
  if (chat?.mode !== 'act' || showsCode(call.message.text)) return undefined;
  return (await inChannel(chat, noticedUntil, call)) ?? (await silenced(chat, call));
};
