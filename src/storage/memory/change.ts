import type { Change } from '../../domain/change.js';
import type { AccountRef, ChatRef } from '../../domain/refs.js';
import type { State } from './state.js';

export const noticeKey = (account: AccountRef, chat: ChatRef): string => `${chat} ${account}`;

export const apply = (state: State, change: Change): void => {
  switch (change.put) {
    case 'chat':
      state.chats.set(change.chat.ref, change.chat);
      state.present.add(change.chat.ref);
      return;
    case 'link':
      state.links.set(change.account, change.person);
      return;
    case 'person':
      state.people.set(change.person.id, change.person);
      return;
    case 'classes':
      state.classes = change.classes;
      return;
    case 'presence':
      if (change.present) state.present.add(change.chat);
      else state.present.delete(change.chat);
      return;
    case 'dialog':
      state.dialogs.set(change.dialog, change.open);
      return;
    case 'noticed':
      state.noticed.set(noticeKey(change.account, change.chat), change.until);
      return;
    case 'wrong-code':
      state.wrong.push({ account: change.account, at: change.at });
      return;
    case 'used-code': {
      const code = state.codes.get(change.code);
      if (code) state.codes.set(change.code, { ...code, used: true });
      return;
    }
  }
};
