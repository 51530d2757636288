import { confirmAhead } from '../../src/app/people-role.js';
import { printsSeen, removedFiles } from '../../src/app/removed-files.js';
import { printCode } from '../../src/domain/code.js';
import { chatRef } from '../../src/domain/refs.js';
import { DAY } from '../../src/domain/time.js';
import { stack } from '../../src/main/stack.js';
import { PROVISIONAL } from '../../src/roster/provisional.js';
import type { Definition } from '../../src/sandbox/vk/state.js';
import { keysOf } from '../../src/storage/redis/keys.js';
import { newEdition } from '../scenarios/editions.js';
import { until } from '../world/until.js';
import { leaks, OLD_DAY, openWatched, type Watched } from './watched.js';

const TOKEN = 'vk1.a.privacy-test-token';
const ADMINISTRATOR = 700_999_888;
const PARENT = 700_123_456;
const TEACHER = 700_654_321;
const CHAT = 2_000_000_001;

/** Invented people. */
const definition: Definition = {
  community: { id: 777_321_000, token: TOKEN, title: 'Школа (вымышленная)' },
  people: [
    { id: ADMINISTRATOR, name: 'Управителева Пелагея Титовна', about: 'администратор' },
    { id: TEACHER, name: 'Учителева Аглая Фроловна', about: 'классный руководитель' },
    { id: PARENT, name: 'Родителев Прохор Кузьмич', about: 'родитель' },
  ],
  chats: [{ title: 'Ромашка', owner: TEACHER, members: [PARENT], bot: { fullAccess: true, admin: true } }],
};
const person = { classes: ['5А'], subject: 'литература', children: [], basis: 'приказ 77' };
const roster = [
  { id: 'k77', role: 'class-teacher', surname: 'Учителева', name: 'Аглая', patronymic: 'Фроловна', ...person },
  { id: 'p77', role: 'parent', surname: 'Родителев', name: 'Прохор', patronymic: 'Кузьмич', ...person },
] as const;

const FOUL = 'Охуели совсем с этим кактусом';
const CRY = 'Не хочу больше жить, одуванчик';
const CLEAN = 'Принесите завтра баклажаны';
/** A photo, as the messenger names it. */
const PHOTO = 'photo700123456_457239017';
const PRINT = 'ff00ff00ff00ff0a';
const SECRETS = [
  PHOTO,
  PRINT,
  ...['Охуели', 'кактус', 'баклажан', 'Чепуха', 'одуванчик', 'больше жить', 'подорожник'],
  ...['Учителев', 'Аглая', 'Фроловн', 'Родителев', 'Прохор', 'Кузьмич', 'Ромашка', 'литература'],
  ...[PARENT, TEACHER, ADMINISTRATOR, CHAT, definition.community.id].map(String),
  ...[TOKEN, 'privacy-test-token'],
];

const built = stack();
afterEach(() => built.unwind());

const bothWays = (codes: readonly string[]) => [...codes, ...codes.map((printed) => printed.replace('-', ''))];

/** A photo of the chat was looked at, and taken out. */
const takesOut = async ({ open: { stores } }: Watched): Promise<void> => {
  const now = Date.now();
  const message = { attachments: [{ kind: 'photo', words: [], handle: PHOTO }], forwarded: [] } as const;
  const known = { now, records: stores.records, traces: stores.traces };
  const seen = printsSeen([{ handle: PHOTO, words: ['Охуели'], print: PRINT }], now);
  const changes = [...seen, ...(await removedFiles(message, known))];
  const entry = { id: 'n:out', at: now, kind: 'note', detail: 'taken out' } as const;
  await stores.ledger.settle({ key: 'out', entry, changes, rows: [], chain: 'cli' });
};

/** A personal code as the command line prints it. */
const codeFor = async ({ open: { stores, vault } }: Watched, id: string, sure = false): Promise<string> => {
  const made = vault.code(id, 1);
  await stores.codes.issue([{ code: made, person: id, issue: 1, until: Date.now() + DAY }]);
  if (sure) await confirmAhead(stores, id, 1, Date.now());
  return printCode(made);
};

