import type { Action } from '../domain/action.js';
import type { Change } from '../domain/change.js';
import { type Chat, chatVars } from '../domain/chat.js';
import type { Message } from '../domain/message.js';
import { dialogOf } from '../domain/refs.js';
import { type Text, text } from '../domain/text.js';
import { MINUTE } from '../domain/time.js';
import type { Finding, Verdict } from '../domain/verdict.js';

/** Findings of one account in one chat within this span are one episode and one notice. */
export const EPISODE = 15 * MINUTE;

export interface Response {
  readonly actions: readonly Action[];
  readonly changes: readonly Change[];
  /** For the journal: why nothing more was done, or what was told. */
  readonly because: string;
}

const SURE = 0.5;

/** The finding a notice speaks of: the surest of those that cost something. */
const ground = (verdict: Verdict): Finding | undefined =>
  verdict.findings.filter(({ confidence }) => confidence >= SURE).toSorted((a, b) => b.confidence - a.confidence)[0];

const cited = ({ citation }: Finding): Text =>
  text('clause-ref', { clause: citation.clause, document: citation.document });

/** To the author alone; where no dialog is open, a note to the chat that names nobody. */
const notice = (message: Message, chat: Chat, finding: Finding): Action => ({
  do: 'send',
  to: dialogOf(message.author),
  text: text('notice-deleted', {
    ...chatVars(chat),
    reason: text(`reason-${finding.category}`),
    cited: cited(finding),
  }),
  otherwise: { do: 'send', to: chat.ref, text: text('group-notice', { cited: cited(finding) }) },
});

/** To an author whose message the messenger does not let the bot delete (a chat's owner, another administrator). */
const request = (message: Message, chat: Chat, finding: Finding): Action => ({
  do: 'send',
  to: dialogOf(message.author),
  text: text('notice-please-delete', {
    ...chatVars(chat),
    reason: text(`reason-${finding.category}`),
    cited: cited(finding),
  }),
});

/** What follows from a verdict on a message of a registered chat; staff are told the same as everybody. */
export const respond = ({
  verdict,
  message,
  chat,
  noticedUntil,
  now,
}: {
  readonly verdict: Verdict;
  readonly message: Message;
  readonly chat: Chat;
  /** Until when this author has been told enough in this chat. */
  readonly noticedUntil: number;
  readonly now: number;
}): Response => {
  const finding = ground(verdict);
  if (verdict.decision === 'keep' || finding === undefined)
    return { actions: [], changes: [], because: verdict.findings.length > 0 ? 'signal' : 'clean' };
  if (verdict.decision !== 'delete') return { actions: [], changes: [], because: `unserved:${verdict.decision}` };
  const away = { do: 'delete', message: message.ref } as const;
  if (now < noticedUntil) return { actions: [away], changes: [], because: 'episode' };
  return {
    actions: [{ ...away, afterwards: notice(message, chat, finding), otherwise: request(message, chat, finding) }],
    changes: [{ put: 'noticed', chat: chat.ref, account: message.author, until: now + EPISODE }],
    because: 'noticed',
  };
};
