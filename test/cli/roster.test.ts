import { readFile, stat, writeFile } from 'node:fs/promises';
import { accountRef } from '../../src/domain/refs.js';
import { DAY } from '../../src/domain/time.js';
import { LARGEST } from '../../src/roster/read.js';
import { book, row } from '../roster/workbook.js';
import { inSchool, type School } from './world.js';

/** Fictional. */
const LIST = `id;роль;фамилия;имя;отчество;класс;предмет;дети;основание;телефон
a01;администратор;Тестова;Анна;Игоревна;;технология;;приказ 1 от 28.08.2026;+79000000001
k01;классный руководитель;Ключева;Мария;Петровна;5А;русский язык;;;
k02;классный руководитель;Лугов;Олег;Сергеевич;5Б;математика;;;
s02;обучающийся;Петрова;Дарья;;5А;;;;
s05;обучающийся;Орлова;Ника;;5Б;;;;
p02;родитель;Петров;Денис;Олегович;;;s02;;
p04;родитель;Орлова;Ирина;Львовна;;;s05;;
`;
const WITH_ERRORS = `${LIST}s06;обучающийся;Лишний;Олег;;5В;;;;\np05;родитель;Потерянный;Иван;;;;s99;;\n`;
const HAS = 'Проверка списка: работников 3, обучающихся 2, родителей 2, классов 2.';

const put = async (school: School, csv: string | Uint8Array, name = 'list.csv'): Promise<string> => {
  await writeFile(school.file(name), csv);
  return school.file(name);
};
const stored = (school: School) => school.inside(async ({ stores }) => (await stores.people.all()).length);
interface Card {
  readonly person: string;
  readonly name: string;
  readonly role: string;
  readonly class: string;
  readonly code: string;
  readonly link: string | null;
  readonly expires: string;
}
const cards = async (school: School, ...argv: readonly string[]): Promise<readonly Card[]> => {
  const { code, out } = await school.run('roster', 'codes', '--json', ...argv);
  expect(code).toBe(0);
  return JSON.parse(out) as Card[];
};

