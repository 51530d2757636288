import { unreadEditions } from '../../app/editions-unread.js';
import type { Say } from '../../app/say.js';
import { text } from '../../domain/text.js';
import type { Stores } from '../../ports/stores.js';
import { bad, type Finding } from './finding.js';

/** Whether everything the school has adopted in a chat can be read; nothing where it can. */
export const lookAtEditions = async ({ records }: Pick<Stores, 'records'>, say: Say): Promise<readonly Finding[]> => {
  const unread = await unreadEditions(records);
  if (unread.length === 0) return [];
  const found = say(text('doctor-editions-unread', { dates: unread.join(', ') }));
  return [bad(say(text('doctor-editions')), found, say(text('doctor-editions-mend')))];
};
