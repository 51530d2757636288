import { z } from 'zod';
import { type Call, defineCommand, type Reply } from '../src/app/command.js';
import { freeze, HACKED, nameVars, reportCards } from '../src/app/freezing.js';
import { hearAccount, hearMessage, hearMine } from '../src/app/hacked-hear.js';
import { named } from '../src/app/named.js';
import { privately } from '../src/app/reply.js';
import { text } from '../src/domain/text.js';
import { findPeople } from '../src/roster/find-people.js';

/** Namesakes of one report that are laid before the administrator. */
const MOST = 5;
const OWN = /^(?:меня|мой (?:аккаунт|профиль)|мою страницу|я)?$/u;
const PHRASE =
  /^(?:меня взломали|(?:мой|мою) (?:аккаунт|профиль|страницу) взломали|взломали (?:меня|мой аккаунт|мою страницу))[.!]*$/iu;
const OTHER = /^(?:[Вв]зломали|[Вв]зломан[аы]?)\s+(\p{Lu}[\p{L}-]+(?:\s+\p{L}[\p{L}.-]*){0,2})[.!]*$/u;

const own = async (call: Call): Promise<Reply> => {
  const { person } = call;
  if (person === undefined)
    return {
      actions: [privately(call, text('hacked-stranger'), text('group-refused'))],
      changes: [],
      because: 'stranger',
    };
  const held = await call.records.get('frozen', person.id);
  return { ...(await freeze(person, call.account, held, undefined, call)), because: 'own', about: person.id };
};

/** Whether there is anybody of this name is not told. */
const reported = async (about: string, call: Call): Promise<Reply> => {
  const thanks = privately(call, text('hacked-reported'), text('group-refused'));
  const { person } = call;
  const people = await call.people.all();
  const { people: found } = findPeople(about.split(/[\s,]+/).filter(Boolean), people);
  const others = (found.length > 0 ? found : named(about, people)).filter(({ id }) => id !== person?.id).slice(0, MOST);
  if (person === undefined || others.length === 0)
    return { actions: [thanks], changes: [], because: 'reported:nobody' };
  const asks = await Promise.all(
    others.map(async (one) => {
      const by = nameVars(person);
      return reportCards(one, text('hacked-report', { ...nameVars(one), by: by.name, 'by-role': by.role }), call);
    }),
  );
  return { actions: [thanks], changes: [], asks: asks.flat(), because: 'reported' };
};

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
  run: (about, call) => (about === '' ? own(call) : reported(about, call)),

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
