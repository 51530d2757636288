import type { Audience } from '../domain/announcement.js';
import type { Chat, ChatKind } from '../domain/chat.js';
import { shortName } from '../domain/names.js';
import { isOfSchool, type Person, STAFF } from '../domain/person.js';
import type { Poll } from '../domain/poll.js';
import { type Held, keep } from '../domain/records.js';
import { decidedAs, type Request, requestId } from '../domain/request.js';
import { type Text, text } from '../domain/text.js';
import { standingFor } from '../regulation/permissions-hats.js';
import { CANCEL, CARD_KEPT, option, told } from './announcements-talk.js';
import { inRow, roleOf, roomsWords } from './announcements-words.js';
import type { Ask } from './ask.js';
import type { Call, Reply } from './command.js';
import { toPerson } from './dative.js';
import type { Known } from './known.js';
import { scopeOf } from './may.js';
import { asCard, type Card, decide, type Handling, type Settled } from './people-card.js';
import { momentVars } from './people-when.js';
import { dialogsOf } from './people-who.js';
import { POLLS } from './polls.js';
import { nextPoll, pollRooms, publishPoll } from './polls-publish.js';
import type { PollDraft } from './polls-talk.js';

/** Chats of a class, of which its teacher decides. */
const OF_CLASS: readonly ChatKind[] = ['class_parents', 'class_students', 'class_teachers'];

const requestOf = (id: string): string => requestId('poll', id);

/** Whether somebody may ask there outright, may pass it on to the class teacher, or neither. */
export type PollLeave =
  | { readonly leave: 'yes' }
  | { readonly leave: 'pass'; readonly words: Text }
  | { readonly leave: 'no'; readonly words: Text };

const teachersOf = async ({ classes }: Audience, known: Known): Promise<readonly Person[]> => {
  const people = await known.people.all();
  const found = classes.flatMap((name) => standingFor(people, 'class-teacher', name, known.now) ?? []);
  return [...new Map(found.map((one) => [one.id, one])).values()];
};

const toTeachers = async (audience: Audience, known: Known): Promise<Text | ''> =>
  inRow((await teachersOf(audience, known)).map(toPerson));

/** May whoever calls ask in these chats? */
export const pollLeave = async (audience: Audience, chats: readonly Chat[], call: Call): Promise<PollLeave> => {
  const staff = call.person !== undefined && STAFF.includes(call.person.role);
  let passes = false;
  for (const chat of chats) {
    const permitted = await call.may('poll', scopeOf(chat));
    if (permitted.granted === 'yes') continue;
    const ofClass = OF_CLASS.includes(chat.kind) && chat.class !== undefined;
    const asks =
      permitted.granted !== 'no' ||
      (staff && ofClass && permitted.why !== 'unconfirmed' && audience.classes.length > 0);
    if (!asks) return { leave: 'no', words: permitted.text };
    passes = true;
  }
  if (!passes) return { leave: 'yes' };
  if (audience.classes.length > 1) return { leave: 'no', words: text('poll-one-class') };
  const to = await toTeachers(audience, call);
  return to === ''
    ? { leave: 'no', words: text('poll-nobody-decides') }
    : { leave: 'pass', words: text('poll-pass', { to }) };
};

/** The question with its answers, where and until when. */
export const pollWords = (draft: PollDraft, rooms: readonly Chat[], { zone }: Pick<Known, 'zone'>): Text =>
  text('poll-shown', {
    question: draft.question,
    answers: draft.answers.map((words) => text('poll-answer', { words })),
    rooms: roomsWords(rooms),
    ...momentVars(draft.until, zone),
    multiple: draft.multiple ? 'yes' : 'no',
    anonymous: draft.anonymous ? 'yes' : 'no',
  });

const cardOf = async (poll: Poll, known: Known): Promise<Card | undefined> => {
  const author = await known.people.find(poll.author);
  if (author === undefined || poll.state !== 'asked') return undefined;
  const words = text('poll-card', {
    number: poll.number,
    role: roleOf(author),
    name: shortName(author),
    poll: pollWords(poll, await pollRooms(poll.audience, known), known),
  });
  return {
    words,
    options: [
      option('publish', text('button-announce-publish'), 'positive'),
      option('return', text('button-announce-return')),
    ],
  };
};

