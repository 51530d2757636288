import { z } from 'zod';
import type { Outcome } from './outcome.js';
import type { PlaceRef } from './refs.js';

const Place = z.custom<PlaceRef>((value) => typeof value === 'string' && value.includes(':'));

/** How an action ended, as it is told to the job that asked (`Tells`). */
export const Told = z.object({
  /** The name it was given. */
  as: z.string(),
  is: z.enum(['done', 'gone', 'degraded', 'unsupported', 'refused', 'uncertain', 'simulated']),
  /** Of a refusal: one of `Refusal`; else the messenger's own words. */
  why: z.string().exactOptional(),
  /** The message that was sent. */
  message: z.object({ place: Place, id: z.string() }).exactOptional(),
  /** The messenger's names of the files that went with it. */
  files: z.array(z.string()).exactOptional(),
  at: z.number(),
});
export type Told = z.output<typeof Told>;

const Endings = z.string().transform((written): readonly Told[] => z.array(Told).parse(JSON.parse(written)));

/** What a job hears: the endings of one call's worth of actions about one thing. */
export const ToldData = z.object({ about: z.string(), endings: Endings });
export type ToldData = z.output<typeof ToldData>;

const whyOf = (outcome: Outcome): string | undefined => {
  if (outcome.is === 'degraded') return outcome.how;
  return 'why' in outcome ? outcome.why : undefined;
};

/** @param at when it ended */
export const toldOf = (as: string, outcome: Outcome, at: number): Told => {
  const why = whyOf(outcome);
  const message = 'message' in outcome ? outcome.message : undefined;
  const files = outcome.is === 'done' ? outcome.files : undefined;
  return {
    as,
    is: outcome.is,
    at,
    ...(why === undefined ? {} : { why }),
    ...(message ? { message } : {}),
    ...(files ? { files: [...files] } : {}),
  };
};
