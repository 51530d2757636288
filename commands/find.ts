import { type Call, defineCommand, type Reply } from '../src/app/command.js';
import { findFor, personLines } from '../src/app/people-find.js';
import { hearSettling, optionsAbout, Settling } from '../src/app/people-settling.js';
import { here } from '../src/app/reply.js';
import { fullName } from '../src/domain/names.js';
import type { Person } from '../src/domain/person.js';
import { text } from '../src/domain/text.js';

/** As many namesakes as one still reads. */
const MOST = 10;

const several = (found: readonly Person[], call: Call): Reply => {
  const lines = found.slice(0, MOST).map((one) =>
    text('find-one', {
      name: fullName(one),
      id: one.id,
      role: text('role', { role: one.role }),
      classes: one.classes.length === 0 ? 0 : one.classes.join(', '),
    }),
  );
  const words = text('find-several', { count: found.length, lines });
  return { actions: [here(call, words)], changes: [], because: 'several' };
};

export default defineCommand({
  name: 'найти',
  english: 'find',
  where: 'dialog',
  needs: 'view-people',
  help: 'help-find',
  args: (tail) => (tail.trim() === '' ? { ok: false, text: text('find-form') } : { ok: true, value: tail.trim() }),

  run: async (typed, call) => {
    const found = await findFor(typed, call);
    const [person, another] = found;
    if (person === undefined) return { actions: [here(call, text('find-nobody'))], changes: [], because: 'nobody' };
    if (another) return several(found, call);
    const words = text('find-card', { lines: await personLines(person, call) });
    const options = await optionsAbout(person, call);
    if (options.length === 0) return { actions: [here(call, words)], changes: [], because: 'found' };
    return { actions: [], changes: [], because: 'found', asks: [{ words, options, data: { person: person.id } }] };
  },

  conversation: { data: Settling, hear: hearSettling },

  examples: [
    { say: '/найти Петрова Анна', by: 'administrator', answers: 'find-several' },
    { say: '/find s02', by: 'class-teacher', answers: 'find-card', puts: ['record', 'record'] },
    { say: '/найти Пупкина', by: 'administrator', answers: 'find-nobody' },
    { say: '/найти', by: 'administrator', answers: 'usage', refused: true },
    { say: '/найти Петрова', by: 'parent', answers: 'rights-role', refused: true },
  ],
});
