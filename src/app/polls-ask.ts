import { readForm } from '../announcements/form.js';
import { type PollForm, readPoll } from '../announcements/poll.js';
import { roomsOf } from '../announcements/reach.js';
import type { Action } from '../domain/action.js';
import type { Audience } from '../domain/announcement.js';
import type { Chat } from '../domain/chat.js';
import type { Poll } from '../domain/poll.js';
import { keep } from '../domain/records.js';
import { dialogOf } from '../domain/refs.js';
import { type Text, text } from '../domain/text.js';
import { DAY } from '../domain/time.js';
import { defectWords } from './announcements-ask.js';
import { namedIn, rollOf } from './announcements-facts.js';
import { CANCEL, option, told } from './announcements-talk.js';
import { audienceWords, roomsWords } from './announcements-words.js';
import type { Call, Reply } from './command.js';
import { scopeOf } from './may.js';
import { momentVars } from './people-when.js';
import { buttonsOf, POLLS, questionId, tick, wordsOf } from './polls.js';
import type { PollDraft } from './polls-talk.js';
import { isQuiet } from './quiet.js';

/** How long a poll is open when nobody says. */
const USUAL = 2 * DAY;

const LONGEST = 30 * DAY;

/** Chats of one poll. */
const MOST = 20;

const audienceOf = async (
  { head }: PollForm,
  call: Call,
): Promise<{ readonly audience: Audience; readonly until: number } | { readonly defect: Text }> => {
  const read = readForm(`${head}:`, await namedIn(call), call);
  if ('defect' in read) return { defect: defectWords(read.defect) };
  const { audience, acknowledge: until = call.now + USUAL } = read.form;
  if (audience === undefined) return { defect: text('announce-defect', { what: 'whom', names: '' }) };
  if (until > call.now + LONGEST) return { defect: text('poll-long') };
  return { audience, until };
};

/** Chats of the audience in which whoever calls may ask; else why not. */
const roomsFor = async (
  audience: Audience,
  call: Call,
): Promise<{ readonly chats: readonly Chat[] } | { readonly words: Text }> => {
  const { chats } = roomsOf({ ...audience, by: 'chats' }, await rollOf(call), false);
  if (chats.length === 0) return { words: text('poll-no-chat', { audience: audienceWords(audience) }) };
  if (chats.length > MOST) return { words: text('poll-many-chats', { most: MOST }) };
  for (const chat of chats) {
    const permitted = await call.may('poll', scopeOf(chat));
    if (permitted.granted !== 'yes') return { words: permitted.text };
  }
  return { chats };
};

/** «родители 5А до завтра: Кто идёт в музей? Да; Нет» → a preview. */
export const askPoll = async (tail: string, call: Call): Promise<Reply> => {
  const anywhere = await call.may('poll', 'anywhere');
  if (anywhere.granted === 'no') return told(call, anywhere.text, 'refused');
  const read = readPoll(tail);
  if ('defect' in read)
    return told(call, text('poll-form', { defect: text('poll-defect', { what: read.defect }) }), 'usage');
  const whom = await audienceOf(read.form, call);
  if ('defect' in whom) return told(call, text('poll-form', { defect: whom.defect }), 'usage');
  const rooms = await roomsFor(whom.audience, call);
  if ('words' in rooms) return told(call, rooms.words, 'refused');
  const { question, answers, multiple, anonymous } = read.form;
  const draft: PollDraft = {
    audience: whom.audience,
    until: whom.until,
    question,
    answers: [...answers],
    multiple,
    anonymous,
  };
  const words = text('poll-preview', {
    question,
    answers: answers.map((words) => text('poll-answer', { words })),
    rooms: roomsWords(rooms.chats),
    ...momentVars(whom.until, call.zone),
    multiple: multiple ? 'yes' : 'no',
    anonymous: anonymous ? 'yes' : 'no',
    quiet: isQuiet(call.now, await call.settings(), call.zone) ? text('poll-quiet') : '',
  });
  const data = { step: 'preview', draft } as const;
  return {
    actions: [],
    changes: [],
    because: 'preview',
    asks: [
      { words, options: [option('publish', text('button-announce-publish'), 'positive'), CANCEL], data, asks: POLLS },
    ],
  };
};

/** Asks in the chats; the counts are mended there. */
export const publishPoll = async (draft: PollDraft, call: Call): Promise<Reply> => {
  const rooms = await roomsFor(draft.audience, call);
  if ('words' in rooms) return told(call, rooms.words, 'refused');
  if (isQuiet(call.now, await call.settings(), call.zone)) return told(call, text('poll-quiet-later'), 'quiet');
  const held = await call.records.get('counter', 'poll');
  const number = (held?.value.last ?? 0) + 1;
  const id = String(number);
  const poll: Poll = {
    ...draft,
    number,
    author: call.person?.id ?? '',
    state: 'open',
    at: call.now,
    posts: [],
    counted: call.now,
  };
  const options = draft.answers.map((words, at) => ({ id: String(at), label: text('button-poll', { words }) }));
  const question = {
    asks: POLLS,
    data: { step: 'vote', poll: id },
    options,
    free: false,
    whom: '*',
    until: draft.until,
  };
  const words = wordsOf(poll, { counts: [], voters: 0 }, call);
  return {
    actions: [
      ...rooms.chats.map(
        ({ ref }): Action => ({
          do: 'send',
          to: ref,
          text: words,
          buttons: buttonsOf(id, draft),
          family: `poll-${id}`,
          last: true,
          tells: { job: 'poll-told', about: id, as: ref },
        }),
      ),
      { do: 'send', to: dialogOf(call.account), text: text('poll-published', { number }) },
    ],
    changes: [
      keep('counter', 'poll', { last: number }, held),
      keep('poll', id, poll, undefined),
      keep('question', questionId(id), question, undefined),
      tick('poll-close', id, draft.until),
    ],
    because: 'published',
  };
};
