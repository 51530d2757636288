import type { Meeting } from '../domain/meeting.js';
import { roomOf } from '../meetings/call-link.js';
import { Locked, Refused, Weather } from '../ports/platform.js';
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
    // One that the bot began is over.
    .find(({ link, call }) => link !== undefined && call === undefined)?.link;

/** What a messenger does not do now is as good as not there: the link is pasted. */
const unlessRefused = async <T>(asked: Promise<T>): Promise<T | undefined> => {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Refused || error instanceof Weather || error instanceof Locked) return undefined;
    throw error;
  }
};

/**
 * A link that can be had without anybody's doing: a room of the school's own service, the chat's call of last time, or a call
 * that is begun now. Whoever decides again begins another one; nobody comes to the first.
 */
export const readyLink = async (
  of: Pick<Meeting, 'kind' | 'class' | 'subject'>,
  known: Pick<Known, 'records' | 'settings' | 'name' | 'calls'>,
): Promise<{ readonly link: string; readonly call?: string } | undefined> => {
  const { callRoom } = await known.settings();
  if (callRoom !== '') return { link: roomOf(callRoom, known.name('room')) };
  const begun = known.calls && (await unlessRefused(known.calls.start()));
  if (begun) return { link: begun.link, call: begun.id };
  const last = await lastLink(of, known);
  return last === undefined ? undefined : { link: last };
};

/** A call that the bot began ends with its meeting. */
export const finishCall = async ({ call }: Meeting, { calls }: Pick<Known, 'calls'>): Promise<void> => {
  if (call !== undefined && calls) await unlessRefused(calls.finish(call));
};
