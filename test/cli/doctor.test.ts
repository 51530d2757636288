import { copyFile, cp, mkdir, writeFile } from 'node:fs/promises';
import { keep } from '../../src/domain/records.js';
import { type ChatRef, chatRef } from '../../src/domain/refs.js';
import { OWN_SETTINGS } from '../../src/domain/settings.js';
import { listenSandbox, type RunningSandbox } from '../../src/sandbox/listen.js';
import type { Definition } from '../../src/sandbox/vk/state.js';
import { inSchool, type School } from './world.js';

const TOKEN = 'vk1.a.token-of-a-fictional-school';

/** Everybody here is fictional. */
const definition: Definition = {
  community: { id: 700_021, token: TOKEN, title: 'Дежурный' },
  people: [
    { id: 101, name: 'Ключева Мария Петровна', about: 'классный руководитель, 5А' },
    { id: 201, name: 'Соснова Анна Игоревна', about: 'родитель, 5А' },
  ],
  chats: [
    { title: '5А родители', owner: 101, members: [201], bot: { fullAccess: true, admin: true } },
    { title: 'Поход', owner: 101, members: [201], bot: { fullAccess: true } },
    { title: 'Чужой', owner: 101, members: [201] },
  ],
};
const [PARENTS, HIKE, FOREIGN] = [1, 2, 3].map((n) => chatRef('vk', 2_000_000_000 + n)) as [ChatRef, ChatRef, ChatRef];

const register = (school: School, ref: ChatRef) =>
  school.inside(({ stores }) =>
    stores.chats.put({ ref, kind: 'class_parents', class: '5А', mode: 'act', registered: { by: 'k01', at: 0 } }),
  );
const see = (school: School, ref: ChatRef) =>
  school.inside(({ stores }) =>
    stores.ledger.settle({
      key: `see-${ref}`,
      entry: { kind: 'note', id: `n:${ref}`, at: 0, detail: 'test' },
      changes: [{ put: 'presence', chat: ref, present: true, at: 0 }],
      rows: [],
      chain: 'cli',
    }),
  );

/** A school whose community lives in a sandbox; Redis is the test run's own, which keeps everything as the bot's does. */
const withVk = (words: string, story: (school: School, vk: RunningSandbox) => Promise<void>) =>
  inSchool(words, async (school) => {
    const vk = await listenSandbox({ definition });
    school.with({ VK_TOKEN: TOKEN, VK_API_URL: vk.apiUrl });
    try {
      await story(school, vk);
    } finally {
      await vk.close();
    }
  });

/** The exit code, and what is wrong: the first words of each line that is not ✓. */
const complaints = async (school: School) => {
  const { code, out } = await school.run('doctor');
  return { code, lines: out.split('\n').filter((line) => line !== '' && !line.startsWith('✓')) };
};
const onlyWrong = async (school: School): Promise<string> => {
  const { code, lines } = await complaints(school);
  expect([code, lines]).toEqual([1, [expect.stringMatching(/^✗ .+ Что сделать: .+/)]]);
  return lines[0] ?? '';
};