const registered = ({ open: { stores } }: Watched) =>
  until('the chat is registered', async () => (await stores.chats.find(chatRef('vk', CHAT))) !== undefined);

it('neither Redis nor the log ever holds a word, a name, a messenger’s number or a token', async () => {
  const watched = await openWatched(definition, built);
  const { school, redis, sandbox, logged, bots, type, says, presses, visible } = watched;
  const { stores } = watched.open;
  await stores.people.put(roster);
  const codes = [await codeFor(watched, 'k77', true), await codeFor(watched, 'p77')] as const;

  await type(TEACHER, bots, `/код ${codes[0]}`);
  await says(TEACHER, 'Аглая Фроловна');
  await type(TEACHER, CHAT, '/чат родители 5А');
  await registered(watched);
  await type(PARENT, CHAT, CLEAN);
  await takesOut(watched);
  // The messenger fails in every way while there is something to do.
  sandbox.vk.faults.add({ kind: 'call', method: '*', answer: 'html-502', times: 2 });
  sandbox.vk.faults.add({ kind: 'call', method: 'messages.delete', answer: 10, times: 1 });
  sandbox.vk.faults.add({ kind: 'payload', times: 1 });
  await type(PARENT, CHAT, FOUL);
  await until('it is gone', () => !visible(CHAT).some((text) => text.includes('кактус')));
  await type(PARENT, bots, `/код ${codes[1]}`);
  await says(PARENT, 'Прохор Кузьмич');
  await type(PARENT, bots, '/я');
  await says(PARENT, 'Родителев Прохор');
  await type(PARENT, CHAT, CRY);
  await says(PARENT, 'Телефон доверия');
  await type(PARENT, bots, 'мне плохо, подорожник');
  await says(TEACHER, 'они в карточке');
  await presses(TEACHER, 'Показать фрагмент');
  await says(TEACHER, 'просмотр записан');
  await type(PARENT, bots, '/Чепуха кактус');
  await says(PARENT, 'Такой команды я не знаю');
  await until('the old key is gone', async () => (await redis.hExists(keysOf(school).dailyKeys, OLD_DAY)) === 0);

  const seen = await watched.ends();

  expect(seen.some((line) => line.includes(':outbox:rows'))).toBe(true);
  expect(seen.some((line) => /:queue:intake-\d:m_/.test(line))).toBe(true);
  for (const kept of [':recent:c_', ':left:w_', ':print:w_', ':records:removed-file', ':records:cry'])
    expect(seen.some((line) => line.includes(kept))).toBe(true);
  expect(leaks(seen, [...SECRETS, ...bothWays(codes)])).toEqual([]);
  expect(logged.length).toBeGreaterThan(5);
  expect(logged.some((line) => line.includes('weather'))).toBe(true);
  expect(leaks(logged, [...SECRETS, ...bothWays(codes)])).toEqual([]);
}, 60_000);

const PHONE = '79005553311';
const BORN = '2014-05-17';
const LIST = 'Список-Незабудка.csv';
const CSV = [
  'id;роль;фамилия;имя;отчество;класс;предмет;дети;основание;телефон;дата_рождения',
  'a77;администратор;Управителева;Пелагея;Титовна;;литература;;приказ 77-88;;',
  `k77;классный руководитель;Учителева;Аглая;Фроловна;5А;литература;;приказ 77-88;${PHONE};1980-01-02`,
  `p77;родитель;Родителев;Прохор;Кузьмич;;;s77;;+${PHONE};${BORN}`,
  'p78;родитель;Тихомиров;Никодим;Саввич;;;s78;;;',
  `s77;обучающийся;Родителева;Фёкла;;5А;;;;${PHONE};${BORN}`,
  's78;обучающийся;Тихомирова;Устинья;;5А;;;;;',
].join('\n');
const EDITION = 'Редакция-Подснежник.yaml';
const MORE_SECRETS = [
  ...[PHONE, PHONE.slice(1), BORN, '17.05.2014', '1980-01-02', 'Незабудка', 'Подснежник', 'Гладиолус'],
  ...['Управителев', 'Пелагея', 'Титовн', 'Тихомиров', 'Никодим', 'Саввич', 'Фёкла', 'Устинья'],
  ...['77-88', '77-99', '77-55', '77-44'],
];

