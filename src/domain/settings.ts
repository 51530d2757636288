import { z } from 'zod';
import { ROLES } from './person.js';

/** `20:00`, by the clock of the school's zone. */
const Clock = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'setting-bad-clock');
/** A span of a day; `from` later than `to` goes over midnight. */
const Hours = z
  .strictObject({ from: Clock, to: Clock })
  .refine(({ from, to }) => from !== to, { error: 'setting-bad-hours' });
export type Hours = z.output<typeof Hours>;

const isDate = (words: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(words) &&
  !Number.isNaN(Date.parse(words)) &&
  new Date(words).toISOString().startsWith(words);
/** `2026-12-30`. */
export const DateOnly = z.string().refine(isDate, 'setting-bad-date');
const Dates = z.array(DateOnly).max(100, 'setting-too-many');

const plain = (most: number) =>
  z.string('setting-bad-words').trim().min(1, 'setting-empty').max(most, 'setting-too-long');
const most = (least: number, greatest: number) =>
  z.int('setting-bad-number').min(least, 'setting-out-of-bounds').max(greatest, 'setting-out-of-bounds');

const isAddress = (words: string): boolean => URL.canParse(words) && new URL(words).protocol === 'https:';

/**
 * What a school settles for itself. Words of the defects are keys of `locales/`.
 * A field's description is its row in `docs/settings.md`.
 */
export const Settings = z.strictObject({
  name: z.union([z.literal(''), plain(200)]).describe('short name of the school, as texts and papers name it'),
  phones: z
    .array(z.string('setting-bad-phone').regex(/^\+?[\d\s()-]{5,20}$/, 'setting-bad-phone'))
    .max(20, 'setting-too-many')
    .describe('published telephones of the school: never hidden as personal data'),
  requisites: z
    .array(plain(100))
    .max(20, 'setting-too-many')
    .describe('published requisites of the school: never hidden as personal data'),
  diary: z
    .union([z.literal(''), z.string('setting-bad-address').refine(isAddress, 'setting-bad-address').max(300)])
    .describe('address of the electronic diary; empty: the school has none'),
  support: plain(100).describe('support of the platform: where letters to it go'),
  platform: plain(60).describe('name of the platform in texts and papers'),
  hosts: z
    .array(z.string('setting-bad-host').regex(/^(?:[\p{L}\p{N}-]+\.)+[\p{L}\p{N}-]{2,}$/u, 'setting-bad-host'))
    .max(200, 'setting-too-many')
    .describe('sites, with all below them, to which anybody may link'),
  quietHours: Hours.describe('hours in which the bot writes nothing by itself'),
  answerHours: Hours.describe('hours of a working day in which people of the school answer'),
  workingWeek: z.union([z.literal(5), z.literal(6)], 'setting-bad-week').describe('days of the working week'),
  daysOff: Dates.describe('days off besides weekends and public holidays'),
  workingDays: Dates.describe('working days that the calendar calls days off'),
  classMeetings: z
    .array(z.enum(ROLES, 'setting-bad-role'))
    .min(1, 'setting-empty')
    .describe("who may call a parents' meeting of a class"),
  smallGroup: most(0, 50).describe('figures about fewer people than this are told as «fewer»; 0: all are told'),
  inviteDays: most(1, 60).describe('days after which an invite that nobody claimed is annulled'),
  inviteWarningDays: most(0, 30).describe('days before that at which its issuer is warned'),
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
