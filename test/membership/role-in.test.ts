import type { Chat, ChatKind } from '../../src/domain/chat.js';
import { CHAT_KINDS } from '../../src/domain/chat.js';
import type { Person, Role, Standing } from '../../src/domain/person.js';
import { ROLES } from '../../src/domain/person.js';
import { findingOf, measureFor } from '../../src/membership/finding.js';
import { homesOf } from '../../src/membership/homes.js';
import { looksAfter, roleIn, type Ties } from '../../src/membership/role-in.js';

const NOW = 1_000;
const person = (role: Role, over: Partial<Person> = {}, standing?: Standing): Person => ({
  ...{ id: 'x', role, surname: 'Тихий', name: 'Лев', patronymic: 'Ильич', classes: [], subject: '', children: [] },
  basis: '',
  ...over,
  ...(standing && { standing }),
});
const chat = (kind: ChatKind, over: Partial<Chat> = {}): Chat => ({
  ref: 'memory:chat:1',
  kind,
  class: '5А',
  subject: 'информатика',
  mode: 'act',
  registered: { by: 'k01', at: 0 },
  ...over,
});
const ties = (over: Partial<Ties> = {}): Ties => ({ childClasses: [], invited: false, now: NOW, ...over });

/** Columns: kinds in the order of CHAT_KINDS; everybody of class 5А, teaching there, with a child there for a parent. */
const TABLE: Readonly<Record<Role, string>> = {
  director: '++......++',
  deputy: '++......++',
  administrator: '.+......++',
  'class-teacher': '.+.++++.++',
  teacher: '.+...++.++',
  psychologist: '.+...+..++',
  student: '...+..+.+.',
  parent: '....+...+.',
};

describe('who belongs where by the list', () => {
  it.each(ROLES.flatMap((role) => CHAT_KINDS.map((kind, at) => [role, kind, TABLE[role][at] === '+'] as const)))(
    '%s in %s: %s',
    (role, kind, in_) => {
      const classes =
        role === 'parent' || role === 'director' || role === 'deputy' || role === 'administrator' ? [] : ['5А'];
      const subject = role === 'teacher' ? 'математика, информатика' : '';
      const own = ties({ childClasses: role === 'parent' ? ['5А', '7Б'] : [] });
      expect(roleIn(person(role, { classes, subject }), chat(kind), own)).toBe(in_ ? role : undefined);
    },
  );

  it.each<[string, Person, ChatKind, Ties, Role | undefined]>([
    [
      'a teacher with a child in the class is a parent there',
      person('teacher', { classes: ['5А'] }),
      'class_parents',
      ties({ childClasses: ['5А'] }),
      'parent',
    ],
    [
      'a class teacher with a child in her class is its teacher first',
      person('class-teacher', { classes: ['5А'] }),
      'class_parents',
      ties({ childClasses: ['5А'] }),
      'class-teacher',
    ],
    [
      'a parent of another class does not belong',
      person('parent'),
      'class_parents',
      ties({ childClasses: ['5Б'] }),
      undefined,
    ],
    [
      'a teacher of another subject does not belong',
      person('teacher', { classes: ['5А'], subject: 'химия' }),
      'subject',
      ties(),
      undefined,
    ],
    [
      'who stands in leads the class',
      person('teacher', { classes: ['5Б'] }, { substitutes: [{ class: '5А', since: 0, until: NOW + 1, act: 'а' }] }),
      'class_parents',
      ties(),
      'class-teacher',
    ],
    [
      'who stood in leads it no more',
      person('teacher', { classes: ['5Б'] }, { substitutes: [{ class: '5А', since: 0, until: NOW, act: 'а' }] }),
      'class_parents',
      ties(),
      undefined,
    ],
    [
      'somebody entrusted with the child belongs until the day',
      person('parent', {}, { delegate: { by: 'p01', until: NOW + 1 } }),
      'class_parents',
      ties({ childClasses: ['5А'] }),
      'parent',
    ],
    [
      'and no longer',
      person('parent', {}, { delegate: { by: 'p01', until: NOW } }),
      'class_parents',
      ties({ childClasses: ['5А'] }),
      undefined,
    ],
    [
      'a restricted parent belongs nowhere as one',
      person('parent', {}, { restricted: { since: 0, act: 'а' } }),
      'class_parents',
      ties({ childClasses: ['5А'], invited: true }),
      undefined,
    ],
    [
      'a restricted parent who teaches still teaches',
      person('teacher', { classes: ['5А'] }, { restricted: { since: 0, act: 'а' } }),
      'class_teachers',
      ties({ childClasses: ['5А'] }),
      'teacher',
    ],
    [
      'but is not a parent',
      person('teacher', { classes: ['5Б'] }, { restricted: { since: 0, act: 'а' } }),
      'class_parents',
      ties({ childClasses: ['5А'] }),
      undefined,
    ],
    [
      'whoever has left belongs nowhere',
      person('parent', {}, { left: { at: NOW, act: 'а', purge: 9_999 } }),
      'class_parents',
      ties({ childClasses: ['5А'], invited: true }),
      undefined,
    ],
    ['a deputy is among the parents by decision', person('deputy'), 'class_parents', ties({ invited: true }), 'deputy'],
    [
      'a psychologist among the pupils by decision',
      person('psychologist'),
      'class_students',
      ties({ invited: true }),
      'psychologist',
    ],
    [
      'a parent is not among the pupils by any invite',
      person('parent'),
      'class_students',
      ties({ invited: true, childClasses: ['5А'] }),
      undefined,
    ],
    ['whoever was invited into a circle', person('student'), 'edu_other', ties({ invited: true }), 'student'],
    ['nobody into a circle without it', person('student', { classes: ['5А'] }), 'edu_other', ties(), undefined],
  ])('%s', (_words, who, kind, own, role) => expect(roleIn(who, chat(kind), own)).toBe(role));
});

