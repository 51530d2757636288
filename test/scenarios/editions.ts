import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { projectRoot } from '../../src/project-root.js';
import { ADMINISTRATOR, DIRECTOR, roster, type School } from './world.js';

export const SCHOOLS = { 'school-21': '2024-08-31', 'oosh-19': '2024-08-30' } as const;
export type SchoolName = keyof typeof SCHOOLS;

interface Clause {
  readonly id: string;
  readonly text?: string;
  readonly bullets?: readonly { readonly id: string; readonly text: string }[];
}
interface File {
  readonly clauses: readonly Clause[];
  readonly [key: string]: unknown;
}

/** A moment of October or November 2026 in Moscow. */
export const moment = (day: string, clock: string): number => Date.parse(`${day}T${clock}:00+03:00`);

/** The file of the school's edition. */
export const fileOf = (school: SchoolName): File =>
  parse(readFileSync(join(projectRoot(), 'policies', school, `${SCHOOLS[school]}.yaml`), 'utf8'));

/** The edition of SC-12: 4.2 and 5.2 read otherwise, 4.3 is new; nothing adopts it yet. */
export const newEdition = (over: Readonly<Record<string, unknown>> = {}): string => {
  const { clauses, ...rest } = fileOf('school-21');
  const changed = clauses.flatMap((clause): readonly Clause[] => {
    if (clause.id === '5.2') return [{ id: '5.2', text: 'Изменения вносятся приказом директора.' }];
    if (clause.id !== '4.2') return [clause];
    return [
      { ...clause, text: 'Все участники общения в чатах школы обязаны:' },
      { id: '4.3', text: 'Родители могут получать информацию иным способом.' },
    ];
  });
  return stringify({ ...rest, requisites: {}, clauses: changed, ...over });
};

/** Goes from moment to moment: only what falls due at them is seen late by nobody. */
export const until = async (school: School, ...moments: readonly number[]): Promise<void> => {
  for (const at of moments) {
    school.clock.set(at);
    await school.quiet();
  }
};

export const REQUISITES = 'протокол № 3 от 16.10.2026; приказ 01-10-355 от 19.10.2026; действует с 26.10.2026';

/** Everybody of the list may be written to. */
export const everybodyListens = async (school: School): Promise<void> => {
  for (const { id } of roster) await school.allows(id);
};

/** The administrator brings a file, and says what adopts it. */
export const brings = async (school: School, file: string, requisites = REQUISITES, name = 'редакция.yaml') => {
  const dialog = school.dialog(ADMINISTRATOR);
  await school.says(ADMINISTRATOR, dialog, '/положение новая редакция');
  await school.sends(ADMINISTRATOR, dialog, name, file);
  if (requisites !== '') await school.says(ADMINISTRATOR, dialog, requisites);
};

/** The same up to the director's word. */
export const adopts = async (school: School, file = newEdition(), requisites = REQUISITES): Promise<void> => {
  await brings(school, file, requisites);
  await school.presses(ADMINISTRATOR, school.dialog(ADMINISTRATOR), 'Продолжить');
  await school.presses(DIRECTOR, school.dialog(DIRECTOR), 'Ввести');
};

/** The date of the edition that the latest finding in the journal cites. */
export const citedEdition = async (school: School): Promise<string | undefined> =>
  (await school.journal()).flatMap((entry) => (entry.kind === 'verdict' ? entry.findings : [])).at(-1)?.citation
    .edition;
