import { chunkOf } from '../announcements/ledger.js';
import { type Tally, tallyOf, voted } from '../announcements/poll.js';
import { meant } from '../announcements/reach.js';
import type { Change } from '../domain/change.js';
import { BALLOT_PARTS, ballotsId, type Poll } from '../domain/poll.js';
import { keep } from '../domain/records.js';
import { type Text, text } from '../domain/text.js';
import { SECOND } from '../domain/time.js';
import type { ToldData } from '../domain/told.js';
import { rollOf } from './announcements-facts.js';
import type { Call, Reply } from './command.js';
import type { Known } from './known.js';
import { momentVars } from './people-when.js';
import { withoutPost } from './polls-withdraw.js';

export const POLLS = 'опрос';

/** The counts in a chat are mended at most this often. */
const COUNTED = 10 * SECOND;

export const questionId = (id: string): string => `poll ${id}`;

export const wordsOf = (
  { question, answers, multiple, anonymous, until, state }: Poll,
  tally: Tally,
  { zone }: Pick<Known, 'zone'>,
): Text =>
  text('poll-post', {
    question,
    state,
    multiple: multiple ? 'yes' : 'no',
    anonymous: anonymous ? 'yes' : 'no',
    answers: answers.map((words, at) => text('poll-count', { words, count: tally.counts[at] ?? 0 })),
    voters: tally.voters,
    ...momentVars(until, zone),
  });

export const buttonsOf = (id: string, { answers }: Pick<Poll, 'answers'>) =>
  answers.map((words, at) => [
    {
      label: text('button-poll', { words }),
      payload: { q: questionId(id), o: String(at) },
      look: 'secondary' as const,
    },
  ]);

export const tick = (job: string, id: string, at: number): Change => ({
  put: 'timer',
  timer: { key: `${job}:${id}`, at, job, data: { poll: id } },
});

/** Remembers where it stands. */
export const hearPosts = async ({ about: id, endings }: ToldData, known: Known): Promise<Reply> => {
  const held = await known.records.get('poll', id);
  const posts = endings.flatMap(({ message }) => (message ? [message] : []));
  if (held === undefined || posts.length === 0) return { actions: [], changes: [], because: 'nothing' };
  // It was taken back while it was on its way.
  if (held.value.state === 'dropped')
    return { actions: posts.map((message) => withoutPost(message, held.value)), changes: [], because: 'taken back' };
  const { state, result } = held.value;
  const closed = state === 'closed' && result ? wordsOf(held.value, result, known) : undefined;
  return {
    // It was closed while it was on its way.
    actions: closed ? posts.map((message) => ({ do: 'edit', message, text: closed, last: true }) as const) : [],
    changes: [keep('poll', id, { ...held.value, posts: [...held.value.posts, ...posts] }, held)],
    because: 'posted',
  };
};

/** The votes of a poll, part by part. */
export const ballotsOf = (id: string, { records }: Pick<Known, 'records'>) =>
  records.some(
    'ballots',
    Array.from({ length: BALLOT_PARTS }, (_, part) => ballotsId(id, part)),
  );

const snack = (words: Text, because: string, changes: readonly Change[] = []): Reply => ({
  actions: [],
  changes,
  because,
  snack: words,
  stays: true,
});

/** A press on an answer. The vote can be changed until the poll is closed. */
export const vote = async (id: string, chosen: string | undefined, call: Call): Promise<Reply> => {
  const { person } = call;
  const poll = (await call.records.get('poll', id))?.value;
  const answer = Number(chosen);
  if (person === undefined) return snack(text('announce-read-who'), 'nobody');
  if (poll?.state !== 'open' || poll.until <= call.now || poll.answers[answer] === undefined)
    return snack(text('poll-over'), 'over');
  if (!meant(poll.audience, await rollOf(call)).some((one) => one.person.id === person.id))
    return snack(text('poll-not-yours'), 'not-meant');
  const part = ballotsId(id, chunkOf(person.id, BALLOT_PARTS));
  const held = await call.records.get('ballots', part);
  const before = held?.value.votes[person.id] ?? [];
  const now = voted(before, answer, poll.multiple);
  const votes = { ...held?.value.votes, [person.id]: [...now] };
  const waiting = await call.timers.find(`poll-count:${id}`);
  const words = text(now.includes(answer) ? 'poll-voted' : 'poll-unvoted', {
    words: poll.answers[answer].slice(0, 40),
  });
  return snack(words, 'voted', [
    keep('ballots', part, { poll: id, votes }, held),
    ...(waiting ? [] : [tick('poll-count', id, Math.max(call.now + 1, poll.counted + COUNTED))]),
  ]);
};

const tallied = async (id: string, poll: Poll, known: Known): Promise<Tally> =>
  tallyOf(
    (await ballotsOf(id, known)).map(({ value }) => value.votes),
    poll,
  );

/** Mends the counts where the poll stands. */
export const countPoll = async (id: string, known: Known): Promise<Reply> => {
  const held = await known.records.get('poll', id);
  if (held?.value.state !== 'open') return { actions: [], changes: [], because: 'gone' };
  const poll = held.value;
  const words = wordsOf(poll, await tallied(id, poll, known), known);
  return {
    actions: poll.posts.map(
      (message) => ({ do: 'edit', message, text: words, buttons: buttonsOf(id, poll), last: true }) as const,
    ),
    changes: [keep('poll', id, { ...poll, counted: known.now }, held)],
    because: 'counted',
  };
};
