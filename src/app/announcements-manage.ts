import { anew, countsOf } from '../announcements/ledger.js';
import type { Announcement } from '../domain/announcement.js';
import type { Change } from '../domain/change.js';
import type { Person } from '../domain/person.js';
import type { Option } from '../domain/question.js';
import { type Held, keep } from '../domain/records.js';
import { dialogOf } from '../domain/refs.js';
import { type Text, text } from '../domain/text.js';
import { hatsOf } from '../regulation/permissions-hats.js';
import { buttonsOf, clocksOf, delivery, questionOf, timer } from './announcements-frame.js';
import { paperList } from './announcements-paper.js';
import { whenWords } from './announcements-publish.js';
import { figures, silentWords, summarised } from './announcements-remind.js';
import { partsOf } from './announcements-send.js';
import { asking, asks, CANCEL, CARD_KEPT, HEARS, option, told } from './announcements-talk.js';
import { audienceWords, titleVars } from './announcements-words.js';
import type { Call, Reply } from './command.js';

/** Class teacher of this class, or who stands in. */
const leadsClass = (person: Person, ofClass: string, now: number): boolean =>
  hatsOf(person, now).some(
    ({ holder, classes }) => holder === 'class-teacher' && (ofClass === '' || classes.includes(ofClass)),
  );

const OUT: readonly Announcement['state'][] = ['sending', 'sent'];

/** Its author, who published it, and whoever may publish the like. */
export const mayManage = async ({ author, publisher, audience }: Announcement, call: Call): Promise<boolean> => {
  if (call.person === undefined) return false;
  if (call.person.id === author || call.person.id === publisher) return true;
  const [first] = audience.classes;
  const permitted = await call.may('decide-publication', first === undefined ? {} : { class: first });
  return permitted.granted === 'yes';
};

const unknown = (call: Call): Reply => told(call, text('announce-unknown'), 'unknown');

/** The announcement of this number, for whoever may look after it. */
const ownOne = async (id: string, call: Call): Promise<Held<'announcement'> | undefined> => {
  const held = await call.records.get('announcement', id);
  return held && (await mayManage(held.value, call)) ? held : undefined;
};

