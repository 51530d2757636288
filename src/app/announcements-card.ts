import { countsOf } from '../announcements/ledger.js';
import type { Announcement } from '../domain/announcement.js';
import type { Person } from '../domain/person.js';
import type { Option } from '../domain/question.js';
import type { Held } from '../domain/records.js';
import { type Text, text } from '../domain/text.js';
import { hatsOf } from '../regulation/permissions-hats.js';
import { whenWords } from './announcements-publish.js';
import { figures, silentWords, summarised } from './announcements-remind.js';
import { partsOf } from './announcements-send.js';
import { asking, asks, CARD_KEPT, option, told } from './announcements-talk.js';
import { audienceWords, titleVars } from './announcements-words.js';
import type { Call, Reply } from './command.js';

/** Class teacher of this class, or who stands in. */
const leadsClass = (person: Person, ofClass: string, now: number): boolean =>
  hatsOf(person, now).some(
    ({ holder, classes }) => holder === 'class-teacher' && (ofClass === '' || classes.includes(ofClass)),
  );

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

export const unknown = (call: Call): Reply => told(call, text('announce-unknown'), 'unknown');

/** The announcement of this number, for whoever may look after it. */
export const ownOne = async (id: string, call: Call): Promise<Held<'announcement'> | undefined> => {
  const held = await call.records.get('announcement', id);
  return held && (await mayManage(held.value, call)) ? held : undefined;
};

const optionsFor = (announcement: Announcement, uncertain: number): readonly Option[] => [
  ...(isOut(announcement)
    ? [
        option('edit', text('button-announce-edit')),
        ...(announcement.acknowledge === undefined
          ? []
          : [option('remind', text('button-announce-remind')), option('paper', text('button-announce-paper'))]),
        ...(uncertain > 0 ? [option('again', text('button-announce-again'))] : []),
        option('withdraw', text('button-announce-withdraw'), 'negative'),
      ]
    : announcement.state === 'waits'
      ? [
          option('edit', text('button-announce-edit')),
          option('now', text('button-announce-now')),
          option('withdraw', text('button-announce-withdraw'), 'negative'),
        ]
      : []),
];

/** How an announcement stands, and what can be done with it. */
export const card = async (id: string, call: Call): Promise<Reply> => {
  const held = await ownOne(id, call);
  if (held === undefined) return unknown(call);
  const announcement = held.value;
  const counts = countsOf(
    (await partsOf(id, announcement, call)).map(({ value }) => value.lines),
    announcement.version,
  );
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
    trouble:
      counts.refused + counts.uncertain > 0
        ? text('announce-status-trouble', { refused: counts.refused, uncertain: counts.uncertain })
        : '',
    stale: counts.stale > 0 ? text('announce-status-stale', { count: counts.stale }) : '',
    unreached: counts.unreached > 0 ? text('announce-status-unreached', { count: counts.unreached }) : '',
    read: summary ? text('announce-status-read', { figures: figures(announcement, summary) }) : '',
    names: named,
  });
  const options = optionsFor(announcement, counts.uncertain);
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
