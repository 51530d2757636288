import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSay } from '../../src/app/say.js';
import type { Chat, ChatKind } from '../../src/domain/chat.js';
import type { Person } from '../../src/domain/person.js';
import { chatRef } from '../../src/domain/refs.js';
import { text } from '../../src/domain/text.js';
import { DAY } from '../../src/domain/time.js';
import { roleIn } from '../../src/membership/role-in.js';
import { projectRoot } from '../../src/project-root.js';
import { doneBefore } from '../../src/roster/movement.js';
import { type MovementPlan, planMovement } from '../../src/roster/movement-plan.js';
import { readMovement } from '../../src/roster/movement-read.js';
import { parseRoster } from '../../src/roster/parse.js';

const say = createSay('ru');
const ZONE = 'Europe/Moscow';
/** Monday, 5 October 2026, 10:00 in Moscow. */
const NOW = Date.parse('2026-10-05T10:00:00+03:00');
const ORDER = 'приказ 03-05-17 от 02.10.2026';
const CITED = text('clause-ref', { document: 'regulation', clause: '3.3' });

const SCHOOL = parseRoster(readFileSync(join(projectRoot(), 'src/sandbox/demo/roster.csv'), 'utf8')).people;
const chat = (id: number, kind: ChatKind, ofClass?: string, subject?: string): Chat => ({
  ref: chatRef('memory', id),
  kind,
  ...(ofClass && { class: ofClass }),
  ...(subject && { subject }),
  mode: 'act',
  registered: { by: 'a01', at: 0 },
});
const CHATS: readonly Chat[] = [
  chat(1, 'staff'),
  chat(2, 'subject', '5А', 'информатика'),
  chat(3, 'class_students', '5А'),
  chat(4, 'class_parents', '5А'),
  chat(5, 'class_students', '5Б'),
  chat(6, 'class_parents', '5Б'),
  chat(7, 'subject', '5Б', 'информатика'),
];

const read = (tail: string, people = SCHOOL) => {
  const found = readMovement(tail, people, CITED);
  if (!found.ok) throw new Error(say(found.text));
  return found.movement;
};
const planned = (tail: string, people: readonly Person[] = SCHOOL, now = NOW) =>
  planMovement({ movement: read(tail, people), people, chats: CHATS, classes: ['5А', '5Б'], roleIn, now, zone: ZONE });
const plan = (tail: string, people?: readonly Person[], now?: number): MovementPlan => {
  const come = planned(tail, people, now);
  if (!come.ok) throw new Error(say(come.text));
  return come.plan;
};
const refused = (tail: string, people?: readonly Person[]) => {
  const come = planned(tail, people);
  return come.ok ? undefined : say(come.text);
};
/** The school after a plan was carried out. */
const carriedOut = ({ moves }: MovementPlan, people = SCHOOL): readonly Person[] => {
  const after = new Map([
    ...people.map((one) => [one.id, one] as const),
    ...moves.map(({ after }) => [after.id, after] as const),
  ]);
  return [...after.values()];
};
const someone = (id: string, change: Partial<Person>): readonly Person[] =>
  SCHOOL.map((person) => (person.id === id ? { ...person, ...change } : person));
const notices = ({ notices: all }: MovementPlan) => all.map(({ to, text: words }) => `${to}: ${say(words)}`);

