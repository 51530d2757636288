import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Standing } from '../../src/domain/person.js';
import { accountRef } from '../../src/domain/refs.js';
import { listenSandbox } from '../../src/sandbox/listen.js';
import { look } from '../documents/picture.js';
import { inSchool, type School } from './world.js';

/** Fictional. */
const LIST = `id;роль;фамилия;имя;отчество;класс;предмет;дети;основание
a01;администратор;Тестова;Анна;Игоревна;;технология;;приказ 1 от 28.08.2026
k02;классный руководитель;Лугов;Олег;Сергеевич;5Б;математика;;
k01;классный руководитель;Ключева;Мария;Петровна;5А;русский язык;;
s02;обучающийся;Петрова;Дарья;;5А;;;
p02;родитель;Петров;Денис;Олегович;;;s02;
`;
const EVERYBODY = ['a01', 'k01', 'k02', 'p02', 's02'];

interface Printed {
  readonly person: string;
  readonly code: string | null;
  readonly link: string | null;
  readonly expires: string | null;
  readonly without?: string;
}

const opened = async (school: School): Promise<void> => {
  await writeFile(school.file('list.csv'), LIST);
  await school.run('roster', 'import', school.file('list.csv'), '--yes');
};
const printed = async (school: School, ...argv: readonly string[]): Promise<readonly Printed[]> =>
  JSON.parse((await school.run('roster', 'codes', '--json', ...argv)).out) as Printed[];
const codesOf = async (school: School, ...argv: readonly string[]) =>
  Object.fromEntries((await printed(school, ...argv)).map(({ person, code }) => [person, code]));

/** The person types the code into a dialog. */
const link = (school: School, person: string, code: string) =>
  school.inside(({ stores }) =>
    stores.ledger.settle({
      key: `link-${person}`,
      entry: { kind: 'note', id: `n:link-${person}`, at: 1, detail: 'test' },
      changes: [
        { put: 'link', account: accountRef('vk', 77), person, at: 1 },
        { put: 'used-code', code: code.replace('-', ''), at: 1 },
      ],
      rows: [],
      chain: 'cli',
    }),
  );
const settle = (school: School, id: string, value: Standing) =>
  school.inside(({ stores }) =>
    stores.ledger.settle({
      key: `standing-${id}`,
      entry: { kind: 'note', id: `n:standing-${id}`, at: 1, detail: 'test' },
      changes: [{ put: 'record', of: 'standing', id, value, was: 0 }],
      rows: [],
      chain: 'cli',
    }),
  );

const modeOf = async (path: string): Promise<string> => ((await stat(path)).mode & 0o777).toString(8);

