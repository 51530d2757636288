import type { Change } from '../domain/change.js';
import { HOUR } from '../domain/time.js';

const keyOf = (board: string, at: number): string => `appointment:${board}:${at}`;

/** An hour before, whoever has an appointment is reminded. */
export const remindLater = (board: string, at: number, now: number): readonly Change[] =>
  at - HOUR <= now
    ? []
    : [
        {
          put: 'timer',
          timer: { key: keyOf(board, at), at: at - HOUR, job: 'appointment-remind', data: { board, at } },
        },
      ];

export const remindNot = (board: string, at: number): Change => ({ put: 'no-timer', key: keyOf(board, at) });
