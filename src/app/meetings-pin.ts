import type { Change } from '../domain/change.js';
import type { Meeting } from '../domain/meeting.js';
import { keep } from '../domain/records.js';
import { hasRules } from './greeting.js';
import type { Known } from './known.js';
import { notBeforeNow } from './quiet.js';

/** A messenger pins one message of a chat: when a meeting is over, the rules hang there again. */
export const hangRulesAgain = async (meeting: Meeting, known: Known): Promise<readonly Change[]> => {
  const at = await notBeforeNow(known);
  const changes: Change[] = [];
  for (const ref of meeting.chats) {
    const chat = await known.chats.find(ref);
    const held = await known.records.get('greeting', ref);
    if (chat === undefined || !hasRules(chat) || held?.value.rules === undefined) continue;
    const { rules: _hung, ...rest } = held.value;
    changes.push(keep('greeting', ref, rest, held));
    changes.push({ put: 'timer', timer: { key: `hang-rules:${ref}`, at, job: 'hang-rules', data: { chat: ref } } });
  }
  return changes;
};