describe('dezhurny doctor', () => {
  withVk('finds a good school well, line by line', async (school) => {
    await register(school, PARENTS);
    const { code, out } = await school.run('doctor');

    expect(out.split('\n').filter((line) => !line.startsWith('✓'))).toEqual(['']);
    expect(code).toBe(0);
    for (const words of [
      /^✓ Положение – действует редакция от 2024-08-31$/m,
      /^✓ Новые чаты – .*MODE=observe/m,
      /^✓ Картинки – QR-коды .* – нет \(PICTURE_TEXT=off\)$/m,
      /^✓ Место на диске – свободно \d+ %$/m,
      /^✓ Redis – по адресу из REDIS_URL$/m,
      /^✓ Redis: appendfsync – always$/m,
      /^✓ VK: ключ доступа сообщества – Дежурный$/m,
      /^✓ VK: типы событий$/m,
      /^✓ VK: часы этого компьютера$/m,
      /^✓ Чат «5А – родители» – бот – администратор$/m,
    ])
      expect(out).toMatch(words);
    expect(out).not.toContain(TOKEN);
  });

  inSchool('without a token says where to get one', async (school) => {
    expect(await onlyWrong(school)).toMatch(/VK_TOKEN не задан\. Что сделать: .*«Работа с API»/);
  });

  withVk('a wrong token', async (school) => {
    school.with({ VK_TOKEN: 'vk1.a.of-another-community' });
    const line = await onlyWrong(school);
    expect(line).toMatch(/^✗ VK: ключ доступа сообщества – vk groups\.getById: 5/);
    expect(line).not.toContain('of-another-community');
  });

  withVk('a number of another community', async (school) => {
    school.with({ VK_GROUP_ID: '5' });
    expect(await onlyWrong(school)).toContain('VK_GROUP_ID is not the community of VK_TOKEN');
  });

  withVk('a token without the right to messages', async (school, { vk }) => {
    await register(school, PARENTS);
    vk.world.state.community.permissions = ['manage', 'docs', 'photos'];
    expect(await onlyWrong(school)).toMatch(/^✗ VK: права ключа – messages/);
  });

  withVk('Long Poll off, old, or without an event', async (school, { vk }) => {
    await register(school, PARENTS);
    const { longPoll } = vk.world.state.community;
    longPoll.enabled = false;
    expect(await onlyWrong(school)).toMatch(/^✗ VK: Long Poll API включён/);

    longPoll.enabled = true;
    longPoll.events.message_edit = 0;
    expect(await onlyWrong(school)).toMatch(/^✗ VK: типы событий – message_edit/);

    longPoll.events.message_edit = 1;
    longPoll.apiVersion = '5.80';
    expect(await onlyWrong(school)).toMatch(/^✗ VK: версия событий – 5\.80/);
  });

  withVk(
    'chats: where the bot is no administrator, where it is not, where nobody said what the chat is',
    async (school) => {
      await register(school, HIKE);
      await see(school, HIKE);
      await register(school, FOREIGN);
      await see(school, PARENTS);

      const { code, lines } = await complaints(school);

      expect(code).toBe(1);
      expect(lines.toSorted()).toEqual([
        expect.stringMatching(/^! Чат «5А родители» – .*не зарегистрирован\. Что сделать: напишите в чате/),
        expect.stringMatching(/^✗ Чат «5А – родители» – бот не администратор.*«Управление чатом»/),
        expect.stringMatching(/^✗ Чат «5А – родители» – бота в чате нет.*добавьте сообщество/),
      ]);
    },
  );

  withVk('a VK that does not answer', async (school, vk) => {
    vk.vk.faults.add({ kind: 'outage', answer: 'drop', times: 'every' });
    expect(await onlyWrong(school)).toMatch(/^✗ VK не отвечает – vk groups\.getById: .*VK_API_URL/);
  });

  withVk('a Redis that does not answer; the rest is still looked at', async (school) => {
    school.with({ REDIS_URL: 'redis://127.0.0.1:1' });
    const { code, out } = await school.run('doctor');
    expect(code).toBe(1);
    expect(out).toMatch(/^✗ Redis – не отвечает.*REDIS_URL/m);
    expect(out).toMatch(/^✓ VK: ключ доступа сообщества/m);
  });

  withVk('a Redis that would lose what it was told', async (school) => {
    await register(school, PARENTS);
    const set = (value: string) =>
      school.inside(async ({ redis }) => void (await redis.configSet('maxmemory-policy', value)));
    await set('allkeys-lru');
    try {
      expect(await onlyWrong(school)).toMatch(/^✗ Redis: maxmemory-policy – allkeys-lru.*maxmemory-policy noeviction$/);
    } finally {
      await set('noeviction');
    }
  });

  withVk('a damaged key', async (school) => {
    await register(school, PARENTS);
    await writeFile(school.file('keys/master.key'), 'half a k');
    expect(await onlyWrong(school)).toMatch(/^✗ Ключ шифрования – файл ключа повреждён/);
    school.with({ ENCRYPTION_KEY: Buffer.alloc(32).toString('base64') });
    expect(await onlyWrong(school)).toMatch(/^✗ Ключ шифрования – данные зашифрованы другим ключом/);
  });

  withVk('a broken policy: each defect with its file and line', async (school) => {
    await register(school, PARENTS);
    await mkdir(school.file('policy'));
    await writeFile(school.file('policy/2024-08-31.yaml'), 'school: [\n');
    school.with({ POLICY_DIR: school.file('policy') });
    expect(await onlyWrong(school)).toMatch(/^✗ Положение – \S+2024-08-31\.yaml:\d+: .*regulation lint/);
  });

  withVk('a file of the policy folder that nobody reads: advice', async (school) => {
    await register(school, PARENTS);
    await mkdir(school.file('policy'));
    for (const name of ['2024-08-31.yaml', 'permissions.yaml', 'chat-rules.yaml'])
      await copyFile(`policies/school-21/${name}`, school.file(`policy/${name}`));
    await copyFile('policies/school-21/2024-08-31.yaml', school.file('policy/31.08.2025.yaml'));
    school.with({ POLICY_DIR: school.file('policy') });
    const { out } = await school.run('doctor');
    expect(out).toMatch(/^! Положение – \S+31\.08\.2025\.yaml:1: ошибка: имя файла ничего не говорит программе/mu);
  });

  withVk('each setting of the school, and where it comes from', async (school) => {
    await register(school, PARENTS);
    await school.inside(({ stores }) =>
      stores.ledger.settle({
        key: 'quiet',
        entry: { kind: 'note', id: 'n:quiet', at: 0, detail: 'test' },
        changes: [keep('settings', OWN_SETTINGS, { quietHours: { from: '21:00', to: '07:00' } }, undefined)],
        rows: [],
        chain: 'cli',
      }),
    );

    const { code, out } = await school.run('doctor');

    expect(code).toBe(0);
    expect(out).toMatch(/^✓ Тихие часы – 21:00–07:00 \(задано школой\)$/m);
    expect(out).toMatch(/^✓ Название – МКОУ СОШ № 21 \(из папки Положения\)$/m);
    expect(out).toMatch(/^✓ Рабочая неделя \(дней\) – 5 \(обычное значение\)$/m);
  });

  withVk('a settings file that is not understood: the line, and that those from before hold', async (school) => {
    await register(school, PARENTS);
    await writeFile(school.file('school.yaml'), 'name: Школа\nquietHours: вечером\n');
    const line = await onlyWrong(school);
    expect(line).toMatch(/^✗ Настройки школы – school\.yaml:2: quietHours: время пишется часами и минутами/);
    expect(line).toContain('действуют прежние настройки');
  });

  withVk('a calendar that ends soon is advice', async (school) => {
    await register(school, PARENTS);
    await cp('policies/school-21', school.file('policy'), { recursive: true });
    await writeFile(school.file('policy/calendar.yaml'), 'daysOff: []\nworkingDays: []\nuntil: "2020-12-31"\n');
    school.with({ POLICY_DIR: school.file('policy') });
    const { code, lines } = await complaints(school);
    expect([code, lines]).toEqual([
      0,
      [expect.stringMatching(/^! Производственный календарь – известен до 31\.12\.2020/)],
    ]);
  });

  withVk('settings of the policy’s folder that are not understood, and a bot that does not start', async (school) => {
    await cp('policies/school-21', school.file('policy'), { recursive: true });
    await writeFile(school.file('policy/school.yaml'), 'workingWeek: 8\n');
    school.with({ POLICY_DIR: school.file('policy') });
    const { code, err } = await school.run('start');
    expect([code, err]).toEqual([
      78,
      expect.stringMatching(/school\.yaml:1: workingWeek: в рабочей неделе пять или шесть/),
    ]);
    expect((await school.run('doctor')).out).toMatch(/^✗ Настройки школы – .*school\.yaml:1: workingWeek/m);
  });

  withVk('a key beside the data is advice, not a failure', async (school) => {
    school.with({ REDIS_URL: '' });
    await register(school, PARENTS);
    const { code, lines } = await complaints(school);
    expect([code, lines]).toEqual([0, [expect.stringMatching(/^! Ключ шифрования – .*сохраните копию/)]]);
  });

  withVk('speaks the language of the school', async (school) => {
    school.with({ LOCALE: 'en', VK_GROUP_ID: '5' });
    expect((await school.run('doctor')).out).toMatch(/^✗ VK: .* What to do: /m);
  });
});
