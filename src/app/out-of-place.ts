import { EPISODE } from '../cases/ladder.js';
import { type Chat, chatVars } from '../domain/chat.js';
import { looksLikeCode } from '../domain/code.js';
import { dialogOf } from '../domain/refs.js';
import { text } from '../domain/text.js';
import type { Call, Reply } from './command.js';
import { type Permission, scopeOf } from './may.js';
import { readCommand } from './read-command.js';

const PUBLISHING: Readonly<Partial<Record<Chat['kind'], Permission>>> = {
  channel_school: 'publish-school',
  channel_employees: 'publish-employees',
};

/** A code shown to all is seen to by its own command. */
export const showsCode = (words: string): boolean =>
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

/** What follows from a message that may not stand where it is, whatever it says; nothing for any other. */
export const outOfPlace = async (noticedUntil: number, call: Call): Promise<Reply | undefined> => {
  const { chat } = call;
  if (chat?.mode !== 'act' || showsCode(call.message.text)) return undefined;
  return inChannel(chat, noticedUntil, call);
};
