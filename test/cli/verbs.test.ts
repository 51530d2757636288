import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { keep } from '../../src/domain/records.js';
import { chatRef } from '../../src/domain/refs.js';
import { nameMessage } from '../../src/ports/vault.js';
import { inSchool, type School } from './world.js';

const VERBS = ['start', 'sandbox', 'check', 'roster', 'admin-code', 'regulation', 'doctor', 'journal', 'clauses'];

describe('dezhurny', () => {
  inSchool('says which verbs there are', async (school) => {
    const help = await school.run('help');
    expect([help.code, help.err]).toEqual([0, '']);
    for (const verb of VERBS) expect(help.out).toContain(verb);
    for (const name of [[], ['toString'], ['strat']]) {
      const unknown = await school.run(...name);
      expect([unknown.code, unknown.out, unknown.err]).toEqual([2, '', help.out]);
    }
  });

  inSchool('shows how a verb is used when it is used otherwise', async (school) => {
    for (const verb of VERBS) {
      const { code, out, err } = await school.run(verb, '--frobnicate', 'x');
      expect([verb, code, out]).toEqual([verb, 2, '']);
      expect(err).toMatch(new RegExp(`^usage: dezhurny ${verb}\\b`));
    }
  });

  inSchool('stops at a wrong variable, before anything else', async (school) => {
    school.with({ HTTP_PORT: 'eighty' });
    for (const verb of [['start'], ['doctor'], ['journal', 'verify'], ['check'], ['regulation', 'show']])
      expect(await school.run(...verb)).toMatchObject({
        code: 78,
        out: '',
        err: expect.stringMatching(/^HTTP_PORT: .+\n$/),
      });
  });
});

describe('the data', () => {
  inSchool('are not opened without their Redis: a verb does not wait for ever', async (school) => {
    school.with({ REDIS_URL: 'redis://127.0.0.1:1' });
    const { code, err } = await school.run('journal', 'verify');
    expect([code, err]).toEqual([
      78,
      expect.stringMatching(/REDIS_URL: the Redis does not answer \(ECONNREFUSED\).*example: redis:.*\n$/),
    ]);
  });

  inSchool('are not opened by another key, nor by a damaged one', async (school) => {
    expect((await school.run('admin-code')).code).toBe(0);
    const kept = await readFile(school.file('keys/master.key'));

    await writeFile(school.file('keys/master.key'), 'half a k');
    const damaged = await school.run('admin-code');
    expect([damaged.code, damaged.err]).toEqual([
      78,
      expect.stringMatching(/^ENCRYPTION_KEY: the key file is damaged.*\n$/),
    ]);

    school.with({ ENCRYPTION_KEY: randomBytes(32).toString('base64') });
    const other = await school.run('admin-code');
    expect([other.code, other.err]).toEqual([78, expect.stringMatching(/^ENCRYPTION_KEY: .*another key.*\n$/)]);

    school.with({ ENCRYPTION_KEY: '' });
    await writeFile(school.file('keys/master.key'), kept);
    expect((await school.run('admin-code')).code).toBe(0);
  });

  inSchool('begin with a key of their own, of which a copy is asked for once', async (school) => {
    expect((await school.run('journal', 'verify')).err).toContain('Keep a copy elsewhere');
    expect((await school.run('journal', 'verify')).err).toBe('');
    expect((await stat(school.file('keys/master.key'))).mode & 0o777).toBe(0o600);
  });

  inSchool('need a folder that is one', async (school) => {
    await writeFile(school.file('plain'), '');
    school.with({ DATA_DIR: school.file('plain') });
    expect(await school.run('admin-code')).toMatchObject({
      code: 78,
      err: expect.stringMatching(/^DATA_DIR: is no folder.*\n$/),
    });
  });
});

