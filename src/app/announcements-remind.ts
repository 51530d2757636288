import { hasAcknowledged } from '../announcements/ledger.js';
import { meant } from '../announcements/reach.js';
import { type Summary, summaryOf } from '../announcements/summary.js';
import type { Action } from '../domain/action.js';
import { type Announcement, isChatLine, recipientsId } from '../domain/announcement.js';
import { genderOf, shortName } from '../domain/names.js';
import { isOfSchool, type Person } from '../domain/person.js';
import { keep } from '../domain/records.js';
import { type Text, text } from '../domain/text.js';
import { hatsOf, standingFor } from '../regulation/permissions-hats.js';
import { oneDialogEach, rollOf } from './announcements-facts.js';
import { buttonsOf, clocksOf, timer } from './announcements-frame.js';
import { partsOf } from './announcements-send.js';
import { titleVars } from './announcements-words.js';
import type { Reply } from './command.js';
import type { Known } from './known.js';
import { pausedIn } from './pausing.js';
import { dateOf } from './people-when.js';
import { dialogsOf } from './people-who.js';
import { notBeforeNow } from './quiet.js';
import { daysOf, isWorkingDay, nextWorkingDay } from './working-days.js';

const NOTHING: Reply = { actions: [], changes: [], because: 'gone' };
/** Parts of the list in which the silent are looked for at once. */
const PARTS = 10;

const runs = ({ state }: Announcement): boolean => state === 'sending' || state === 'sent';

/** Neither in quiet hours nor in a pause. */
const notBefore = async ({ audience }: Announcement, known: Known): Promise<number> => {
  const pauses = await Promise.all(
    [{}, ...audience.classes.map((name) => ({ class: name }))].map((spot) => pausedIn(spot, known)),
  );
  return Math.max(await notBeforeNow(known), ...pauses.map((until) => until ?? 0));
};

/** Who is behind is told of on a working day. */
const inOffice = async (announcement: Announcement, known: Known): Promise<number> => {
  const [at, { answerHours }, days] = await Promise.all([
    notBefore(announcement, known),
    known.settings(),
    daysOf(known),
  ]);
  return isWorkingDay(at, days) ? at : nextWorkingDay(at, answerHours.from, days);
};

/** When a reminder that somebody asks for goes out. */
export const reminderAt = (announcement: Announcement, known: Known): Promise<number> =>
  announcement.urgent ? Promise.resolve(known.now) : notBefore(announcement, known);

/** Reminds those who are silent, in their dialogs; never in a chat. */
export const remindSilent = async (id: string, from: number, known: Known): Promise<Reply> => {
  const held = await known.records.get('announcement', id);
  if (
    held === undefined ||
    !runs(held.value) ||
    held.value.acknowledge === undefined ||
    held.value.acknowledge <= known.now
  )
    return NOTHING;
  const announcement = held.value;
  const at = await reminderAt(announcement, known);
  if (at > known.now)
    return { ...NOTHING, changes: [timer('announcement-remind', id, at, { from })], because: 'quiet' };
  const to = Math.min(announcement.chunks, from + PARTS);
  const ids = Array.from({ length: to - from }, (_, n) => recipientsId(id, from + n));
  const silent = (await known.records.some('recipients', ids)).flatMap(({ value }) =>
    Object.entries(value.lines).flatMap(([key, line]) =>
      isChatLine(key) ||
      line.state === 'other-way' ||
      line.state === 'withdrawn' ||
      hasAcknowledged(line, announcement.version)
        ? []
        : [key],
    ),
  );
  // Whoever was meant then may not be any more: has left, was restricted, or has chosen paper.
  const still = new Map(meant(announcement.audience, await rollOf(known)).map(({ person }) => [person.id, person]));
  const people = silent.flatMap((one) => {
    const person = still.get(one);
    return person === undefined || person.standing?.otherWay ? [] : [person];
  });
  const reached = await oneDialogEach(people, known);
  const words = text('announce-remind', {
    ...titleVars(announcement),
    date: dateOf(announcement.published ?? announcement.created, known.zone),
  });
  const buttons = buttonsOf(id, announcement);
  const actions = reached.map(
    (dialog) => ({ do: 'send', to: dialog, text: words, ...(buttons && { buttons }), last: true }) as const,
  );
  if (to < announcement.chunks)
    return {
      actions,
      changes: [timer('announcement-remind', id, known.now + 1, { from: to })],
      because: `${actions.length} reminded`,
    };
  const done = { ...announcement, reminded: Math.min(2, announcement.reminded + 1), remindedAt: known.now };
  return {
    actions,
    changes: [
      keep('announcement', id, done, held),
      ...(await clocksOf(id, done, known)).filter(
        (change) => change.put === 'timer' && change.timer.job === 'announcement-remind',
      ),
    ],
    because: `${actions.length} reminded`,
  };
};

