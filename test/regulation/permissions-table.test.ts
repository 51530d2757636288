import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSay } from '../../src/app/say.js';
import { CHAT_KINDS, type ChatKind } from '../../src/domain/chat.js';
import { text } from '../../src/domain/text.js';
import { projectRoot } from '../../src/project-root.js';
import { type Matrix, PERMISSIONS, type Permission, type Scope } from '../../src/regulation/permissions.js';
import { type Answer, permitted, type Rules } from '../../src/regulation/permissions-answer.js';
import { ALIEN, ASKERS, NOW, OWN, rulesOf, SCHOOLS, type School } from './permissions.js';

const FILE = join(projectRoot(), 'test/regulation/permissions.table.md');
const say = createSay('ru');

const WHO: Readonly<Record<keyof typeof ASKERS, string>> = {
  director: 'директор',
  deputy: 'заместитель',
  administrator: 'администратор',
  additional: 'дополнительный администратор',
  'class-teacher': 'классный руководитель',
  teacher: 'учитель',
  psychologist: 'психолог',
  student: 'обучающийся (5 класс)',
  parent: 'родитель',
  committee: 'родительский комитет',
  delegate: 'доверенный родителем',
  curator: 'муниципальный куратор',
  outsider: 'посторонний',
};
const CHATS: Readonly<Record<ChatKind, string>> = {
  leadership: 'чат руководства',
  staff: 'учительская',
  management_other: 'иной управленческий чат',
  class_students: 'чат обучающихся класса',
  class_parents: 'чат родителей класса',
  class_teachers: 'чат педагогов класса',
  subject: 'чат по предмету',
  edu_other: 'иной учебный чат',
  channel_school: 'канал «Общешкольный»',
  channel_employees: 'канал «Сотрудники»',
};

const roles = (by: readonly string[]): string => by.map((role) => say(text('role', { role }))).join(' или ');

const answerOf = (answer: Answer): string => {
  if (answer.granted === 'yes') return 'да';
  if (answer.granted === 'no') return 'нет';
  const by = answer.by.length === 0 ? 'сам' : roles(answer.by);
  return answer.granted === 'confirm' ? `подтверждает ${by}` : `по просьбе: ${by}`;
};

const clauseOf = ({ cites }: Answer): string => (cites ? say(text('clause-ref', { ...cites })) : '–');

/** Kinds for which a permission differs; one line without a kind for all others. */
const kindsOf = ({ rows }: Matrix, permission: Permission): readonly (ChatKind | undefined)[] => {
  const named = rows.filter((row) => row.permission.includes(permission)).flatMap(({ chats }) => chats ?? []);
  return named.length > 0 ? CHAT_KINDS.filter((kind) => named.includes(kind)) : [undefined];
};

interface Line {
  readonly who: string;
  readonly where: string;
  readonly answer: string;
  readonly clause: string;
}

const PLACELESS: readonly Permission[] = ['see-case', 'see-case-status', 'poll'];

const lineOf = (rules: Rules, who: keyof typeof ASKERS, permission: Permission, kind: ChatKind | undefined): Line => {
  // Of a permission that looks at the chat without differing by it the class's own chat stands for all.
  const chat = kind ?? (PLACELESS.includes(permission) ? 'class_parents' : undefined);
  const [own, alien] = [OWN, ALIEN].map((where) => {
    const scope: Scope = { ...where, ...(chat === undefined ? {} : { chat }) };
    return permitted(rules, ASKERS[who], { permission, scope, now: NOW });
  }) as [Answer, Answer];
  const where = own.granted === alien.granted ? '' : 'у себя';
  return { who: WHO[who], where, answer: answerOf(own), clause: clauseOf(own) };
};

const EVERYBODY = Object.values(WHO);
const OF_SCHOOL = EVERYBODY.filter((who) => who !== WHO.curator && who !== WHO.outsider);
/** From so many on those refused are «остальные». */
const MANY = 5;

const named = (who: readonly string[], answer: string): string => {
  if (who.length === EVERYBODY.length) return 'все';
  if (who.join() === OF_SCHOOL.join()) return 'все из школы';
  return answer === 'нет' && who.length >= MANY ? 'остальные' : who.join(', ');
};

/** One line for all who have the same answer, refusals last. */
const together = (lines: readonly Line[]): readonly Line[] => {
  const same = (a: Line, b: Line) => a.answer === b.answer && a.where === b.where && a.clause === b.clause;
  const first = lines.filter((line, i) => lines.findIndex((other) => same(line, other)) === i);
  return first
    .map((line) => ({
      ...line,
      who: named(
        lines.filter((other) => same(line, other)).map(({ who }) => who),
        line.answer,
      ),
    }))
    .toSorted((x, y) => Number(x.answer === 'нет') - Number(y.answer === 'нет'));
};

const tableOf = (rules: Rules, school: School): readonly string[] => [
  `## ${school}`,
  '',
  '| Действие | Кто | Где | Ответ | Пункт |',
  '| --- | --- | --- | --- | --- |',
  ...PERMISSIONS.flatMap((permission) =>
    kindsOf(rules.matrix, permission).flatMap((kind) => {
      const doing = say(text('rights-doing', { permission })).replace(/,$/, '');
      const what = kind === undefined ? doing : `${doing}: ${CHATS[kind]}`;
      const lines = Object.keys(ASKERS).map((who) => lineOf(rules, who as keyof typeof ASKERS, permission, kind));
      return together(lines).map((one) => `| ${[what, one.who, one.where, one.answer, one.clause].join(' | ')} |`);
    }),
  ),
  '',
];

const pageOf = async (): Promise<string> => {
  const tables = await Promise.all(SCHOOLS.map(async (school) => tableOf(await rulesOf(school), school)));
  return [
    '# Кто что может',
    '',
    '«У себя» – в своём классе, по своему предмету, в своём чате, о себе и своих детях; пусто – везде одинаково.',
    'Работники – с подтверждённой ролью. Страница печатается так: WRITE=1 npx jest test/regulation/permissions-table',
    '',
    ...tables.flat(),
  ].join('\n');
};

describe('the table of who may what', () => {
  it('is as it was read and agreed', async () => {
    const page = await pageOf();
    if (process.env.WRITE === '1') writeFileSync(FILE, page);
    expect(page).toBe(readFileSync(FILE, 'utf8'));
  });

  it.each(SCHOOLS)('tells at least 300 grants and refusals of %s', async (school) => {
    expect(tableOf(await rulesOf(school), school).length - 5).toBeGreaterThanOrEqual(300);
  });

  it('has a name for every action', () => {
    const nameless = PERMISSIONS.filter((permission) => say(text('rights-doing', { permission })) === 'делать это');
    expect(nameless).toEqual([]);
  });
});
