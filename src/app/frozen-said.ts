import { inChat } from '../domain/refs.js';
import { text } from '../domain/text.js';
import type { Call, Reply } from './command.js';
import { isFrozen } from './frozen.js';
import { readerOf } from './incident.js';
import { here } from './reply.js';

const AGAIN = /^[«"]?это (?:снова|опять) я[.!»"]*$/iu;

/** «Это снова я»: the one thing a frozen account may say. */
export const saysAgain = (words: string): boolean => AGAIN.test(words.trim());

/** What a frozen account is answered, whatever it orders; nothing for all others. */
export const shut = async (call: Call): Promise<Reply | undefined> => {
  if (!(await isFrozen(call.person, call.records))) return undefined;
  const actions = inChat(call.place) ? [] : [here(call, text('hacked-shut', { reader: readerOf(call.person) }))];
  return { actions, changes: [], because: 'frozen' };
};
