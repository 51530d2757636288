import type { Role } from '../domain/person.js';
import type { RuleName } from '../domain/rule-names.js';
import { DEFAULTS, Given, SETTING_NAMES, type SettingName, type Settings } from '../domain/settings.js';
import { type Text, text } from '../domain/text.js';
import { inFigures } from '../domain/typed-date.js';
import { inRow } from '../roster/words.js';

/** How each is typed; the first is how it is named. */
export const SETTING_WORDS: Readonly<Record<SettingName, readonly [string, ...string[]]>> = {
  name: ['название'],
  phones: ['телефоны', 'телефон'],
  requisites: ['реквизиты'],
  diary: ['дневник', 'электронный дневник'],
  support: ['поддержка'],
  platform: ['платформа'],
  hosts: ['сайты', 'сайт'],
  quietHours: ['тихие часы'],
  answerHours: ['часы ответа'],
  workingWeek: ['рабочая неделя'],
  daysOff: ['дни без занятий', 'выходные дни'],
  workingDays: ['рабочие субботы', 'рабочие дни'],
  classMeetings: ['собрания класса', 'собрания'],
  callLink: ['ссылка на звонок'],
  callRoom: ['комната звонков'],
  oldChatNotice: ['объявление о переносе'],
  watchedRules: ['правила в наблюдении', 'в наблюдении'],
  softRules: ['правила с напоминанием', 'только напоминать'],
  smallGroup: ['малые группы'],
  inviteDays: ['срок приглашений'],
  inviteWarningDays: ['напоминание о приглашениях'],
};

const ROLE_WORDS: readonly (readonly [RegExp, Role])[] = [
  [/^классн/u, 'class-teacher'],
  [/^директор/u, 'director'],
  [/^(?:заместител|завуч)/u, 'deputy'],
  [/^администратор/u, 'administrator'],
  [/^(?:учител|педагог)/u, 'teacher'],
];

const parts = (words: string): readonly string[] =>
  words
    .split(/[,;\n]+/u)
    .map((part) => part.trim())
    .filter(Boolean);

const hours = (words: string): unknown => {
  const found = /^(?:с\s+)?(\d{1,2})(?:[:.](\d{2}))?\s*(?:-|–|—|до)\s*(\d{1,2})(?:[:.](\d{2}))?$/iu.exec(words.trim());
  if (!found) return words;
  const [, from = '', fromMinutes = '00', to = '', toMinutes = '00'] = found;
  return { from: `${from.padStart(2, '0')}:${fromMinutes}`, to: `${to.padStart(2, '0')}:${toMinutes}` };
};

const dates = (words: string): unknown =>
  parts(inFigures(words)).map((part) => {
    const [, day = '', month = '', year = ''] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/u.exec(part) ?? [];
    return year === '' ? part : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  });

const number = (words: string): unknown => {
  const found = /^(\d{1,4})(?:\s+\p{L}+)?$/u.exec(words.trim());
  return found ? Number(found[1]) : words;
};

const roles = (words: string): unknown =>
  parts(words.toLowerCase()).map((part) => ROLE_WORDS.find(([word]) => word.test(part))?.[1] ?? part);

/** How rules are typed; they are named in `rule-name`. */
const RULE_WORDS: readonly (readonly [RegExp, RuleName])[] = [
  [/^(?:мат|ненормативн|брань)/u, 'obscene'],
  [/^(?:оскорблен|грубост)/u, 'insult'],
  [/^личные данные|^персональн/u, 'personal-data'],
  [/^(?:деньги|сборы|карты)/u, 'money'],
  [/^ссылк/u, 'link'],
  [/^(?:мессенджер|другой мессенджер|другие мессенджеры)/u, 'messenger'],
  [/^(?:оценки|отметки)/u, 'marks'],
  [/^азартн/u, 'gambling'],
  [/^реклам/u, 'advertising'],
  [/^(?:флуд|много сообщений)/u, 'flood'],
  [/^(?:плюсы|опрос)/u, 'show-of-hands'],
  [/^файл/u, 'media'],
  [/^голосов/u, 'voice'],
];

const rules = (words: string): unknown =>
  parts(words.toLowerCase()).map((part) => RULE_WORDS.find(([word]) => word.test(part))?.[1] ?? part);

