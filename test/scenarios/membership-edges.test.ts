import { DAY, HOUR } from '../../src/domain/time.js';
import { BOT, people } from '../../src/platforms/memory/index.js';
import { cardFor, chatWith, inviting, issues, parentsChat } from './invites.js';
import { ADMINISTRATOR, accountOf, PARENT, PUPIL, type School, STRANGER, scene, TEACHER } from './world.js';

const hears = (school: School, who: string): readonly string[] => school.hears(school.dialog(who));
const last = (school: School, who: string): string => hears(school, who).at(-1) ?? '';
const says = (school: School, who: string, words: string) => school.says(who, school.dialog(who), words);
const presses = (school: School, who: string, label: string) => school.presses(who, school.dialog(who), label);
const order = async (school: School, words: string): Promise<void> => {
  await says(school, ADMINISTRATOR, `/движение ${words}`);
  await presses(school, ADMINISTRATOR, 'Выполнить');
};

describe('who has left the school by an order', () => {
  scene(
    'is taken out as soon as the messenger lets the bot, and until then nobody is told that he is out',
    async (school) => {
      const chat = await school.chat('class_students');
      const { world } = school.platform;
      await school.allows(TEACHER);
      await school.passes(DAY);
      const admins = world.chats.get(chat)?.admins ?? [];
      world.change(chat, { admins: [...admins, accountOf(PUPIL)] });
      await order(school, 'отчисление s02 приказ 03-05-18 от 05.09.2026');
      await school.passes(2 * DAY);
      expect(school.members(chat)).toContain(accountOf(PUPIL));
      const told = () => hears(school, TEACHER).filter((words) => /больше не в школе|должны быть удалены/.test(words));
      expect(told()).toHaveLength(1);
      expect(told()[0]).toMatch(/мессенджер не дал мне этого сделать: 1/);
      world.change(chat, { admins });
      await school.passes(2 * DAY);
      expect(school.members(chat)).not.toContain(accountOf(PUPIL));
      expect(told()).toHaveLength(1);
    },
  );
});

scene('what cannot be done on its day is told in the morning, not at midnight', async (school) => {
  await school.chat('class_students');
  await says(school, ADMINISTRATOR, '/движение перевод s02 5А 5Б приказ 03-05-17 от 09.09.2026 с 11.09.2026');
  await presses(school, ADMINISTRATOR, 'Выполнить');
  const pupil = await school.stores.people.find(PUPIL);
  if (pupil) await school.stores.people.put([{ ...pupil, classes: ['5Б'] }]);
  const before = hears(school, ADMINISTRATOR).length;
  await school.passes(36 * HOUR + HOUR);
  expect(hears(school, ADMINISTRATOR).slice(before)).toEqual([]);
  await school.passes(8 * HOUR);
  expect(hears(school, ADMINISTRATOR).slice(before).join()).toContain('не выполнено');
});

describe('somebody who may not invite', () => {
  for (const name of ['Орлова', 'Физиков', 'Лугов'])
    scene(`does not learn whether the school knows «${name}», nor in which class`, async (school) => {
      await school.chat('class_parents', { class: '5Б' });
      await says(school, PARENT, '/приглашения Кукушкина');
      const nobody = last(school, PARENT);
      await says(school, PARENT, `/приглашения ${name}`);
      expect(last(school, PARENT)).toBe(nobody);
    });
});

scene('a parent whom a court restricts does not learn from the bot where the child is now', async (school) => {
  await chatWith(school, [TEACHER, PARENT], 'class_parents');
  await says(school, ADMINISTRATOR, '/найти p02');
  await presses(school, ADMINISTRATOR, 'Ограничение по решению суда');
  await says(school, ADMINISTRATOR, 'решение 2-145 от 01.09.2026');
  await order(school, 'перевод s02 5А 5Б приказ 03-05-17 от 02.09.2026');
  await says(school, PARENT, '/я');
  expect(hears(school, PARENT).join('\n')).not.toMatch(/5Б|Петрова Д/);
  expect(hears(school, PARENT).join('\n')).not.toMatch(/суд|ограничен/i);
});

