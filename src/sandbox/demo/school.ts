import type { Definition as Telegram } from '../telegram/state.js';
import type { Definition } from '../vk/state.js';

/** The demo school's community and people. All of them were invented; any likeness is chance. */
export const DEMO_TOKEN = 'vk1.a.sandbox-demo-token';
/** The same bot in Telegram. */
export const DEMO_BOT = 7_210_000_021;
export const DEMO_BOT_TOKEN = `${DEMO_BOT}:sandbox-demo-token`;

/** Roster id → number in the sandbox's VK, and in its Telegram. The outsider is in no roster. */
export const ACCOUNTS = {
  a01: 101,
  d01: 102,
  k01: 103,
  p01: 104,
  p02: 105,
  p03: 106,
  s01: 107,
  s02: 108,
  u01: 110,
  z01: 111,
  k02: 112,
  p04: 113,
} as const;
export type Played = keyof typeof ACCOUNTS;
export const OUTSIDER = 109;

/** The bot does not know her yet, and she is in no chat: her teacher has somebody to invite. */
const INVITED: Played = 'p03';
/** Has written his code; nobody has confirmed yet that it is he. */
export const WAITING: Played = 'u01';
/** Who writes a personal code when the demo begins, in this order. */
export const LINKED = (Object.keys(ACCOUNTS) as Played[]).filter((id) => id !== INVITED);
/** Whom the bot knows in Telegram too; everybody else has an account there of which it knows nothing. */
export const LINKED_IN_TELEGRAM: readonly Played[] = ['k01', 'p01'];

const community = {
  id: 21_000_021,
  token: DEMO_TOKEN,
  title: 'Дежурный – школа № 100 (вымышленная)',
  screenName: 'dezhurny_demo',
};
const people = [
  { id: ACCOUNTS.d01, name: 'Первова Зоя Марковна', about: 'директор' },
  { id: ACCOUNTS.k01, name: 'Ключева Мария Петровна', about: 'классный руководитель, 5А' },
  { id: ACCOUNTS.p02, name: 'Петров Денис Олегович', about: 'родитель, 5А' },
  { id: ACCOUNTS.p01, name: 'Иванова Ольга Николаевна', about: 'родитель, 5А' },
  { id: ACCOUNTS.p03, name: 'Сидорова Елена Викторовна', about: 'родитель, 5А' },
  { id: ACCOUNTS.s01, name: 'Иванов Павел', about: 'обучающийся, 5А' },
  { id: ACCOUNTS.s02, name: 'Петрова Дарья', about: 'обучающаяся, 5А' },
  { id: ACCOUNTS.u01, name: 'Физиков Артём Павлович', about: 'учитель информатики, 5А и 5Б' },
  { id: ACCOUNTS.a01, name: 'Тестова Анна Игоревна', about: 'администратор платформы' },
  { id: ACCOUNTS.z01, name: 'Второв Пётр Ильич', about: 'заместитель директора' },
  { id: ACCOUNTS.k02, name: 'Лугов Олег Сергеевич', about: 'классный руководитель, 5Б' },
  { id: ACCOUNTS.p04, name: 'Орлова Ирина Львовна', about: 'родитель, 5Б' },
  { id: OUTSIDER, name: 'Чужой Игорь', about: 'посторонний' },
];

export const demoSchool: Definition = {
  community,
  people,
  chats: [
    {
      title: '5А – родители',
      owner: ACCOUNTS.k01,
      members: [ACCOUNTS.p01, ACCOUNTS.p02],
      bot: { fullAccess: true, admin: true },
    },
    {
      title: '5А – ученики',
      owner: ACCOUNTS.k01,
      members: [ACCOUNTS.s01, ACCOUNTS.s02, ACCOUNTS.a01],
      bot: { fullAccess: true, admin: true },
    },
    {
      title: 'Учительская',
      owner: ACCOUNTS.a01,
      members: [ACCOUNTS.d01, ACCOUNTS.k01],
      bot: { fullAccess: true, admin: true },
    },
    {
      title: '5Б – родители',
      owner: ACCOUNTS.k02,
      members: [ACCOUNTS.p04],
      bot: { fullAccess: true, admin: true },
    },
    {
      title: '5А – Информатика',
      owner: ACCOUNTS.a01,
      members: [ACCOUNTS.u01, ACCOUNTS.s01, ACCOUNTS.s02],
      bot: { fullAccess: true, admin: true },
    },
    {
      title: 'Общешкольный',
      owner: ACCOUNTS.a01,
      members: [ACCOUNTS.d01, ACCOUNTS.k01, ACCOUNTS.k02, ACCOUNTS.p01, ACCOUNTS.p02, ACCOUNTS.p04],
      bot: { fullAccess: true, admin: true },
    },
  ],
};

const bot = {
  id: DEMO_BOT,
  token: DEMO_BOT_TOKEN,
  username: 'dezhurny_demo_bot',
  title: community.title,
};
/** Where the class talked before: an old chat that waits to be registered and moved. */
export const OLD_CHAT = -1_001_000_000_001;
const oldChat = {
  title: '5А родители',
  owner: ACCOUNTS.k01,
  members: [ACCOUNTS.p01, ACCOUNTS.p02, ACCOUNTS.p03],
} as const;

export const demoTelegram: Telegram = { bot, people, chats: [{ ...oldChat, bot: { admin: true } }] };
export const emptyTelegram: Telegram = { bot, people, chats: [oldChat] };

/** What is typed, by whom and where, so that the school begins registered: the same words any school would use. */
export const REGISTRATIONS: readonly { readonly by: number; readonly chat: number; readonly words: string }[] = [
  { by: ACCOUNTS.k01, chat: 2_000_000_001, words: '/чат родители 5А' },
  { by: ACCOUNTS.a01, chat: 2_000_000_002, words: '/чат ученики 5А, основание: приказ 80 от 01.09.2026' },
  { by: ACCOUNTS.a01, chat: 2_000_000_003, words: '/чат учительская' },
  { by: ACCOUNTS.k02, chat: 2_000_000_004, words: '/чат родители 5Б' },
  { by: ACCOUNTS.a01, chat: 2_000_000_005, words: '/чат 5А предмет информатика, основание: приказ 80 от 01.09.2026' },
  { by: ACCOUNTS.a01, chat: 2_000_000_006, words: '/чат канал общешкольный' },
];

/** The same people before anything was done: chats without the bot, and nobody whom it knows. */
export const emptySchool: Definition = {
  community,
  people,
  chats: [
    { title: 'Учительская', owner: ACCOUNTS.a01, members: [ACCOUNTS.d01, ACCOUNTS.k01] },
    { title: '5А – родители', owner: ACCOUNTS.k01, members: [] },
    { title: '5А – ученики', owner: ACCOUNTS.k01, members: [] },
  ],
};
