import fc from 'fast-check';
import type { Chat } from '../../src/domain/chat.js';
import type { Person, Role } from '../../src/domain/person.js';
import { type PromotionStep, promotedInto, schoolYearOf } from '../../src/domain/promotion.js';
import { chatRef } from '../../src/domain/refs.js';
import { type PromotionInput, planPromotion } from '../../src/roster/promotion.js';
import { takeBack } from '../../src/roster/promotion-back.js';

const NOW = Date.UTC(2026, 8, 1, 6, 0);
const order = { number: '45', date: '2026-08-25' };

const person = (id: string, role: Role, classes: readonly string[], more: Partial<Person> = {}): Person => ({
  ...{ id, role, surname: 'Иванов', name: 'Иван', patronymic: '', subject: '', children: [], basis: '', classes },
  ...more,
});
const chat = (id: number, ofClass: string): Chat => ({
  ...{ ref: chatRef('memory', id), kind: 'class_parents', class: ofClass, mode: 'act' },
  registered: { by: 'a01', at: 0 },
});
const planned = (people: readonly Person[], more: Partial<PromotionInput> = {}) =>
  planPromotion({
    ...{ wish: { order }, people, chats: [], approved: [], done: new Set<string>(), now: NOW, zone: 'Europe/Moscow' },
    ...more,
  });
const pupils = (...classes: readonly string[]) => classes.map((name, at) => person(`s${at}`, 'student', [name]));
const classesOf = (result: ReturnType<typeof planned>) => (result.ok ? result.plan.classes : result);

describe('a year on', () => {
  it.each([
    ['a basic grade', ['5А'], {}, [['5А', '6А']]],
    [
      'all go together, so nobody is in the way',
      ['5А', '6А'],
      {},
      [
        ['5А', '6А'],
        ['6А', '7А'],
      ],
    ],
    [
      'the eleventh leaves',
      ['10А', '11А'],
      {},
      [
        ['10А', '11А'],
        ['11А', null],
      ],
    ],
    [
      'an evening school has a twelfth',
      ['11А', '12А'],
      {},
      [
        ['11А', '12А'],
        ['12А', null],
      ],
    ],
    [
      'classes without a letter',
      ['1', '2'],
      {},
      [
        ['1', '2'],
        ['2', '3'],
      ],
    ],
    ['the ninth goes on', ['9А'], { ends: 0 }, [['9А', '10А']]],
    [
      'the ninth leaves',
      ['8А', '9А'],
      { ends: 9 },
      [
        ['8А', '9А'],
        ['9А', null],
      ],
    ],
    [
      'a primary school’s fourth leaves',
      ['3А', '4А'],
      { ends: 4 },
      [
        ['3А', '4А'],
        ['4А', null],
      ],
    ],
  ] as const)('%s', (_words, classes, wish, expected) =>
    expect(classesOf(planned(pupils(...classes), { wish: { order, ...wish } }))).toEqual(expected),
  );

  it.each([
    [['9А', '9Б', '10А'], { ok: false, ask: 9, classes: ['9А', '9Б'] }],
    [['1А', '4А'], { ok: false, ask: 4, classes: ['4А'] }],
  ] as const)('asks about %j', (classes, expected) => expect(planned(pupils(...classes))).toEqual(expected));

  it.each([
    [['5А', '6А'], ['5А'], { ok: false, why: 'taken', class: '5А', to: '6А' }],
    [['5А'], ['7Б'], { ok: false, why: 'unknown', class: '7Б', to: '' }],
    [[], undefined, { ok: false, why: 'nothing', class: '', to: '' }],
  ] as const)('of %j cannot promote %j', (classes, wanted, expected) =>
    expect(planned(pupils(...classes), { wish: { order, ...(wanted && { classes: [...wanted] }) } })).toEqual(expected),
  );

  it('a chat or the approved list makes a class be there too', () => {
    const only = { wish: { order, classes: ['5А'] } };
    expect(planned(pupils('5А'), { ...only, chats: [chat(1, '6А')] })).toMatchObject({ why: 'taken' });
    expect(planned(pupils('5А'), { ...only, approved: ['5А', '6А'] })).toMatchObject({ why: 'taken' });
  });

  it('what was settled of classes goes with them, the rest stays', () => {
    const standing = {
      confirmed: 1,
      substitutes: [{ class: '5А', since: 1, act: 'приказ 1' }],
    };
    const result = planned([
      ...pupils('5А', '11А'),
      person('u01', 'teacher', ['5А', '11А', '7В'], { standing }),
      person('p01', 'parent', [], {
        children: ['s0'],
        standing: { committee: ['5А'], otherWay: { at: 1, how: 'дневник' } },
      }),
      person('t11', 'class-teacher', ['11А']),
    ]);
    const after = new Map(result.ok ? result.plan.people.map((one) => [one.after.id, one.after]) : []);
    expect(after.get('u01')).toMatchObject({
      classes: ['6А', '8В'],
      standing: { confirmed: 1, substitutes: [{ class: '6А', since: 1, act: 'приказ 1' }] },
    });
    expect(after.get('p01')?.standing).toEqual({ committee: ['6А'], otherWay: { at: 1, how: 'дневник' } });
    expect(after.get('t11')).toMatchObject({ role: 'teacher', classes: [] });
    expect(result.ok && result.plan.count).toMatchObject({ pupils: 1, leavers: 1, parents: 0, leaders: 0, freed: 1 });
  });

  it('a teacher whose child leaves goes on working here; a parent of two leaves with the last one', () => {
    const result = planned([
      ...pupils('11А', '11Б', '5А'),
      person('u01', 'teacher', ['7А'], { children: ['s0'] }),
      person('p01', 'parent', [], { children: ['s0', 's1'] }),
      person('p02', 'parent', [], { children: ['s1', 's2'] }),
    ]);
    const left = result.ok
      ? result.plan.people.filter(({ after }) => after.standing?.left).map(({ after }) => after.id)
      : [];
    expect(left).toEqual(['s0', 's1', 'p01']);
  });

  it.each([
    ['2026-09-01', '2026'],
    ['2026-06-01', '2026'],
    ['2027-05-31', '2026'],
    ['2027-01-10', '2026'],
  ])('%s is of the school year %s', (today, year) => expect(schoolYearOf(today)).toBe(year));
});