const host = (words: string): unknown =>
  parts(words.toLowerCase()).map((part) => part.replace(/^https?:\/\//u, '').replace(/^www\.|\/.*$/gu, ''));

const callLink = (words: string): unknown => {
  if (/(?:10|десять)\s+мин/iu.test(words)) return 'ten-minutes';
  return /приглаш|сразу/iu.test(words) ? 'invitation' : words;
};

const oldChatNotice = (words: string): unknown => {
  if (/бот/iu.test(words)) return 'bot';
  return /вручную|копир|человек/iu.test(words) ? 'copy' : words;
};

const READ: Readonly<Record<SettingName, (words: string) => unknown>> = {
  name: (words) => words,
  phones: parts,
  requisites: parts,
  diary: (words) => words,
  support: (words) => words,
  platform: (words) => words,
  hosts: host,
  quietHours: hours,
  answerHours: hours,
  workingWeek: number,
  daysOff: dates,
  workingDays: dates,
  classMeetings: roles,
  callLink,
  callRoom: (words) => words,
  oldChatNotice,
  watchedRules: rules,
  softRules: rules,
  smallGroup: number,
  inviteDays: number,
  inviteWarningDays: number,
};

const bare = (words: string): string => words.toLowerCase().replaceAll('ё', 'е').replace(/\s+/gu, ' ').trim();

/** «тихие часы 21:00-07:00» → which setting, and the rest; undefined when it begins with none. */
export const readSettingName = (words: string): { readonly name: SettingName; readonly value: string } | undefined => {
  const plain = words.replace(/\s+/gu, ' ').trim();
  const found = SETTING_NAMES.flatMap((name) => SETTING_WORDS[name].map((word) => ({ name, word })))
    .filter(({ word }) => new RegExp(`^${bare(word)}(?![\\p{L}\\d])`, 'u').test(bare(plain)))
    .toSorted((one, other) => other.word.length - one.word.length)[0];
  if (found === undefined) return undefined;
  return { name: found.name, value: plain.slice(found.word.length).replace(/^\s*[:=–—]?\s*/u, '') };
};

/** What a setting is to become: `null` for the usual value; or what is wrong with the words. */
export type ReadSetting =
  | { readonly ok: true; readonly value: Settings[SettingName] | null }
  | { readonly ok: false; readonly defect: Text };

/** Reads a value as a person types it. */
export const readSetting = (name: SettingName, words: string): ReadSetting => {
  const plain = bare(words).replace(/[.!]$/u, '');
  if (/^(?:обычн|как обычно|по умолчанию)/u.test(plain)) return { ok: true, value: null };
  const none = /^нет$/u.test(plain) && (Array.isArray(DEFAULTS[name]) || DEFAULTS[name] === '');
  const value = none ? (Array.isArray(DEFAULTS[name]) ? [] : '') : READ[name](words.trim());
  const parsed = Given.safeParse({ [name]: value });
  if (parsed.success) return { ok: true, value: parsed.data[name] as Settings[SettingName] };
  return { ok: false, defect: defectOf(name, parsed.error.issues[0]?.message) };
};

const KEYS = [
  'setting-bad-clock',
  'setting-bad-hours',
  'setting-bad-date',
  'setting-bad-phone',
  'setting-bad-address',
  'setting-bad-host',
  'setting-bad-week',
  'setting-bad-role',
  'setting-bad-call-link',
  'setting-bad-room',
  'setting-bad-notice',
  'setting-bad-rule',
  'setting-bad-number',
  'setting-out-of-bounds',
  'setting-bad-words',
  'setting-empty',
  'setting-too-long',
  'setting-too-many',
  'setting-warning-too-early',
  'setting-bad-yaml',
  'setting-bad-encoding',
  'setting-twice',
  'setting-no-such',
] as const;

/** The words of a defect of `Settings`; of one of zod's own making only that there is one. */
export const settingDefectWords = (message: string | undefined): Text =>
  text(KEYS.find((key) => key === message) ?? 'setting-bad');

/** A defect in words; those of zod's own making are told by the example alone. */
export const defectOf = (name: SettingName, message: string | undefined): Text =>
  text('setting-defect', {
    name: text('setting-name', { name }),
    defect: settingDefectWords(message),
    example: text('setting-example', { name }),
  });

const dateWords = (date: string): string => date.split('-').toReversed().join('.');

/** A value as people read it. */
export const settingValue = <N extends SettingName>(name: N, value: Settings[N]): Text => {
  const given = value as Settings[SettingName];
  if (given === '' || (Array.isArray(given) && given.length === 0)) return text('setting-none');
  if (name === 'classMeetings') {
    const named = (given as Settings['classMeetings']).map((role) => text('role', { role }));
    return inRow(named, 'roster-comma') ?? text('setting-none');
  }
  if (name === 'watchedRules' || name === 'softRules') {
    const named = (given as Settings['softRules']).map((rule) => text('rule-name', { rule }));
    return inRow(named, 'roster-comma') ?? text('setting-none');
  }
  if (name === 'callLink') return text('setting-call-link', { value: given as Settings['callLink'] });
  if (name === 'oldChatNotice') return text('setting-old-chat-notice', { value: given as Settings['oldChatNotice'] });
  if (name === 'daysOff' || name === 'workingDays')
    return text('setting-words', { words: (given as readonly string[]).map(dateWords).join(', ') });
  if (Array.isArray(given)) return text('setting-words', { words: given.join(', ') });
  if (typeof given === 'object') return text('setting-hours', { ...(given as Settings['quietHours']) });
  return text('setting-words', { words: String(given) });
};

/** What a setting is now, and how to change it. */
export const settingAsk = async (
  name: SettingName,
  { settings }: { readonly settings: () => Promise<Settings> },
): Promise<Text> =>
  text('setting-ask', { line: settingLine(name, await settings()), example: text('setting-example', { name }) });

/** «Тихие часы: 20:00–08:00». */
export const settingLine = (name: SettingName, settings: Settings): Text =>
  text('setting-line', { name: text('setting-name', { name }), value: settingValue(name, settings[name]) });
