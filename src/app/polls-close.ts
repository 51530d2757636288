import { type Tally, tallyOf } from '../announcements/poll.js';
import type { Action, Enclosure } from '../domain/action.js';
import { fullName } from '../domain/names.js';
import { isOfSchool } from '../domain/person.js';
import type { Poll } from '../domain/poll.js';
import { type Held, keep } from '../domain/records.js';
import { text } from '../domain/text.js';
import { pausedUntil } from './announcements-facts.js';
import { csvOf } from './announcements-paper.js';
import type { Reply } from './command.js';
import type { Known } from './known.js';
import { dialogsOf } from './people-who.js';
import { ballotsOf, tick, wordsOf } from './polls.js';
import { notBefore } from './quiet.js';

/** Who has chosen what, for whoever asked: names only where that was said beforehand. */
const tableOf = async (poll: Poll, tally: Tally, parts: readonly Held<'ballots'>[], known: Known): Promise<string> => {
  const counts = [
    ['ответ', 'голосов'],
    ...poll.answers.map((answer, at) => [answer, String(tally.counts[at] ?? 0)]),
    ['всего ответили', String(tally.voters)],
  ];
  if (poll.anonymous) return csvOf(counts);
  const votes = parts.flatMap(({ value }) => Object.entries(value.votes));
  const rows = await Promise.all(
    votes.map(async ([id, chosen]) => {
      const person = await known.people.find(id);
      return [person ? fullName(person) : '', chosen.map((at) => poll.answers[at] ?? '').join(', ')];
    }),
  );
  return csvOf([
    ...counts,
    [],
    ['ФИО', 'ответ'],
    ...rows.toSorted(([one = ''], [other = '']) => one.localeCompare(other, 'ru')),
  ]);
};

const resultOf = async (poll: Poll, tally: Tally, parts: readonly Held<'ballots'>[], known: Known) => {
  const bars = poll.answers.map((label, at) => ({ label, count: tally.counts[at] ?? 0 }));
  const picture = await known.documents.chart({
    name: text('poll-picture', { number: poll.number }),
    title: poll.question,
    bars,
    foot: text('poll-foot', { voters: tally.voters }),
  });
  const chart: Enclosure = {
    name: picture.name,
    kind: 'picture',
    base64: Buffer.from(picture.bytes).toString('base64'),
  };
  const table: Enclosure = {
    name: `${picture.name.replace(/\.png$/u, '')}.csv`,
    kind: 'document',
    base64: await tableOf(poll, tally, parts, known),
  };
  return { chart, table };
};

/** Of whoever proposed it and whoever holds it the first dialog. */
const ownersOf = async ({ author, publisher }: Poll, known: Known) => {
  const ids = [...new Set([author, ...(publisher === undefined ? [] : [publisher])])];
  const people = (await Promise.all(ids.map((one) => known.people.find(one)))).filter((one) => one !== undefined);
  const reached = await Promise.all(
    people.filter((one) => isOfSchool(one, known.now)).map(async (one) => (await dialogsOf([one], known)).slice(0, 1)),
  );
  return reached.flat();
};

/** The result as a picture in the chats, and with a table for whoever asked. */
const told = async (poll: Poll, tally: Tally, parts: readonly Held<'ballots'>[], known: Known) => {
  const { chart, table } = await resultOf(poll, tally, parts, known);
  const inChats = poll.posts.map(
    ({ place }): Action => ({
      do: 'send',
      to: place,
      text: text('poll-closed', { question: poll.question }),
      files: [chart],
      last: true,
    }),
  );
  const owned = (await ownersOf(poll, known)).map(
    ({ to }): Action => ({
      do: 'send',
      to,
      text: text('poll-result', { number: poll.number, question: poll.question }),
      files: [chart, table],
    }),
  );
  return [...inChats, ...owned];
};

/** When the result may be told: not in quiet hours, nor in a pause. */
const resultAt = async ({ audience }: Poll, known: Known): Promise<number> => {
  const pause = await pausedUntil(audience, false, known);
  return notBefore(Math.max(known.now, pause ?? 0), await known.settings(), known.zone);
};

/** Closes it where it stands, and tells the result when that may be. Votes of an anonymous poll are destroyed. */
export const closePoll = async (id: string, known: Known): Promise<Reply> => {
  const held = await known.records.get('poll', id);
  if (held?.value.state !== 'open') return { actions: [], changes: [], because: 'gone' };
  const parts = await ballotsOf(id, known);
  const tally = tallyOf(
    parts.map(({ value }) => value.votes),
    held.value,
  );
  const poll: Poll = { ...held.value, state: 'closed', result: { counts: [...tally.counts], voters: tally.voters } };
  const words = wordsOf(poll, tally, known);
  const at = await resultAt(poll, known);
  return {
    actions: [
      ...poll.posts.map((message) => ({ do: 'edit', message, text: words, last: true }) as const),
      ...(at > known.now ? [] : await told(poll, tally, parts, known)),
    ],
    changes: [
      keep('poll', id, poll, held),
      ...(at > known.now ? [tick('poll-result', id, at)] : []),
      { put: 'no-timer', key: `poll-count:${id}` },
      ...(poll.anonymous ? parts.map((part) => keep('ballots', part.id, null, part)) : []),
    ],
    because: 'closed',
  };
};

/** The result that was held over quiet hours or a pause. */
export const tellResult = async (id: string, known: Known): Promise<Reply> => {
  const poll = (await known.records.get('poll', id))?.value;
  if (poll?.state !== 'closed' || poll.result === undefined) return { actions: [], changes: [], because: 'gone' };
  const at = await resultAt(poll, known);
  if (at > known.now) return { actions: [], changes: [tick('poll-result', id, at)], because: 'put off' };
  return { actions: await told(poll, poll.result, await ballotsOf(id, known), known), changes: [], because: 'told' };
};
