import { z } from 'zod';
import type { AccountRef } from '../../domain/refs.js';
import { shorten } from '../shorten.js';
import type { Question } from './questions.js';
import { userOf } from './refs.js';

/** Where Telegram shows a menu of commands; an account's own goes before the dialogs' in its dialog. */
export type MenuScope = 'dialogs' | 'chats' | 'chat-administrators' | AccountRef;

export interface MenuItem {
  /** Small Latin letters, digits and `_`, at most 32: Telegram takes no others. */
  readonly name: string;
  readonly words: string;
}

const WORDS = 100;
const MOST = 100;
const NAME = /^[a-z0-9_]{1,32}$/;

const scopeOf = (scope: MenuScope) => {
  switch (scope) {
    case 'dialogs':
      return { type: 'all_private_chats' } as const;
    case 'chats':
      return { type: 'all_group_chats' } as const;
    case 'chat-administrators':
      return { type: 'all_chat_administrators' } as const;
    default:
      return { type: 'chat', chat_id: userOf(scope) ?? 0 } as const;
  }
};

/** Shows these commands there, instead of those from before. @throws Refused for a person who has left the bot. */
export const setMenu = async (question: Question, scope: MenuScope, items: readonly MenuItem[]): Promise<void> => {
  const commands = items
    .filter(({ name }) => NAME.test(name))
    .slice(0, MOST)
    .map(({ name, words }) => ({ command: name, description: shorten(words, WORDS) }));
  await question('setMyCommands', { commands, scope: scopeOf(scope) }, z.unknown());
};
