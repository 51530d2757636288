import type { Change } from '../../domain/change.js';
import { accountRef, nativeId, platformOf } from '../../domain/refs.js';
import { DAY } from '../../domain/time.js';
import type { Condition } from '../conditions.js';
import { countChats, putChat, putPresence } from './chats.js';
import { countWrongCode, issueCode, useCode } from './codes.js';
import { countPeople, dropLink, forgetPerson, putLink, putPerson } from './people.js';
import { recordName, sealRecord } from './records.js';
import type { Command, Shelf } from './shelf.js';
import { dropTimer, setTimer, timerHead, timerName } from './timers.js';
import { keepPrint, leaveTrace } from './traces.js';

/** A change as Redis commands, to be carried out inside the write that grounds it. */
export const commandsOf = (shelf: Pick<Shelf, 'keys' | 'vault'>, change: Change): readonly Command[] => {
  const { keys, vault } = shelf;
  switch (change.put) {
    case 'chat':
      return [putChat(shelf, change.chat), countChats(shelf), putPresence(shelf, change.chat.ref, true)];
    case 'no-chat':
      return [['HDEL', keys.chats, vault.pseudonym('c', change.chat)], countChats(shelf)];
    case 'link':
      return putLink(shelf, change.account, change.person);
    case 'unlink':
      return dropLink(shelf, change.account, change.person);
    case 'no-person':
      return forgetPerson(shelf, change);
    case 'person':
      return putPerson(shelf, change.person);
    case 'classes':
      return [['SET', keys.classes, JSON.stringify(change.classes)], countPeople(shelf)];
    case 'presence':
      return [putPresence(shelf, change.chat, change.present)];
    case 'dialog': {
      const account = accountRef(platformOf(change.dialog), nativeId(change.dialog));
      return [['HSET', keys.dialogs, vault.pseudonym('a', account), change.open ? '1' : '0']];
    }
    case 'noticed': {
      const key = keys.noticed(vault.pseudonym('c', change.chat), vault.pseudonym('a', change.account));
      // A backlog is decided at the times it came: what has passed by the clock still counts in it.
      return [['SET', key, String(change.until), 'PXAT', String(Math.max(change.until, Date.now()) + DAY)]];
    }
    case 'silenced': {
      const key = keys.silenced(vault.pseudonym('c', change.chat), vault.pseudonym('a', change.account));
      const { until, told } = change;
      return [['SET', key, `${until} ${told ? 1 : 0}`, 'PXAT', String(Math.max(until, Date.now()) + DAY)]];
    }
    case 'wrong-code':
      return countWrongCode(shelf, change.account, change.at);
    case 'used-code':
      return useCode(shelf, change.code, change.at);
    case 'issued-code':
      return issueCode(shelf, change);
    case 'trace':
      return leaveTrace(shelf, change.trace);
    case 'print':
      return [keepPrint(shelf, change)];
    case 'unchanged':
      return [];
    case 'record': {
      const [key, name] = [keys.records(change.of), recordName(vault, change.of, change.id)];
      const written: Command =
        change.value === null
          ? ['HDEL', key, name]
          : ['HSET', key, name, sealRecord(vault, change.of, change.id, change.value, change.was + 1)];
      return change.of === 'standing' ? [written, countPeople(shelf)] : [written];
    }
    case 'timer':
      return setTimer(shelf, change.timer);
    case 'no-timer':
      return dropTimer(shelf, change.key);
    case 'fired':
      return dropTimer(shelf, change.timer.key);
  }
};

/** A field of a hash, and what must stand before its first `|`; '0' for nothing there. */
export type StoredCondition = readonly [key: string, field: string, head: string];

export const storedCondition = (shelf: Pick<Shelf, 'keys' | 'vault'>, condition: Condition): StoredCondition => {
  const { keys, vault } = shelf;
  if ('unused' in condition) return [keys.usedCodes, vault.pseudonym('k', condition.unused), '0'];
  if ('linked' in condition) {
    const { account, person } = condition.linked;
    return [keys.links, vault.pseudonym('a', account), vault.pseudonym('u', person)];
  }
  if ('waits' in condition) return [keys.timers, timerName(shelf, condition.waits.key), timerHead(condition.waits)];
  if ('issues' in condition) return [keys.issues, vault.pseudonym('u', condition.issues), String(condition.was)];
  if ('unchanged' in condition) return [keys.versions, condition.unchanged.of, condition.unchanged.version];
  const { of, id, was } = condition.record;
  return [keys.records(of), recordName(vault, of, id), String(was)];
};
