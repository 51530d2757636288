import { z } from 'zod';
import { defineCommand } from '../src/app/command.js';
import { HACKED } from '../src/app/freezing.js';
import { hearAccount, hearMessage, hearMine } from '../src/app/hacked-hear.js';
import { reportOther, reportOwn } from '../src/app/hacked-report.js';

const OWN = /^(?:меня|мой (?:аккаунт|профиль)|мою страницу|я)?$/u;
const PHRASE =
  /^(?:меня взломали|(?:мой|мою) (?:аккаунт|профиль|страницу) взломали|взломали (?:меня|мой аккаунт|мою страницу))[.!]*$/iu;
const OTHER = /^(?:[Вв]зломали|[Вв]зломан[аы]?)\s+(\p{Lu}[\p{L}-]+(?:\s+\p{L}[\p{L}.-]*){0,2})[.!]*$/u;

export default defineCommand({
  name: HACKED,
  english: 'hacked',
  where: 'both',
  needs: 'anyone',
  help: 'help-hacked',
  recognises: (message) => PHRASE.test(message.trim()) || OTHER.test(message.trim()),
  args: (tail) => {
    const about = OTHER.exec(tail.trim())?.[1] ?? tail.trim();
    return { ok: true, value: OWN.test(about.toLowerCase()) || PHRASE.test(about) ? '' : about };
  },
  run: (about, call) => (about === '' ? reportOwn(call) : reportOther(about, call)),

  conversation: {
    data: z.object({
      step: z.enum(['mine', 'check', 'restore', 'report']),
      of: z.string(),
      case: z.string().exactOptional(),
    }),
    hear: (answer, { step, of, case: case_ }, call) => {
      if (step === 'mine') return hearMine(of, answer, call);
      const { option } = answer;
      if (step !== 'check' || option === 'freeze' || option === 'lift') return hearAccount(of, option, call);
      return hearMessage(case_ ?? '', of, option, call);
    },
  },

  examples: [
    { say: '/взлом Физикова', by: 'class-teacher', answers: 'hacked-reported', puts: ['record', 'record'] },
    { say: 'Взломали Физикову', by: 'parent', answers: 'hacked-reported', puts: ['record', 'record'] },
    { say: '/взлом Никакойтакой', by: 'parent', answers: 'hacked-reported' },
    {
      say: 'Меня взломали!',
      by: 'teacher',
      answers: 'hacked-frozen',
      puts: ['record', 'no-timer', 'record', 'record'],
    },
    { say: '/hacked', by: 'stranger', answers: 'hacked-stranger', refused: true },
  ],
});
