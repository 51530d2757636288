import { readForm } from '../announcements/form.js';
import { type PollForm, readPoll } from '../announcements/poll.js';
import type { Audience } from '../domain/announcement.js';
import { STAFF } from '../domain/person.js';
import type { Poll } from '../domain/poll.js';
import { type Text, text } from '../domain/text.js';
import { DAY } from '../domain/time.js';
import { defectWords } from './announcements-ask.js';
import { namedIn } from './announcements-facts.js';
import { CANCEL, option, told } from './announcements-talk.js';
import { audienceWords } from './announcements-words.js';
import type { Call, Reply } from './command.js';
import { momentVars } from './people-when.js';
import { POLLS } from './polls.js';
import { nextPoll, pollMoment, pollRooms, publishPoll } from './polls-publish.js';
import { passPoll, pollLeave, pollWords } from './polls-request.js';
import type { PollDraft } from './polls-talk.js';

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

const asksIt = (words: Text, draft: PollDraft, step: 'preview' | 'pass', label: Text): Reply => ({
  actions: [],
  changes: [],
  because: step,
  asks: [{ words, options: [option('publish', label, 'positive'), CANCEL], data: { step, draft }, asks: POLLS }],
});

/** Where it would stand, or why it cannot. */
const roomsFor = async (audience: Audience, call: Call) => {
  const chats = await pollRooms(audience, call);
  if (chats.length === 0) return { words: text('poll-no-chat', { audience: audienceWords(audience) }) };
  return chats.length > MOST ? { words: text('poll-many-chats', { most: MOST }) } : { chats };
};

/** «родители 5А до завтра: Кто идёт в музей? Да; Нет» → a preview, or the question whether to pass it on. */
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
  const leave = await pollLeave(whom.audience, rooms.chats, call);
  if (leave.leave === 'no') return told(call, leave.words, 'refused');
  const { question, answers, multiple, anonymous } = read.form;
  // Names of other families are for the staff.
  const family = call.person !== undefined && !STAFF.includes(call.person.role);
  const draft: PollDraft = {
    audience: whom.audience,
    until: whom.until,
    question,
    answers: [...answers],
    multiple,
    anonymous: anonymous || family,
  };
  const poll = pollWords(draft, rooms.chats, call);
  if (leave.leave === 'pass') {
    const words = text('poll-pass-preview', { poll, words: leave.words });
    return asksIt(words, draft, 'pass', text('button-announce-pass', { kind: 'class' }));
  }
  const { at, why = 'quiet' } = await pollMoment(draft.audience, call);
  const later = at === call.now ? '' : text('poll-later', { why, ...momentVars(at, call.zone) });
  return asksIt(text('poll-preview', { poll, later }), draft, 'preview', text('button-announce-publish'));
};

/** What was confirmed: everything is looked at again. */
export const confirmPoll = async (draft: PollDraft, call: Call): Promise<Reply> => {
  const rooms = await roomsFor(draft.audience, call);
  if ('words' in rooms) return told(call, rooms.words, 'refused');
  const leave = await pollLeave(draft.audience, rooms.chats, call);
  if (leave.leave === 'no') return told(call, leave.words, 'refused');
  if (leave.leave === 'pass') return passPoll(draft, call);
  const { number, change } = await nextPoll(call);
  const author = call.person?.id ?? '';
  const poll: Poll = { ...draft, number, author, state: 'open', at: call.now, posts: [], counted: call.now };
  const { said, because, actions, changes } = await publishPoll(String(number), poll, undefined, call);
  const done = told(call, said, because);
  return changes.length === 0
    ? done
    : { ...done, actions: [...actions, ...done.actions], changes: [change, ...changes] };
};
