import type { Person, Role } from '../../src/domain/person.js';
import type { Holder, Scope } from '../../src/regulation/permissions.js';
import type { Rules } from '../../src/regulation/permissions-answer.js';
import type { Asker } from '../../src/regulation/permissions-hats.js';
import { rulesAt } from '../../src/regulation/permissions-rules.js';
import { shipped } from '../world/policy.js';

export const NOW = Date.UTC(2026, 8, 2, 7, 0);
export const SCHOOLS = ['school-21', 'oosh-19'] as const;
export type School = (typeof SCHOOLS)[number];

export const rulesOf = async (school: School): Promise<Rules> => rulesAt((await shipped(school)).policy, NOW);

/** Somebody of class 5А who teaches informatics, has one child and a confirmed role. */
export const person = (role: Role, over: Partial<Person> = {}): Person => ({
  id: 'self',
  role,
  surname: 'Ключева',
  name: 'Мария',
  patronymic: 'Петровна',
  classes: ['5А'],
  subject: 'информатика',
  children: ['child'],
  basis: '',
  standing: { confirmed: 0 },
  ...over,
});

/** One of each: those with a standing have it beside a role that grants nothing by itself. */
export const ASKERS: Readonly<Record<Exclude<Holder, 'school' | 'everybody'>, Asker>> = {
  director: person('director', { classes: [] }),
  deputy: person('deputy', { classes: [] }),
  administrator: person('administrator', { classes: [] }),
  additional: person('psychologist', {
    classes: [],
    standing: { confirmed: 0, additional: { by: 'a01', since: 0 } },
  }),
  'class-teacher': person('class-teacher'),
  teacher: person('teacher'),
  psychologist: person('psychologist', { classes: [] }),
  student: person('student', { subject: '' }),
  parent: person('parent', { subject: '', classes: [] }),
  committee: person('parent', { subject: '', classes: [], standing: { committee: ['5А'] } }),
  delegate: person('parent', {
    subject: '',
    classes: [],
    standing: { delegate: { by: 'p01', until: NOW + 1 } },
  }),
  curator: 'curator',
  outsider: undefined,
};

export const OWN: Scope = { class: '5А', subject: 'информатика', owner: 'self', about: 'self' };
export const ALIEN: Scope = { class: '5Б', subject: 'химия', owner: 'other', about: 'other' };