describe('dezhurny journal', () => {
  const chat = chatRef('vk', 2_000_000_001);
  const told = async (school: School) =>
    school.inside(async ({ stores, vault }) => {
      const place = vault.pseudonym('c', chat);
      const note = (id: string, more: object) =>
        stores.journal.append('p1', { kind: 'note', id: `n:${id}`, at: Date.now(), detail: id, ...more });
      await note('one', { place, message: nameMessage(vault, { place: chat, id: '42' }) });
      await note('two', { place, account: vault.pseudonym('a', 'vk:account:7') });
      await note('three', { person: vault.pseudonym('u', 'p02') });
    });
  const details = (out: string) =>
    out.split('\n').flatMap((line) => (line === '' ? [] : [(JSON.parse(line) as { detail: string }).detail]));

  inSchool('shows why something happened: in a chat, to an account, a person, a message', async (school) => {
    await told(school);
    const show = async (...argv: readonly string[]) => details((await school.run('journal', 'show', ...argv)).out);

    expect(await show()).toEqual(['one', 'two', 'three']);
    expect(await show('--chat', chat)).toEqual(['one', 'two']);
    expect(await show('--account', 'vk:account:7')).toEqual(['two']);
    expect(await show('--person', 'p02')).toEqual(['three']);
    expect(await show('--message', `${chat}/42`)).toEqual(['one']);
    const [first = ''] = (await school.run('journal', 'show')).out.split('\n');
    const { place } = JSON.parse(first) as { place: string };
    expect(await show('--chat', place)).toEqual(['one', 'two']);
  });

  inSchool('says when it holds nothing, and how things are named', async (school) => {
    await told(school);
    const nothing = await school.run('journal', 'show', '--message', `${chat}/43`);
    expect([nothing.code, nothing.out, nothing.err]).toEqual([1, '', 'The journal holds nothing about this.\n']);
    for (const argv of [['--chat', '5А'], ['--message', '42'], ['--account', 'Petrov'], ['--chat'], ['extra']])
      expect((await school.run('journal', 'show', ...argv)).code).toBe(2);
    for (const argv of [[], ['export'], ['verify', 'x'], ['delete']])
      expect((await school.run('journal', ...argv)).code).toBe(2);
  });

  inSchool('is whole, or says where it was altered', async (school) => {
    await told(school);
    expect(await school.run('journal', 'verify')).toMatchObject({
      code: 0,
      out: '✓ 3 entries in 1 chains, none missing or altered\n',
    });

    await school.inside(async ({ redis, shelf }) => {
      await redis.xDel(shelf.keys.chain('p1'), '2-0');
    });
    const broken = await school.run('journal', 'verify');
    expect([broken.code, broken.out]).toEqual([1, '✗ p1: entry 2 is missing\n']);
  });

  inSchool('is written to a file, never over one', async (school) => {
    await told(school);
    const file = school.file('journal.jsonl');
    expect(await school.run('journal', 'export', file)).toMatchObject({ code: 0, out: '3 entries written\n' });

    const lines = (await readFile(file, 'utf8')).trim().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { seq: number }).seq)).toEqual([1, 2, 3]);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await school.run('journal', 'export', file)).toMatchObject({ code: 1, err: `${file}: is there already\n` });
    const nowhere = await school.run('journal', 'export', school.file('none/journal.jsonl'));
    expect([nowhere.code, nowhere.err]).toEqual([1, expect.stringMatching(/cannot be written \(ENOENT\)\n$/)]);
  });
});

