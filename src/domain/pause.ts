import { z } from 'zod';
import type { ChatRef } from './refs.js';

/** What is silent: the school, `class 5А`, or one chat by its ref. */
export type PauseId = 'school' | `class ${string}` | ChatRef;

/** Everything that the bot writes by itself there stops until then. Safeguarding does not ask. */
export const PauseRecord = z.object({
  until: z.number(),
  /** A person's id. */
  by: z.string(),
  at: z.number(),
});
export type Pause = z.output<typeof PauseRecord>;

export const SCHOOL_PAUSE = 'school';
export const classPause = (name: string): PauseId => `class ${name}`;

interface Held {
  readonly id: string;
  readonly value: Pause;
}

/** Where something would be written. */
export interface Spot {
  readonly chat?: ChatRef;
  readonly class?: string;
}

/**
 * Until when the bot is to write nothing of itself there; undefined when it may. Of several pauses the longest counts.
 * @param pauses all of them, of any age
 */
export const paused = (pauses: readonly Held[], { chat, class: ofClass }: Spot, now: number): number | undefined => {
  const ids = [
    SCHOOL_PAUSE,
    ...(ofClass === undefined ? [] : [classPause(ofClass)]),
    ...(chat === undefined ? [] : [chat]),
  ];
  const untils = pauses.filter(({ id, value }) => ids.includes(id as PauseId) && value.until > now);
  return untils.length === 0 ? undefined : Math.max(...untils.map(({ value }) => value.until));
};
