import type { Pace } from '../../ports/pace.js';
import { asking, type Capabilities, type Platform, Refused } from '../../ports/platform.js';
import type { PushReply } from '../pushed.js';
import { createCalls } from './call.js';
import { createCallback } from './callback.js';
import { check } from './doctor.js';
import { fetchFile } from './fetch-file.js';
import type { VkOptions } from './options.js';
import { createPerform } from './perform.js';
import { createPoller } from './poller.js';
import { createCommunity, createQuestion, inviteLink, mayWrite, members, rights } from './questions.js';
import { accountOf } from './refs.js';

export type { VkOptions, VkWatch } from './options.js';

export interface Vk extends Platform {
  /** Answers one request of the Callback API, given its body as it came. */
  callback(body: string): Promise<PushReply>;
  close(): void;
}

export const VK_CAPABILITIES: Capabilities = {
  deleteOthers: true,
  mute: true,
  remove: true,
  pin: true,
  buttons: true,
  members: 'listed',
  inviteLinks: 'one',
  sendsOnce: true,
  textLimit: 4096,
  captionLimit: 4096,
  batch: { deletes: 100, calls: 25, places: 100 },
};

/** A chat of VK has one link, which `invite-link` makes anew. */
const oneLink = async (): Promise<never> => {
  throw new Refused('feature-off', 'one-link', 'vk: a chat has one link');
};

/** VK Messenger, for the community the token belongs to. */
export const createVk = (options: VkOptions): Vk => {
  const { pace, cursors, say, transport, watch = {}, now = Date.now, random = Math.random } = options;
  const calls = createCalls({ ...options, ...(watch.onCall && { onCall: watch.onCall.bind(watch) }) });
  const turn: Pace['turn'] = (signal, hurry) => pace.turn(signal, hurry);
  const question = createQuestion({ calls, turn });
  const community = createCommunity(question, options.groupId);
  const listening = { question, apiUrl: options.apiUrl, community, cursors, watch, now, random };
  const { secret, confirmation } = options;
  const pushed = createCallback({
    ...listening,
    ...(secret !== undefined && { secret }),
    ...(confirmation !== undefined && { confirmation }),
  });

  const ask = asking({
    self: async () => {
      const { group, title } = await community();
      return { account: accountOf(-group), title };
    },
    rights: ({ chats }) => rights(question, chats),
    members: ({ chat }) => members(question, chat),
    'may-write': async ({ account }) => mayWrite(question, (await community()).group, account),
    'invite-link': ({ chat, reset }) => inviteLink(question, chat, reset),
    'new-invite-link': oneLink,
    'end-invite-link': oneLink,
    file: ({ source, most }) => fetchFile(options, source, most),
    address: async () => `https://vk.me/${(await community()).screenName}`,
    check: () => check({ question, community, transport, say, now }),
  });

  return {
    name: 'vk',
    capabilities: VK_CAPABILITIES,
    updates: transport === 'longpoll' ? createPoller(listening) : pushed.updates,
    turn,
    perform: createPerform({ calls, turn, now, uploads: { question, apiUrl: options.apiUrl } }),
    ask,
    callback: async (body) =>
      transport === 'callback' ? pushed.callback(body) : { status: 404, body: 'this bot listens by long poll' },
    close: calls.close,
  };
};
