import type { Chat } from '../src/domain/chat.js';
import type { Person } from '../src/domain/person.js';
import { accountRef, chatRef } from '../src/domain/refs.js';
import type { Definition } from '../src/sandbox/vk/state.js';

/** A school for measuring: everybody in it was invented. */
export const TOKEN = 'vk1.a.sandbox-bench-token';
export const CHATS = 10;
/** So many that nobody writes more than people do. */
const PARENTS = 120;
const FIRST_PEER = 2_000_000_001;
const TEACHER = 100;

export const PEERS: readonly number[] = Array.from({ length: CHATS }, (_, at) => FIRST_PEER + at);
const parentsOf = (chat: number): readonly number[] =>
  Array.from({ length: PARENTS }, (_, at) => 1_000 + chat * 1_000 + at);
const PARENT_NUMBERS = PEERS.flatMap((_, at) => parentsOf(at));

export const school: Definition = {
  community: { id: 21_000_022, token: TOKEN, title: 'Школа для измерений (вымышленная)' },
  people: [
    { id: TEACHER, name: 'Ключева Мария Петровна', about: 'классный руководитель', dialog: 'allowed' },
    ...PARENT_NUMBERS.map((id) => ({
      id,
      name: `Родителев Иван ${id}`,
      about: 'родитель',
      dialog: id % 2 === 0 ? ('allowed' as const) : ('denied' as const),
    })),
  ],
  chats: PEERS.map((_, at) => ({
    title: `${at + 1}А – родители`,
    owner: TEACHER,
    members: [...parentsOf(at)],
    bot: { fullAccess: true, admin: true },
  })),
};

export const REGISTERED: readonly Chat[] = PEERS.map((peer, at) => ({
  ref: chatRef('vk', peer),
  kind: 'class_parents',
  class: `${at + 1}А`,
  mode: 'act',
  registered: { by: 'k01', at: 0 },
}));

export const ROSTER: readonly Person[] = PARENT_NUMBERS.map((id) => ({
  id: `p${id}`,
  role: 'parent',
  surname: 'Родителев',
  name: 'Иван',
  patronymic: String(id),
  classes: [],
  subject: '',
  children: [],
  basis: '',
}));

export const LINKS = PARENT_NUMBERS.map((id) => ({ account: accountRef('vk', id), person: `p${id}` }));

/** What the bare bot takes for obscene; every foul text below holds one of these, no innocent one does. */
export const BARE_PATTERN = /хуй|хуе|пизд|бляд|ебан/i;

const FOUL = [
  'Да пошли вы все на хуй с вашими сборами!',
  'Опять эта хуета с поделками на завтра',
  'Ну это уже пиздец, третий раз за неделю',
  'Блядь, ну кто опять забрал мою куртку из раздевалки',
  'Ебаное расписание снова поменяли, предупредить нельзя было?',
] as const;

const INNOCENT = [
  'Добрый день! Напомните, пожалуйста, что нужно принести завтра на технологию?',
  'Завтра педсовет, педагоги и педиатр в актовом зале',
  'Спасибо!',
  'Мой не придёт сегодня, температура 38, вызвали врача',
  'Коллеги-родители, экскурсия переносится на пятницу, сбор у входа в 9:30, с собой воду и головной убор',
  'Кто едет с площади Победы? Можем взять двоих в машину',
  '👍',
] as const;

export interface Line {
  readonly peer: number;
  readonly as: number;
  readonly text: string;
  readonly foul: boolean;
}

/** Pseudo-random and the same in every run (mulberry32). */
export const dice = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const pick = <T>(all: readonly [T, ...T[]] | readonly T[], random: () => number): T =>
  all[Math.floor(random() * all.length)] as T;

/** Somebody says something somewhere. `foul` 0…1: how often it is obscene. */
export const lineOf = (random: () => number, foul: number): Line => {
  const chat = Math.floor(random() * CHATS);
  const isFoul = random() < foul;
  return {
    peer: FIRST_PEER + chat,
    as: pick(parentsOf(chat), random),
    text: isFoul ? pick(FOUL, random) : pick(INNOCENT, random),
    foul: isFoul,
  };
};
