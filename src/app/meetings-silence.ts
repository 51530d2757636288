import type { Meeting } from '../domain/meeting.js';
import type { Known } from './known.js';
import { pausedIn } from './pausing.js';
import { notBefore } from './quiet.js';

/** Until when the school has silenced the bot in one of a meeting's chats; now when it has not. */
export const pausedUntil = async ({ chats, class: ofClass }: Meeting, known: Known): Promise<number> => {
  const spots = [{}, ...chats.map((chat) => ({ chat, ...(ofClass === undefined ? {} : { class: ofClass }) }))];
  const pauses = await Promise.all(spots.map((spot) => pausedIn(spot, known)));
  return Math.max(known.now, ...pauses.map((until) => until ?? 0));
};

/** The first moment from now on at which the bot may write of itself in a meeting's chats: neither in a pause nor in quiet hours. */
export const mayWriteFrom = async (meeting: Meeting, known: Known): Promise<number> =>
  notBefore(await pausedUntil(meeting, known), await known.settings(), known.zone);
