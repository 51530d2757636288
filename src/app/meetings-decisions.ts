import type { Action } from '../domain/action.js';
import type { Change } from '../domain/change.js';
import type { Meeting } from '../domain/meeting.js';
import type { Answer, Option } from '../domain/question.js';
import { type Held, keep } from '../domain/records.js';
import { text } from '../domain/text.js';
import { DAY } from '../domain/time.js';
import type { Call, Reply } from './command.js';
import type { Known } from './known.js';
import { ledMeeting } from './meetings-minutes.js';
import { lookAt } from './meetings-run.js';
import { openQuestion, withOptions } from './meetings-send.js';
import { asking, asks, told } from './meetings-talk.js';
import { readQuestion } from './meetings-timers.js';
import { meetingVars, momentLabel, whenVars } from './meetings-words.js';
import { dialogsOf } from './people-who.js';
import { isQuiet, notBefore } from './quiet.js';
import { daysOf, nextWorkingDay } from './working-days.js';

const READ: readonly Option[] = [{ id: 'read', label: text('button-meeting-read'), look: 'positive' }];
/** The button under the decisions works so long. */
const READABLE = 60 * DAY;

/** «1) …; 2) …» of those items of which something was decided. */
const decisionLine = ({ minutes }: Meeting): string =>
  (minutes?.items ?? [])
    .map(({ decided }, at) => ({ decided: decided.replace(/[\s.;]+$/u, ''), at }))
    .filter(({ decided }) => decided !== '')
    .map(({ decided, at }) => `${at + 1}) ${decided}`)
    .join('; ');

/** Decisions for everybody, without a word of who was absent; those who were get them in their dialogs, to be read. */
export const publication = async (
  held: Held<'meeting'>,
  known: Known,
): Promise<{ readonly actions: readonly Action[]; readonly changes: readonly Change[] }> => {
  const { id, value: meeting } = held;
  if (meeting.minutes === undefined || meeting.minutes.published !== undefined) return { actions: [], changes: [] };
  const { people, there } = await lookAt(id, meeting, known);
  const vars = { ...meetingVars(meeting, known.zone), decisions: decisionLine(meeting) };
  const absent = people.filter((one) => !there.includes(one.id) && one.standing?.otherWay === undefined);
  const reached = await dialogsOf(absent, known);
  const question = readQuestion(id);
  const words = text('meeting-decisions-absent', vars);
  return {
    actions: [
      ...meeting.chats.map((to): Action => ({ do: 'send', to, text: text('group-meeting-decisions', vars) })),
      ...reached.map(({ to }): Action => ({ ...withOptions(to, words, question, READ), last: true })),
    ],
    changes: [
      keep('meeting', id, { ...meeting, minutes: { ...meeting.minutes, published: known.now } }, held),
      ...(await openQuestion(question, { step: 'read', meeting: id }, READ, known.now + READABLE, known)),
    ],
  };
};

/** In quiet hours: their end, or the same time of the next working day. */
const timesOf = async (call: Call): Promise<readonly number[]> => {
  const settings = await call.settings();
  if (!isQuiet(call.now, settings, call.zone)) return [];
  const morning = notBefore(call.now, settings, call.zone);
  const working = nextWorkingDay(call.now, settings.quietHours.to, await daysOf(call));
  return [...new Set([morning, working])].filter((at) => at > call.now).sort((a, b) => a - b);
};

const timeOption = (at: number, place: number, zone: string): Option => ({
  id: String(place),
  label: momentLabel(at, zone),
  look: 'secondary',
});

const askTime = (held: Held<'meeting'>, times: readonly number[], { zone }: Call): Reply => {
  const [first = 0, second] = times;
  const words = text('meeting-decisions-when', {
    first: text('meeting-day-short', whenVars(first, zone)),
    two: second === undefined ? 'no' : 'yes',
    second: second === undefined ? '' : text('meeting-day-long', whenVars(second, zone)),
  });
  const options = times.map((at, place) => timeOption(at, place, zone));
  return asks('when', asking(words, { step: 'decisions', meeting: held.id, times: [...times] }, options));
};

/** «Опубликовать решения»: at once, or at a time when the chat may be written to. */
export const hearDecisions = async (
  answer: Answer,
  talk: { readonly meeting: string; readonly times: readonly number[] },
  call: Call,
): Promise<Reply> => {
  const held = await ledMeeting(talk.meeting, call);
  const minutes = held?.value.minutes;
  if (held === undefined || minutes === undefined) return told(call, text('button-stale'), 'gone');
  if (answer.option === 'no') return told(call, text('meeting-left'), 'left');
  const chosen = talk.times[Number(answer.option)];
  if (answer.option !== 'publish' && chosen !== undefined && chosen > call.now) {
    const meeting = { ...held.value, minutes: { ...minutes, due: chosen } };
    const timer = {
      key: `meeting-decisions:${held.id}`,
      at: chosen,
      job: 'meeting-decisions',
      data: { meeting: held.id },
    };
    return {
      ...told(call, text('meeting-decisions-later', whenVars(chosen, call.zone)), 'later'),
      changes: [keep('meeting', held.id, meeting, held), { put: 'timer', timer }],
    };
  }
  const times = await timesOf(call);
  if (times.length > 0) return askTime(held, times, call);
  const done = await publication(held, call);
  if (done.actions.length === 0) return told(call, text('meeting-decisions-already'), 'already');
  const reply = told(call, text('meeting-decisions-published'), 'published');
  return { ...reply, actions: [...reply.actions, ...done.actions], changes: done.changes };
};
