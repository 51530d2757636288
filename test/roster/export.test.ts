import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Person } from '../../src/domain/person.js';
import { projectRoot } from '../../src/project-root.js';
import { exportCsv, exportXlsx } from '../../src/roster/export.js';
import { PROVISIONAL } from '../../src/roster/provisional.js';
import { readRoster } from '../../src/roster/read.js';

const DEMO = readFileSync(join(projectRoot(), 'src/sandbox/demo/roster.csv'));
const { people } = readRoster(DEMO, 'roster.csv', { people: [] });
const [first] = people as readonly [Person];
const csv = (...some: readonly Person[]) => Buffer.from(exportCsv(some)).toString('utf8');

describe('an exported roster', () => {
  it.each([
    ['CSV', exportCsv(people)],
    ['XLSX', exportXlsx(people, 'Список')],
  ])('as %s is read again as it was', (_, bytes) => {
    const again = readRoster(bytes, 'a', { people });
    expect(again.errors).toEqual([]);
    expect([again.people.length, again.dropped, again.toLoad, again.missing]).toEqual([people.length, [], [], []]);
  });

  it('opens in Excel: a mark, semicolons, lines of Windows', () =>
    expect(csv(first)).toBe(
      '\uFEFFid;роль;фамилия;имя;отчество;класс;предмет;дети;основание\r\na01;администратор;Тестова;Анна;Игоревна;;технология;;приказ 01-10-300 от 28.08.2026\r\n',
    ));

  it.each(['=1+1', '+7', '-1', '@SUM(A1)', '=cmd|"/c calc"!A1'])(
    'holds «%s» as words, never as a formula',
    (subject) => {
      const cells =
        csv({ ...first, subject })
          .split('\r\n')[1]
          ?.split(';') ?? [];
      expect(cells[6]?.replace(/^"/u, '').startsWith("'")).toBe(true);
      const [cell] = readRoster(exportXlsx([{ ...first, subject }], 'Список'), 'a', { people: [] }).people;
      expect(cell?.subject.startsWith("'")).toBe(true);
    },
  );

  it('quotes what would break a line', () =>
    expect(csv({ ...first, subject: 'ИЗО; "музыка"' })).toContain(';"ИЗО; ""музыка""";'));

  it('leaves out who has left, and who was never in a list', () => {
    const left = { ...first, standing: { left: { at: 1, act: '', purge: 2 } } };
    const delegate = { ...first, standing: { delegate: { by: 'p01', until: 1 } } };
    expect(csv(PROVISIONAL, left, delegate).split('\r\n')).toHaveLength(2);
  });

  it('is the same bytes for the same people, in the order of their ids', () => {
    expect(exportXlsx(people.toReversed(), 'Список')).toEqual(exportXlsx(people, 'Список'));
    expect(csv({ ...first, id: 's10' }, { ...first, id: 's9' })).toMatch(/s9;.*s10;/su);
  });
});
