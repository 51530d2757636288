import type { ChatKind } from '../../src/domain/chat.js';
import type { Message } from '../../src/domain/message.js';
import type { Role } from '../../src/domain/person.js';
import { settingsOf } from '../../src/domain/settings.js';
import { decide } from '../../src/moderation/decide.js';
import type { Facts } from '../../src/moderation/facts.js';
import { standing as standingAt } from '../../src/regulation/cite.js';
import { shipped } from '../world/policy.js';
import { message } from './school.js';
import { SCHOOL_TALK } from './school-talk.js';

const AT = Date.UTC(2026, 8, 10, 9, 0);
const SCHOOLS = ['school-21', 'oosh-19'] as const;
const school = settingsOf({ phones: ['(8662) 00-00-00'], requisites: ['0711038298'] });

interface Case {
  readonly row: string;
  readonly text: string;
  readonly chat: ChatKind;
  readonly role: Role;
  readonly decision: string;
  readonly category?: string;
}

const ROWS: readonly Case[] = [
  {
    row: 'a',
    text: 'Номер Дашки Петровой 8 900 555-12-34, звоните ей все',
    chat: 'class_students',
    role: 'student',
    decision: 'delete',
    category: 'personal-data',
  },
  {
    row: 'b',
    text: 'Нужны курьеры, закладки, 5000 в день, пиши @fast_job_2026',
    chat: 'class_students',
    role: 'student',
    decision: 'alert',
    category: 'drugs',
  },
  {
    row: 'c',
    text: 'Ваш дневник заблокирован! Подтвердите вход до 20:00: http://gosusIugi-dnevnik.example/login',
    chat: 'class_parents',
    role: 'parent',
    decision: 'delete',
    category: 'link',
  },
  {
    row: 'e',
    text: 'Не хочу больше жить, всем пока',
    chat: 'class_students',
    role: 'student',
    decision: 'alert',
    category: 'self-harm',
  },
  {
    row: 'f',
    text: 'Сидоров опять двойка, позор',
    chat: 'subject',
    role: 'teacher',
    decision: 'delete',
    category: 'marks',
  },
  {
    row: 'g',
    text: 'Скидываемся по 500 р на шторы: 2202 1234 5678 9017',
    chat: 'class_parents',
    role: 'parent',
    decision: 'delete',
    category: 'money',
  },
  {
    row: 'h',
    text: 'го в телегу https://t.me/+abc',
    chat: 'class_students',
    role: 'student',
    decision: 'hold',
    category: 'messenger',
  },
];

const MUST: readonly string[] = ['дypa', 'д.у.р.а', 'ид1от ты', 'Ты ИДИОТ', 'дуууура'];

const CHATS: readonly ChatKind[] = ['class_students', 'class_parents', 'class_teachers', 'staff', 'subject'];
const ROLES: readonly Role[] = ['student', 'parent', 'teacher', 'director'];

describe.each(SCHOOLS)('SC-05 under %s', (folder) => {
  const judge = async (text: string, facts: Partial<Facts> = {}, over: Partial<Message> = {}) => {
    const standing = standingAt((await shipped(folder)).policy, AT);
    return decide(message(text, { at: AT, ...over }), { chat: 'class_parents', school, ...facts }, standing);
  };

  it.each(ROWS)('$row. «$text»: $decision', async ({ text, chat, role, decision, category }) => {
    const verdict = await judge(text, { chat, role });
    expect(verdict).toMatchObject({ decision, errors: [] });
    expect(verdict.findings).toContainEqual(expect.objectContaining({ category }));
    for (const { start, end, evidence } of verdict.findings) expect(text.slice(start, end)).toBe(evidence);
  });

  it('d1. a photo without words stays', async () => {
    const attachments = [{ kind: 'photo', words: [], handle: 'photo-1_7' }] as const;
    expect(await judge('', { chat: 'class_students', role: 'student' }, { attachments })).toMatchObject({
      decision: 'keep',
    });
  });

  it('d3. the same file, taken out meanwhile, waits for a person', async () => {
    const attachments = [{ kind: 'photo', words: [], handle: 'photo-1_7' }] as const;
    const removed = { handles: ['photo-1_7'], prints: [] };
    expect((await judge('', { chat: 'class_students', role: 'student', removed }, { attachments })).decision).toBe(
      'hold',
    );
  });

  it.each(SCHOOL_TALK)('must not touch «%s», whoever writes it and wherever', async (text) => {
    for (const chat of CHATS)
      for (const role of ROLES)
        expect(await judge(text, { chat, role })).toMatchObject({ decision: 'keep', errors: [] });
  });

  it.each(MUST)('must find «%s»', async (text) => {
    const { decision, findings } = await judge(text, { chat: 'class_students', role: 'student' });
    expect(['hold', 'delete']).toContain(decision);
    expect(['insult', 'obscene']).toContain(findings[0]?.category);
  });
});

describe('everyday situations', () => {
  const keep = async (text: string, facts: Partial<Facts> = {}) => {
    const standing = standingAt((await shipped('school-21')).policy, AT);
    return decide(message(text, { at: AT }), { chat: 'class_parents', role: 'parent', school, ...facts }, standing)
      .decision;
  };

  it.each([
    'Мой номер 8 900 000-00-01, звоните',
    'У Маши температура, сегодня не придём',
    'Считаю, что учитель несправедлива к моему сыну, прошу ответить письменно',
    'Осторожно, мошенники! Звонят от имени школы и просят коды из СМС',
    'Мои вчера подрались, прошу классного руководителя разобраться',
    'Кто поедет в музей? Ставим «+»',
  ])('«%s» stays', async (text) => expect(await keep(text)).toBe('keep'));
});
