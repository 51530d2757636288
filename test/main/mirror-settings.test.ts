import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSay } from '../../src/app/say.js';
import { keep } from '../../src/domain/records.js';
import { type Given, OWN_SETTINGS } from '../../src/domain/settings.js';
import { createMirror } from '../../src/main/mirror-settings.js';
import { createMemoryStores } from '../../src/storage/memory/stores.js';
import { BadSettings, loadBeginning } from '../../src/storage/school.js';
import type { FileDefect } from '../../src/storage/settings-file.js';
import { createVault } from '../../src/storage/vault.js';

const NOW = Date.UTC(2026, 8, 9, 9, 0);
const NIGHT = { from: '21:00', to: '07:00' };

const open = async (given: Given = {}) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'school-'));
  const file = join(dataDir, 'school.yaml');
  const stores = createMemoryStores(createVault(Buffer.alloc(32, 4)));
  const defects: FileDefect[] = [];
  const deps = { dataDir, stores, given, say: createSay('ru'), chain: 'p0', now: () => NOW };
  const mirror = createMirror({ ...deps, onDefect: (defect) => defects.push(defect) });
  const own = async () => (await stores.records.get('settings', OWN_SETTINGS))?.value;
  let told = 0;
  return {
    mirror,
    defects,
    own,
    stores,
    names: () => readdir(dataDir),
    mode: async () => (await stat(file)).mode & 0o777,
    read: () => readFile(file, 'utf8'),
    write: (words: string) => writeFile(file, words),
    /** As `/настройка` does. */
    change: async (value: Given) => {
      told += 1;
      const held = await stores.records.get('settings', OWN_SETTINGS);
      const entry = { id: `n:${told}`, at: NOW, kind: 'note', detail: 'test' } as const;
      const changes = [keep('settings', OWN_SETTINGS, value, held)];
      await stores.ledger.settle({ key: `k${told}`, entry, changes, rows: [], chain: 'p0' });
    },
    close: () => rm(dataDir, { recursive: true }),
  };
};

const story = (words: string, play: (school: Awaited<ReturnType<typeof open>>) => Promise<void>, given?: Given) =>
  it(words, async () => {
    const school = await open(given);
    try {
      await play(school);
    } finally {
      await school.close();
    }
  });

describe('the file of the settings', () => {
  story('is there from the start, for its owner alone, with every setting to be uncommented', async (school) => {
    await school.mirror();

    expect(await school.names()).toEqual(['school.yaml']);
    expect(await school.mode()).toBe(0o600);
    expect(await school.read()).toContain('# Тихие часы\n# quietHours:\n#   from: 20:00\n#   to: 08:00\n');
    expect(await school.own()).toBeUndefined();
  });

  story('is taken into the store when it was changed by hand, and written anew', async (school) => {
    await school.mirror();
    const before = await school.read();
    await school.write(before.replace('# smallGroup: 5', 'smallGroup: 3'));

    await school.mirror();

    expect(await school.own()).toEqual({ smallGroup: 3 });
    expect(await school.read()).toContain('# Малые группы (меньше человек)\nsmallGroup: 3\n');
    const written = await school.read();
    await school.mirror();
    expect(await school.read()).toBe(written);
  });

  story('is written when a setting was changed in a chat', async (school) => {
    await school.mirror();
    await school.change({ quietHours: NIGHT });

    await school.mirror();

    expect(await school.read()).toContain('# Тихие часы\nquietHours:\n  from: 21:00\n  to: 07:00\n');
    expect(await school.own()).toEqual({ quietHours: NIGHT });
  });

  story('keeps what the owner noted in it, as long as nothing is changed', async (school) => {
    await school.mirror();
    await school.write(`${await school.read()}\n# спросить директора\n`);
    await school.mirror();
    expect(await school.read()).toContain('# спросить директора');
  });

  it.each([
    ['smallGroup: много', 1, 'smallGroup', 'setting-bad-number'],
    ['name: Школа\nquietHours: 21-7', 2, 'quietHours', 'setting-bad-clock'],
    ['name: Школа\n\nquietHours:\n  from: "21:00"\n  to: "7"', 5, 'quietHours', 'setting-bad-clock'],
    ['name: Школа\ntihieChasy: 1', 2, 'tihieChasy', 'setting-no-such'],
    ['name: "Школа', 1, '', 'setting-bad-yaml'],
    ['smallGroup: 3\nsmallGroup: 4', 2, '', 'setting-twice'],
    ['name: Шк\uFFFDла', 1, '', 'setting-bad-encoding'],
    ['hosts: *nothing', 1, '', 'setting-bad-yaml'],
    ['a: &a [x]\nb: &b [*a, *a]\nhosts: [*b, *b]', 1, '', 'setting-bad-yaml'],
    [`hosts: ${'['.repeat(20_000)}`, 1, '', 'setting-bad-yaml'],
    ['inviteDays: 2', 1, 'inviteWarningDays', 'setting-warning-too-early'],
    ['daysOff: [30.12.2026]', 1, 'daysOff', 'setting-bad-date'],
  ])('«%s» is refused once, with its line; the settings from before go on', async (words, line, field, what) => {
    const school = await open();
    try {
      await school.change({ smallGroup: 3 });
      await school.write(words);

      await school.mirror();
      await school.mirror();

      expect(school.defects).toEqual([{ line, field, what }]);
      expect(await school.own()).toEqual({ smallGroup: 3 });
      expect(await school.read()).toBe(words);
    } finally {
      await school.close();
    }
  });

  it('goes with the school to a new store', async () => {
    const [old, fresh] = [await open(), await open()];
    await old.change({ smallGroup: 3 });
    await old.mirror();
    await fresh.write(await old.read());
    await fresh.mirror();
    expect(await fresh.own()).toEqual({ smallGroup: 3 });
    await Promise.all([old.close(), fresh.close()]);
  });

  story('that was mended is taken', async (school) => {
    await school.write('smallGroup: много');
    await school.mirror();
    await school.write('smallGroup: 4');
    await school.mirror();
    expect(await school.own()).toEqual({ smallGroup: 4 });
  });

  story(
    'is looked at together with what the policy’s folder says',
    async (school) => {
      await school.write('inviteWarningDays: 6');
      await school.mirror();
      expect(school.defects).toMatchObject([{ what: 'setting-warning-too-early' }]);
    },
    { inviteDays: 5 },
  );
});

describe('a policy folder', () => {
  it.each(['school-21', 'oosh-19'])('%s sets what its school begins with', async (school) => {
    const { given, calendar } = await loadBeginning(join('policies', school));
    expect(given.name).toMatch(/МКОУ/u);
    expect(calendar.daysOff).toContain('2026-11-04');
  });

  it('may set nothing, and have no calendar', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'policy-'));
    const { given, calendar } = await loadBeginning(join(dir, 'school'));
    await rm(dir, { recursive: true });
    expect([given, calendar.daysOff]).toEqual([{}, []]);
  });

  it('with a wrong setting names the line', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'policy-'));
    await writeFile(join(dir, 'school.yaml'), 'name: Школа\nworkingWeek: 8\n');
    const wrong = loadBeginning(dir).catch((error: unknown) => error);
    expect(await wrong).toBeInstanceOf(BadSettings);
    expect(String(await wrong)).toContain('school.yaml:2: workingWeek: setting-bad-week');
    await rm(dir, { recursive: true });
  });
});
