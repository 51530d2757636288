import type { Change } from '../../domain/change.js';
import { type AccountRef, type ChatRef, dialogOf } from '../../domain/refs.js';
import { isSameTimer } from '../../domain/timer.js';
import type { Condition } from '../conditions.js';
import type { State } from './state.js';
import { leaveTrace } from './traces.js';

type Issued = Omit<Extract<Change, { put: 'issued-code' }>, 'put' | 'was'>;

export const noticeKey = (account: AccountRef, chat: ChatRef): string => `${chat} ${account}`;

export const recordKey = (of: string, id: string): string => `${of} ${id}`;

/** Whether what a settlement rests on is still so. */
export const holds = (state: State, condition: Condition): boolean => {
  if ('unused' in condition) return state.codes.get(condition.unused)?.used !== true;
  if ('linked' in condition) return state.links.get(condition.linked.account) === condition.linked.person;
  if ('waits' in condition) return isSameTimer(state.timers.get(condition.waits.key), condition.waits);
  if ('issues' in condition) return (state.issues.get(condition.issues) ?? 0) === condition.was;
  if ('unchanged' in condition) return String(state.versions[condition.unchanged.of]) === condition.unchanged.version;
  const { of, id, was } = condition.record;
  return (state.records.get(recordKey(of, id))?.revision ?? 0) === was;
};

/** Makes a code valid, but for a used one; a person's issue number never goes back. */
export const issueCode = (state: State, { code, person, issue, until }: Issued): void => {
  state.issues.set(person, Math.max(issue, state.issues.get(person) ?? 0));
  if (!state.codes.get(code)?.used) state.codes.set(code, { person, issue, until, used: false });
};

const forget = (state: State, { person, accounts, codes }: Extract<Change, { put: 'no-person' }>): void => {
  state.people.delete(person);
  for (const account of accounts) {
    if (state.links.get(account) === person) state.links.delete(account);
    state.dialogs.delete(dialogOf(account));
  }
  for (const code of codes) if (!state.codes.get(code)?.used) state.codes.delete(code);
};

export const apply = (state: State, change: Change): void => {
  switch (change.put) {
    case 'chat':
      state.versions.chats += 1;
      state.chats.set(change.chat.ref, change.chat);
      state.present.add(change.chat.ref);
      return;
    case 'no-chat':
      state.versions.chats += 1;
      state.chats.delete(change.chat);
      return;
    case 'link':
      state.links.set(change.account, change.person);
      return;
    case 'unlink':
      state.links.delete(change.account);
      return;
    case 'no-person':
      state.versions.people += 1;
      forget(state, change);
      return;
    case 'person':
      state.versions.people += 1;
      state.people.set(change.person.id, change.person);
      return;
    case 'classes':
      state.versions.people += 1;
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
    case 'silenced':
      state.silenced.set(noticeKey(change.account, change.chat), { until: change.until, told: change.told });
      return;
    case 'wrong-code':
      state.wrong.push({ account: change.account, at: change.at });
      return;
    case 'trace':
      leaveTrace(state, change.trace);
      return;
    case 'print':
      state.prints.set(change.handle, change.print);
      return;
    case 'record': {
      const { of, id, value, was } = change;
      if (of === 'standing') state.versions.people += 1;
      if (value === null) state.records.delete(recordKey(of, id));
      else state.records.set(recordKey(of, id), { id, value, revision: was + 1 });
      return;
    }
    case 'unchanged':
      return;
    case 'timer':
      state.timers.set(change.timer.key, change.timer);
      return;
    case 'no-timer':
      state.timers.delete(change.key);
      return;
    case 'fired':
      state.timers.delete(change.timer.key);
      return;
    case 'issued-code':
      issueCode(state, change);
      return;
    case 'used-code': {
      const code = state.codes.get(change.code);
      if (code) state.codes.set(change.code, { ...code, used: true });
      return;
    }
  }
};
