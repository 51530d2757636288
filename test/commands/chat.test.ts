import { readChatForm } from '../../src/app/chat-form.js';
import { createSay } from '../../src/app/say.js';
import { CHAT_KINDS } from '../../src/domain/chat.js';
import { ROLES } from '../../src/domain/person.js';
import { chatRef } from '../../src/domain/refs.js';
import { PROVISIONAL } from '../../src/roster/provisional.js';
import { answer, NOW, newChat, parentsChat, people, registeredChat, world } from './world.js';

const saying = createSay('ru');

describe('what a chat is', () => {
  it.each([
    ['родители 5А', { kind: 'class_parents', class: '5А' }],
    ['Родители 5 а', { kind: 'class_parents', class: '5А' }],
    ['5-А родители', { kind: 'class_parents', class: '5А' }],
    ['родителей «5А»', { kind: 'class_parents', class: '5А' }],
    ['родители 11Б', { kind: 'class_parents', class: '11Б' }],
    ['ученики 5А', { kind: 'class_students', class: '5А' }],
    [
      'ученики 5А, основание: приказ 80 от 01.09.2026',
      { kind: 'class_students', class: '5А', basis: 'приказ 80 от 01.09.2026' },
    ],
    [
      'ученики 5А основание приказ № 80 от 01.09.2026',
      { kind: 'class_students', class: '5А', basis: 'приказ № 80 от 01.09.2026' },
    ],
    ['педагоги 5А', { kind: 'class_teachers', class: '5А' }],
    ['учителя 5А', { kind: 'class_teachers', class: '5А' }],
    ['предмет 5А информатика', { kind: 'subject', class: '5А', subject: 'информатика' }],
    ['предмет русский язык 5А', { kind: 'subject', class: '5А', subject: 'русский язык' }],
    ['учительская', { kind: 'staff' }],
    ['руководство', { kind: 'leadership' }],
    ['канал общешкольный', { kind: 'channel_school' }],
    ['Канал Сотрудники', { kind: 'channel_employees' }],
    ['другое Кружок робототехники, 5 класс', { kind: 'edu_other', purpose: 'Кружок робототехники, 5 класс' }],
    ['управление Аттестация', { kind: 'management_other', purpose: 'Аттестация' }],
    ['subject 5A informatics', { kind: 'subject', class: '5А', subject: 'informatics' }],
  ])('is read from «%s»', (typed, form) => expect(readChatForm(typed)).toEqual({ form }));

  it.each([
    ['кухня', 'kind'],
    ['5А', 'kind'],
    ['канал', 'kind'],
    ['родители', 'class'],
    ['родители 15А', 'class'],
    ['предмет 5А', 'subject'],
    ['другое', 'purpose'],
    ['другое @all срочно', 'purpose'],
    ['другое [id1|Петров]', 'purpose'],
    ['другое смотрите example.org', 'purpose'],
    ['ученики 5А, основание: так решили', 'basis'],
  ])('is asked about after «%s»: %s', (typed, defect) => expect(readChatForm(typed)).toEqual({ defect }));
});

/** Rows: who; columns: kinds in the order of CHAT_KINDS. Own class, own subject. */
const TABLE: Readonly<Record<(typeof ROLES)[number], string>> = {
  director: '+++.......',
  deputy: '+++....+..',
  administrator: '++++++++++',
  'class-teacher': '...+++++..',
  teacher: '......++..',
  psychologist: '..........',
  student: '..........',
  parent: '..........',
};

describe('who registers which chat', () => {
  it.each(ROLES)('%s: as the regulation says', async (role) => {
    const { mayOf } = await world();
    const subject = role === 'class-teacher' ? 'русский язык' : 'информатика';
    const row = CHAT_KINDS.map(async (chat) => {
      const ofClass = ['class_students', 'class_parents', 'class_teachers', 'subject'].includes(chat);
      const asked = { chat, ...(ofClass ? { class: '5А' } : {}), ...(chat === 'subject' ? { subject } : {}) };
      return (await mayOf(people[role])('register-chat', asked)).granted === 'yes' ? '+' : '.';
    });
    expect((await Promise.all(row)).join('')).toBe(TABLE[role]);
  });

  it('a class teacher not for another class, a teacher not for another subject', async () => {
    const { mayOf } = await world();
    const [classTeacher, teacher] = [mayOf(people['class-teacher']), mayOf(people.teacher)];
    const refusals = await Promise.all([
      classTeacher('register-chat', { chat: 'class_parents', class: '5Б' }),
      teacher('register-chat', { chat: 'subject', class: '5А', subject: 'химия' }),
      teacher('register-chat', { chat: 'subject', class: '9А', subject: 'информатика' }),
    ]);
    const words = refusals.map((one) => (one.granted === 'yes' ? 'granted' : one.text.key));
    expect(words).toEqual(['refuse-chat-class', 'refuse-chat-subject', 'refuse-chat-class']);
  });
});