const optionsFor = (announcement: Announcement, uncertain: number): readonly Option[] => [
  ...(OUT.includes(announcement.state)
    ? [
        option('edit', text('button-announce-edit')),
        ...(announcement.acknowledge === undefined
          ? []
          : [option('remind', text('button-announce-remind')), option('paper', text('button-announce-paper'))]),
        ...(uncertain > 0 ? [option('again', text('button-announce-again'))] : []),
        option('withdraw', text('button-announce-withdraw'), 'negative'),
      ]
    : announcement.state === 'waits'
      ? [option('now', text('button-announce-now')), option('withdraw', text('button-announce-withdraw'), 'negative')]
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
  const asked = announcement.acknowledge !== undefined && OUT.includes(announcement.state);
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

const remindNow = (id: string, held: Held<'announcement'>, call: Call): Reply => {
  const { acknowledge } = held.value;
  if (acknowledge === undefined || acknowledge <= call.now) return told(call, text('announce-too-late'), 'late');
  return {
    ...told(call, text('announce-reminding'), 'remind'),
    changes: [timer('announcement-remind', id, call.now + 1, { from: 0 })],
  };
};

/** Copies of which nobody knows whether they came are sent once more, under another name. */
const sendAgain = async (id: string, held: Held<'announcement'>, call: Call): Promise<Reply> => {
  const parts = await partsOf(id, held.value, call);
  const changes = parts.flatMap((part): readonly Change[] => {
    const lost = Object.entries(part.value.lines).filter(([, line]) => line.state === 'uncertain');
    if (lost.length === 0) return [];
    const lines = { ...part.value.lines, ...Object.fromEntries(asPlanned(lost)) };
    return [keep('recipients', part.id, { ...part.value, lines }, part)];
  });
  if (changes.length === 0) return told(call, text('announce-nothing-lost'), 'nothing');
  const announcement: Announcement = {
    ...held.value,
    state: 'sending',
    progress: { ended: 0, at: call.now, stalled: false },
  };
  return {
    ...told(call, text('announce-again'), 'again'),
    changes: [
      ...changes,
      keep('announcement', id, announcement, held),
      delivery(id, announcement.version, 'send', call.now),
    ],
  };
};

const asPlanned = (lost: readonly (readonly [string, Held<'recipients'>['value']['lines'][string]])[]) =>
  lost.map(([key, line]) => [key, { ...line, state: 'planned' as const, why: 'again' }] as const);

/** What was chosen under the card of an announcement. */
export const managed = async (id: string, chosen: string | undefined, call: Call): Promise<Reply> => {
  const held = await ownOne(id, call);
  if (held === undefined) return unknown(call);
  switch (chosen) {
    case 'remind':
      return remindNow(id, held, call);
    case 'paper':
      return paperList(id, held.value, call);
    case 'again':
      return sendAgain(id, held, call);
    case 'now':
      return {
        ...told(call, text('announce-now', { number: held.value.number }), 'now'),
        changes: [
          keep('announcement', id, { ...held.value, at: call.now }, held),
          timer('announcement-begin', id, call.now),
        ],
      };
    case 'edit':
      return asks(
        'edit',
        asking(text('announce-new-words'), { step: 'edit', announcement: id }, [CANCEL], { free: true }),
      );
    case 'withdraw': {
      const options = [option('yes', text('button-announce-withdraw-yes'), 'negative'), CANCEL];
      return asks(
        'withdraw',
        asking(
          text('announce-withdraw-sure', { number: held.value.number, ...titleVars(held.value) }),
          { step: 'withdraw', announcement: id },
          options,
        ),
      );
    }
    default:
      return unknown(call);
  }
};

const silenced = (id: string): readonly Change[] =>
  ['announcement-remind', 'announcement-due', 'announcement-begin', 'announcement-progress'].map((job) => ({
    put: 'no-timer',
    key: `${job}:${id}`,
  }));

/** Takes it back wherever it lies; what has not gone out does not go. */
export const withdraw = async (id: string, call: Call): Promise<Reply> => {
  const held = await ownOne(id, call);
  if (held === undefined) return unknown(call);
  const { state, number } = held.value;
  if (state === 'withdrawn' || state === 'dropped') return told(call, text('announce-withdrawn-before'), 'before');
  const { every: _stopped, ...rest } = held.value;
  const out = OUT.includes(state);
  return {
    ...told(call, text('announce-withdrawing', { number, out: out ? 'yes' : 'no' }), 'withdrawn'),
    changes: [
      keep('announcement', id, { ...rest, state: out ? 'withdrawn' : 'dropped' }, held),
      ...silenced(id),
      ...(out ? [delivery(id, held.value.version, 'delete', call.now)] : []),
    ],
  };
};

/** New words: a misprint is mended where it stands, a change of meaning goes out anew. */
export const change = async (id: string, words: string, call: Call): Promise<Reply> => {
  const held = await ownOne(id, call);
  if (held === undefined || !OUT.includes(held.value.state)) return unknown(call);
  const options = [
    option('misprint', text('button-announce-misprint'), 'primary'),
    option('essential', text('button-announce-essential')),
    CANCEL,
  ];
  const shown = text('announce-change', {
    words: words.slice(0, 3_500),
    asks: held.value.acknowledge === undefined ? 'no' : 'yes',
  });
  return asks('change', asking(shown, { step: 'change', announcement: id, words: words.slice(0, 3_500) }, options));
};

const misprint = (id: string, words: string, held: Held<'announcement'>, call: Call): Reply => ({
  ...told(call, text('announce-mended'), 'misprint'),
  changes: [
    keep('announcement', id, { ...held.value, words }, held),
    delivery(id, held.value.version, 'edit', call.now),
  ],
});

const newVersion = async (id: string, words: string, held: Held<'announcement'>, call: Call): Promise<Reply> => {
  const { closed: _asked, shown: _shown, ...rest } = held.value;
  const announcement: Announcement = {
    ...rest,
    words,
    version: held.value.version + 1,
    state: 'sending',
    changed: call.now,
    reminded: 0,
    progress: { ended: 0, at: call.now, stalled: false },
  };
  const parts = await partsOf(id, announcement, call);
  const rows = buttonsOf(id, announcement);
  const data = { step: 'read', announcement: id, version: announcement.version };
  const options = (rows ?? []).flat().map(({ label, payload, look }) => ({ id: payload.o, label, look }));
  const asked = { asks: HEARS, data, options, free: false, whom: '*', until: call.now + 400 * 86_400_000 };
  return {
    ...told(call, text('announce-new-version', { version: announcement.version }), 'version'),
    changes: [
      keep('announcement', id, announcement, held),
      ...parts.map((part) => {
        const lines = Object.fromEntries(Object.entries(part.value.lines).map(([key, line]) => [key, anew(line)]));
        return keep('recipients', part.id, { ...part.value, lines }, part);
      }),
      ...(rows ? [keep('question', questionOf(id, announcement.version), asked, undefined)] : []),
      ...(await clocksOf(id, announcement, call)),
      delivery(id, announcement.version, 'send', call.now),
    ],
  };
};

export const hearChange = async (id: string, words: string, chosen: string | undefined, call: Call): Promise<Reply> => {
  const held = await ownOne(id, call);
  if (held === undefined || !OUT.includes(held.value.state)) return unknown(call);
  if (chosen === 'misprint') return misprint(id, words, held, call);
  return chosen === 'essential'
    ? newVersion(id, words, held, call)
    : told(call, text('announce-cancelled'), 'cancelled');
};

/** Where a dialog with whoever calls is. */
export const own = (call: Call) => dialogOf(call.account);
