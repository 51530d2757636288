import { z } from 'zod';
import { defineCommand } from '../src/app/command.js';
import { hearCard, openRequests, requestCards } from '../src/app/people-requests.js';
import { here } from '../src/app/reply.js';
import { text } from '../src/domain/text.js';

export default defineCommand({
  name: 'заявки',
  english: 'requests',
  where: 'dialog',
  needs: 'settle-person',
  help: 'help-requests',
  phrases: ['заявки', 'какие есть заявки?', 'кто ждёт подтверждения?'],
  args: (tail) => ({ ok: true, value: tail.trim().toLowerCase() }),

  run: async (about, call) => {
    const open = await openRequests(call);
    const named = open.filter(([{ value }]) => value.person?.toLowerCase() === about);
    const asked = named.length > 0 ? named : open;
    const words = text(asked.length === 0 ? 'requests-none' : 'requests-open', { count: asked.length });
    return { actions: [here(call, words)], changes: [], because: 'told', asks: requestCards(asked) };
  },

  conversation: {
    data: z.object({ request: z.string() }),
    hear: ({ option }, { request }, call) => hearCard(request, option, call),
  },

  examples: [
    { say: '/заявки', by: 'administrator', answers: 'requests-none' },
    { say: '/requests k01', by: 'administrator', answers: 'requests-none' },
    { say: 'Кто ждёт подтверждения?', by: 'class-teacher', answers: 'requests-none' },
    { say: '/заявки', by: 'parent', answers: 'rights-role', refused: true },
    { say: '/заявки', by: 'stranger', answers: 'refuse-unlinked', refused: true },
  ],
});