it('nor what the administration brings: a list, invites, an edition, a movement; nor any file that stays behind', async () => {
  const watched = await openWatched(definition, built);
  const { logged, bots, type, sends, presses, says, visible, buttons } = watched;
  const { stores } = watched.open;
  await stores.people.put([PROVISIONAL]);
  const codes = [await codeFor(watched, PROVISIONAL.id, true)];

  await type(ADMINISTRATOR, bots, `/код ${codes[0]}`);
  await says(ADMINISTRATOR, 'Теперь я знаю Вас');
  await type(ADMINISTRATOR, bots, '/настройка');
  await says(ADMINISTRATOR, 'Шаг 1 из 7');
  await type(ADMINISTRATOR, bots, '77-99 от 28.08.2026');
  await says(ADMINISTRATOR, 'Шаг 2 из 7');
  await sends(ADMINISTRATOR, LIST, CSV);
  await says(ADMINISTRATOR, 'Не загружены столбцы: «телефон», «дата_рождения»');
  await presses(ADMINISTRATOR, 'Загрузить 6');
  // This question stays open.
  await says(ADMINISTRATOR, 'Шаг 3 из 7');

  codes.push(await codeFor(watched, 'k77', true));
  await type(TEACHER, bots, `/код ${codes[1]}`);
  await says(TEACHER, 'Аглая Фроловна');
  await type(TEACHER, CHAT, '/чат родители 5А');
  await registered(watched);
  await type(TEACHER, bots, '/приглашения 5А родители');
  await says(TEACHER, 'Будет выпущено');
  await presses(TEACHER, 'Выпустить');
  await says(TEACHER, 'Кому: Тихомиров Никодим Саввич');
  codes.push(...visible(TEACHER).flatMap((text) => /Код: ([0-9A-Z-]{9})\./.exec(text)?.[1] ?? []));
  expect(codes.length).toBeGreaterThan(2);

  await type(ADMINISTRATOR, bots, '/положение новая редакция');
  await says(ADMINISTRATOR, 'Пришлите новую редакцию файлом');
  await sends(ADMINISTRATOR, EDITION, newEdition().replace('иным способом', 'через журнал «Гладиолус»'));
  await says(ADMINISTRATOR, 'Допишите недостающее');
  await type(ADMINISTRATOR, bots, 'протокол № 3 от 16.10.2026; приказ 77-44 от 19.10.2026; действует с 26.10.2026');
  await until('it may be gone on with', () => buttons(ADMINISTRATOR).includes('Продолжить'));
  await type(ADMINISTRATOR, bots, '/движение отчисление s78 приказ 77-55 от 05.10.2026');
  await says(ADMINISTRATOR, 'Тихомирова');
  await presses(ADMINISTRATOR, 'Выполнить');
  await until('a pupil has left', async () => (await stores.records.get('standing', 's78'))?.value.left !== undefined);
  expect((await stores.timers.due(Date.now() + 60 * DAY, 100)).length).toBeGreaterThan(1);
  expect((await stores.records.all('question')).length).toBeGreaterThan(0);

  const seen = await watched.ends();

  const secrets = [...SECRETS, ...MORE_SECRETS, ...bothWays(codes)];
  expect(seen.some((line) => /:records?:/.test(line))).toBe(true);
  expect(leaks(seen, secrets)).toEqual([]);
  expect(leaks(logged, secrets)).toEqual([]);
}, 60_000);
