import { z } from 'zod';
import { hearCalled, hearCrisis, openCalls } from '../src/app/calling-hear.js';
import { EMERGENCY } from '../src/app/calling-words.js';
import { defineCommand, noArguments } from '../src/app/command.js';
import { here } from '../src/app/reply.js';
import { text } from '../src/domain/text.js';

export default defineCommand({
  name: EMERGENCY,
  english: 'call',
  where: 'dialog',
  needs: 'ask-for-help',
  offered: ['restrict', 'freeze-account', 'exclude'],
  help: 'help-call',
  phrases: ['открытые вызовы', 'какие есть вызовы?'],
  args: noArguments,
  run: (_none, call) =>
    call.person === undefined
      ? { actions: [here(call, text('call-none'))], changes: [], because: 'told' }
      : openCalls(call.person, call),

  conversation: {
    data: z.object({ step: z.enum(['call', 'taken', 'crisis']), emergency: z.string() }),
    hear: (answer, { step, emergency }, call) =>
      step === 'crisis' ? hearCrisis(emergency, answer, call) : hearCalled(emergency, answer.option, call),
  },

  examples: [
    { say: '/вызов', by: 'deputy', answers: 'call-none' },
    { say: '/call', by: 'psychologist', answers: 'call-none' },
    { say: 'Открытые вызовы', by: 'class-teacher', answers: 'call-none' },
    { say: '/вызов', by: 'stranger', answers: 'refuse-unlinked', refused: true },
  ],
});
