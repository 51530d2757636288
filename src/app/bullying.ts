import type { Chat, ChatKind } from '../domain/chat.js';
import { keep } from '../domain/records.js';
import { DAY } from '../domain/time.js';
import type { Verdict } from '../domain/verdict.js';
import { CERTAIN } from '../moderation/decide.js';
import type { Reply } from './command.js';
import type { Known } from './known.js';
import { notBeforeNow } from './quiet.js';

const PUPILS: readonly ChatKind[] = ['class_students', 'subject', 'edu_other'];

/**
 * Words that mock somebody and are no breach by themselves: nothing is hidden and nobody is told but whoever answers for the
 * chat, once a day and not at night, without the words and without names (`domain.md` §0a, everyday situations).
 */
export const bullying = async ({ findings }: Verdict, chat: Chat, known: Known): Promise<Reply | undefined> => {
  const mocks = findings.some(({ category, confidence }) => category === 'insult' && confidence >= CERTAIN);
  if (!mocks || chat.mode !== 'act' || !PUPILS.includes(chat.kind)) return undefined;
  const about = `bullying ${chat.ref}`;
  const held = await known.records.get('alarm', about);
  if (held && known.now - held.value.at < DAY) return undefined;
  const at = await notBeforeNow(known);
  const timer = { key: `bullying:${chat.ref}`, at, job: 'bullying', data: { chat: chat.ref } };
  return {
    actions: [],
    changes: [keep('alarm', about, { at: known.now }, held), { put: 'timer', timer }],
    because: 'bullying',
  };
};
