import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Chat } from '../../src/domain/chat.js';
import { isOfSchool, type Person } from '../../src/domain/person.js';
import { chatRef } from '../../src/domain/refs.js';
import { roleIn } from '../../src/membership/role-in.js';
import { projectRoot } from '../../src/project-root.js';
import { importOf } from '../../src/roster/import.js';
import { planMovement } from '../../src/roster/movement-plan.js';
import { readMovement } from '../../src/roster/movement-read.js';
import { parseRoster } from '../../src/roster/parse.js';
import { readRoster } from '../../src/roster/read.js';

const DEMO = readFileSync(join(projectRoot(), 'src/sandbox/demo/roster.csv'), 'utf8');
const SCHOOL = parseRoster(DEMO).people;
const NOW = Date.parse('2026-10-05T10:00:00+03:00');
const CHATS: readonly Chat[] = (['class_students', 'class_parents', 'class_teachers'] as const).flatMap((kind) =>
  ['5А', '5Б'].map(
    (name): Chat => ({
      ref: chatRef('memory', `${kind}${name}`),
      ...{ kind, class: name, mode: 'act', registered: { by: 'a01', at: 0 } },
    }),
  ),
);

describe('whatever is sent as a list', () => {
  const look = (bytes: Uint8Array) => readRoster(bytes, 'a', { people: [] });

  it('is read or refused in words', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom('', 'PK\u0003\u0004', 'id;роль;фио\n'),
        (bytes, begin) => {
          const { people, sentences } = look(Buffer.concat([Buffer.from(begin), bytes]));
          return sentences.length > 0 && people.every(({ id }) => id !== '');
        },
      ),
    );
  });

  it('puts no formula and no unseen sign into the store, and comes to nothing the second time', () => {
    const cell = fc.string({
      unit: fc.constantFrom('=', '+', '-', '@', '"', "'", ' ', '\t', '\u202E', '\0', 'И', 'в', '5', 'А', ',', 's01'),
      maxLength: 8,
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell, cell, cell), { maxLength: 5 }), (rows) => {
        const lines = rows.map((cells, at) =>
          ['учитель', `t${at}`, 'Иванов', ...cells].map((one) => `"${one.replaceAll('"', '""')}"`).join(';'),
        );
        const { people } = look(Buffer.from(`роль;id;фамилия;имя;класс;предмет;дети;основание\n${lines.join('\n')}`));
        const words = people.flatMap((one) => [
          one.surname,
          one.name,
          one.patronymic,
          one.subject,
          one.basis,
          ...one.children,
        ]);
        const again = importOf({ list: people, known: people, approved: [], provisional: [], at: 0 });
        return words.every((one) => !/^[=+\-@]|[\p{Cc}\p{Cf}]/u.test(one)) && again.changes.length === 0;
      }),
    );
  });
});

describe('whatever movements follow one another', () => {
  const anybody = fc.constantFrom(...SCHOOL.map((person) => person.id), 'Иванов', 'Лугов О. С.');
  const pupil = fc.constantFrom('s01', 's02', 's03', 's04', 's05', 's07', 'Иванова');
  const staff = fc.constantFrom('a01', 'k01', 'k02', 'u01', 'z01');
  const name = fc.constantFrom('5А', '5Б', '9Я');
  const day = fc.constantFrom('', 'с 12.10.2026', 'с 12.10.2026 до 20.10.2026');
  const movement = fc.oneof(
    fc.tuple(pupil, name, name).map(([one, from, to]) => `перевод ${one} ${from} ${to}`),
    fc.tuple(pupil, name).map(([one, to]) => `перевод ${one} ${to}`),
    fc.oneof(pupil, anybody).map((one) => `отчисление ${one}`),
    fc.oneof(staff, anybody).map((one) => `увольнение ${one}`),
    fc.tuple(staff, fc.oneof(staff, anybody), day).map(([one, two, when]) => `замена ${one} ${two} ${when}`),
    fc.tuple(name, staff, day).map(([where, one, when]) => `смена классного ${where} ${one} ${when}`),
    fc.tuple(pupil, name).map(([one, to]) => `приём ${one} Орлова Ника ${to}`),
  );
  const typed = fc
    .tuple(movement, fc.integer({ min: 1, max: 9 }))
    .map(([what, number]) => `${what} приказ ${number} от 02.10.2026`);

  const next = (people: readonly Person[], tail: string): readonly Person[] => {
    const read = readMovement(tail, people);
    if (!read.ok) return people;
    const given = {
      movement: read.movement,
      chats: CHATS,
      classes: ['5А', '5Б'],
      roleIn,
      now: NOW,
      zone: 'Europe/Moscow',
    };
    const come = planMovement({ ...given, people });
    expect(planMovement({ ...given, people })).toEqual(come);
    if (!come.ok) return people;
    for (const { after, leaves, joins, stays } of come.plan.moves) {
      const gone = after.standing?.left !== undefined;
      expect([...joins, ...stays].filter((chat) => gone || leaves.includes(chat))).toEqual([]);
    }
    const changed = new Map(come.plan.moves.map(({ after }) => [after.id, after] as const));
    const newcomers = [...changed.values()].filter((one) => people.every((person) => person.id !== one.id));
    return [...people.map((person) => changed.get(person.id) ?? person), ...newcomers];
  };

  it('the school keeps an administrator, and no parent without a child here stays', () => {
    fc.assert(
      fc.property(fc.array(typed, { maxLength: 12 }), (tails) => {
        const people = tails.reduce(next, SCHOOL);
        const here = people.filter((person) => isOfSchool(person, NOW + 1));
        const pupils = new Set(here.flatMap((person) => (person.role === 'student' ? [person.id] : [])));
        expect(here.filter(({ role }) => role === 'administrator')).not.toEqual([]);
        expect(
          here.filter(({ role, children }) => role === 'parent' && !children.some((child) => pupils.has(child))),
        ).toEqual([]);
        expect(here.filter(({ role, classes }) => role === 'student' && classes.length !== 1)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('whatever is typed is understood or answered', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        (tail) => typeof readMovement(tail, SCHOOL).ok === 'boolean',
      ),
    );
  });
});