describe('a movement as it is typed', () => {
  const order = { number: '03-05-17', date: '2026-10-02' };

  it.each([
    [`перевод s01 5А 5Б ${ORDER}`, { kind: 'transfer', person: 's01', from: '5А', to: '5Б', order }],
    [
      `Перевод S01 из 5а в 5б приказом № 03-05-17 от 2.10.26`,
      { kind: 'transfer', person: 's01', from: '5А', to: '5Б', order },
    ],
    [`перевод s01 5Б приказ от 02.10.2026 № 03-05-17`, { kind: 'transfer', person: 's01', to: '5Б', order }],
    [`перевод Иванов П. 5А 5Б ${ORDER} г.`, { kind: 'transfer', person: 's01', from: '5А', to: '5Б', order }],
    [`перевод иванова вера 5А 5Б ${ORDER}`, { kind: 'transfer', person: 's04', from: '5А', to: '5Б', order }],
    [
      `перевод Иванова 5А 5Б с 12.10.2026 ${ORDER}`,
      { kind: 'transfer', person: 's04', from: '5А', to: '5Б', order, since: '2026-10-12' },
    ],
    [`перевод s01 5А→5Б (${ORDER})`, { kind: 'transfer', person: 's01', from: '5А', to: '5Б', order }],
    [`перевод ученика «Иванов Павел» 5А-5Б ${ORDER}`, { kind: 'transfer', person: 's01', from: '5А', to: '5Б', order }],
    [`отчисление s03, пр. №03-05-17 от 02.10.2026г.`, { kind: 'leave', person: 's03', order }],
    [
      `смена классного руководителя 5А с k01 на u01 ${ORDER}`,
      { kind: 'replace', person: 'k01', by: 'u01', class: '5А', order },
    ],
    [`отчисление s03 ${ORDER}`, { kind: 'leave', person: 's03', order }],
    [`отчисление Сидоров ${ORDER}`, { kind: 'leave', person: 's03', order }],
    [`увольнение Физиков А. П. ${ORDER}`, { kind: 'dismiss', person: 'u01', order }],
    [
      `замена k01 u01 с 12.10.2026 до 23.10.2026 ${ORDER}`,
      { kind: 'substitute', person: 'k01', by: 'u01', since: '2026-10-12', until: '2026-10-23', order },
    ],
    [`замена Ключева М. П. на Физиков ${ORDER}`, { kind: 'replace', person: 'k01', by: 'u01', order }],
    [`замена k01 u01 с 12.10.2026 ${ORDER}`, { kind: 'replace', person: 'k01', by: 'u01', since: '2026-10-12', order }],
    ['отчисление s03 приказ № 03-05-17 от 2 октября 2026 г.', { kind: 'leave', person: 's03', order }],
    [`смена классного руководителя 5А u01 ${ORDER}`, { kind: 'replace', by: 'u01', class: '5А', order }],
    [
      `transfer s01 5A 5B order 03-05-17 of 02.10.2026`,
      { kind: 'transfer', person: 's01', from: '5А', to: '5В', order },
    ],
  ])('«%s»', (tail, movement) => expect(read(tail)).toEqual(movement));

  it('enrols a pupil, or one of the staff', () => {
    expect(read(`приём s07 Орлова Дарья Олеговна 5Б ${ORDER}`)).toMatchObject({
      kind: 'enrol',
      person: { id: 's07', role: 'student', surname: 'Орлова', name: 'Дарья', patronymic: 'Олеговна', classes: ['5Б'] },
    });
    expect(read(`прием учитель u02 Лугов Пётр 5А,5Б ${ORDER}`)).toMatchObject({
      person: { id: 'u02', role: 'teacher', classes: ['5А', '5Б'] },
    });
  });

  const asked = (tail: string, people = SCHOOL) => {
    const found = readMovement(tail, people, CITED);
    return found.ok ? found : { says: say(found.text), choices: found.choices?.map(({ typed }) => typed) };
  };

  it.each(['перевод s01 5А 5Б', 'отчисление s03 приказ 5', 'увольнение u01 приказ 5 от 32.01.2026', 'замена k01 u01'])(
    'without an order is not taken: «%s»',
    (tail) => {
      expect(asked(tail)).toMatchObject({ says: 'Укажите реквизиты приказа (п. 3.3 Положения).' });
      const plain = readMovement(tail, SCHOOL);
      expect(plain.ok ? '' : say(plain.text)).toBe('Укажите реквизиты приказа: номер и дату.');
    },
  );

  it.each([
    '',
    'перевод',
    `перевод s01 ${ORDER}`,
    `приём s07 ${ORDER}`,
    `приём s07 Орлова Дарья ${ORDER}`,
    `приём родитель p09 Орлова Дарья ${ORDER}`,
    `замена k01 ${ORDER}`,
    `перенос s01 ${ORDER}`,
  ])('that is not whole is shown how to write: «%s»', (tail) =>
    expect(asked(tail)).toMatchObject({ says: expect.stringMatching(/^Напишите, кто, куда и по какому приказу/) }),
  );

  it.each([
    [`перевод Иванова Павла из 5А в 5Б ${ORDER}`, /^Напишите, кто/],
    [`перевод s01 5 А 5 Б ${ORDER}`, /^Напишите, кто/],
    [`замена k01 u01 с 12.10 ${ORDER}`, /даты: день, месяц и год/],
    [`отчисление s03 12.10 ${ORDER}`, /даты: день, месяц и год/],
  ])('of which a part is not understood is not done in part: «%s»', (tail, words) =>
    expect(asked(tail)).toMatchObject({ says: expect.stringMatching(words) }),
  );

  it('asks which of two namesakes, and what to type for each', () => {
    const twins = [...SCHOOL, { ...(SCHOOL.find(({ id }) => id === 's01') as Person), id: 's91', classes: ['5Б'] }];
    expect(asked(`отчисление Иванов П. ${ORDER}`, twins)).toEqual({
      says: 'Кого Вы имеете в виду: Иванов П. (5А), Иванов П. (5Б)?',
      choices: [`отчисление s01 ${ORDER}`, `отчисление s91 ${ORDER}`],
    });
    expect(read(`перевод Иванов П. 5Б 5А ${ORDER}`, twins)).toMatchObject({ person: 's91' });
  });

  it('says whom it does not know, and which day there is not', () => {
    expect(asked(`отчисление Неизвестный ${ORDER}`)).toMatchObject({
      says: expect.stringContaining('«Неизвестный» в списке школы нет'),
    });
    expect(asked(`замена k01 u01 до 31.11.2026 ${ORDER}`)).toMatchObject({ says: expect.stringContaining('даты') });
  });
});

