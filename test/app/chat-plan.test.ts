import fc from 'fast-check';
import { createSay } from '../../src/app/say.js';
import { enumerated, listed } from '../../src/app/setup/chat-lines.js';
import { chatsFor, nameOf, planned } from '../../src/app/setup/chat-plan.js';
import type { Chat } from '../../src/domain/chat.js';
import { LIMITS } from '../../src/domain/limits.js';
import type { Person, Role } from '../../src/domain/person.js';
import { chatRef } from '../../src/domain/refs.js';
import { roster } from '../scenarios/world.js';

const say = createSay('ru');
const person = (role: Role, classes: readonly string[], subject = ''): Person => ({
  ...{ id: `${role}${classes.join('')}`, role, surname: '', name: '', patronymic: '', basis: '', children: [] },
  classes,
  subject,
});
const namesOf = (...given: Parameters<typeof chatsFor>) => chatsFor(...given).optional.map((chat) => say(nameOf(chat)));

describe('the plan of chats', () => {
  it('of the demo school is that of SC-01', () => {
    const { required, optional } = chatsFor(roster, ['5Б', '5А']);
    expect(say(enumerated(required.map(nameOf)))).toBe(
      'руководитель и заместители; руководитель и педагоги; 5А – ученики; 5А – родители; 5Б – ученики; 5Б – родители',
    );
    expect(say(enumerated(optional.map(nameOf)))).toBe('педагоги 5А; педагоги 5Б; информатика 5А; информатика 5Б');
  });

  it.each<[string, readonly Person[], readonly string[], readonly string[]]>([
    [
      'a teacher of two subjects',
      [person('teacher', ['5А'], 'физика, химия')],
      ['5А'],
      ['педагоги 5А', 'физика 5А', 'химия 5А'],
    ],
    [
      'two teachers of one subject',
      [person('teacher', ['5А'], 'химия'), person('teacher', ['5А', '5Б'], 'химия')],
      ['5А'],
      ['педагоги 5А', 'химия 5А'],
    ],
    ['a class that the school has not', [person('teacher', ['9Я'], 'химия')], ['5А'], ['педагоги 5А']],
    ['a class teacher, whose chat is the class’s', [person('class-teacher', ['5А'], 'химия')], ['5А'], ['педагоги 5А']],
    [
      'a subject of several words',
      [person('teacher', ['5А'], 'русский язык')],
      ['5А'],
      ['педагоги 5А', 'русский язык 5А'],
    ],
    ['no class yet', [], [], []],
  ])('of %s', (_, people, classes, names) => expect(namesOf(people, classes)).toEqual(names));

  it('goes by number, not by letter', () =>
    expect(namesOf([], ['10А', '5Б', '5А', '1А'])).toEqual([
      'педагоги 1А',
      'педагоги 5А',
      'педагоги 5Б',
      'педагоги 10А',
    ]));

  it('marks what is registered, however the subject was written', () => {
    const chat = { ref: chatRef('memory', 1), mode: 'act', registered: { by: 'a01', at: 0 } } as const;
    const registered: readonly Chat[] = [{ ...chat, kind: 'subject', class: '5А', subject: 'Химия' }];
    const { optional } = chatsFor([person('teacher', ['5А'], 'химия')], ['5А']);
    expect(planned(optional, registered).map((line) => say(line))).toEqual(['– педагоги 5А', '✓ химия 5А']);
  });

  it('of any school fits a message', () => {
    const classes = fc.uniqueArray(
      fc
        .tuple(fc.integer({ min: 1, max: 11 }), fc.constantFrom(...'АБВГДЕ'))
        .map(([year, letter]) => `${year}${letter}`),
    );
    fc.assert(
      fc.property(classes, (given) => {
        const teacher = person('teacher', given, 'основы безопасности и защиты Родины, вероятность и статистика');
        const { required, optional } = chatsFor([teacher], given);
        expect(required).toHaveLength(2 + 2 * given.length);
        const lines = [...listed(planned(required, [])), ...listed(planned(optional, []))].map((line) => say(line));
        expect(lines.join('\n').length).toBeLessThan(LIMITS.text - 500);
        expect(
          say(enumerated(required.map(nameOf))).length + say(enumerated(optional.map(nameOf))).length,
        ).toBeLessThan(LIMITS.text - 500);
      }),
    );
  });
});