const NAMES = ['1А', '1Б', '5А', '5Б', '6А', '9А', '10А', '11А'];
const anyPerson = fc.record({
  role: fc.constantFrom<Role>('student', 'class-teacher', 'teacher'),
  classes: fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 3 }),
  committee: fc.boolean(),
});
const school = fc.array(anyPerson, { minLength: 1, maxLength: 20 }).map((drawn) =>
  drawn.flatMap(({ role, classes, committee }, at): readonly Person[] => {
    const own = role === 'student' ? classes.slice(0, 1) : classes;
    const standing = committee ? { standing: { committee: own } } : {};
    return [
      person(`x${at}`, role, own),
      ...(role === 'student' ? [person(`p${at}`, 'parent', [], { children: [`x${at}`], ...standing })] : []),
    ];
  }),
);

describe('a promotion', () => {
  it('taken back leaves everything as it was, whoever there is', () => {
    fc.assert(
      fc.property(school, fc.constantFrom(0, 9), (people, ends) => {
        const chats = NAMES.map((name, at) => chat(at, name));
        const result = planned(people, { chats, approved: NAMES, wish: { order, ends } });
        if (!result.ok) throw new Error('a whole school can always go on');
        const { plan } = result;
        const step: PromotionStep = {
          ...{
            at: NOW,
            by: 'a01',
            order,
            classes: plan.classes.map(([from, to]): [string, string | null] => [from, to]),
          },
          before: {
            people: plan.people.map(({ before }) => [before.id, before.role, [...before.classes]]),
            standings: plan.people.flatMap(({ before, after }) =>
              JSON.stringify(before.standing) === JSON.stringify(after.standing)
                ? []
                : [[before.id, before.standing ?? null] as [string, (Person['standing'] & object) | null]],
            ),
            chats: plan.chats.map(({ before }) => ({ ...before })) as never,
            approved: NAMES,
          },
        };
        const changed = new Map(plan.people.map(({ after }) => [after.id, after]));
        const later = people.map((one) => changed.get(one.id) ?? one);
        const moved = new Map(plan.chats.map(({ before, after }) => [before.ref, after]));
        const rooms = chats.flatMap((one) => (moved.has(one.ref) ? (moved.get(one.ref) ?? []) : one));

        const back = takeBack(step, step.before ?? ({} as never), {
          ...{ people: later, chats: rooms, approved: [...plan.approved, '1В'] },
        });

        const rows = new Map(back.people.map((one) => [one.id, one]));
        const standings = new Map(back.standings.map((one) => [one.person, one.standing]));
        const again = later.map((one) => {
          const { standing, ...row } = rows.get(one.id) ?? one;
          const settled = standings.has(one.id) ? standings.get(one.id) : standing;
          return settled ? { ...row, standing: settled } : row;
        });
        expect(again).toEqual(people);
        expect(back.chats.map(({ before }) => before.class).toSorted()).toEqual(NAMES.toSorted());
        expect(back.changed).toBe(0);
        // Who was added to the list meanwhile stays there.
        expect(back.approved.toSorted()).toEqual([...NAMES, '1В'].toSorted());
      }),
    );
  });

  it('counts no class twice: what this year made goes no further this year', () => {
    const made = promotedInto({
      steps: [
        {
          at: NOW,
          by: 'a01',
          order,
          classes: [
            ['5А', '6А'],
            ['11А', null],
          ],
        },
      ],
    });
    expect(classesOf(planned(pupils('6А', '7А'), { done: made }))).toEqual([['7А', '8А']]);
    const undone = promotedInto({ steps: [{ at: NOW, by: 'a01', order, classes: [['5А', '6А']], undone: NOW }] });
    expect([...undone]).toEqual([]);
  });
});
