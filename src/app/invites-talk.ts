import { z } from 'zod';
import { CHAT_KINDS } from '../domain/chat.js';
import type { Target } from '../domain/invite.js';
import type { Option } from '../domain/question.js';
import type { ChatRef } from '../domain/refs.js';
import { type Text, text } from '../domain/text.js';
import { DAY } from '../domain/time.js';
import type { Ask } from './ask.js';
import type { Call, Reply } from './command.js';
import type { May, Permitted } from './may.js';
import { here } from './reply.js';

/** Hears the answers to everything that is asked about invites, whoever asks. */
export const HEARS = 'приглашения';
/** A choice with names in it, or a warning, is kept so long. */
export const KEPT = 14 * DAY;

export const TargetData = z
  .object({
    kind: z.enum(CHAT_KINDS),
    class: z.string().exactOptional(),
    subject: z.string().exactOptional(),
    chat: z.custom<ChatRef>((value) => typeof value === 'string').exactOptional(),
  })
  .transform((target): Target => target);

const Wish = { target: TargetData, again: z.boolean(), only: z.array(z.string()).exactOptional() };

/** Where a conversation about invites stands. */
export const InviteTalk = z.discriminatedUnion('step', [
  /** A preview waits to be confirmed. */
  z.object({ step: z.literal('issue'), ...Wish }),
  /** Several people go by that name. */
  z.object({
    step: z.literal('choose'),
    verb: z.enum(['issue', 'again']),
    ids: z.array(z.string()),
    words: z.string(),
  }),
  z.object({ step: z.literal('annul'), invites: z.array(z.string()) }),
  z.object({ step: z.literal('remind'), batch: z.string() }),
  z.object({ step: z.literal('reissue'), batch: z.string() }),
  /** A pupil's wish is passed on to whoever may invite. */
  z.object({ step: z.literal('pass'), class: z.string() }),
  /** Somebody who should not be in a chat. */
  z.object({ step: z.literal('membership'), id: z.string() }),
  /** Those whom the nightly look has found. */
  z.object({ step: z.literal('memberships'), ids: z.array(z.string()) }),
  /** An outsider asks to be let in. */
  z.object({ step: z.literal('introduce'), chat: z.custom<ChatRef>((value) => typeof value === 'string') }),
  /** The messenger has no way to change a link by a bot. */
  z.object({ step: z.literal('unlink'), batch: z.string() }),
]);
export type InviteTalk = z.output<typeof InviteTalk>;

export const told = (call: Call, words: Text, because: string, snack?: Text): Reply => ({
  actions: [here(call, words)],
  changes: [],
  because,
  ...(snack && { snack }),
});

export const NO: Option = { id: 'no', label: text('button-invites-no'), look: 'secondary' };

export const asking = (words: Text, data: InviteTalk, options: readonly Option[]): Ask => ({
  words,
  // The compiler does not follow that what zod has read is JSON.
  data: data as Ask['data'],
  options,
  kept: KEPT,
  asks: HEARS,
});

type Refused = Exclude<Permitted, { granted: 'yes' }>;

/** What is said to somebody who may not; a pupil's wish can be passed on. */
export const refusal = (permitted: Refused, call: Call): Reply => {
  const [ofClass] = call.person?.classes ?? [];
  if (permitted.offer === undefined || ofClass === undefined) return told(call, permitted.text, 'refused');
  const pass = { id: 'yes', label: text('button-invites-pass'), look: 'primary' } as const;
  const ask = asking(permitted.offer, { step: 'pass', class: ofClass }, [pass, NO]);
  return { actions: [], changes: [], because: 'refused', asks: [ask] };
};

/** Whether whoever calls may; else the reply that says why not. */
export const unless = async (asked: ReturnType<May>, call: Call): Promise<Reply | undefined> => {
  const permitted = await asked;
  return permitted.granted === 'yes' ? undefined : refusal(permitted, call);
};