describe('dezhurny roster', () => {
  inSchool('looks a list through: what it holds, what is not read, what is wrong; stores nothing', async (school) => {
    const { code, out } = await school.run('roster', 'check', await put(school, WITH_ERRORS));

    expect(out).toBe(
      `${HAS} Не загружены столбцы: «телефон» – для работы бота они не нужны. Ошибки (2): строка 9 – класс «5В» отсутствует в номенклатуре; строка 10 – не найден ребёнок s99. Загрузить 7 записей без ошибок?\n`,
    );
    expect([code, await stored(school)]).toEqual([1, 0]);
  });

  inSchool('finds nothing wrong with a good list', async (school) => {
    expect((await school.run('roster', 'check', await put(school, LIST))).code).toBe(0);
  });

  inSchool('asks before it loads', async (school) => {
    const { code, out, err } = await school.run('roster', 'import', await put(school, LIST));

    expect(out).toMatch(/Загрузить 7 записей без ошибок\?\n$/);
    expect(err).toContain('--yes');
    expect([code, await stored(school)]).toEqual([0, 0]);
  });

  inSchool('with --yes loads the lines without errors, once', async (school) => {
    const file = await put(school, WITH_ERRORS);
    const first = await school.run('roster', 'import', file, '--yes');
    const again = await school.run('roster', 'import', file, '--yes');

    expect([first.code, first.out]).toEqual([0, expect.stringMatching(/Ошибки \(2\).*\nЗагружено 7\.\n$/s)]);
    expect([again.code, again.out]).toEqual([0, expect.stringMatching(/Изменений нет\.\n$/)]);
    expect((await school.run('roster', 'check', file)).out).toMatch(/Изменений нет\.\n$/);
    expect(await stored(school)).toBe(7);
    expect((await school.run('journal', 'show')).out.match(/roster: 7 people/g)).toHaveLength(1);
  });

  inSchool('loads only who changed', async (school) => {
    await school.run('roster', 'import', await put(school, LIST), '--yes');
    const married = LIST.replace('Петров;Денис', 'Петров-Водкин;Денис');
    expect((await school.run('roster', 'import', await put(school, married), '--yes')).out).toContain('Загружено 1.');
  });

  inSchool('keeps to the classes that were approved, until others are', async (school) => {
    const file = await put(school, LIST);
    const narrow = await school.run('roster', 'import', file, '--classes', '5а', '--yes');
    expect(narrow.out).toMatch(/класс «5Б» отсутствует в номенклатуре.*Загружено 4\./s);

    expect((await school.run('roster', 'check', file)).code).toBe(1);
    expect((await school.run('roster', 'import', file, '--classes', '5А,5Б', '--yes')).out).toContain('Загружено 3.');
    expect((await school.run('roster', 'check', file)).code).toBe(0);
  });

  inSchool('reads what Excel saves as CSV', async (school) => {
    const cp1251 = Buffer.from([...'id;role;surname;name;class\nk01;'].map((letter) => letter.charCodeAt(0)));
    const teacher = Buffer.from(
      'eaebe0f1f1edfbe920f0f3eaeee2eee4e8f2e5ebfc3bcaebfef7e5e2e03bccc0d0c8df3b35c00a',
      'hex',
    );
    const list = await put(school, Buffer.concat([cp1251, teacher]));
    expect((await school.run('roster', 'check', list)).out).toContain('работников 1');
  });

  inSchool('reads a workbook as it reads a CSV, and says why it does not', async (school) => {
    const list = (...lines: readonly string[]) => lines.map((cells, at) => row(at + 2, ...cells.split(';'))).join('');
    const sound = await put(
      school,
      book(list('k1;классный руководитель;Ключева;Мария;5А', 's1;ученик;Иванов;Павел;5А')),
      'a.xlsx',
    );
    expect(await school.run('roster', 'import', sound, '--yes')).toMatchObject({
      code: 0,
      out: 'Проверка списка: работников 1, обучающихся 1, родителей 0, классов 1.\nЗагружено 2.\n',
    });

    const formula = await put(school, book('<row r="2"><c r="A2"><f>1</f></c></row>'), 'b.xlsx');
    expect(await school.run('roster', 'check', formula)).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringMatching(/b\.xlsx: В файле есть формулы \(ячейка A2\)/),
    });
    const endless = await put(school, new Uint8Array(LARGEST + 1), 'c.csv');
    expect((await school.run('roster', 'check', endless)).err).toMatch(/больше 10 МБ/);
  });

  inSchool('says who is new, who changes and who is missing, and takes nobody away', async (school) => {
    await school.run('roster', 'import', await put(school, LIST), '--yes');
    const next = LIST.replace('k02;классный руководитель;Лугов', 'k03;классный руководитель;Лугов').replace(
      'Петров;Денис',
      'Петров;Илья',
    );
    const file = await put(school, next);

    expect((await school.run('roster', 'check', file)).out).toMatch(
      /новых 1, изменилось 1\. Изменятся записи: 1 \(Петров И\. О\.\)\. Нет в этом списке: 1 \(Лугов О\. С\.\)\. .*Загрузить 2 записи без ошибок\?\n$/,
    );
    expect((await school.run('roster', 'import', file, '--yes')).out).toMatch(/Загружено 2\.\n$/);
    expect(await stored(school)).toBe(8);
  });

  inSchool('loads a large list a part at a time', async (school) => {
    const lines = Array.from({ length: 4_100 }, (_, at) => `u${at};учитель;Физиков;Артём;Павлович;;;;;\n`);
    const file = await put(school, LIST + lines.join(''));
    expect((await school.run('roster', 'import', file, '--yes')).out).toMatch(/Загружено 4\s107\.\n$/);

    expect(await stored(school)).toBe(4_107);
    const { out } = await school.run('journal', 'show');
    expect(out.match(/roster: \d+ people/g)).toEqual([
      'roster: 2000 people',
      'roster: 2000 people',
      'roster: 107 people',
    ]);
    expect((await school.run('roster', 'check', file)).out).toMatch(/Изменений нет\.\n$/);
  });

  inSchool('has nothing to load from a list it cannot read', async (school) => {
    const { code, out } = await school.run('roster', 'import', await put(school, 'имя\nАнна\n'), '--yes');
    expect([code, out]).toEqual([1, expect.stringMatching(/нет столбца «id».*загружать нечего/)]);
  });

  inSchool('says in one line what it does not understand', async (school) => {
    const missing = await school.run('roster', 'check', school.file('none.csv'));
    expect([missing.code, missing.err]).toEqual([
      1,
      expect.stringMatching(/^\S+none\.csv: cannot be read \(ENOENT\)\n$/),
    ]);
    for (const argv of [[], ['check'], ['frobnicate', 'x'], ['import', 'a', 'b'], ['check', 'a', '--nope']])
      expect((await school.run('roster', ...argv)).code).toBe(2);
    expect((await school.run('roster', 'check', 'a', '--classes', '5А,зелёный')).err).toContain(
      '«зелёный» is no class',
    );
    expect((await school.run('roster', 'codes', '--role', 'повар')).code).toBe(2);
  });
});

