import type { Action } from '../domain/action.js';
import type { Meeting } from '../domain/meeting.js';
import type { Answer, Option } from '../domain/question.js';
import { type Held, keep } from '../domain/records.js';
import { text } from '../domain/text.js';
import { cancelled, moved } from '../meetings/life.js';
import { readWhen } from '../meetings/when/read-when.js';
import type { Call, Reply } from './command.js';
import { doubtLines } from './meetings-draft.js';
import { leads } from './meetings-own.js';
import { expectedAt, partsOf } from './meetings-people.js';
import { hangRulesAgain } from './meetings-pin.js';
import { inviteChanges, news, withAnswers } from './meetings-send.js';
import { nextOfSeries } from './meetings-series.js';
import { asking, asks, NO, told } from './meetings-talk.js';
import { timersOf, withoutTimers } from './meetings-timers.js';
import { meetingVars, momentLabel, momentWords } from './meetings-words.js';
import { dialogsOf } from './people-who.js';

const REASON = /[\s,.;]*(?<!\p{L})(?:причина\s*[:–—-]?|из-за|по причине|так как|потому что)\s+/iu;

/** «на понедельник в 18:30, причина: болезнь» → the words about the time, and why. */
const withReason = (words: string): { readonly when: string; readonly reason: string } => {
  const found = REASON.exec(words);
  if (found === null) return { when: words, reason: '' };
  return {
    when: words.slice(0, found.index),
    reason: words
      .slice(found.index + found[0].length)
      .trim()
      .slice(0, 200),
  };
};

const YES = (key: 'button-meeting-move' | 'button-meeting-cancel'): Option => ({
  id: 'yes',
  label: text(key),
  look: key === 'button-meeting-move' ? 'positive' : 'negative',
});

const previewMove = async (held: Held<'meeting'>, at: number, reason: string, call: Call): Promise<Reply> => {
  const done = moved(held.value, at, reason, call.now);
  if (!done.ok) return told(call, text('meeting-snack-defect', { why: done.why }), done.why);
  // The meeting itself is in nobody's way.
  const doubts = await doubtLines(held.value, at, call, held.id);
  const words = text('meeting-move-preview', {
    ...meetingVars(held.value, call.zone),
    moment: momentWords(at, call.zone),
    why: reason === '' ? 'no' : 'yes',
    reason,
    doubts: doubts.length === 0 ? '' : text('meeting-doubts', { doubts }),
  });
  const data = { step: 'move', meeting: held.id, at, reason } as const;
  return asks('move', asking(words, data, [YES('button-meeting-move'), NO]));
};

/** To when a meeting is to be moved, as far as the words say it. */
const whenOf = (held: Held<'meeting'>, when: string, reason: string, call: Call): Promise<Reply> | Reply => {
  const reading = readWhen(when, call);
  if (reading.is === 'certain') return previewMove(held, reading.at, reason, call);
  const choices = reading.is === 'question' ? reading.choices : [];
  const [only] = choices;
  const words =
    reading.is === 'refusal'
      ? text('meeting-move-when', { why: reading.why })
      : text('meeting-when-doubt', {
          about: reading.about,
          count: choices.length,
          moment: only === undefined ? '' : momentWords(only, call.zone),
        });
  const options = choices.map((at, place): Option => ({ id: String(place), label: momentLabel(at, call.zone) }));
  const open = reading.is === 'question' ? when.slice(0, 300) : '';
  const data = { step: 'move-when' as const, meeting: held.id, reason, when: open, choices: [...choices] };
  return asks('when', asking(words, data, options, { free: true }));
};

export const startMove = (held: Held<'meeting'>, words: string, call: Call): Promise<Reply> | Reply => {
  const { when, reason } = withReason(words);
  return whenOf(held, when, reason, call);
};

