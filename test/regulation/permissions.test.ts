import fc from 'fast-check';
import { CHAT_KINDS } from '../../src/domain/chat.js';
import { type Person, ROLES, type Standing } from '../../src/domain/person.js';
import { DAY } from '../../src/domain/time.js';
import { CLOSED, PERMISSIONS, PermissionsFile, type Scope } from '../../src/regulation/permissions.js';
import {
  type Answer,
  permitted,
  permittedAmong,
  type Question,
  type Rules,
} from '../../src/regulation/permissions-answer.js';
import type { Asker } from '../../src/regulation/permissions-hats.js';
import { NOW, OWN, person, rulesOf, SCHOOLS } from './permissions.js';

const CLASSES = ['5А', '5Б', '9А'];
const IDS = ['self', 'child', 'other'];
const term = { since: NOW - DAY, until: NOW + DAY };

const standings: fc.Arbitrary<Standing> = fc.record(
  {
    confirmed: fc.constantFrom(NOW - DAY, NOW + DAY),
    additional: fc.constant({ by: 'a01', ...term }),
    substitutes: fc.subarray(CLASSES).map((list) => list.map((one) => ({ class: one, ...term, act: 'приказ 1' }))),
    committee: fc.subarray(CLASSES),
    delegate: fc.constant({ by: 'p01', until: NOW + DAY }),
    restricted: fc.constant({ since: NOW - DAY, act: 'решение 1' }),
  },
  { requiredKeys: [] },
);
const people: fc.Arbitrary<Person> = fc
  .record({
    role: fc.constantFrom(...ROLES),
    classes: fc.subarray(CLASSES),
    subject: fc.constantFrom('', 'информатика', 'химия, биология'),
    children: fc.subarray(['child']),
    standing: standings,
  })
  .map(({ role, ...over }) => person(role, over));
const scopes: fc.Arbitrary<Scope> = fc.record(
  {
    chat: fc.constantFrom(...CHAT_KINDS),
    class: fc.constantFrom(...CLASSES),
    subject: fc.constantFrom('информатика', 'химия', 'физика'),
    owner: fc.constantFrom(...IDS),
    about: fc.constantFrom(...IDS),
    parties: fc.subarray(IDS),
  },
  { requiredKeys: [] },
);
const permissions = fc.constantFrom(...PERMISSIONS);

const STRENGTH = { no: 0, request: 1, confirm: 2, yes: 3 } as const;
const strength = ({ granted }: Answer): number => STRENGTH[granted];
const ask = (rules: Rules, who: Asker, permission: Question['permission'], scope: Question['scope'], now = NOW) =>
  permitted(rules, who, { permission, scope, now });

describe.each(SCHOOLS)('whoever asks, whatever, wherever, under %s', (school) => {
  let rules: Rules;
  beforeAll(async () => {
    rules = await rulesOf(school);
  });
  const always = (check: (who: Person, permission: Question['permission'], scope: Scope) => void) =>
    fc.assert(fc.property(people, permissions, scopes, check), { numRuns: 1_500 });

  it('those who may outright are found among many as if each had asked', () =>
    always((who, permission, scope) => {
      const may = ask(rules, who, permission, scope).granted === 'yes';
      expect(permittedAmong(rules, [who], { permission, scope, now: NOW })).toEqual(may ? [who] : []);
    }));

  it('nothing is granted by a matrix that says nothing', () =>
    always((who, permission, scope) => {
      const shut = { ...rules, matrix: CLOSED };
      expect([ask(shut, who, permission, scope).granted, ask(shut, who, permission, 'anywhere').granted]).toEqual([
        'no',
        'no',
      ]);
    }));

  it('the same question has the same answer', () =>
    always((who, permission, scope) => {
      expect(ask(rules, who, permission, scope)).toEqual(
        ask(rules, structuredClone(who), permission, structuredClone(scope)),
      );
    }));

  it('a place gives no more than its door promised: a request never becomes a yes', () =>
    always((who, permission, scope) => {
      expect(strength(ask(rules, who, permission, scope))).toBeLessThanOrEqual(
        strength(ask(rules, who, permission, 'anywhere')),
      );
    }));

  it('nobody gains by being out of his class', () =>
    always((who, permission, scope) => {
      const [own] = who.classes;
      fc.pre(own !== undefined && who.role !== 'student');
      const [there, here] = ['11Я', own ?? ''].map((one) => ask(rules, who, permission, { ...scope, class: one }));
      expect(there && here && strength(there) <= strength(here)).toBe(true);
    }));

  it('whoever has left may what an outsider may, and have the own data', () =>
    always((who, permission, scope) => {
      const gone = {
        ...who,
        standing: { ...who.standing, left: { at: NOW - DAY, act: 'приказ 2', purge: NOW + DAY } },
      };
      const answer = ask(rules, gone, permission, scope).granted;
      const own = permission === 'own-data' && ['self', ...gone.children].includes(scope.about ?? '');
      expect(own || answer === ask(rules, undefined, permission, scope).granted).toBe(true);
    }));

  it('an additional administrator may no more than the administrator', () =>
    always((_, permission, scope) => {
      const additional = person('psychologist', { standing: { confirmed: 0, additional: { by: 'a01', ...term } } });
      const administrator = person('administrator');
      expect(strength(ask(rules, additional, permission, scope))).toBeLessThanOrEqual(
        strength(ask(rules, administrator, permission, scope)),
      );
    }));

  it('a side of the dispute does not decide it', () =>
    always((who, _, scope) => {
      const conflict = { ...scope, parties: ['self'] };
      for (const permission of ['decide-appeal', 'restrict', 'exclude'] as const)
        expect(ask(rules, who, permission, conflict).granted).toBe('no');
    }));

  it('an outsider and the curator are granted nothing of the school’s', () =>
    always((_, permission, scope) => {
      const free = ['link-account', 'read-regulation'].includes(permission);
      expect(ask(rules, undefined, permission, scope).granted).toBe(free ? 'yes' : 'no');
      const asked = permission === 'figures-school' ? 'request' : 'no';
      expect(ask(rules, 'curator', permission, scope).granted).toBe(free ? 'yes' : asked);
    }));
});

