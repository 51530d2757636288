import { z } from 'zod';
import { ROLES } from './person.js';
import { ALWAYS_ACT, RULE_NAMES } from './rule-names.js';

/** `20:00`, by the clock of the school's zone. */
const Clock = z.string('setting-bad-clock').regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'setting-bad-clock');
/** A span of a day; `from` later than `to` goes over midnight. */
const Hours = z
  .strictObject({ from: Clock, to: Clock }, 'setting-bad-clock')
  .refine(({ from, to }) => from !== to, { error: 'setting-bad-hours' });
export type Hours = z.output<typeof Hours>;

const isDate = (words: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(words) &&
  !Number.isNaN(Date.parse(words)) &&
  new Date(words).toISOString().startsWith(words);
/** `2026-12-30`. */
export const DateOnly = z.string('setting-bad-date').refine(isDate, 'setting-bad-date');
const Dates = z.array(DateOnly, 'setting-bad-date').max(100, 'setting-too-many');

const plain = (most: number) =>
  z.string('setting-bad-words').trim().min(1, 'setting-empty').max(most, 'setting-too-long');
const between = (least: number, greatest: number) =>
  z.int('setting-bad-number').min(least, 'setting-out-of-bounds').max(greatest, 'setting-out-of-bounds');

const isAddress = (words: string): boolean => URL.canParse(words) && new URL(words).protocol === 'https:';

const Rules = z
  .array(
    z.enum(
      RULE_NAMES.filter((name) => !ALWAYS_ACT.includes(name)),
      'setting-bad-rule',
    ),
    'setting-bad-rule',
  )
  .max(RULE_NAMES.length, 'setting-too-many');

export const CALL_LINKS = ['invitation', 'ten-minutes'] as const;
export const OLD_CHAT_NOTICES = ['copy', 'bot'] as const;

/** What a school settles for itself; words of the defects are keys of `locales/`. For the school: `docs/settings.md`. */
export const Settings = z.strictObject({
  /** Short name of the school, as texts and papers name it. */
  name: z.string('setting-bad-words').trim().max(200, 'setting-too-long'),
  /** Published telephones of the school: never hidden as personal data. */
  phones: z
    .array(z.string('setting-bad-phone').regex(/^\+?[\d\s()-]{5,20}$/, 'setting-bad-phone'), 'setting-bad-phone')
    .max(20, 'setting-too-many'),
  /** Published requisites of the school: never hidden as personal data. */
  requisites: z.array(plain(100), 'setting-bad-words').max(20, 'setting-too-many'),
  /** Address of the electronic diary; empty: the school has none. */
  diary: z
    .string('setting-bad-address')
    .max(300, 'setting-too-long')
    .refine((words) => words === '' || isAddress(words), 'setting-bad-address'),
  /** Support of the platform: where letters to it go. */
  support: plain(100),
  /** Name of the platform in texts and papers. */
  platform: plain(60),
  /** Sites, with all below them, to which anybody may link. */
  hosts: z
    .array(
      z.string('setting-bad-host').regex(/^(?:[\p{L}\p{N}-]+\.)+[\p{L}\p{N}-]{2,}$/u, 'setting-bad-host'),
      'setting-bad-host',
    )
    .max(200, 'setting-too-many'),
  /** When the bot writes nothing of itself. */
  quietHours: Hours,
  /** When, on a working day, people of the school answer. */
  answerHours: Hours,
  /** Days of the working week. */
  workingWeek: z.union([z.literal(5), z.literal(6)], 'setting-bad-week'),
  /** Days off besides weekends and public holidays. */
  daysOff: Dates,
  /** Working days that the calendar calls days off. */
  workingDays: Dates,
  /** Who may call a parents' meeting of a class. */
  classMeetings: z.array(z.enum(ROLES, 'setting-bad-role'), 'setting-bad-role').min(1, 'setting-empty'),
  /** When the link to a call is shown: with the invitation, or from ten minutes before. */
  callLink: z.enum(CALL_LINKS, 'setting-bad-call-link'),
  /** Address of a room of the school's own call service, `{room}` in it; empty: it has none. */
  callRoom: z
    .string('setting-bad-room')
    .max(300, 'setting-too-long')
    .refine(
      (words) => words === '' || (isAddress(words.replace('{room}', 'x')) && words.includes('{room}')),
      'setting-bad-room',
    ),
  /** Who puts the notice of a move into the old chat: a person, or the bot where it is a member. */
  oldChatNotice: z.enum(OLD_CHAT_NOTICES, 'setting-bad-notice'),
  /** Rules of moderation that only watch: what they would have done is counted and told once a week. */
  watchedRules: Rules,
  /** Rules that at most remind. */
  softRules: Rules,
  /** Figures about fewer people than this are told as «fewer»; 0: all are told. */
  smallGroup: between(0, 50),
  /** Days after which an invite that nobody claimed is annulled. */
  inviteDays: between(1, 60),
  /** So many days before that its issuer is warned. */
  inviteWarningDays: between(0, 30),
});
export type Settings = z.output<typeof Settings>;
export type SettingName = keyof Settings;

export const SETTING_NAMES = Object.keys(Settings.shape) as readonly SettingName[];

/** Those that are set: by a policy folder, or by the school itself. What is absent is as it was before. */
export const Given = Settings.partial();
export type Given = z.output<typeof Given>;

/** As a school has it that has set nothing. */
export const DEFAULTS: Settings = {
  name: '',
  phones: [],
  requisites: [],
  diary: '',
  support: 'info@sferum.ru',
  platform: 'Сферум',
  hosts: [],
  quietHours: { from: '20:00', to: '08:00' },
  answerHours: { from: '09:00', to: '17:00' },
  workingWeek: 5,
  daysOff: [],
  workingDays: [],
  classMeetings: ['class-teacher'],
  callLink: 'invitation',
  callRoom: '',
  oldChatNotice: 'copy',
  watchedRules: [],
  softRules: [],
  smallGroup: 5,
  inviteDays: 7,
  inviteWarningDays: 2,
};

/** What the school has set for itself: one record, `school`. */
export const SettingsRecord = Given;
export const OWN_SETTINGS = 'school';

const present = (given: Given): Partial<Settings> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<Settings>;

/** Layers laid over the usual values, each over the one before it. */
export const settingsOf = (...layers: readonly Given[]): Settings =>
  Object.assign({}, DEFAULTS, ...layers.map(present));

export const ORIGINS = ['usual', 'policy', 'school'] as const;
/** Where a value comes from: nobody set it, the policy's folder, the school itself. */
export type Origin = (typeof ORIGINS)[number];
export const originOf = (name: SettingName, policy: Given, own: Given): Origin => {
  if (own[name] !== undefined) return 'school';
  return policy[name] === undefined ? 'usual' : 'policy';
};

/** In what settings contradict each other: the key of a text; nothing when in nothing. */
export const contradiction = ({ inviteDays, inviteWarningDays }: Settings): string | undefined =>
  inviteWarningDays >= inviteDays ? 'setting-warning-too-early' : undefined;