const cards = async (id: string, poll: Poll, known: Known): Promise<readonly Ask[]> => {
  const card = await cardOf(poll, known);
  if (card === undefined) return [];
  const reached = await dialogsOf(await teachersOf(poll.audience, known), known);
  return reached.map(({ person, to }) => ({ ...asCard(card, requestOf(id)), to, whom: person.id }));
};

/** Lays a poll before the class teacher. */
export const passPoll = async (draft: PollDraft, call: Call): Promise<Reply> => {
  const { number, change } = await nextPoll(call);
  const id = String(number);
  const person = call.person?.id ?? '';
  const poll: Poll = { ...draft, number, author: person, state: 'asked', at: call.now, posts: [], counted: call.now };
  const asks = await cards(id, poll, call);
  if (asks.length === 0) return told(call, text('poll-nobody-decides'), 'nobody');
  const request: Request = { kind: 'poll', state: 'open', person, poll: id, asked: call.now };
  return {
    ...told(call, text('poll-passed', { number, to: await toTeachers(poll.audience, call) }), 'asked'),
    changes: [change, keep('poll', id, poll, undefined), keep('request', requestOf(id), request, undefined)],
    asks,
  };
};

const toAuthor = async (poll: Poll, words: Text, known: Known): Promise<Reply['actions']> => {
  const author = await known.people.find(poll.author);
  if (author === undefined || !isOfSchool(author, known.now)) return [];
  return (await dialogsOf([author], known)).map(({ to }) => ({ do: 'send', to, text: words }) as const);
};

const ownOf = async ({ poll }: Request, { records }: Pick<Known, 'records'>) =>
  poll === undefined ? undefined : records.get('poll', poll);

const published = async (held: Held<'request'>, own: Held<'poll'>, call: Call): Promise<Settled> => {
  const poll: Poll = { ...own.value, publisher: call.person?.id ?? '' };
  const { said, because, actions, changes } = await publishPoll(own.id, poll, own, call);
  if (because === 'late' || because === 'nowhere') return told(call, said, because);
  const words = text('poll-request-done', { number: poll.number, waits: because === 'waits' ? 'yes' : 'no' });
  return {
    actions: [...actions, ...told(call, said, because).actions, ...(await toAuthor(poll, words, call))],
    changes: [...changes, decide(held, 'granted', call)],
    because,
    snack: text('announce-snack-published'),
  };
};

/** How requests for a poll are decided: `/заявки`. */
export const pollHandling: Handling = {
  right: async (request, known) => {
    const [first] = (await ownOf(request, known))?.value.audience.classes ?? [];
    return { permission: 'decide-publication', scope: first === undefined ? {} : { class: first } };
  },
  before: async (request, person, known) => {
    const own = await ownOf(request, known);
    return own !== undefined && (await teachersOf(own.value.audience, known)).some(({ id }) => id === person.id);
  },
  card: async (request, known) => {
    const own = await ownOf(request, known);
    return own && cardOf(own.value, known);
  },
  settle: async (held, chosen, call) => {
    const own = await ownOf(held.value, call);
    if (own?.value.state !== 'asked') return undefined;
    if (chosen !== 'return') return published(held, own, call);
    const data = { step: 'remark', poll: own.id } as const;
    const remark: Ask = { words: text('announce-remark'), options: [CANCEL], data, asks: POLLS, free: true };
    return { actions: [], changes: [], because: 'remark', asks: [remark] };
  },
};

/** The remark with which it is returned. */
export const hearPollRemark = async (id: string, words: string | undefined, call: Call): Promise<Reply> => {
  const [own, held] = await Promise.all([call.records.get('poll', id), call.records.get('request', requestOf(id))]);
  if (own?.value.state !== 'asked' || held?.value.state !== 'open') return told(call, text('requests-gone'), 'gone');
  if (words === undefined) {
    const again = (await cards(id, own.value, call)).filter(({ whom }) => whom === call.person?.id);
    return { actions: [], changes: [], because: 'card', asks: again.map((one) => ({ ...one, kept: CARD_KEPT })) };
  }
  const { number } = own.value;
  const remark = text('poll-returned', { number, remark: words.slice(0, 500) });
  const done = told(call, text('poll-returned-done', { number }), 'returned');
  return {
    ...done,
    actions: [...done.actions, ...(await toAuthor(own.value, remark, call))],
    changes: [
      keep('poll', id, { ...own.value, state: 'returned' }, own),
      keep('request', held.id, decidedAs(held.value, 'declined', call.person?.id ?? '', call.now), held),
    ],
  };
};
