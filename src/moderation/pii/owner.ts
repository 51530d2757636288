import { type Flat, typed } from '../flat.js';
import {
  AUTHOR,
  AUTHOR_AFTER,
  FAMILY,
  NAMED,
  ORGANISATION,
  OTHER,
  OTHER_AFTER,
  SERIAL,
  SERIAL_AFTER,
} from './words.js';

/** Whose a number or an address is, as far as the words beside it say. `nobody`: an office's, or a number that counts something. */
export type Owner = 'author' | 'family' | 'other' | 'unknown' | 'nobody';

/** Words of the same line, in small letters. */
export interface Beside {
  readonly before: string;
  readonly after: string;
}

const BEFORE = 64;
const AFTER = 40;

export const beside = ({ text }: Pick<Flat, 'text'>, from: number, to: number): Beside => {
  const before = text.slice(Math.max(0, from - BEFORE), from);
  const after = text.slice(to, to + AFTER);
  const end = after.indexOf('\n');
  return { before: before.slice(before.lastIndexOf('\n') + 1), after: end < 0 ? after : after.slice(0, end) };
};

export const isSerial = ({ before, after }: Beside): boolean => SERIAL.test(before) || SERIAL_AFTER.test(after);
export const isOffices = ({ before }: Beside): boolean => ORGANISATION.test(before);

const NAME = '[А-ЯЁ][а-яё]{2,}';
const NAMES_BEFORE = new RegExp(`(?:^|[^А-Яа-яЁё])((?:${NAME} ){0,2}${NAME})[^А-Яа-яЁё\\d]{1,6}$`);
/** Words that begin a line with a capital and name nobody. */
const NO_NAME =
  /^(?:Тел|Телефон|Номер|Звони|Звоните|Пиши|Пишите|Почта|Адрес|Мой|Моя|Карта|Вот|Мама|Папа|Связь|Контакт|Контакты|Для|Или|Если|Запишите|Запиши|Скинь|Вопросы|Обращаться|Обращайтесь|Справки|Запись|Сбербанк|Сбер|Тинькофф|Альфа|Госуслуги|Ватсап|Вотсап|Вайбер|Телеграм|Макс|Россия|Москва)(?![а-яё])/;

/** «номер Дашки Петровой …», «Петрова Анна – …»: the name of a person right before. */
const namesSomebody = (flat: Flat, from: number): boolean => {
  const before = typed(flat, Math.max(0, from - BEFORE), from);
  const found = NAMES_BEFORE.exec(before.slice(before.lastIndexOf('\n') + 1));
  const words = found?.[1]?.split(' ') ?? [];
  const names = words.slice(words.findLastIndex((word) => NO_NAME.test(word)) + 1);
  if (found === null || names.length === 0) return false;
  const said = words.slice(0, words.length - names.length).join(' ');
  const earlier = `${`${found.input.slice(0, found.index + 1)}${said}`.trim()} `.toLowerCase();
  return names.length > 1 || NAMED.test(earlier);
};

export const ownerOf = (flat: Flat, from: number, to: number): Owner => {
  const words = beside(flat, from, to);
  if (isOffices(words)) return 'nobody';
  if (OTHER.test(words.before) || OTHER_AFTER.test(words.after) || namesSomebody(flat, from)) return 'other';
  if (FAMILY.test(words.before)) return 'family';
  if (AUTHOR.test(words.before) || AUTHOR_AFTER.test(words.after)) return 'author';
  return 'unknown';
};
