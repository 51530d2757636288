import { roomsOf } from '../announcements/reach.js';
import type { Action } from '../domain/action.js';
import type { Audience } from '../domain/announcement.js';
import type { Change } from '../domain/change.js';
import type { Chat } from '../domain/chat.js';
import { isOfSchool, type Person } from '../domain/person.js';
import type { Poll } from '../domain/poll.js';
import { type Held, keep } from '../domain/records.js';
import { type Text, text } from '../domain/text.js';
import { HOUR } from '../domain/time.js';
import { pausedUntil, rollOf } from './announcements-facts.js';
import type { Reply } from './command.js';
import type { Known } from './known.js';
import { createMay, scopeOf } from './may.js';
import { momentVars } from './people-when.js';
import { dialogsOf } from './people-who.js';
import { buttonsOf, POLLS, questionId, tick, wordsOf } from './polls.js';
import { isQuiet, notBefore } from './quiet.js';

/** What is left to answer in less is no poll. */
const SHORTEST = HOUR;

/** The chats in which a poll of this audience stands. */
export const pollRooms = async (audience: Audience, known: Known): Promise<readonly Chat[]> =>
  roomsOf({ ...audience, by: 'chats' }, await rollOf(known), false).chats;

/** When a poll may be asked: not in quiet hours or a pause. */
export const pollMoment = async (
  audience: Audience,
  known: Known,
): Promise<{ readonly at: number; readonly why?: 'quiet' | 'pause' }> => {
  const [pause, settings] = await Promise.all([pausedUntil(audience, false, known), known.settings()]);
  const at = notBefore(Math.max(known.now, pause ?? 0), settings, known.zone);
  if (at === known.now) return { at };
  return { at, why: isQuiet(known.now, settings, known.zone) && pause === undefined ? 'quiet' : 'pause' };
};

/** Numbers of polls, in turn; and the change that gives this one out. */
export const nextPoll = async ({
  records,
}: Pick<Known, 'records'>): Promise<{ readonly number: number; readonly change: Change }> => {
  const held = await records.get('counter', 'poll');
  const number = (held?.value.last ?? 0) + 1;
  return { number, change: keep('counter', 'poll', { last: number }, held) };
};

/** Asks in the chats; the counts are mended there. */
const asked = async (
  id: string,
  given: Poll,
  held: Held<'poll'> | undefined,
  rooms: readonly Chat[],
  known: Known,
): Promise<Pick<Reply, 'actions' | 'changes'>> => {
  const poll: Poll = { ...given, state: 'open', at: known.now, counted: known.now };
  const options = poll.answers.map((words, at) => ({ id: String(at), label: text('button-poll', { words }) }));
  const data = { step: 'vote', poll: id };
  const question = { asks: POLLS, data, options, free: false, whom: '*', until: poll.until };
  const words = wordsOf(poll, { counts: [], voters: 0 }, known);
  return {
    actions: rooms.map(
      ({ ref }): Action => ({
        do: 'send',
        to: ref,
        text: words,
        buttons: buttonsOf(id, poll),
        family: `poll-${id}`,
        last: true,
        tells: { job: 'poll-told', about: id, as: ref },
      }),
    ),
    changes: [
      keep('poll', id, poll, held),
      keep('question', questionId(id), question, await known.records.get('question', questionId(id))),
      tick('poll-close', id, poll.until),
    ],
  };
};

export interface Published extends Pick<Reply, 'actions' | 'changes'> {
  readonly said: Text;
  readonly because: 'published' | 'waits' | 'late' | 'nowhere';
}

/** Asks it now, or in the morning, or when the pause is over; `late`: no time would be left to answer. */
export const publishPoll = async (
  id: string,
  poll: Poll,
  held: Held<'poll'> | undefined,
  known: Known,
): Promise<Published> => {
  const rooms = await pollRooms(poll.audience, known);
  if (rooms.length === 0) return { actions: [], changes: [], said: text('poll-nowhere'), because: 'nowhere' };
  const { at, why = 'quiet' } = await pollMoment(poll.audience, known);
  if (poll.until < at + SHORTEST)
    return { actions: [], changes: [], said: text('poll-late', momentVars(at, known.zone)), because: 'late' };
  if (at > known.now)
    return {
      actions: [],
      changes: [keep('poll', id, { ...poll, state: 'waits' }, held), tick('poll-begin', id, at)],
      said: text('poll-waits', { number: poll.number, why, ...momentVars(at, known.zone) }),
      because: 'waits',
    };
  return {
    ...(await asked(id, poll, held, rooms, known)),
    said: text('poll-published', { number: poll.number }),
    because: 'published',
  };
};

/** Whether whoever holds it may still ask there. */
const mayStill = async ({ audience, author }: Poll, by: Person, known: Known): Promise<boolean> => {
  const may = createMay({ ...known, person: by });
  const [first] = audience.classes;
  if (by.id !== author)
    return (await may('decide-publication', first === undefined ? {} : { class: first })).granted === 'yes';
  const answers = await Promise.all((await pollRooms(audience, known)).map((chat) => may('poll', scopeOf(chat))));
  return answers.every(({ granted }) => granted === 'yes');
};

/** Its time has come; a pause or quiet hours put it off once more. Nobody answers for the words of whoever has left. */
export const beginPoll = async (id: string, known: Known): Promise<Reply> => {
  const held = await known.records.get('poll', id);
  if (held?.value.state !== 'waits') return { actions: [], changes: [], because: 'gone' };
  const by = await known.people.find(held.value.publisher ?? held.value.author);
  const dropped = keep('poll', id, { ...held.value, state: 'dropped' }, held);
  if (by === undefined || !isOfSchool(by, known.now))
    return { actions: [], changes: [dropped], because: 'nobody answers for it' };
  const { said, because, actions, changes } = (await mayStill(held.value, by, known))
    ? await publishPoll(id, held.value, held, known)
    : {
        said: text('poll-no-right', { number: held.value.number }),
        because: 'rights',
        actions: [],
        changes: [dropped],
      };
  const told = (await dialogsOf([by], known)).slice(0, 1).map(({ to }) => ({ do: 'send', to, text: said }) as const);
  return {
    actions: [...actions, ...told],
    changes: because === 'late' || because === 'nowhere' ? [dropped] : changes,
    because,
  };
};
