import { z } from 'zod';
import type { Action } from '../../domain/action.js';
import { keep } from '../../domain/records.js';
import type { ChatRef } from '../../domain/refs.js';
import { mayPin } from '../chat-doors.js';
import { hasRules, helloWords, nameOfRules, pinRules, rulesWords } from '../greeting.js';
import { notBeforeNow } from '../quiet.js';
import { defineJob } from './job.js';

const ChatData = z.object({ chat: z.custom<ChatRef>((value) => typeof value === 'string') });
const NOTHING = { actions: [], changes: [], because: 'nothing' } as const;

/** Greets the newcomers of the day, and sees that the rules hang there. */
export const greet = defineJob({
  name: 'greet',
  data: ChatData,
  run: async ({ chat: ref }, _due, known) => {
    const chat = await known.chats.find(ref);
    const words = chat && helloWords(chat);
    if (chat === undefined || words === undefined || chat.mode !== 'act') return NOTHING;
    const at = await notBeforeNow(known);
    if (at > known.now)
      return {
        ...NOTHING,
        changes: [{ put: 'timer', timer: { key: `greet:${ref}`, at, job: 'greet', data: { chat: ref } } }],
      };
    const held = await known.records.get('greeting', ref);
    const rules = await rulesWords(known);
    const name = rules && nameOfRules(rules);
    const hang = name !== held?.value.rules && (await mayPin(chat, known));
    const pinned: readonly Action[] = hang && rules ? [pinRules(chat, rules)] : [];
    const value = { ...held?.value, greeted: known.now, ...(hang && name !== undefined ? { rules: name } : {}) };
    return {
      actions: [...pinned, { do: 'send', to: ref, text: words }],
      changes: [keep('greeting', ref, value, held)],
      because: 'greeted',
    };
  },
});

/** Pins the rules in a chat that has just been registered, or whose rules have changed. */
export const hangRules = defineJob({
  name: 'hang-rules',
  data: ChatData,
  run: async ({ chat: ref }, _due, known) => {
    const chat = await known.chats.find(ref);
    const rules = await rulesWords(known);
    if (chat === undefined || rules === undefined || chat.mode !== 'act' || !hasRules(chat)) return NOTHING;
    const held = await known.records.get('greeting', ref);
    const name = nameOfRules(rules);
    if (held?.value.rules === name || !(await mayPin(chat, known))) return NOTHING;
    return {
      actions: [pinRules(chat, rules)],
      changes: [keep('greeting', ref, { ...held?.value, rules: name }, held)],
      because: 'hung',
    };
  },
});