describe('a standing beside the role', () => {
  const inForce = (standing: Standing, now: number, rules: Rules, scope: Scope = { class: '5Б' }) =>
    ask(rules, person('teacher', { standing: { confirmed: 0, ...standing } }), 'invite-parent', scope, now).granted;

  it('of a substitute begins and ends with its term, for that class only', async () => {
    const rules = await rulesOf('school-21');
    const substitutes = [{ class: '5Б', since: NOW, until: NOW + DAY, act: 'приказ 1' }];
    const at = [NOW - 1, NOW, NOW + DAY - 1, NOW + DAY].map((now) => inForce({ substitutes }, now, rules));
    expect(at).toEqual(['no', 'yes', 'yes', 'no']);
    expect(inForce({ substitutes }, NOW, rules, { class: '5А' })).toBe('no');
  });

  it('of an additional administrator counts only where the regulation knows one', async () => {
    const granted = async (school: (typeof SCHOOLS)[number], over: object = {}) => {
      const rules = await rulesOf(school);
      const set = { ...rules, switches: { ...rules.switches, ...over } };
      return inForce({ additional: { by: 'a01', since: 0 } }, NOW, set);
    };
    expect(await granted('school-21')).toBe('no');
    expect(await granted('oosh-19')).toBe('yes');
    expect(await granted('oosh-19', { additionalAdmins: false })).toBe('no');
  });

  it('of a grandmother lets her act for herself and not for the child, and ends', async () => {
    const rules = await rulesOf('school-21');
    const delegate = person('parent', { standing: { delegate: { by: 'p01', until: NOW + DAY } } });
    const asked = (about: string, now = NOW) => ask(rules, delegate, 'own-data', { about }, now).granted;
    expect([asked('self'), asked('child')]).toEqual(['yes', 'no']);
    const talk = [person('parent'), delegate].map((who) => ask(rules, who, 'meet-talk', {}).granted);
    expect(talk).toEqual(['request', 'no']);
    expect(ask(rules, delegate, 'complain', {}, NOW + DAY)).toMatchObject({ granted: 'no', why: 'left' });
  });

  it('of a parent whom a court restricts closes what is the child’s', async () => {
    const rules = await rulesOf('school-21');
    const free = person('parent');
    const restricted = person('parent', { standing: { restricted: { since: NOW, act: 'решение 1' } } });
    const asked = (who: Person) => ask(rules, who, 'see-case', { about: 'child', chat: 'class_students' }).granted;
    expect([asked(free), asked(restricted)]).toEqual(['yes', 'no']);
  });

  it('of the parents’ committee proposes to the class teacher', async () => {
    const parent = person('parent', { standing: { committee: ['5А'] } });
    const answer = ask(await rulesOf('school-21'), parent, 'publish-class', { class: '5А' });
    expect(answer).toMatchObject({ granted: 'request', by: ['class-teacher'] });
  });

  it('of a role not confirmed: who is meant differs by school', async () => {
    const whys = async (school: (typeof SCHOOLS)[number]) => {
      const rules = await rulesOf(school);
      const fresh = (role: 'class-teacher' | 'deputy') => person(role, { standing: {} });
      return (['class-teacher', 'deputy'] as const).map((role) => {
        const answer = ask(rules, fresh(role), 'invite-parent', OWN);
        return answer.granted === 'no' ? `${answer.why} ${answer.cites?.clause}` : answer.granted;
      });
    };
    expect(await whys('school-21')).toEqual(['unconfirmed 2.5', 'yes']);
    expect(await whys('oosh-19')).toEqual(['unconfirmed 2.1', 'unconfirmed 2.1']);
  });
});

