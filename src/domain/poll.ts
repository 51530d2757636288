import { z } from 'zod';
import { AudienceRecord } from './announcement.js';
import type { PlaceRef } from './refs.js';

const Place = z.custom<PlaceRef>((value) => typeof value === 'string' && value.includes(':'));

/** A question with ready answers, asked in chats by buttons. */
export const PollRecord = z.object({
  number: z.int().min(1),
  author: z.string(),
  /** Who holds somebody else's poll. */
  publisher: z.string().exactOptional(),
  audience: AudienceRecord,
  question: z.string(),
  answers: z.array(z.string()).min(2).max(8),
  /** Several answers may be chosen. */
  multiple: z.boolean(),
  /** Nobody sees whose answer is whose; the votes are destroyed when it is closed. */
  anonymous: z.boolean(),
  /**
   * `asked`: the class teacher is asked to hold it; `returned`: with a remark; `waits`: for the morning or the end of a pause;
   * `dropped`: nobody holds it any more.
   */
  state: z.enum(['asked', 'returned', 'waits', 'open', 'closed', 'dropped']),
  at: z.number(),
  until: z.number(),
  /** Where it stands. */
  posts: z.array(z.object({ place: Place, id: z.string() })),
  /** When the counts in the posts were last mended. */
  counted: z.number(),
  /** How it ended, in the order of the answers, and how many people answered. */
  result: z.object({ counts: z.array(z.int()), voters: z.int() }).exactOptional(),
});
export type Poll = z.output<typeof PollRecord>;

/** A part of the votes: chosen answers by person. In parts, so that people who vote at one moment do not wait for one another. */
export const BallotsRecord = z.object({ poll: z.string(), votes: z.record(z.string(), z.array(z.int())) });

/** Parts of a poll's votes. */
export const BALLOT_PARTS = 16;
export const ballotsId = (poll: string, part: number): string => `${poll}/${part}`;
