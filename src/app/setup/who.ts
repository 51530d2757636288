import { LIMITS } from '../../domain/limits.js';
import { shortName } from '../../domain/names.js';
import type { Person } from '../../domain/person.js';
import type { Answer } from '../../domain/question.js';
import { type Text, text } from '../../domain/text.js';
import { PROVISIONAL } from '../../roster/provisional.js';
import type { Call } from '../command.js';
import { type Heard, type Shown, stay } from './step.js';

/** A messenger shows so many buttons under each other. */
const MOST = 6;

/** Which of the list's administrators the provisional one is. */
export const askWho = (administrators: readonly Person[], first: Text): Shown => {
  const offered = administrators.slice(0, MOST);
  return {
    words: text('setup-then', { first, next: text('setup-who') }),
    options: offered.map((person, at) => ({
      id: String(at),
      label: text('button-setup-who', { name: shortName(person).slice(0, LIMITS.label) }),
    })),
    kept: { who: offered.map(({ id }) => id).join(' ') },
  };
};

export const hearWho = async (answer: Answer, { people, now }: Call, ids: string): Promise<Heard> => {
  const id = ids.split(' ')[Number(answer.option ?? -1)];
  const person = id === undefined ? undefined : await people.find(id);
  if (person?.role !== 'administrator') return stay('who-form', text('setup-who'));
  const provisional = await people.accountsOf(PROVISIONAL.id);
  return {
    to: 'next',
    because: 'who',
    said: text('setup-accepted'),
    changes: provisional.map((account) => ({ put: 'link', account, person: person.id, at: now })),
  };
};