describe('dezhurny roster export', () => {
  inSchool('writes a file of its owner that can be loaded again, and tells the journal', async (school) => {
    await school.run('roster', 'import', await put(school, LIST), '--yes');
    for (const name of ['out.csv', 'out.xlsx']) {
      const file = school.file(name);
      const { code, out } = await school.run('roster', 'export', file);
      expect([code, out]).toEqual([0, expect.stringMatching(/^Выгружено 7 записей\. В файле персональные данные/)]);
      expect((await stat(file)).mode & 0o777).toBe(0o600);
      expect((await school.run('roster', 'check', file)).out).toMatch(/классов 2\. Изменений нет\.\n$/);
    }
    expect((await school.run('journal', 'show')).out.match(/roster exported: 7 people/g)).toHaveLength(2);
  });

  inSchool('writes over nothing', async (school) => {
    const file = await put(school, 'мой файл');
    const { code, err } = await school.run('roster', 'export', file);
    expect([code, err]).toEqual([1, expect.stringContaining('такой файл уже есть')]);
    expect(await readFile(file, 'utf8')).toBe('мой файл');
    expect((await school.run('roster', 'export', school.file('no/such/place.csv'))).err).toContain(
      'cannot be written (ENOENT)',
    );
  });
});

describe('dezhurny roster codes', () => {
  inSchool('gives each person a code, the same one each time until it is used', async (school) => {
    await school.run('roster', 'import', await put(school, LIST), '--yes');
    const first = await cards(school);
    const again = await cards(school);

    expect(first.map(({ person }) => person)).toEqual(['a01', 'k01', 'k02', 'p02', 'p04', 's02', 's05']);
    expect(new Set(first.map(({ code }) => code)).size).toBe(7);
    expect(again.map(({ code }) => code)).toEqual(first.map(({ code }) => code));
    expect(first[3]).toEqual({
      person: 'p02',
      name: 'Петров Денис Олегович',
      role: 'parent',
      class: '5А',
      code: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/),
      link: null,
      expires: expect.any(String),
    });
    const days = (Date.parse(first[3]?.expires ?? '') - Date.now()) / DAY;
    expect(Math.round(days)).toBe(14);
  });

  inSchool('gives a new code to whoever has used theirs, and the old one stays dead', async (school) => {
    await school.run('roster', 'import', await put(school, LIST), '--yes');
    const [before] = await cards(school, '--role', 'администратор');
    const old = before?.code.replace('-', '') ?? '';
    await school.inside(async ({ stores }) => {
      expect(await stores.codes.whose(old, Date.now())).toBe('a01');
      await stores.ledger.settle({
        key: 'used',
        entry: { kind: 'note', id: 'n:used', at: Date.now(), detail: 'test' },
        changes: [{ put: 'used-code', code: old, at: Date.now() }],
        rows: [],
        chain: 'cli',
      });
    });

    const [after] = await cards(school, '--role', 'администратор');

    const codes = (code: string) => school.inside(({ stores }) => stores.codes.whose(code, Date.now()));
    expect(after?.code).not.toBe(before?.code);
    expect(await codes(old)).toBeUndefined();
    expect(await codes(after?.code.replace('-', '') ?? '')).toBe('a01');
  });

  inSchool('can be asked for a class and a role; parents belong to the classes of their children', async (school) => {
    await school.run('roster', 'import', await put(school, LIST), '--yes');
    const ids = async (...argv: readonly string[]) => (await cards(school, ...argv)).map(({ person }) => person);

    expect(await ids('--class', '5 а')).toEqual(['k01', 'p02', 's02']);
    expect(await ids('--class', '5А', '--role', 'родитель')).toEqual(['p02']);
    expect(await ids('--class', '9А')).toEqual([]);
    const printed = await school.run('roster', 'codes', '--class', '5А', '--role', 'родитель');
    expect(printed.out).toMatch(/^\S{4}-\S{4} · Петров Денис Олегович · родитель .* · 5А · до \d\d\.\d\d\.\d{4}\n$/);
  });
});

