import { z } from 'zod';
import type { AccountRef, ChatRef } from './refs.js';

/** Why somebody is not one of those a chat is for. */
export const FINDINGS = [
  /** Nobody the school knows. */
  'alien',
  /** Another community, or a bot. */
  'foreign',
  /** Has left the school. */
  'left',
  /** Taken out by a decision of the administration, whatever the list says. */
  'excluded',
  /** A pupil where parents talk among themselves. */
  'pupil',
  /** Of the school, but not of this chat. */
  'misplaced',
] as const;
export type Finding = (typeof FINDINGS)[number];

const Account = z.custom<AccountRef>((value) => typeof value === 'string' && value.includes(':account:'));
const ChatRefs = z.custom<ChatRef>((value) => typeof value === 'string' && value.includes(':chat:'));

/** What was found about an account in a chat, kept under `membershipId` while it is so. */
export const MembershipRecord = z.object({
  chat: ChatRefs,
  account: Account,
  finding: z.enum(FINDINGS),
  since: z.number(),
  /** Whether the bot took the right to write. */
  muted: z.boolean(),
  /** Whether those who answer for the chat have been told. */
  told: z.boolean(),
  /** Was there before the bot looked after the chat: a person's decision until another one. */
  before: z.boolean().exactOptional(),
  /** What a person has decided about it. */
  decided: z.object({ as: z.enum(['admitted', 'excluded']), by: z.string(), at: z.number() }).exactOptional(),
});
export type Membership = z.output<typeof MembershipRecord>;

export const membershipId = (chat: ChatRef, account: AccountRef): string => `${chat} ${account}`;

/** What the bot has said and pinned in a chat, by chat. */
export const GreetingRecord = z.object({
  /** When the bot first looked who sits there: those it found then it does not silence. */
  met: z.number().exactOptional(),
  /** When newcomers were last greeted. */
  greeted: z.number().exactOptional(),
  /** The words of the rules that were pinned last, as a name of them. */
  rules: z.string().exactOptional(),
  /** Those who have not joined, as they were told of last. */
  missing: z.array(z.string()).exactOptional(),
  /** When the link was last made anew because strangers had it: whoever came before that came by the old one. */
  locked: z.number().exactOptional(),
  /** When it was last told that the bot cannot see who is there. */
  blind: z.number().exactOptional(),
});
export type Greeting = z.output<typeof GreetingRecord>;
