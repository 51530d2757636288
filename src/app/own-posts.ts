import type { Chat } from '../domain/chat.js';
import { paused } from '../domain/pause.js';
import type { Known } from './known.js';

/** Whether the bot is to write nothing of itself about this chat now (`domain.md` §0a.16). Safeguarding does not ask. */
export const isPaused = async (
  { ref, class: ofClass }: Pick<Chat, 'ref' | 'class'>,
  { records, now }: Pick<Known, 'records' | 'now'>,
): Promise<boolean> =>
  paused(await records.all('pause'), { chat: ref, ...(ofClass === undefined ? {} : { class: ofClass }) }, now) !==
  undefined;