describe('a transfer', () => {
  const TAIL = `перевод s01 5А 5Б ${ORDER}`;

  it('is shown before it is done, parents included', () => {
    expect(say(plan(TAIL).preview)).toBe(
      'Иванов П.: выйдет из «5А – ученики», «Информатика 5А»; приглашения: «5Б – ученики», «Информатика 5Б». Родитель Иванова О. Н.: остаётся в «5А – родители» (учится Иванова В.) и получит приглашение в «5Б – родители».',
    );
  });

  it('changes the class and nothing else', () => {
    const { people, standings, begins } = plan(TAIL);
    expect(people.map(({ id, classes }) => [id, classes])).toEqual([['s01', ['5Б']]]);
    expect([standings, begins]).toEqual([[], NOW]);
  });

  it('is told to both class teachers as numbers, to no group', () =>
    expect(notices(plan(TAIL))).toEqual(['k01: Выбыл в 5Б: 1.', 'k02: Прибыл: 1.']));

  it('has one key however it is typed, another for another order', () => {
    const { key } = plan(TAIL);
    expect(plan(`перевод Иванов П. в 5Б приказом № 03-05-17 от 2.10.2026`).key).toBe(key);
    expect(plan(`перевод s01 5А 5Б приказ 03-05-18 от 02.10.2026`).key).not.toBe(key);
    expect(plan(`перевод s02 5А 5Б ${ORDER}`).key).not.toBe(key);
    expect(say(doneBefore(NOW, ZONE))).toBe('Уже выполнено 05.10.2026 10:00.');
  });

  it('lets a parent out of the class whose only child leaves it', () => {
    expect(say(plan(`перевод s02 5А 5Б ${ORDER}`).preview)).toMatch(
      /Родитель Петров Д\. О\.: выйдет из «5А – родители» и получит приглашение в «5Б – родители»\.$/,
    );
  });

  it.each([
    [`перевод s01 5Б 5А ${ORDER}`, 'Иванов П.: уже в классе 5А.'],
    [`перевод s01 5А 6А ${ORDER}`, 'Класса 6А в списке школы нет.'],
    [`перевод s05 5А 5Б ${ORDER}`, 'Орлова Н.: уже в классе 5Б.'],
    [`перевод s05 9А 5А ${ORDER}`, 'Орлова Н.: в списке школы класс 5Б, а не 9А.'],
    [`перевод k01 5А 5Б ${ORDER}`, 'Ключева М. П. – не обучающийся.'],
  ])('that cannot be is refused: %s', (tail, words) => expect(refused(tail)).toContain(words));

  it('may be for a later day', () => {
    const later = plan(`перевод s01 5А 5Б с 12.10.2026 ${ORDER}`);
    expect(later.begins).toBe(Date.parse('2026-10-12T00:00:00+03:00'));
    expect(say(later.preview)).toMatch(/ Начнёт действовать 12\.10\.2026\.$/);
  });
});