/** Class teacher of this class, or who stands in. */
export const leadsClass = (person: Person, ofClass: string, now: number): boolean =>
  hatsOf(person, now).some(
    ({ holder, classes }) => holder === 'class-teacher' && (ofClass === '' || classes.includes(ofClass)),
  );

export const percent = ({ acknowledged, of }: { readonly acknowledged: number; readonly of: number }): number =>
  of === 0 ? 100 : Math.round((acknowledged / of) * 100);

/** «Ознакомлены 3 из 4 (75 %). 5А: 2 из 3.» */
export const figures = (announcement: Announcement, summary: Summary): Text =>
  text('announce-figures', {
    number: announcement.number,
    ...titleVars(announcement),
    acknowledged: summary.acknowledged,
    of: summary.of,
    percent: percent(summary),
    classes: summary.classes.reduce<Text | ''>((before, one) => text('announce-figures-class', { before, ...one }), ''),
    small: summary.small > 0 ? text('announce-figures-small') : '',
    other: summary.otherWay > 0 ? text('announce-figures-other', { count: summary.otherWay }) : '',
  });

/** The same for somebody who reads it: of a class with few people its numbers are for its teacher alone. */
export const figuresFor = async (
  announcement: Announcement,
  summary: Summary,
  reader: Person | undefined,
  known: Pick<Known, 'settings' | 'now'>,
): Promise<Text> => {
  const { classes } = announcement.audience;
  const few = classes.length > 0 && summary.of < (await known.settings()).smallGroup;
  const leads = reader !== undefined && classes.every((name) => leadsClass(reader, name, known.now));
  if (!few || leads) return figures(announcement, summary);
  return text('announce-figures-few', { number: announcement.number, ...titleVars(announcement) });
};

/** «Не отметила ознакомление: Сидорова Е. В.» */
export const silentWords = (announcement: Announcement, people: readonly Person[], ofClass: string): Text => {
  const [only] = people;
  return text('announce-silent', {
    ...titleVars(announcement),
    class: ofClass === '' ? 'none' : ofClass,
    who: people.length === 1 && only ? genderOf(only) : 'many',
    names: people.map(shortName).join(', '),
  });
};

export const summarised = async (
  id: string,
  announcement: Announcement,
  known: Pick<Known, 'records' | 'people' | 'chats' | 'settings' | 'now'>,
): Promise<Summary> => {
  const [roll, parts, { smallGroup }] = await Promise.all([
    rollOf(known),
    partsOf(id, announcement, known),
    known.settings(),
  ]);
  return summaryOf(
    meant(announcement.audience, roll),
    parts.map(({ value }) => value.lines),
    announcement.version,
    smallGroup,
  );
};

/** Numbers for whoever published it, names of the silent for the class teacher alone; of the staff for the administrator. */
export const tellDeadline = async (id: string, known: Known): Promise<Reply> => {
  const held = await known.records.get('announcement', id);
  if (held === undefined || !runs(held.value) || held.value.closed !== undefined) return NOTHING;
  const announcement = held.value;
  const at = await inOffice(announcement, known);
  if (at > known.now) return { ...NOTHING, changes: [timer('announcement-due', id, at)], because: 'quiet' };
  const summary = await summarised(id, announcement, known);
  const people = await known.people.all();
  const owners = people.filter(
    (one) => (one.id === announcement.author || one.id === announcement.publisher) && isOfSchool(one, known.now),
  );
  const numbers = await dialogsOf(owners, known);
  const actions: readonly Action[] = await Promise.all(
    numbers.map(
      async ({ person, to }) =>
        ({ do: 'send', to, text: await figuresFor(announcement, summary, person, known) }) as const,
    ),
  );
  const names: Reply['actions'][number][] = [];
  for (const [ofClass, silent] of summary.silent) {
    const readers =
      ofClass === ''
        ? people.filter((one) => one.role === 'administrator' && isOfSchool(one, known.now))
        : [standingFor(people, 'class-teacher', ofClass, known.now)];
    for (const { to } of await dialogsOf(
      readers.filter((one) => one !== undefined),
      known,
    ))
      names.push({ do: 'send', to, text: silentWords(announcement, silent, ofClass) });
  }
  return {
    actions: [...actions, ...names],
    changes: [keep('announcement', id, { ...announcement, closed: known.now }, held)],
    because: 'told',
  };
};