describe('dezhurny roster codes', () => {
  inSchool('gives no second code to whoever is linked, unless asked by name', async (school) => {
    await opened(school);
    const first = await codesOf(school);
    await link(school, 'p02', first.p02 ?? '');

    expect((await printed(school)).find(({ person }) => person === 'p02')).toMatchObject({
      ...{ code: null, link: null, expires: null, without: 'linked' },
    });
    expect(await codesOf(school)).toEqual({ ...first, p02: null });
    expect((await school.run('roster', 'codes', '--role', 'родитель')).out).toBe(
      'Петров Денис Олегович · родитель (законный представитель) · 5А · аккаунт уже подключён, код не нужен\n',
    );

    const again = await codesOf(school, '--again', 'p02');
    expect(Object.keys(again)).toEqual(['p02']);
    expect([again.p02, again.p02 === first.p02]).toEqual([expect.stringMatching(/^\S{4}-\S{4}$/), false]);
    expect(await codesOf(school, '--again', 'p02')).toEqual(again);
    expect(await codesOf(school)).toEqual({ ...first, p02: null });
  });

  inSchool('knows whom it is asked about again', async (school) => {
    await opened(school);
    expect(await school.run('roster', 'codes', '--again', 'x99', '--again', 'p02')).toMatchObject({
      code: 1,
      out: '',
      err: 'В списке школы нет: x99.\n',
    });
  });

  inSchool('has none for those who left or are reached another way', async (school) => {
    await opened(school);
    await settle(school, 's02', { left: { at: 1, act: 'приказ 2 от 05.10.2026', purge: 2 } });
    await settle(school, 'p02', { otherWay: { at: 1, how: 'бумажный дневник' } });
    const codes = await printed(school);
    expect(codes.map(({ person }) => person)).toEqual(['a01', 'k01', 'k02', 'p02']);
    expect(codes.at(-1)).toMatchObject({ code: null, without: 'other-way' });
  });

  inSchool('links by the address it is given', async (school) => {
    await opened(school);
    const bare = (code: string | null) => code?.replace('-', '');
    for (const [address, before] of [
      ['https://vk.me/school_21', 'https://vk.me/school_21?ref='],
      ['vk.me/club21', 'https://vk.me/club21?ref='],
      ['https://t.me/school_21_bot', 'https://t.me/school_21_bot?start='],
    ] as const)
      for (const { code, link: found } of await printed(school, '--address', address))
        expect(found).toBe(`${before}${bare(code)}`);
  });

  inSchool('asks the community for its address, and does without when it cannot', async (school) => {
    await opened(school);
    const token = 'vk1.a.token-of-a-fictional-school';
    const vk = await listenSandbox({
      definition: { community: { id: 700_021, token, title: 'Дежурный' }, people: [], chats: [] },
    });
    school.with({ VK_TOKEN: token, VK_API_URL: vk.apiUrl });
    try {
      for (const { link: found } of await printed(school)) expect(found).toMatch(/^https:\/\/vk\.me\/\w+\?ref=\w{8}$/);
      school.with({ VK_TOKEN: 'vk1.a.some-other-token' });
      const { code, out, err } = await school.run('roster', 'codes', '--json');
      expect([code, err]).toEqual([0, expect.stringContaining('Адрес сообщества узнать не удалось')]);
      expect((JSON.parse(out) as Printed[]).map(({ link: found }) => found)).toEqual(EVERYBODY.map(() => null));
    } finally {
      await vk.close();
    }
  });

  inSchool('puts cards into a folder that only its owner may open', async (school) => {
    await opened(school);
    const first = await codesOf(school);
    await link(school, 'p02', first.p02 ?? '');
    const folder = school.file('cards/autumn');

    const { code, out } = await school.run('roster', 'codes', '--address', 'vk.me/club21', '--cards', folder);

    const sheet = 'Карточки для печати.pdf';
    expect([code, out]).toEqual([
      0,
      `Петров Денис Олегович · родитель (законный представитель) · 5А · аккаунт уже подключён, код не нужен\nСохранено карточек: 4. Для печати: ${join(folder, sheet)}\n`,
    ]);
    expect((await readdir(folder)).sort()).toEqual(['a01.png', 'k01.png', 'k02.png', 's02.png', sheet]);
    expect(await modeOf(folder)).toBe('700');
    for (const name of await readdir(folder)) expect(await modeOf(join(folder, name))).toBe('600');
    const picture = await look(await readFile(join(folder, 's02.png')));
    expect(picture.scan()).toBe(`https://vk.me/club21?ref=${first.s02?.replace('-', '')}`);
    expect((await readFile(join(folder, sheet))).toString('latin1')).toContain('/Count 1');
  });

  inSchool('says when the cards have no picture to scan, or when there are none', async (school) => {
    await opened(school);
    const { code, err } = await school.run('roster', 'codes', '--cards', school.file('cards'), '--json');
    expect([code, err]).toEqual([0, expect.stringMatching(/без рисунка.*--address.*\nСохранено карточек: 5\./)]);
    expect((await look(await readFile(school.file('cards/p02.png')))).scan()).toBeUndefined();
    const none = await school.run('roster', 'codes', '--class', '9А', '--cards', school.file('none'));
    expect(none).toMatchObject({ code: 0, out: 'Карточек нет: никому из выбранных код не нужен.\n' });
  });

  inSchool('never mixes new cards with old ones, and gives out no code it cannot print', async (school) => {
    await opened(school);
    await mkdir(school.file('full'));
    await writeFile(school.file('full/old.png'), 'old');
    expect(await school.run('roster', 'codes', '--cards', school.file('full'))).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('папка не пуста'),
    });
    expect(await school.run('roster', 'codes', '--cards', school.file('list.csv'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('папку создать нельзя (EEXIST)'),
    });
    expect(await school.inside(({ stores }) => stores.codes.issueOf('p02'))).toBe(0);
    expect(await readdir(school.file('full'))).toEqual(['old.png']);
  });

  inSchool('says in one line what it does not understand', async (school) => {
    for (const argv of [
      ['--class', 'пятый'],
      ['--role', 'кто-то'],
      ['--address', 'http://vk.me/club21'],
      ['--address', 'https://example.org/club21'],
      ['--card'],
      ['p02'],
    ])
      expect(await school.run('roster', 'codes', ...argv)).toMatchObject({ code: 2, out: '' });
  });
});