describe('dezhurny regulation', () => {
  inSchool('shows a clause, the whole, or what was in force on a day', async (school) => {
    const clause = await school.run('regulation', 'show', '--clause', '4.2');
    expect([clause.code, clause.out]).toEqual([0, expect.stringMatching(/^4\.2\. .*вежливой форме/s)]);
    const whole = await school.run('regulation', 'show', '--at', '2024-08-31');
    expect([whole.code, whole.out]).toEqual([0, expect.stringMatching(/\n4\. Права и обязанности.*\n4\.2\. /s)]);

    const before = await school.run('regulation', 'show', '--at', '2024-08-30');
    expect([before.code, before.err]).toEqual([1, 'no edition of the regulation is in force on that day\n']);
    expect(await school.run('regulation', 'show', '--clause', '9.9')).toMatchObject({ code: 1, out: '' });
    for (const at of ['yesterday', '2024-02-30', '31.08.2024'])
      expect((await school.run('regulation', 'show', '--at', at)).code).toBe(2);
  });

  inSchool('finds nothing wrong with the edition that is delivered', async (school) => {
    for (const folder of ['policies/school-21', 'policies/oosh-19']) {
      const { code, out, err } = await school.run('regulation', 'lint', folder);
      expect([code, err]).toEqual([0, '']);
      expect(out).toMatch(/^(?:policies\/\S+\.yaml:\d+: замечание: .+\n)+$/);
    }
  });

  inSchool('lists the editions, and shows what was in force in the other school', async (school) => {
    const archive = await school.run('regulation', 'show', '--archive');
    expect(archive).toEqual({ code: 0, out: '31.08.2024 – действует (приказ № 01-10-281 от 31.08.2024)\n', err: '' });
    expect((await school.run('regulation', 'show', '--archive', '--clause', '4.2')).code).toBe(2);
    school.with({ POLICY_DIR: 'policies/oosh-19' });
    const clause = await school.run('regulation', 'show', '--clause', '4.2');
    expect(clause.out).toBe('4.2. Настоящее Положение действительно до принятия нового Положения.\n');
  });

  inSchool('shows what was adopted while the bot ran, as does the doctor', async (school) => {
    const { requisites, ...rest } = parse(readFileSync('policies/school-21/2024-08-31.yaml', 'utf8'));
    const order = { number: '01-10-355', date: '2026-10-19' };
    const document = { ...rest, requisites: { ...requisites, order, inForceFrom: '2026-10-26' } };
    const adopted = { by: 'd01', at: 1 };
    await school.inside(({ stores }) =>
      stores.ledger.settle({
        key: 'adopted',
        entry: { id: 'n:adopted', at: 1, kind: 'note', detail: 'adopted' },
        changes: [
          keep('edition', 'e1', { document, by: 'a01', at: 1, adopted }, undefined),
          keep('shelf', 'school', { editions: ['e1'], told: [] }, undefined),
        ],
        rows: [],
        chain: 'cli',
      }),
    );
    const archive = await school.run('regulation', 'show', '--archive');
    expect(archive.out).toContain('26.10.2026 – ');
    const [before, after] = await Promise.all(
      ['2026-10-25', '2026-10-26'].map((at) => school.run('regulation', 'show', '--at', at)),
    );
    expect(before?.out.split('\n')[1]).toMatch(/2024-08-31$/);
    expect(after?.out.split('\n')[1]).toMatch(/2026-10-26$/);
  });

  inSchool('names the file and the line of each defect', async (school) => {
    await mkdir(school.file('policy'));
    const edition = (await readFile('policies/school-21/2024-08-31.yaml', 'utf8'))
      .replace("inForceFrom: '2024-08-31'", "inForceFrom: 'soon'")
      .replace("POLITE: { document: regulation, clause: '4.2' }", "POLITE: { document: regulation, clause: '7.7' }");
    await writeFile(school.file('policy/2024-08-31.yaml'), edition);
    const lines = edition.split('\n');
    const lineOf = (words: string) => lines.findIndex((line) => line.includes(words)) + 1;

    const { code, out } = await school.run('regulation', 'lint', school.file('policy'));

    const file = school.file('policy/2024-08-31.yaml');
    expect(code).toBe(1);
    expect(out).toContain(
      `${file}:${lineOf("'soon'")}: ошибка: requisites.inForceFrom: это не дата; пример: '2024-08-31'\n`,
    );

    await writeFile(file, 'school: [\n');
    expect((await school.run('regulation', 'lint', school.file('policy'))).out).toMatch(
      new RegExp(`^${file}:\\d+: .+\n$`),
    );
    expect((await school.run('regulation', 'lint', school.file('none'))).out).toMatch(
      /none:1: ошибка: папка не читается/,
    );
  });

  inSchool('must be in order for the bot to start', async (school) => {
    await mkdir(school.file('policy'));
    await writeFile(school.file('policy/2024-08-31.yaml'), 'school: 21\n');
    school.with({ POLICY_DIR: school.file('policy'), VK_TOKEN: 'vk1.a.never-used' });
    const { code, out, err } = await school.run('start');
    expect([code, out]).toEqual([78, '']);
    expect(err).toMatch(/^(?:\S+2024-08-31\.yaml:\d+: .+\n)+$/);
  });
});
