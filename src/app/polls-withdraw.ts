import type { Action } from '../domain/action.js';
import type { Change } from '../domain/change.js';
import { BALLOT_PARTS, ballotsId, type Poll } from '../domain/poll.js';
import { keep } from '../domain/records.js';
import type { MessageRef } from '../domain/refs.js';
import { requestId } from '../domain/request.js';
import { text } from '../domain/text.js';
import { told } from './announcements-talk.js';
import type { Call, Reply } from './command.js';
import { decide } from './people-card.js';

/** Whoever asks or holds it, and whoever decides there what is published. */
const mayWithdraw = async ({ author, publisher, audience }: Poll, call: Call): Promise<boolean> => {
  if (call.person === undefined) return false;
  if (call.person.id === author || call.person.id === publisher) return true;
  const [first, ...others] = audience.classes;
  const scope = first === undefined || others.length > 0 ? {} : { class: first };
  return (await call.may('decide-publication', scope)).granted === 'yes';
};

/** What can no longer be deleted says that it is void. */
export const withoutPost = (message: MessageRef, { question }: Poll): Action => ({
  do: 'delete',
  message,
  otherwise: { do: 'edit', message, text: text('poll-void', { question }) },
});

const GONE: readonly Poll['state'][] = ['closed', 'dropped', 'returned'];

const silenced = (id: string): readonly Change[] =>
  ['poll-begin', 'poll-close', 'poll-count'].map((job) => ({ put: 'no-timer', key: `${job}:${id}` }));

/** Takes a poll back: it goes from where it stands, and its votes are destroyed. */
export const withdrawPoll = async (number: string, call: Call): Promise<Reply> => {
  const held = await call.records.get('poll', number);
  if (held === undefined || !(await mayWithdraw(held.value, call))) return told(call, text('poll-unknown'), 'unknown');
  if (GONE.includes(held.value.state)) return told(call, text('poll-over'), 'over');
  const [request, votes] = await Promise.all([
    call.records.get('request', requestId('poll', number)),
    call.records.some(
      'ballots',
      Array.from({ length: BALLOT_PARTS }, (_, part) => ballotsId(number, part)),
    ),
  ]);
  const done = told(call, text('poll-withdrawn', { number: held.value.number }), 'withdrawn');
  return {
    ...done,
    actions: [...held.value.posts.map((message) => withoutPost(message, held.value)), ...done.actions],
    changes: [
      keep('poll', number, { ...held.value, state: 'dropped' }, held),
      ...silenced(number),
      ...(request?.value.state === 'open' ? [decide(request, 'declined', call)] : []),
      ...votes.map((part) => keep('ballots', part.id, null, part)),
    ],
  };
};
