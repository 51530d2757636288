import { z } from 'zod';
import { hearReturn } from '../src/app/case-return.js';
import { type Call, defineCommand, noArguments, type Reply } from '../src/app/command.js';
import { askForWords, chooseCase, object } from '../src/app/objection.js';
import { decideAppeal, hearCard, showFragment } from '../src/app/objection-hear.js';
import type { Answer } from '../src/domain/question.js';

const Of = z.string();
const Step = z.discriminatedUnion('step', [
  z.object({ step: z.literal('object'), case: Of }),
  z.object({ step: z.literal('words'), case: Of }),
  z.object({ step: z.literal('choose'), cases: z.array(Of) }),
  z.object({ step: z.literal('return'), case: Of }),
  z.object({ step: z.literal('appeal'), case: Of }),
  z.object({ step: z.literal('why'), case: Of }),
  z.object({ step: z.literal('grant'), case: Of }),
  z.object({ step: z.literal('decline'), case: Of }),
]);
type Step = z.output<typeof Step>;

const hear = async (answer: Answer, step: Step, call: Call): Promise<Reply> => {
  switch (step.step) {
    // Pressed again, the notice tells where the objection stands.
    case 'object':
      return { ...(await askForWords(step.case, call)), stays: true };
    case 'words':
      return object(step.case, answer.words ?? '', call);
    case 'choose':
      return askForWords(step.cases[Number(answer.option)] ?? '', call);
    case 'return':
      return hearReturn(step.case, answer.option, call);
    // The card is answered as long as nobody has decided.
    case 'appeal':
      return { ...(await hearCard(step.case, answer.option, call)), stays: true };
    case 'why':
      return showFragment(step.case, answer.words, call);
    case 'grant':
    case 'decline':
      return decideAppeal(step.case, step.step, answer, call);
  }
};

export default defineCommand({
  name: 'возражение',
  english: 'objection',
  where: 'dialog',
  needs: 'anyone',
  help: 'help-objection',
  phrases: ['не согласен', 'не согласна', 'хочу возразить'],
  args: noArguments,
  run: async (_, call) => chooseCase(call),
  conversation: { data: Step, hear },

  examples: [
    { say: '/возражение', by: 'parent', answers: 'appeal-no-cases' },
    { say: '/objection', by: 'stranger', answers: 'appeal-no-cases' },
    { say: 'Не согласна', by: 'student', answers: 'appeal-no-cases' },
    { say: '/возражение', by: 'parent', in: 'parents chat', answers: 'group-only-dialog', refused: true },
  ],
});