describe('a switch of the edition', () => {
  it.each([
    ['school-21', 'publish-school', 'teacher', { channelRequests: 'admin-only' }, 'request', 'no'],
    ['oosh-19', 'publish-school', 'teacher', { channelRequests: 'admin+teachers' }, 'no', 'request'],
    ['school-21', 'publish-school', 'director', { directorPublishes: false }, 'confirm', 'request'],
    ['school-21', 'invite-parent', 'teacher', { parentInviters: ['teacher'] }, 'no', 'yes'],
    ['school-21', 'invite-student', 'teacher', { studentInviters: ['administrator'] }, 'yes', 'no'],
    ['school-21', 'meet-class-parents', 'teacher', { classMeetings: ['teacher'] }, 'no', 'yes'],
    ['school-21', 'meet-class-parents', 'class-teacher', { classMeetings: [] }, 'yes', 'no'],
    ['oosh-19', 'figures-school', 'deputy', { statsRecipients: ['deputy'] }, 'no', 'yes'],
    ['school-21', 'move-old-chat', 'administrator', { migration: false }, 'yes', 'no'],
  ] as const)('%s: %s by the %s with %j turns %s into %s', async (school, permission, role, over, before, after) => {
    const rules = await rulesOf(school);
    const set = { ...rules, switches: { ...rules.switches, ...(over as object) } };
    const who = person(role);
    expect([rules, set].map((one) => ask(one, who, permission, OWN).granted)).toEqual([before, after]);
  });

  it('gives the chat of a subject to the class teacher', async () => {
    const rules = await rulesOf('school-21');
    const set: Rules = { ...rules, switches: { ...rules.switches, subjectModerator: 'class-teacher' } };
    const where: Scope = { chat: 'subject', class: '5А', subject: 'химия' };
    const asked = (one: Rules) => ask(one, person('class-teacher'), 'remove-content', where).granted;
    expect([asked(rules), asked(set)]).toEqual(['no', 'yes']);
  });
});

describe('a school nobody has heard of', () => {
  const matrix = PermissionsFile.parse({
    rows: [
      { permission: 'poll', cites: '7.7', who: { psychologist: 'yes', parent: 'request' } },
      { permission: 'restrict', chats: ['staff'], cites: '9.1-b', impartial: true, who: { teacher: 'confirm' } },
    ],
  });
  const edition = '2030-01-01';
  const rules: Rules = {
    matrix,
    switches: {},
    cite: (ground) => ({ document: 'regulation', clause: ground, edition }),
  };

  it('has rights of its own: what stands in its file, and nothing else', () => {
    const grants = PERMISSIONS.flatMap((permission) =>
      ROLES.map((role) => {
        const { granted, cites } = ask(rules, person(role), permission, { chat: 'staff' });
        return granted === 'no' ? '' : `${permission} ${role} ${granted} ${cites?.clause}`;
      }),
    );
    expect(grants.filter(Boolean)).toEqual([
      'restrict teacher confirm 9.1-b',
      'poll psychologist yes 7.7',
      'poll parent request 7.7',
    ]);
    expect(ask(rules, person('parent'), 'poll', {})).toMatchObject({ by: ['psychologist'] });
  });
});

describe('the file of a matrix', () => {
  const row = { permission: 'poll', who: { teacher: 'yes own-chat' } };
  it.each([
    ['a permission nobody knows', { ...row, permission: 'fly' }],
    ['a cell that is no grant', { ...row, who: { teacher: 'perhaps' } }],
    ['a place nobody knows', { ...row, who: { teacher: 'yes own-planet' } }],
    ['a role nobody knows', { ...row, who: { headmaster: 'yes' } }],
    ['a ground that is none', { ...row, cites: 'BECAUSE' }],
  ])('with %s is refused', (_, wrong) => expect(PermissionsFile.safeParse({ rows: [wrong] }).success).toBe(false));

  it('has one row for a permission in a chat', () => {
    const general = { permission: 'poll', who: {} };
    const special = { permission: ['poll', 'warn'], chats: ['subject', 'staff'], who: {} };
    const staff = { permission: 'warn', chats: ['staff'], who: {} };
    for (const rows of [
      [general, special],
      [special, general],
      [special, staff],
    ])
      expect(PermissionsFile.safeParse({ rows }).success).toBe(false);
    expect(PermissionsFile.safeParse({ rows: [general, staff] }).success).toBe(true);
  });
});
