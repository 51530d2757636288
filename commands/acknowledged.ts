import { z } from 'zod';
import { acknowledgeChosen, acknowledgeInWords, EDITION } from '../src/app/acknowledge-all.js';
import { acknowledge } from '../src/app/acknowledged.js';
import { defineCommand } from '../src/app/command.js';

/** The button under an edition; or which of several was asked. */
const Talk = z.union([z.object({ edition: z.string() }), z.object({ which: z.literal(true) })]);
type Talk = z.output<typeof Talk>;

/** «5», «с объявлением № 5», «объявление 5»: which announcement; «с Положением»: the edition. */
const readWhich = (tail: string): string | undefined => {
  if (/положени|regulation/iu.test(tail)) return EDITION;
  return /(?:№\s*)?(\d{1,6})\s*[.!]?$/u.exec(tail.trim())?.[1];
};

const IN_WORDS =
  /^(?:ознаком\p{L}*|прочитал\p{L}*)(?:\(а\))?\s+(?:с\s+)?(?:положени\p{L}*|(?:объявлени\p{L}*|документ\p{L}*)?\s*№?\s*\d{1,6})[.!]?$/iu;

export default defineCommand<string | undefined, Talk>({
  name: 'ознакомлен',
  english: 'acknowledged',
  where: 'dialog',
  needs: 'read-own-record',
  help: 'help-acknowledged',
  phrases: ['ознакомлен', 'ознакомлена', 'ознакомлен(а)', 'ознакомился', 'ознакомилась', 'прочитал', 'прочитала'],
  recognises: (message) => IN_WORDS.test(message.trim()),
  args: (tail) => ({ ok: true, value: readWhich(tail) }),
  run: acknowledgeInWords,

  // The question under an edition is one for everybody, and stays open.
  conversation: {
    data: Talk,
    hear: async ({ option }, talk, call) => {
      if ('which' in talk) return acknowledgeChosen(option, call);
      const { said, changes, because } = await acknowledge(call, talk.edition);
      return { actions: [], changes, because, snack: said, stays: true };
    },
  },

  examples: [
    { say: '/ознакомлен', by: 'parent', answers: 'acknowledged', puts: ['record'] },
    { say: 'Ознакомлена', by: 'parent', answers: 'acknowledged', puts: ['record'] },
    { say: 'Ознакомлен(а)', by: 'student', answers: 'acknowledged', puts: ['record'] },
    { say: '/ознакомлен с Положением', by: 'parent', answers: 'acknowledged', puts: ['record'] },
    { say: '/ознакомлен 7', by: 'parent', answers: 'announce-read-unknown' },
    { say: 'Ознакомлена с объявлением № 7', by: 'parent', answers: 'announce-read-unknown' },
    { say: '/acknowledged', by: 'director', answers: 'acknowledged', puts: ['record'] },
    { say: '/ознакомлен', by: 'stranger', answers: 'refuse-unlinked', refused: true },
    { say: '/ознакомлен', by: 'parent', in: 'parents chat', answers: 'group-only-dialog', refused: true },
  ],
});
