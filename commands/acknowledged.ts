import { z } from 'zod';
import { acknowledge } from '../src/app/acknowledged.js';
import { defineCommand, noArguments } from '../src/app/command.js';
import { here } from '../src/app/reply.js';

export default defineCommand({
  name: 'ознакомлен',
  english: 'acknowledged',
  where: 'dialog',
  needs: 'read-own-record',
  help: 'help-acknowledged',
  phrases: ['ознакомлен', 'ознакомлена', 'ознакомлен(а)', 'ознакомился', 'ознакомилась', 'прочитал', 'прочитала'],
  args: noArguments,

  run: async (_, call) => {
    const { said, changes, because } = await acknowledge(call);
    return { actions: [here(call, said)], changes, because };
  },

  // The question under an edition is one for everybody, and stays open.
  conversation: {
    data: z.object({ edition: z.string() }),
    hear: async (_answer, { edition }, call) => {
      const { said, changes, because } = await acknowledge(call, edition);
      return { actions: [], changes, because, snack: said, stays: true };
    },
  },

  examples: [
    { say: '/ознакомлен', by: 'parent', answers: 'acknowledged', puts: ['record'] },
    { say: 'Ознакомлена', by: 'parent', answers: 'acknowledged', puts: ['record'] },
    { say: 'Ознакомлен(а)', by: 'student', answers: 'acknowledged', puts: ['record'] },
    { say: '/acknowledged', by: 'director', answers: 'acknowledged', puts: ['record'] },
    { say: '/ознакомлен', by: 'stranger', answers: 'refuse-unlinked', refused: true },
    { say: '/ознакомлен', by: 'parent', in: 'parents chat', answers: 'group-only-dialog', refused: true },
  ],
});