describe('leaving the school', () => {
  const leaving = plan(`отчисление s03 приказ 03-05-18 от 05.10.2026`);

  it('takes the pupil and parents without another child out of every chat', () => {
    expect(say(leaving.preview)).toBe(
      'Сидоров И.: выйдет из «5А – ученики», «Информатика 5А»; данные в боте будут удалены до 04.11.2026. Родитель Сидорова Е. В.: других детей в школе нет; выйдет из «5А – родители»; данные в боте будут удалены до 04.11.2026.',
    );
    expect(leaving.moves.map(({ after, joins, stays }) => [after.id, joins, stays])).toEqual([
      ['s03', [], []],
      ['p03', [], []],
    ]);
  });

  it('blocks at once and sets the day of forgetting', () => {
    const left = { at: NOW, act: 'приказ 03-05-18 от 05.10.2026', purge: Date.parse('2026-11-04T00:00:00+03:00') };
    expect(leaving.standings).toEqual([
      { person: 's03', standing: { left } },
      { person: 'p03', standing: { left } },
    ]);
    expect(leaving.people).toEqual([]);
  });

  it('says farewell without a reason, and a number to the class teacher', () => {
    const farewell =
      'Участие в чатах завершено. Данные в боте будут удалены до 04.11.2026. Выгрузить копию: /мои_данные.';
    expect(notices(leaving)).toEqual(['k01: Выбыл: 1.', `s03: ${farewell}`, `p03: ${farewell}`]);
  });

  it('keeps a parent of another child', () => {
    const { preview, standings } = plan(`отчисление s01 ${ORDER}`);
    expect(standings.map(({ person }) => person)).toEqual(['s01']);
    expect(say(preview)).toMatch(/Родитель Иванова О\. Н\.: остаётся в «5А – родители» \(учится Иванова В\.\)\.$/);
  });

  it('takes the parent with the last child', () => {
    const one = carriedOut(plan(`отчисление s01 ${ORDER}`));
    expect(plan(`отчисление s04 ${ORDER}`, one).standings.map(({ person }) => person)).toEqual(['s04', 'p01']);
  });

  it('keeps at work a teacher whose child leaves', () => {
    const people = someone('u01', { children: ['s05'] });
    const { moves, standings } = plan(`отчисление s05 ${ORDER}`, people);
    expect(standings.map(({ person }) => person)).toEqual(['s05', 'p04']);
    expect(moves.find(({ after }) => after.id === 'u01')?.leaves.map(({ kind }) => kind)).toEqual(['class_parents']);
  });

  it('happens once', () =>
    expect(refused(`отчисление s03 ${ORDER}`, carriedOut(leaving))).toBe(
      'Сидоров И.: уже выбыл(а). Вернуть в школу: приём.',
    ));

  it('may be followed by coming back, parents too', () => {
    const back = plan(`приём s03 5Б ${ORDER}`, carriedOut(leaving), NOW + DAY);
    expect(back.standings).toEqual([
      { person: 's03', standing: null },
      { person: 'p03', standing: null },
    ]);
    expect(say(back.preview)).toMatch(/Родитель Сидорова Е\. В\.: получит приглашение в «5Б – родители»\.$/);
    expect(back.people.map(({ id, classes }) => [id, classes])).toEqual([['s03', ['5Б']]]);
  });
});

