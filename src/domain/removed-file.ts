import { z } from 'zod';
import { DAY } from './time.js';

/** So long a file that was taken out of a chat is held when it is sent again. */
export const HELD_AGAIN = 30 * DAY;

/** A picture or another file that was taken out of a chat, by the messenger's own handle. */
export const RemovedFileRecord = z.object({
  at: z.number(),
  until: z.number(),
  /** Of a picture that was looked at: it is known again under another handle. */
  print: z.string().exactOptional(),
  /** A person has decided that it has no place in the chats of the school. */
  barred: z.literal(true).exactOptional(),
});
