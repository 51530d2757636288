import type { Person } from '../../domain/person.js';
import { type Held, type Kept, RECORDS, type RecordKind } from '../../domain/records.js';
import { dialogOf } from '../../domain/refs.js';
import { HOUR } from '../../domain/time.js';
import type { Chats, Codes, Contact, Cursors, People, Records, Timers } from '../../ports/stores.js';
import { issueCode, noticeKey, recordKey } from './change.js';
import type { State } from './state.js';

/** A person with what was settled of them. */
const whole = (state: State, { standing: _apart, ...person }: Person): Person => {
  const standing = state.records.get(recordKey('standing', person.id))?.value;
  return standing === undefined ? person : { ...person, standing: RECORDS.standing.parse(standing) };
};

export const memoryPeople = (state: State): People => ({
  find: async (id) => {
    const person = state.people.get(id);
    return person && whole(state, person);
  },
  all: async () => [...state.people.values()].map((person) => whole(state, person)),
  put: async (people) => {
    for (const person of people) state.people.set(person.id, person);
    state.versions.people += people.length;
  },
  version: async () => String(state.versions.people),
  classes: async () => state.classes,
  accountsOf: async (person) => [...state.links].filter(([, id]) => id === person).map(([account]) => account),
  contacts: async (persons) => {
    const wanted = new Set(persons);
    const found = new Map<string, Contact[]>();
    for (const [account, person] of state.links) {
      if (!wanted.has(person)) continue;
      const dialogOpen = state.dialogs.get(dialogOf(account));
      const contact = { account, ...(dialogOpen === undefined ? {} : { dialogOpen }) };
      found.set(person, [...(found.get(person) ?? []), contact]);
    }
    return found;
  },
  facts: async (account, chat) => {
    const id = state.links.get(account);
    const person = id === undefined ? undefined : state.people.get(id);
    const dialogOpen = state.dialogs.get(dialogOf(account));
    const silenced = chat && state.silenced.get(noticeKey(account, chat));
    return {
      ...(person ? { person: whole(state, person) } : {}),
      noticedUntil: chat === undefined ? 0 : (state.noticed.get(noticeKey(account, chat)) ?? 0),
      ...(silenced && { silenced }),
      ...(dialogOpen === undefined ? {} : { dialogOpen }),
    };
  },
});

export const memoryChats = (state: State): Chats => ({
  find: async (ref) => state.chats.get(ref),
  all: async () => [...state.chats.values()],
  version: async () => String(state.versions.chats),
  present: async () => [...state.present],
  put: async (chat) => {
    state.chats.set(chat.ref, chat);
    state.versions.chats += 1;
  },
});

export const memoryCodes = (state: State): Codes => ({
  issue: async (codes) => {
    for (const one of codes) issueCode(state, one);
  },
  whose: async (code, now) => {
    const known = state.codes.get(code);
    const live = known && !known.used && now < known.until && known.issue === state.issues.get(known.person);
    return live ? known.person : undefined;
  },
  wrong: async (account, now) => {
    const recent = state.wrong.filter(({ at }) => at > now - HOUR && at <= now);
    return { account: recent.filter((one) => one.account === account).length, school: recent.length };
  },
  issueOf: async (person) => state.issues.get(person) ?? 0,
});

export const memoryCursors = (state: State): Cursors => ({
  load: async (platform) => state.cursors.get(platform),
  save: async (platform, cursor, seen) => {
    state.cursors.set(platform, cursor);
    const known = state.seen.get(platform) ?? new Map();
    for (const [chat, number] of seen) known.set(chat, number);
    state.seen.set(platform, known);
  },
  seen: async (platform) => new Map(state.seen.get(platform)),
});

export const memoryRecords = (state: State): Records => {
  const held = <K extends RecordKind>(
    of: K,
    { id, value, revision }: { id: string; value: unknown; revision: number },
  ) => ({ id, value: RECORDS[of].parse(value) as Kept<K>, revision }) satisfies Held<K>;
  return {
    get: async (of, id) => {
      const found = state.records.get(recordKey(of, id));
      return found && held(of, found);
    },
    some: async (of, ids) =>
      ids.flatMap((id) => {
        const found = state.records.get(recordKey(of, id));
        return found ? [held(of, found)] : [];
      }),
    all: async (of) =>
      [...state.records].flatMap(([key, one]) => (key.startsWith(recordKey(of, '')) ? [held(of, one)] : [])),
  };
};

export const memoryTimers = (state: State): Timers => ({
  find: async (key) => state.timers.get(key),
  due: async (now, most) =>
    [...state.timers.values()]
      .filter(({ at }) => at <= now)
      .sort((a, b) => a.at - b.at)
      .slice(0, most),
});
