import type { Chat } from '../domain/chat.js';
import type { Held } from '../domain/records.js';
import { text } from '../domain/text.js';
import { measureDeciders } from './case-deciders.js';
import { told } from './case-talk.js';
import type { Call, Reply } from './command.js';
import { scopeOf } from './may.js';

/** Why whoever calls decides nothing of this case; nothing when he may. Looked at at every press. */
export const unlessDecides = async (held: Held<'case'>, chat: Chat, call: Call): Promise<Reply | undefined> => {
  const one = held.value;
  const me = call.person?.id;
  const deciders = await measureDeciders(one, chat, call);
  if (deciders.some(({ id }) => id === me)) return undefined;
  if (me !== undefined && me === one.appeal?.to) return told(call, text('case-yours-is-appeal'), 'refused');
  const permitted = await call.may('restrict', { ...scopeOf(chat), parties: one.parties });
  const words = permitted.granted === 'yes' ? text('case-not-yours') : permitted.text;
  return told(call, words, 'refused');
};
