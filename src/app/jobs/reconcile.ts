import { z } from 'zod';
import type { ChatRef } from '../../domain/refs.js';
import { card, reconcile } from '../reconciling.js';
import { defineJob } from './job.js';

const Chat = z.custom<ChatRef>((value) => typeof value === 'string');
const GONE = { actions: [], changes: [], because: 'gone' } as const;

/** Every night each registered chat is compared with the list of the school, one after another. */
export const reconcileAll = defineJob({
  name: 'reconcile',
  daily: '03:30',
  data: z.object({}),
  run: async (_data, _due, known) => {
    const chats = await known.chats.all();
    return {
      actions: [],
      changes: chats.map(({ ref }) => ({
        put: 'timer',
        timer: { key: `reconcile-chat:${ref}`, at: known.now, job: 'reconcile-chat', data: { chat: ref } },
      })),
      because: `${chats.length} chats`,
    };
  },
});

export const reconcileChat = defineJob({
  name: 'reconcile-chat',
  data: z.object({ chat: Chat }),
  run: async ({ chat: ref }, _due, known) => {
    const chat = await known.chats.find(ref);
    return chat ? reconcile(chat, known) : GONE;
  },
});

export const membershipCard = defineJob({
  name: 'membership-card',
  data: z.object({ chat: Chat, missing: z.number(), blind: z.number(), partly: z.number().default(0) }),
  run: async ({ chat: ref, missing, blind, partly }, _due, known) => {
    const chat = await known.chats.find(ref);
    return chat ? card(chat, missing, { blind: blind > 0, partly: partly > 0 }, known) : GONE;
  },
});
