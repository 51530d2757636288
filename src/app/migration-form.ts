import dayjs from 'dayjs';
import type { OldMessenger } from '../domain/migration.js';
import { DateOnly } from '../domain/settings.js';
import { inFigures } from '../domain/typed-date.js';

const MESSENGERS: readonly (readonly [RegExp, OldMessenger])[] = [
  [/^(?:telegram|телеграмм?\p{L}*|тг)$/iu, 'telegram'],
  [/^(?:whats\s?app|(?:вотс|ватс|вац)ап\p{L}*)$/iu, 'whatsapp'],
  [/^(?:viber|вайбер\p{L}*)$/iu, 'viber'],
  [/^(?:vk|вк|вконтакте|сферум)$/iu, 'vk'],
  [/^(?:discord|дискорд\p{L}*)$/iu, 'discord'],
  [/^(?:другой|иной|other)$/iu, 'other'],
];

const FORM = /^(.+?)\s*[«"“„]([^»"”“]+)[»"”“]\s*,?\s*(.*)$/u;
/** «в «6А родители»»: what it becomes, where that is not its own name. */
const INTO = /^(?:в|во|→|->|into|to)\s*[«"“„]([^»"”“]+)[»"”“]\s*,?\s*/iu;
const RESPONSIBLE = /ответственн\p{L}*\s*:?\s+([^,]+)/iu;
const DUE = /(?:срок|до)\p{L}*\s*:?\s+(?:до\s+)?(\d{1,2})\.(\d{1,2})(?:\.(\d{4}))?/iu;
const LONGEST = 80;

export interface OldChatForm {
  readonly messenger: OldMessenger;
  readonly name: string;
  /** The new chat as it will be called; absent: as the old one. */
  readonly into?: string;
  /** Surname or id, as typed; absent: whoever teaches the class. */
  readonly responsible?: string;
  readonly due: string;
}
export type FormDefect = 'form' | 'due' | 'past';
export type OldName = Pick<OldChatForm, 'messenger' | 'name' | 'into'>;

/** «до 15.09» is the next 15 September, today included; undefined for a day there is not. */
export const readDue = (words: string, today: string): string | undefined => {
  const [, day = '', month = '', year] = DUE.exec(inFigures(words)) ?? [];
  const dated = (of: string): string => `${of}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const first = year ?? today.slice(0, 4);
  const date = year === undefined && dated(first) < today ? dated(String(Number(first) + 1)) : dated(first);
  return DateOnly.safeParse(date).success ? date : undefined;
};

/** More than a year and a half ahead is a slip of the finger. */
export const isPlausible = (due: string, today: string): boolean =>
  due >= today && dayjs(due).diff(dayjs(today), 'day') < 550;

/** Nothing in it can call everybody or pretend to be a link: it will stand in messages of the bot. */
const tame = (name: string): string => name.replace(/[^\p{L}\p{N} ,()№/+–-]/gu, '').trim();

/** «Telegram «5А родители»», «VK «5А родители» в «6А родители»», and what stands behind it. */
export const readOldName = (words: string): (OldName & { readonly rest: string }) | undefined => {
  const [, where = '', name = '', behind = ''] = FORM.exec(words.replace(/\s+/gu, ' ').trim()) ?? [];
  const messenger = MESSENGERS.find(([pattern]) => pattern.test(where.trim()))?.[1];
  const called = tame(name);
  if (messenger === undefined || called === '' || called.length > LONGEST) return undefined;
  const into = tame(INTO.exec(behind)?.[1] ?? '').slice(0, LONGEST);
  return { messenger, name: called, ...(into && { into }), rest: behind.replace(INTO, '') };
};

/** «Telegram «5А родители», ответственный k01, срок 15.09». */
export const readOldChat = (words: string, today: string): OldChatForm | { readonly defect: FormDefect } => {
  const read = readOldName(words);
  if (read === undefined) return { defect: 'form' };
  const { rest, ...called } = read;
  const due = readDue(rest, today);
  if (due === undefined) return { defect: 'due' };
  if (!isPlausible(due, today)) return { defect: 'past' };
  const responsible = RESPONSIBLE.exec(rest)?.[1]?.trim();
  return { ...called, due, ...(responsible ? { responsible } : {}) };
};

/** Files in which messengers hand out what was written in a chat. */
const EXPORTS: readonly RegExp[] = [
  /^(?:result|messages\d*)\s*(?:\(\d+\))?\.(?:json|html?)$/iu,
  /^chat\s?export.*\.zip$/iu,
  /^(?:_chat|whatsapp chat .*|чат whatsapp .*|viber.*messages.*)\.(?:txt|zip|csv)$/iu,
];

/** Whether a file is called as the export of a chat is: it is never opened to find out. */
export const isExport = (name: string): boolean => EXPORTS.some((pattern) => pattern.test(name.trim()));
