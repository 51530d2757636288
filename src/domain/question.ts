import { z } from 'zod';
import type { Text } from './text.js';

const Words: z.ZodType<Text> = z.object({ key: z.string(), vars: z.record(z.string(), z.any()).exactOptional() });

/** A button under a question; typed words that equal its label count as a press. */
export const OptionRecord = z.object({
  id: z.string().max(24),
  label: Words,
  look: z.enum(['primary', 'secondary', 'positive', 'negative']).exactOptional(),
});
export type Option = z.output<typeof OptionRecord>;

/** Something the bot has asked and waits for: a preview to confirm, a step of a set-up, a card to decide. */
export const QuestionRecord = z.object({
  /** The command whose conversation hears the answer. */
  asks: z.string(),
  /** Where that conversation stands; checked by its own schema when it comes back. */
  data: z.json(),
  options: z.array(OptionRecord),
  /** Words that are no option, and files, are an answer too. */
  free: z.boolean(),
  /** Who may answer: a person's id, an account of nobody yet, or `*`. */
  whom: z.string(),
  until: z.number(),
  /** What was answered; a question is answered once. */
  answered: z.object({ option: z.string(), at: z.number() }).exactOptional(),
});
export type Question = z.output<typeof QuestionRecord>;

/** Which question the words typed in an account's dialog belong to. */
export const AskedRecord = z.object({
  question: z.string(),
  /** Asked by somebody else meanwhile, the newest first: answered by the words of their buttons, never by free ones. */
  beside: z.array(z.string()).exactOptional(),
});

/** The payload of a question's button. */
export const PressPayload = z.object({ q: z.string(), o: z.string() });

/** What somebody said to a question. */
export type Answer =
  | { readonly option: string; readonly words?: undefined }
  | { readonly option?: undefined; readonly words: string };
