import type { Meeting } from '../domain/meeting.js';
import { roomOf } from '../meetings/call-link.js';
import type { Known } from './known.js';

/** The call of the last meeting of the same people: schools keep one link a chat. */
const lastLink = async (
  of: Pick<Meeting, 'kind' | 'class' | 'subject'>,
  { records }: Pick<Known, 'records'>,
): Promise<string | undefined> =>
  (await records.all('meeting'))
    .map(({ value }) => value)
    .filter((one) => one.kind === of.kind && one.class === of.class && one.subject === of.subject)
    .toSorted((a, b) => b.created - a.created)
    .find(({ link }) => link !== undefined)?.link;

/** A link that can be had without anybody's doing: a room of the school's own service, or the chat's call of last time. */
export const readyLink = async (
  of: Pick<Meeting, 'kind' | 'class' | 'subject'>,
  known: Pick<Known, 'records' | 'settings' | 'name'>,
): Promise<string | undefined> => {
  const { callRoom } = await known.settings();
  return callRoom === '' ? lastLink(of, known) : roomOf(callRoom, known.name('room'));
};
