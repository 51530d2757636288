import { z } from 'zod';
import { type OldChat, TICKS } from '../domain/migration.js';
import type { Option } from '../domain/question.js';
import type { Held } from '../domain/records.js';
import { type Text, text } from '../domain/text.js';
import { DAY } from '../domain/time.js';
import type { Ask } from './ask.js';
import type { Call, Reply } from './command.js';

export const HEARS = 'миграция';
/** A card can be answered so long; a new one comes every week. */
const KEPT = 30 * DAY;

/** Where a conversation about an old chat stands. */
export const MigrationTalk = z.discriminatedUnion('step', [
  z.object({ step: z.literal('card'), chat: z.string() }),
  /** Who of those who are missing is reached another way, and how. */
  z.object({ step: z.literal('who'), chat: z.string() }),
  z.object({ step: z.literal('how'), chat: z.string(), person: z.string() }),
  z.object({ step: z.literal('closing'), chat: z.string() }),
  /** Whether the bot closes the old chat itself. */
  z.object({ step: z.literal('shut'), chat: z.string() }),
  /** Somebody is asked to take it over by whoever is responsible now. */
  z.object({ step: z.literal('take'), chat: z.string(), from: z.string() }),
  /** Why it is to be struck off the register. */
  z.object({ step: z.literal('remove'), chat: z.string() }),
  /** Whether the bot puts the notice into the old chat. */
  z.object({ step: z.literal('post'), chat: z.string() }),
]);
export type MigrationTalk = z.output<typeof MigrationTalk>;

export type HeldChat = Held<'old-chat'>;

export const option = (id: string, label: Text, look: NonNullable<Option['look']> = 'secondary'): Option => ({
  id,
  label,
  look,
});

export const asking = (words: Text, data: MigrationTalk, options: readonly Option[], more: Partial<Ask> = {}): Ask => ({
  ...{ words, data, options, asks: HEARS, kept: KEPT },
  ...more,
});

/** What whoever is responsible can do about it. */
export const cardOptions = (chat: OldChat): readonly Option[] => [
  option('text', text('button-migration-text'), 'primary'),
  ...(chat.kind
    ? [option('invite', text('button-migration-invite')), option('other-way', text('button-migration-other-way'))]
    : []),
  option('close', text('button-migration-close'), 'positive'),
];

export const tickOptions = ({ ticked }: OldChat): readonly Option[] =>
  TICKS.filter((tick) => !ticked.includes(tick)).map((tick) => option(tick, text('button-migration-tick', { tick })));

/** Whether whoever calls may move this one: the own one, of the administration any. */
export const mayMove = async ({ responsible }: Pick<OldChat, 'responsible'>, call: Call): Promise<boolean> =>
  (await call.may('move-old-chat', { owner: responsible })).granted === 'yes';

export const refused = async ({ responsible }: Pick<OldChat, 'responsible'>, call: Call): Promise<Text> => {
  const answer = await call.may('move-old-chat', { owner: responsible });
  return answer.granted === 'yes' ? text('migration-gone') : answer.text;
};

/** Whether whoever calls may read names of this class. */
export const mayName = async (chat: OldChat, call: Call): Promise<boolean> =>
  chat.class !== undefined && (await call.may('names-behind-figures', { class: chat.class })).granted === 'yes';

export const asks = (because: string, ...questions: readonly Ask[]): Reply => ({
  actions: [],
  changes: [],
  because,
  asks: questions,
});
