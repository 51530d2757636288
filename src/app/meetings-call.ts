import type { Meeting } from '../domain/meeting.js';
import type { Known } from './known.js';

/** The call of the last meeting of the same people: schools keep one link a chat. */
export const lastLink = async (
  of: Pick<Meeting, 'kind' | 'class' | 'subject'>,
  { records }: Pick<Known, 'records'>,
): Promise<string | undefined> =>
  (await records.all('meeting'))
    .map(({ value }) => value)
    .filter((one) => one.kind === of.kind && one.class === of.class && one.subject === of.subject)
    .toSorted((a, b) => b.created - a.created)
    .find(({ link }) => link !== undefined)?.link;