scene(
  'a finding waits until somebody can hear of it',
  async (school) => {
    const chat = await chatWith(school, [], 'class_parents');
    await school.passes(DAY);
    await school.joins(STRANGER, chat);
    await school.passes(DAY);
    const found = await school.stores.records.all('membership');
    expect(found.map(({ value }) => value.told)).toEqual([false]);
    await says(school, TEACHER, `/код ${await school.codeFor(TEACHER)}`);
    await says(school, ADMINISTRATOR, `/код ${await school.codeFor(ADMINISTRATOR)}`);
    await school.passes(2 * DAY);
    expect([...hears(school, ADMINISTRATOR), ...hears(school, TEACHER)].join('\n')).toContain('школа не знает: 1');
  },
  { ...inviting(), linked: false },
);

scene(
  'requests of outsiders are forgotten a month after',
  async (school) => {
    const chat = await chatWith(school, [TEACHER], 'class_parents');
    await school.allows(STRANGER);
    await school.joins(STRANGER, chat);
    await presses(school, STRANGER, 'Попросить войти');
    await says(school, STRANGER, 'Пётр Кукушкин');
    const requests = async () => (await school.stores.records.all('request')).length;
    expect(await requests()).toBe(1);
    await school.passes(29 * DAY);
    expect(await requests()).toBe(1);
    await school.passes(3 * DAY);
    expect(await requests()).toBe(0);
  },
  { policy: 'oosh-19' },
);

describe('let in by a person on request', () => {
  scene('an outsider cannot write for all that; a parent of the class is welcomed', async (school) => {
    const chat = await chatWith(school, [TEACHER], 'class_parents');
    await school.allows(PARENT);
    for (const who of [STRANGER, PARENT])
      people.joinByRequest(school.platform.world, accountOf(who), chat, accountOf(TEACHER));
    await school.quiet();
    expect(school.mayWrite(STRANGER, chat)).toBe(false);
    expect(school.mayWrite(PARENT, chat)).toBe(true);
    expect(hears(school, PARENT).join('\n')).toContain('Вы теперь в чате «5А – родители»');
    expect(school.members(chat)).toContain(accountOf(STRANGER));
  });
});

scene('a chat nobody has registered is left alone, but for one note to whoever brought the bot', async (school) => {
  const chat = school.newChat();
  await school.allows(TEACHER);
  const { world } = school.platform;
  world.change(chat, { members: school.members(chat).filter((one) => one !== BOT), admins: [] });
  people.join(world, BOT, chat, accountOf(TEACHER));
  await school.quiet();
  await school.joins('newcomer', chat);
  await school.says(STRANGER, chat, 'Дурак ты, https://vk.cc/abc');
  expect(hears(school, TEACHER)).toHaveLength(1);
  expect(last(school, TEACHER)).toContain('Меня добавили в чат');
  expect(hears(school, STRANGER)).toEqual([]);
  expect(school.hears(chat).filter(Boolean)).toEqual([]);
  expect(school.mayWrite('newcomer', chat)).toBe(true);
});

scene(
  'a crowd of strangers by one leaked link: one new link, three cards and one for the rest',
  async (school) => {
    const chat = await parentsChat(school);
    await issues(school);
    await says(school, PARENT, `/код ${cardFor(school, 'Петров Денис Олегович').code}`);
    const before = { teacher: hears(school, TEACHER).length, parent: hears(school, PARENT).length };
    const strangers = Array.from({ length: 12 }, (_, at) => `raider-${at}`);
    for (const one of strangers) people.join(school.platform.world, accountOf(one), chat);
    await school.quiet();
    expect(strangers.filter((one) => school.mayWrite(one, chat))).toEqual([]);
    expect(hears(school, PARENT).slice(before.parent)).toHaveLength(1);
    expect(hears(school, TEACHER).slice(before.teacher)).toHaveLength(3);
    await school.passes(HOUR);
    expect(hears(school, TEACHER).slice(before.teacher + 3)).toEqual([
      'Сверка чата «5А – родители» со списком школы:\n– школа не знает: 9. Писать они не могут.',
    ]);
    await presses(school, TEACHER, 'Исключить');
    expect(strangers.filter((one) => school.members(chat).includes(accountOf(one)))).toHaveLength(3);
  },
  inviting(),
);