describe('what is found about somebody in a chat', () => {
  const seen = { community: false, admitted: false };
  it.each([
    ['nobody of the school', { ...seen }, 'class_parents', 'alien'],
    ['another community', { ...seen, community: true }, 'class_parents', 'foreign'],
    ['another community that was decided on', { ...seen, community: true, admitted: true }, 'class_parents', undefined],
    ['a parent who belongs', { ...seen, person: person('parent'), role: 'parent' }, 'class_parents', undefined],
    ['a parent of another class', { ...seen, person: person('parent') }, 'class_parents', 'misplaced'],
    ['a pupil among the parents', { ...seen, person: person('student') }, 'class_parents', 'pupil'],
    ['a pupil among the staff', { ...seen, person: person('student') }, 'staff', 'misplaced'],
    [
      'somebody who has left, though admitted once',
      { ...seen, admitted: true, person: person('parent', {}, { left: { at: 0, act: '', purge: 1 } }) },
      'class_parents',
      'left',
    ],
    ['the administrator', { ...seen, person: person('administrator') }, 'class_parents', undefined],
    ['who registered the chat', { ...seen, person: person('teacher', { id: 'k01' }) }, 'edu_other', undefined],
  ] as const)('%s', (_words, what, kind, finding) => expect(findingOf(what, chat(kind), NOW)).toBe(finding));

  it('costs nobody the membership but those for whom it was decided, and staff not even the word', () => {
    expect(measureFor('left', person('parent'))).toBe('remove');
    expect(measureFor('foreign', undefined)).toBe('remove');
    expect(measureFor('alien', undefined)).toBe('mute');
    expect(measureFor('pupil', person('student'))).toBe('mute');
    expect(measureFor('misplaced', person('teacher'))).toBe('tell');
  });
});

describe('a chat', () => {
  it('is looked after by additional administrators while they are appointed', () => {
    const additional = (until?: number) =>
      person('teacher', {}, { additional: { by: 'a01', since: 0, ...(until === undefined ? {} : { until }) } });
    expect(looksAfter(additional(), chat('staff'), NOW)).toBe(true);
    expect(looksAfter(additional(NOW + 1), chat('staff'), NOW)).toBe(true);
    expect(looksAfter(additional(NOW), chat('staff'), NOW)).toBe(false);
  });

  it('is found for somebody named alone', () => {
    expect(homesOf(person('parent'), ['5А', '5А', '7Б'])).toEqual([
      { kind: 'class_parents', class: '5А' },
      { kind: 'class_parents', class: '7Б' },
    ]);
    expect(homesOf(person('student', { classes: ['5А'] }), [])).toEqual([{ kind: 'class_students', class: '5А' }]);
    expect(homesOf(person('teacher', { classes: ['5А'] }), [])).toEqual([{ kind: 'staff' }]);
  });
});