describe('the staff', () => {
  it('who are dismissed leave every chat, and a class is not forgotten', () => {
    const { preview, standings } = plan(`увольнение k01 ${ORDER}`);
    expect(standings.map(({ person }) => person)).toEqual(['k01']);
    expect(say(preview)).toBe(
      'Ключева М. П.: выйдет из «Учительская», «5А – ученики», «5А – родители», «Информатика 5А»; данные в боте будут удалены до 04.11.2026. Класс 5А останется без классного руководителя: оформите замену или смену.',
    );
  });

  it('stay as parents when a child of theirs learns here', () => {
    const { people, standings, moves } = plan(
      `увольнение u01 ${ORDER}`,
      someone('u01', { children: ['s05'], standing: { confirmed: 1 } }),
    );
    expect(people).toMatchObject([{ id: 'u01', role: 'parent', classes: [], children: ['s05'] }]);
    expect(standings).toEqual([{ person: 'u01', standing: null }]);
    expect(moves[0]?.stays.map(({ ref }) => ref)).toEqual([chatRef('memory', 6)]);
  });

  it('cannot lose the only administrator', () => {
    expect(refused(`увольнение a01 ${ORDER}`)).toMatch(/единственный администратор/);
    expect(refused(`увольнение a01 ${ORDER}`, someone('z01', { role: 'administrator' }))).toBeUndefined();
    const gone = someone('z01', { role: 'administrator', standing: { left: { at: 1, act: '', purge: 2 } } });
    expect(refused(`увольнение a01 ${ORDER}`, gone)).toMatch(/единственный администратор/);
  });

  it.each([
    [`отчисление u01 ${ORDER}`, 'не обучающийся'],
    [`увольнение s01 ${ORDER}`, 'не работник школы'],
    [`замена k01 k01 ${ORDER}`, 'другой работник'],
    [`замена k01 p01 ${ORDER}`, 'другой работник'],
    [`замена u01 k02 ${ORDER}`, 'Укажите класс'],
    [`замена k01 5Б u01 ${ORDER}`, 'Ключева М. П. не ведёт класс 5Б'],
    [`замена k01 u01 с 12.10.2026 до 11.10.2026 ${ORDER}`, 'последний день не может быть раньше первого'],
    [`приём s01 5А ${ORDER}`, 'уже в списке школы'],
    [`приём s07 Орлова Дарья 6А ${ORDER}`, 'Класса 6А'],
  ])('«%s» is refused', (tail, words) => expect(refused(tail)).toContain(words));
});

describe('a class teacher', () => {
  const DUTY = { class: '5А', act: ORDER };
  const OCTOBER_12 = Date.parse('2026-10-12T00:00:00+03:00');

  it('is stood in for to the end of the last day, and stays', () => {
    const { standings, people, moves, begins, preview } = plan(`замена k01 u01 с 12.10.2026 до 23.10.2026 ${ORDER}`);
    const until = Date.parse('2026-10-24T00:00:00+03:00');
    expect(standings).toEqual([{ person: 'u01', standing: { substitutes: [{ ...DUTY, since: OCTOBER_12, until }] } }]);
    expect([people, begins]).toEqual([[], OCTOBER_12]);
    expect(moves.map(({ after }) => after.id)).toEqual(['u01']);
    expect(say(preview)).toBe(
      'Физиков А. П.: приглашения: «5А – ученики», «5А – родители». Начнёт действовать 12.10.2026.',
    );
  });

  it('is followed by another from the first moment of the day', () => {
    const { standings, people, begins, preview } = plan(`замена k01 u01 с 12.10.2026 ${ORDER}`);
    expect(begins).toBe(OCTOBER_12);
    expect(standings).toEqual([{ person: 'u01', standing: { substitutes: [{ ...DUTY, since: OCTOBER_12 }] } }]);
    // Goes on teaching Russian there.
    expect(people).toMatchObject([{ id: 'k01', role: 'teacher', classes: ['5А'] }]);
    expect(say(preview)).toMatch(
      /Ключева М\. П\.: выйдет из «5А – ученики», «5А – родители», «Информатика 5А»\. Начнёт/,
    );
  });

  it('is told, and so is who follows', () => {
    expect(notices(plan(`смена классного 5А u01 ${ORDER}`))).toEqual([
      'u01: Вы исполняете обязанности классного руководителя 5А. Права в чатах класса действуют.',
      'k01: Классное руководство 5А передано. Благодарим за работу с классом.',
    ]);
  });

  it('may be followed again, and a class without one gets one', () => {
    const second = carriedOut(plan(`смена классного 5А u01 ${ORDER}`));
    const third = plan(`смена классного 5А k02 ${ORDER}`, second);
    expect(third.standings).toMatchObject([
      { person: 'k02', standing: { substitutes: [{ class: '5А' }] } },
      { person: 'u01', standing: null },
    ]);
    const without = carriedOut(plan(`увольнение k01 ${ORDER}`));
    expect(plan(`смена классного 5А u01 ${ORDER}`, without).moves.map(({ after }) => after.id)).toEqual(['u01']);
  });
});

describe('enrolling', () => {
  it('invites to the chats of the class and tells the class teacher', () => {
    const come = plan(`приём s07 Орлова Дарья 5Б ${ORDER}`);
    expect(come.people).toMatchObject([{ id: 's07', classes: ['5Б'] }]);
    expect(say(come.preview)).toBe('Орлова Д.: приглашения: «5Б – ученики», «Информатика 5Б».');
    expect(notices(come)).toEqual(['k02: Прибыл: 1.']);
  });
});
