import type { Change } from '../domain/change.js';
import type { Meeting } from '../domain/meeting.js';
import { keep } from '../domain/records.js';
import { instantOf } from '../meetings/local-day.js';
import { nextOccurrence } from '../meetings/repeats.js';
import type { Known } from './known.js';
import { inviteChanges } from './meetings-send.js';
import { inviteTimer, timersOf } from './meetings-timers.js';
import { daysOf, isWorkingDay, nextWorkingDay } from './working-days.js';

/** Of a repeated meeting the next one is planned when this one is over; the invitation comes on the next working morning. */
export const nextOfSeries = async (meeting: Meeting, known: Known): Promise<readonly Change[]> => {
  const { now, zone } = known;
  if (meeting.repeats === undefined) return [];
  const days = await daysOf(known);
  const works = (day: string): boolean => isWorkingDay(instantOf(day, '12:00', zone), days);
  const at = nextOccurrence(meeting.at, meeting.repeats, now, { zone, works });
  if (at === undefined) return [];
  const { call, link, begun: _begun, ended: _ended, minutes: _minutes, reason: _reason, ...lasting } = meeting;
  // A call that the bot began is over; the one for next time is made when it is wanted.
  const kept = call === undefined && link !== undefined ? { link } : {};
  const next: Meeting = { ...lasting, ...kept, state: 'planned', created: now, at, version: 0, sequence: 0 };
  const id = known.name(`next of ${meeting.at}`);
  const invited = Math.min(at - 1, nextWorkingDay(now, days.settings.quietHours.to, days));
  return [
    keep('meeting', id, next, undefined),
    ...(await inviteChanges(id, next, known)),
    ...(await timersOf(id, next, known)),
    inviteTimer(id, next, Math.max(now, invited)),
  ];
};