describe('registering a chat', () => {
  it('remembers who did it, when, and how the school begins', async () => {
    const { say, stores } = await world();

    const reply = await say('/чат педагоги 5А', { in: newChat, over: { defaultMode: 'observe' } });

    expect(await stores.chats.find(newChat)).toEqual({
      ref: newChat,
      kind: 'class_teachers',
      class: '5А',
      mode: 'observe',
      registered: { by: 'k01', at: NOW },
    });
    expect(saying(answer(reply)!)).toContain('«5А – педагоги». Пока только наблюдаю');
  });

  it('again as something else keeps its mode; by somebody else it is refused', async () => {
    const { say, stores } = await world();
    await stores.chats.put({ ...registeredChat, mode: 'observe' });

    expect(answer(await say('/чат предмет 5А информатика', { by: 'teacher', in: parentsChat }))?.key).toBe(
      'refuse-chat-taken',
    );
    await say('/чат педагоги 5А', { in: parentsChat });

    expect(await stores.chats.find(parentsChat)).toMatchObject({ kind: 'class_teachers', mode: 'observe' });
  });

  it('of pupils needs the ground that the administrator records once for the school', async () => {
    const { say } = await world();
    const other = chatRef('memory', 3);

    const asked = await say('/чат ученики 5А', { in: newChat });
    const claimed = await say('/чат ученики 5А, основание: приказ 80 от 01.09.2026', { in: newChat });
    const recorded = await say('/чат ученики 5Б, основание: приказ 80 от 01.09.2026', {
      by: 'administrator',
      in: other,
    });
    const after = await say('/чат ученики 5А', { in: newChat });

    expect([asked, claimed, recorded, after].map((reply) => answer(reply)?.key)).toEqual([
      'group-chat-needs-basis',
      'group-chat-needs-basis',
      'group-chat-registered-act',
      'group-chat-registered-act',
    ]);
    expect(after?.changes).toContainEqual(
      expect.objectContaining({ chat: expect.objectContaining({ basis: 'приказ 80 от 01.09.2026' }) }),
    );
  });

  it('of pupils takes the ground afterwards, when it was registered without one', async () => {
    const { say, stores } = await world();
    await stores.chats.put({ ...registeredChat, kind: 'class_students' });

    await say('/чат ученики 5А, основание: приказ 80 от 01.09.2026', { by: 'administrator', in: parentsChat });
    const again = await say('/чат ученики 5А', { in: parentsChat });

    expect((await stores.chats.find(parentsChat))?.basis).toBe('приказ 80 от 01.09.2026');
    expect(answer(again)?.key).toBe('group-chat-same');
  });

  it('of any class while no roster names one: the provisional administrator begins with nothing', async () => {
    const { say, stores } = await world();
    const nobody = { ...stores.people, all: async () => [PROVISIONAL] };
    const over = { person: PROVISIONAL, people: nobody };

    const reply = await say('/чат родители 5А', { by: 'administrator', in: newChat, over });

    expect(answer(reply)?.key).toBe('group-chat-registered-act');
  });

  it('of a subject has pupils in it, so it needs the ground too', async () => {
    const { say } = await world();
    const reply = await say('/чат предмет 5А информатика', { by: 'teacher', in: newChat });
    expect(answer(reply)?.key).toBe('group-chat-needs-basis');
  });

  it('is refused in private; the group hears of it only when the person has no dialog with the bot', async () => {
    const { say } = await world();
    const reply = await say('/чат учительская', { in: newChat });
    expect(reply?.actions).toMatchObject([
      { to: expect.stringContaining('dialog'), otherwise: { to: newChat, text: { key: 'group-refused' } } },
    ]);
  });
});
