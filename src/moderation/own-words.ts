import { z } from 'zod';

/** A setting: words of the school itself that a rule never flags, such as a surname, a village, a play that is staged. */
export const ownWords = () =>
  z
    .array(z.string().trim().min(2))
    .default([])
    .describe('rules-setting-words-allow')
    .transform((words) => new Set(words.map((word) => word.toLowerCase())));