/** The answer to «На когда?». */
export const hearMoveWhen = async (
  answer: Answer,
  talk: {
    readonly meeting: string;
    readonly reason: string;
    readonly when: string;
    readonly choices: readonly number[];
  },
  call: Call,
): Promise<Reply> => {
  const held = await call.records.get('meeting', talk.meeting);
  if (held === undefined) return told(call, text('button-stale'), 'gone');
  const chosen = answer.option === undefined ? undefined : talk.choices[Number(answer.option)];
  if (chosen !== undefined) return previewMove(held, chosen, talk.reason, call);
  const { when, reason } = withReason(answer.words ?? '');
  const alone = readWhen(when, call);
  const joined = readWhen(`${talk.when} ${when}`, call);
  const words = talk.when === '' || alone.is === 'certain' || joined.is === 'refusal' ? when : `${talk.when} ${when}`;
  return whenOf(held, words, reason === '' ? talk.reason : reason, call);
};

export const startCancel = (held: Held<'meeting'>, words: string, call: Call): Reply => {
  const { reason } = withReason(words);
  const why = reason === '' ? words.replace(/^[\s,.:–—-]+/u, '').slice(0, 200) : reason;
  const preview = text('meeting-cancel-preview', {
    ...meetingVars(held.value, call.zone),
    why: why === '' ? 'no' : 'yes',
    reason: why,
  });
  const data = { step: 'cancel', meeting: held.id, reason: why } as const;
  const all = { id: 'all', label: text('button-meeting-cancel-all'), look: 'negative' } as const;
  const options = [YES('button-meeting-cancel'), ...(held.value.repeats ? [all] : []), NO];
  return asks('cancel', asking(preview, data, options));
};

/** Whoever had answered the old plan is asked again, each alone. */
const askAgain = async (id: string, before: Meeting, meeting: Meeting, call: Call): Promise<readonly Action[]> => {
  const people = await expectedAt(meeting, call);
  const parts = await partsOf(id, people, call);
  const answered = parts.filter(({ value }) => value.version === before.version && value.will !== undefined);
  const asked = people.filter((one) => answered.some(({ value }) => value.person === one.id));
  const words = text('meeting-asked-again', meetingVars(meeting, call.zone));
  const reached = await dialogsOf(asked, call);
  return reached.map(({ to }) => ({ ...withAnswers(to, words, id, meeting.version), last: true }));
};

const led = async (id: string, call: Call): Promise<Held<'meeting'> | undefined> => {
  const held = await call.records.get('meeting', id);
  return held && (await leads(held.value, call)) ? held : undefined;
};

export const move = async (id: string, at: number, reason: string, call: Call): Promise<Reply> => {
  const held = await led(id, call);
  if (held === undefined) return told(call, text('button-stale'), 'gone');
  const done = moved(held.value, at, reason, call.now);
  if (!done.ok) return told(call, text('meeting-snack-defect', { why: done.why }), done.why);
  const meeting = done.value;
  const words = text('group-meeting-moved', {
    what: text('meeting-moved-what', meetingVars(held.value, call.zone)),
    moment: momentWords(at, call.zone),
    why: reason === '' ? 'no' : 'yes',
    reason,
  });
  // News of a change is somebody's own action: it does not wait for the morning.
  const reply = told(call, text('meeting-moved'), 'moved');
  return {
    ...reply,
    actions: [
      ...reply.actions,
      ...(await news(id, meeting, words, call)),
      ...(await askAgain(id, held.value, meeting, call)),
    ],
    changes: [
      keep('meeting', id, meeting, held),
      ...(await inviteChanges(id, meeting, call)),
      ...(await timersOf(id, meeting, call)),
    ],
  };
};

/** @param all the whole series: nothing follows */
export const cancel = async (id: string, reason: string, all: boolean, call: Call): Promise<Reply> => {
  const held = await led(id, call);
  if (held === undefined) return told(call, text('button-stale'), 'gone');
  const done = cancelled(held.value, reason);
  if (!done.ok) return told(call, text('meeting-snack-defect', { why: done.why }), done.why);
  const words = text('group-meeting-cancelled', {
    what: text('meeting-cancelled-what', meetingVars(held.value, call.zone)),
    why: reason === '' ? 'no' : 'yes',
    reason,
  });
  const reply = told(call, text('meeting-cancelled'), 'cancelled');
  return {
    ...reply,
    actions: [...reply.actions, ...(await news(id, done.value, words, call))],
    changes: [
      keep('meeting', id, done.value, held),
      ...withoutTimers(id),
      ...(await hangRulesAgain(held.value, call)),
      ...(all ? [] : await nextOfSeries(held.value, call)),
    ],
  };
};
