import type { Answer, Refusal } from '../../domain/outcome.js';
import { MINUTE, SECOND } from '../../domain/time.js';
import { Locked, Refused, Weather } from '../../ports/platform.js';

/** Telegram's no. */
export interface Failure {
  readonly method: string;
  readonly code: number;
  /** Telegram's words: `Bad Request: message to delete not found`. */
  readonly description: string;
  /** Milliseconds. */
  readonly retryAfter?: number;
  /** The supergroup that a group has become. */
  readonly movedTo?: number;
}

/**
 * refused, gone: a value for the receipt. weather: the same call may work later; `unknown`, when it may have worked already.
 * locked: nothing works until a person acts.
 */
export type Meaning =
  | { readonly means: 'refused'; readonly why: Refusal }
  | { readonly means: 'gone' }
  | { readonly means: 'done' }
  | { readonly means: 'weather'; readonly after: number; readonly unknown: boolean }
  | { readonly means: 'locked' };

const refused = (why: Refusal): Meaning => ({ means: 'refused', why });
const GONE: Meaning = { means: 'gone' };

/** Telegram has one number for most of its reasons; its words tell them apart. The first that fits. */
export const MEANINGS: readonly (readonly [words: RegExp, meaning: Meaning])[] = [
  [/message is not modified/i, { means: 'done' }],
  [/message to delete not found|message identifier is not specified|MESSAGE_ID_INVALID/i, GONE],
  [/HIDE_REQUESTER_MISSING|USER_ALREADY_PARTICIPANT/i, GONE],
  [/query is too old|query id is invalid|QUERY_ID_INVALID/i, GONE],
  [
    /message to (edit|be edited|pin|be pinned|reply|be replied) not found|message not found/i,
    refused('unknown-target'),
  ],
  [/message can't be (deleted|edited)/i, refused('too-old')],
  [/supergroup(s)? (and channel(s)? )?(chats )?only|available only (for|in) supergroups/i, refused('feature-off')],
  [
    /bot was blocked|user is deactivated|can't initiate conversation|can't send messages to bots/i,
    refused('not-allowed-to-write'),
  ],
  [/bot was kicked|bot is not a member|group chat was (deactivated|deleted)|chat was deleted/i, refused('detached')],
  [/not enough rights|no rights|administrator rights|CHAT_ADMIN_REQUIRED|RIGHT_FORBIDDEN/i, refused('no-right')],
  [
    /user is an administrator|can't (remove|restrict|ban) (chat )?(owner|self|creator)|can't demote|USER_ADMIN_INVALID/i,
    refused('no-right'),
  ],
  [/CHAT_WRITE_FORBIDDEN|TOPIC_CLOSED|CHAT_RESTRICTED|CHAT_SEND_\w+_FORBIDDEN/i, refused('no-right')],
  [
    /user not found|member not found|PARTICIPANT_ID_INVALID|USER_NOT_PARTICIPANT|INVITE_HASH/i,
    refused('unknown-target'),
  ],
  [/file is too big|Request Entity Too Large/i, refused('too-large')],
  [/wrong file_?id|wrong file identifier|file.*unavailable|invalid file_?id/i, refused('unknown-target')],
  [/chat not found|CHAT_ID_INVALID|PEER_ID_INVALID/i, refused('detached')],
];

/** By its number alone. */
const byCode = ({ code, retryAfter }: Failure): Meaning => {
  if (code === 401 || code === 404) return { means: 'locked' };
  if (code === 429) return { means: 'weather', after: retryAfter ?? 5 * SECOND, unknown: false };
  if (code === 409) return { means: 'weather', after: 5 * SECOND, unknown: false };
  if (code === 413) return refused('too-large');
  if (code >= 500) return { means: 'weather', after: 2 * SECOND, unknown: true };
  return refused(code === 403 ? 'no-right' : 'bad-request');
};

export const meaningOf = (failure: Failure): Meaning =>
  (failure.code === 400 || failure.code === 403
    ? MEANINGS.find(([words]) => words.test(failure.description))?.[1]
    : undefined) ?? byCode(failure);

/** Never with Telegram's words: they may quote what was asked. */
const inShort = ({ method, code }: Failure): string => `telegram ${method}: ${code}`;

const lockedBy = (failure: Failure): Locked =>
  new Locked(
    failure.code === 401
      ? `${inShort(failure)}: the bot's token is wrong or was revoked; take a new one from @BotFather and set TELEGRAM_TOKEN`
      : `${inShort(failure)}: no such bot or no Bot API there; mend TELEGRAM_TOKEN or TELEGRAM_API_URL`,
  );

/** @throws Locked when only a person can help. */
export const answerOf = (failure: Failure): Answer => {
  const meaning = meaningOf(failure);
  switch (meaning.means) {
    case 'refused':
      return { is: 'refused', why: meaning.why, code: String(failure.code) };
    case 'gone':
    case 'done':
      return { is: meaning.means };
    case 'weather':
      return { is: 'later', after: meaning.after, why: inShort(failure), ...(meaning.unknown && { unknown: true }) };
    case 'locked':
      throw lockedBy(failure);
  }
};

/** The same for a question, which has no receipt. */
export const errorOf = (failure: Failure): Weather | Locked | Refused => {
  const meaning = meaningOf(failure);
  switch (meaning.means) {
    case 'refused':
      return new Refused(meaning.why, String(failure.code), inShort(failure));
    case 'gone':
    case 'done':
      return new Refused('unknown-target', String(failure.code), inShort(failure));
    case 'weather':
      return new Weather(inShort(failure), Math.min(meaning.after, 10 * MINUTE));
    case 'locked':
      return lockedBy(failure);
  }
};
