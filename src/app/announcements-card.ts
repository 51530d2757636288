import { countsOf, type Lines, troublesOf } from '../announcements/ledger.js';
import type { Announcement } from '../domain/announcement.js';
import type { Role } from '../domain/person.js';
import type { Option } from '../domain/question.js';
import type { Held } from '../domain/records.js';
import { type Text, text } from '../domain/text.js';
import { whenWords } from './announcements-publish.js';
import { figuresFor, leadsClass, silentWords, summarised } from './announcements-remind.js';
import { partsOf } from './announcements-send.js';
import { asking, asks, CARD_KEPT, option, told } from './announcements-talk.js';
import { audienceWords, roomsWords, titleVars } from './announcements-words.js';
import type { Call, Reply } from './command.js';

/** Chats that are named. */
const NAMED = 6;

/** Copies of it lie with people, or are on their way. */
export const isOut = ({ state }: Pick<Announcement, 'state'>): boolean => state === 'sending' || state === 'sent';

/** Its author, who published it, and whoever may publish the like. */
export const mayManage = async ({ author, publisher, audience }: Announcement, call: Call): Promise<boolean> => {
  if (call.person === undefined) return false;
  if (call.person.id === author || call.person.id === publisher) return true;
  const [first] = audience.classes;
  const permitted = await call.may('decide-publication', first === undefined ? {} : { class: first });
  return permitted.granted === 'yes';
};

/** Whose words nobody but they and their like changes. */
const ADMINISTRATION: readonly Role[] = ['director', 'deputy', 'administrator'];

/** Its words are changed and taken back by whose they are, by the administration, and of a class's own by its teacher. */
export const mayChange = async (announcement: Announcement, call: Call): Promise<boolean> => {
  const { author, publisher } = announcement;
  if (call.person === undefined) return false;
  if (call.person.id === author || call.person.id === publisher) return true;
  if ((await call.may('decide-publication', {})).granted === 'yes') return true;
  const whose = await Promise.all([author, publisher ?? author].map((one) => call.people.find(one)));
  return !whose.some((one) => one && ADMINISTRATION.includes(one.role)) && (await mayManage(announcement, call));
};

export const unknown = (call: Call): Reply => told(call, text('announce-unknown'), 'unknown');

/** The announcement of this number, for whoever may look after it. */
export const ownOne = async (id: string, call: Call): Promise<Held<'announcement'> | undefined> => {
  const held = await call.records.get('announcement', id);
  return held && (await mayManage(held.value, call)) ? held : undefined;
};

/** The same, for whoever may change it. */
export const changeable = async (id: string, call: Call): Promise<Held<'announcement'> | undefined> => {
  const held = await call.records.get('announcement', id);
  return held && (await mayChange(held.value, call)) ? held : undefined;
};

const EDIT = option('edit', text('button-announce-edit'));
const WITHDRAW = option('withdraw', text('button-announce-withdraw'), 'negative');

const optionsFor = (announcement: Announcement, uncertain: number, changes: boolean): readonly Option[] => {
  switch (announcement.state) {
    case 'sending':
    case 'sent':
      return [
        ...(changes ? [EDIT] : []),
        ...(announcement.acknowledge === undefined
          ? []
          : [option('remind', text('button-announce-remind')), option('paper', text('button-announce-paper'))]),
        ...(uncertain > 0 ? [option('again', text('button-announce-again'))] : []),
        ...(changes ? [WITHDRAW] : []),
      ];
    case 'waits':
      return changes ? [EDIT, option('now', text('button-announce-now')), WITHDRAW] : [];
    case 'asked':
    case 'returned':
      return changes ? [WITHDRAW] : [];
    case 'withdrawn':
    case 'dropped':
      return [];
  }
};

/** What did not arrive and why, in words a secretary can act on; chats by name. */
const troubles = async (parts: readonly Lines[], { chats }: Pick<Call, 'chats'>): Promise<readonly Text[]> => {
  const found = troublesOf(parts);
  const rooms = found.some((one) => one.chats.length > 0) ? await chats.all() : [];
  return found.map(({ why, count, chats: refs }) => {
    const named = rooms.filter(({ ref }) => refs.includes(ref)).slice(0, NAMED);
    return text('announce-trouble', {
      why,
      count,
      rooms: named.length > 0 ? text('announce-trouble-rooms', { rooms: roomsWords(named) }) : '',
    });
  });
};

/** How an announcement stands, and what can be done with it. */
export const card = async (id: string, call: Call): Promise<Reply> => {
  const held = await ownOne(id, call);
  if (held === undefined) return unknown(call);
  const announcement = held.value;
  const parts = (await partsOf(id, announcement, call)).map(({ value }) => value.lines);
  const counts = countsOf(parts, announcement.version);
  const asked = announcement.acknowledge !== undefined && isOut(announcement);
  const summary = asked ? await summarised(id, announcement, call) : undefined;
  // Names are for the class teacher of these very classes.
  const named: Text[] = [];
  for (const [ofClass, silent] of summary?.silent ?? []) {
    const permitted = await call.may('names-behind-figures', ofClass === '' ? {} : { class: ofClass });
    if (permitted.granted === 'yes' && call.person && leadsClass(call.person, ofClass, call.now))
      named.push(silentWords(announcement, silent, ofClass));
  }
  const words = text('announce-status', {
    number: announcement.number,
    ...titleVars(announcement),
    audience: audienceWords(announcement.audience),
    state: announcement.state,
    at: announcement.at === undefined ? '' : whenWords(announcement.at, call),
    delivered:
      counts.copies > 0
        ? text('announce-status-copies', { sent: counts.sent, copies: counts.copies, chats: counts.chats })
        : '',
    stale: counts.stale > 0 ? text('announce-status-stale', { count: counts.stale }) : '',
    read: summary
      ? text('announce-status-read', { figures: await figuresFor(announcement, summary, call.person, call) })
      : '',
    lines: [...(await troubles(parts, call)), ...named],
  });
  const options = optionsFor(announcement, counts.uncertain, await mayChange(announcement, call));
  if (options.length === 0) return told(call, words, 'status');
  return asks('status', asking(words, { step: 'manage', announcement: id }, options, { kept: CARD_KEPT }));
};

/** The latest announcements that whoever calls may look after. */
export const list = async (call: Call): Promise<Reply> => {
  const all = await call.records.all('announcement');
  const own: Announcement[] = [];
  for (const { value } of all.toSorted((one, other) => other.value.number - one.value.number)) {
    if (own.length >= 10) break;
    if (await mayManage(value, call)) own.push(value);
  }
  if (own.length === 0) return told(call, text('announce-none'), 'none');
  const lines = own.map((one) =>
    text('announce-line', {
      number: one.number,
      ...titleVars(one),
      audience: audienceWords(one.audience),
      state: one.state,
    }),
  );
  return told(call, text('announce-list', { lines }), 'list');
};