describe('dezhurny admin-code', () => {
  const account = accountRef('vk', 77);
  const codeOf = (out: string) => out.trim().replace('-', '');
  const whose = (school: School, code: string) => school.inside(({ stores }) => stores.codes.whose(code, Date.now()));

  inSchool('is for the one administrator of the roster', async (school) => {
    await school.run('roster', 'import', await put(school, LIST), '--yes');
    const { code, out, err } = await school.run('admin-code');
    expect([code, out]).toEqual([0, expect.stringMatching(/^\S{4}-\S{4}\n$/)]);
    expect(err).toContain('/код');
    expect(await whose(school, codeOf(out))).toBe('a01');
  });

  inSchool('asks which of several administrators is meant', async (school) => {
    const two = `${LIST}a02;администратор;Второва;Вера;;;;;;\n`;
    await school.run('roster', 'import', await put(school, two), '--yes');
    expect(await school.run('admin-code')).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('--person'),
    });
    expect(await whose(school, codeOf((await school.run('admin-code', '--person', 'a02')).out))).toBe('a02');
    expect((await school.run('admin-code', '--person', 'p02')).code).toBe(1);
    expect((await school.run('admin-code', '--person', 'x99')).code).toBe(1);
    expect((await school.run('admin-code', 'a02')).code).toBe(2);
  });

  inSchool('lets somebody begin without a roster, whom the roster then names', async (school) => {
    const { out } = await school.run('admin-code');
    const provisional = await whose(school, codeOf(out));
    await school.inside(({ stores }) =>
      stores.ledger
        .settle({
          key: 'link',
          entry: { kind: 'note', id: 'n:link', at: Date.now(), detail: 'test' },
          changes: [{ put: 'link', account, person: provisional ?? '', at: Date.now() }],
          rows: [],
          chain: 'cli',
        })
        .then(async () =>
          expect((await stores.people.facts(account)).person).toMatchObject({ role: 'administrator', id: provisional }),
        ),
    );

    const loaded = await school.run('roster', 'import', await put(school, LIST), '--yes');

    expect(loaded.out).toContain('Временный администратор теперь записан как Тестова Анна Игоревна (a01).');
    const person = await school.inside(async ({ stores }) => (await stores.people.facts(account)).person);
    expect(person?.id).toBe('a01');
    expect((await cards(school)).map((card) => card.person)).not.toContain(provisional);
  });

  inSchool('stays good when the roster comes before it was typed', async (school) => {
    const code = codeOf((await school.run('admin-code')).out);
    await school.run('roster', 'import', await put(school, LIST), '--yes');
    expect(await whose(school, code)).toBe('a01');
  });
});
