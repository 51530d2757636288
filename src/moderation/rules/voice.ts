import { z } from 'zod';
import { defineRule, type Evidence } from '../rule.js';

const NOTHING: readonly Evidence[] = [];

/** Off until a school asks for it: what a voice message says is judged by the messenger's own transcript anyway. */
export default defineRule({
  id: 'voice',
  category: 'media',
  decision: 'remind',
  cites: 'ON_TOPIC',
  summary: 'reason-voice',
  settings: z.strictObject({
    remind: z.boolean().default(false).describe('rules-setting-voice-remind'),
  }),

  check: () => NOTHING,

  overall: ({ attachments }, { remind }) =>
    remind && attachments.some(({ kind }) => kind === 'voice') ? [{ start: 0, end: 0, confidence: 0.9 }] : NOTHING,

  examples: {
    flags: [['', '', { attachments: [{ kind: 'voice', words: ['Добрый вечер'] }], settings: { remind: true } }]],
    passes: [['', { attachments: [{ kind: 'voice', words: ['Добрый вечер'] }] }], 'Сказал голосом, что приду'],
  },
});
