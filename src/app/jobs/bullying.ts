import { z } from 'zod';
import { chatVars } from '../../domain/chat.js';
import type { ChatRef } from '../../domain/refs.js';
import { text } from '../../domain/text.js';
import { reachResponsible } from '../membership-cards.js';
import { defineJob } from './job.js';

/** Whoever answers for the chat hears that somebody may be mocked there. */
export const bullyingTold = defineJob({
  name: 'bullying',
  data: z.object({ chat: z.custom<ChatRef>((value) => typeof value === 'string' && value.includes(':chat:')) }),
  run: async ({ chat: ref }, _due, known) => {
    const chat = await known.chats.find(ref);
    if (chat === undefined) return { actions: [], changes: [], because: 'gone' };
    const words = text('bullying-signal', chatVars(chat));
    const reached = await reachResponsible(chat, known);
    return {
      actions: reached.map(({ to }) => ({ do: 'send', to, text: words })),
      changes: [],
      because: 'told',
    };
  },
});
