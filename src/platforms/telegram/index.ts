import type { AccountRef } from '../../domain/refs.js';
import type { Pace } from '../../ports/pace.js';
import { asking, type Capabilities, type Platform } from '../../ports/platform.js';
import type { PushReply } from '../pushed.js';
import { createCalls } from './call.js';
import { selfOf } from './decode.js';
import { check } from './doctor.js';
import { fetchFile } from './fetch-file.js';
import { type MenuItem, type MenuScope, setMenu } from './menu.js';
import type { TelegramOptions } from './options.js';
import { createOutage } from './outage.js';
import { createPerform } from './perform.js';
import { createPoller } from './poller.js';
import { createMe, createQuestion, endLink, inviteLink, mayWrite, members, newLink, rights } from './questions.js';
import { createQuotas } from './quotas.js';
import { accountOf } from './refs.js';
import { CAPTION } from './send.js';
import { createWebhook } from './webhook.js';

export type { MenuItem, MenuScope } from './menu.js';
export type { TelegramOptions, TelegramWatch } from './options.js';
export { PLACE_RATE } from './quotas.js';

export interface Telegram extends Platform {
  /** The bot's own account: its number stands in the token. */
  readonly account: AccountRef;
  /** Answers one push of Telegram: its body as it came, and its `X-Telegram-Bot-Api-Secret-Token`. */
  webhook(body: string, secret: string | undefined): Promise<PushReply>;
  /** Hangs a menu of commands; takes a turn. */
  setMenu(scope: MenuScope, items: readonly MenuItem[]): Promise<void>;
  close(): void;
}

export const TELEGRAM_CAPABILITIES: Capabilities = {
  deleteOthers: true,
  mute: true,
  remove: true,
  pin: true,
  buttons: true,
  members: 'seen',
  inviteLinks: 'many',
  sendsOnce: false,
  textLimit: 4096,
  captionLimit: CAPTION,
  batch: { deletes: 100, calls: 1, places: 1 },
};

/** Telegram, for the bot the token belongs to. */
export const createTelegram = (options: TelegramOptions): Telegram => {
  const { token, pace, cursors, say, transport, watch = {}, now = Date.now, random = Math.random } = options;
  const calls = createCalls({ ...options, ...(watch.onCall && { onCall: watch.onCall.bind(watch) }) });
  const turn: Pace['turn'] = (signal, hurry) => pace.turn(signal, hurry);
  const question = createQuestion({ calls, turn });
  const me = createMe(question);
  const self = selfOf(token);
  const listening = { calls, self, cursors, watch, now, random };
  const { post } = options;
  const { secret, webhookUrl } = options;
  const given = { ...(secret !== undefined && { secret }), ...(webhookUrl !== undefined && { webhookUrl }) };
  const pushed = createWebhook({ ...listening, ...given });

  const ask = asking({
    self: async () => {
      const { id, first_name } = await me();
      return { account: accountOf({ id, is_bot: true }), title: first_name };
    },
    rights: ({ chats }) => rights(question, self, chats),
    members: (query) => members(question, query),
    'may-write': ({ account }) => mayWrite(question, account),
    'invite-link': ({ chat, reset }) => inviteLink(question, chat, reset),
    'new-invite-link': (query) => newLink(question, query),
    'end-invite-link': (query) => endLink(question, query),
    file: ({ source, most }) => fetchFile({ ...options, question }, source, most),
    address: async () => {
      const { username } = await me();
      return username === undefined ? undefined : `https://t.me/${username}`;
    },
    check: () => check({ question, me, transport, say, now, ...given }),
  });

  return {
    name: 'telegram',
    account: accountOf({ id: self, is_bot: true }),
    capabilities: TELEGRAM_CAPABILITIES,
    updates: transport === 'polling' ? createPoller({ ...listening, ...(post && { post }) }) : pushed.updates,
    turn,
    perform: createPerform({
      calls,
      turn,
      now,
      self,
      quotas: options.quotas ?? createQuotas(now),
      outage: createOutage(now, random),
    }),
    ask,
    webhook: async (body, given) =>
      transport === 'webhook' ? pushed.webhook(body, given) : { status: 404, body: 'this bot listens by polling' },
    setMenu: (scope, items) => setMenu(question, scope, items),
    close: calls.close,
  };
};
