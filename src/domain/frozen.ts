import { z } from 'zod';
import type { AccountRef, ChatRef } from './refs.js';
import { DAY } from './time.js';

const Account = z.custom<AccountRef>((value) => typeof value === 'string' && value.includes(':account:'));
const Chat = z.custom<ChatRef>((value) => typeof value === 'string' && value.includes(':chat:'));

/** Nobody restores it: so long. */
export const FROZEN_FOR = 180 * DAY;
/** Working days for which an account that nobody has decided about stays read-only. */
export const CHECK_DAYS = 3;

/**
 * An account that may be in other hands, by person (`domain.md` §0a.10, SC-14). `checked`: something dangerous came from it,
 * and until a person decides it may only read. `frozen`: its owner said so, or the administrator: it may order nothing either.
 */
export const FrozenRecord = z.object({
  state: z.enum(['checked', 'frozen']),
  /** Where it began. */
  account: Account,
  since: z.number(),
  /** When it ends by itself. */
  until: z.number(),
  /** Where its people may only read meanwhile. */
  chats: z.array(Chat),
  /** What came from it: `caseId`. */
  cases: z.array(z.string()),
  /** Who has told of it, if not its owner. */
  by: z.string().exactOptional(),
  /** What was answered from it to «Это писали Вы?»: changes nothing. */
  said: z.literal('yes').exactOptional(),
  /** When «Это снова я» was last passed on. */
  again: z.number().exactOptional(),
});
export type Frozen = z.output<typeof FrozenRecord>;
