import { Agent as HttpAgent } from 'node:http';
import type { AgentOptions } from 'node:https';
import { VK } from 'vk-io';
import { BARE_PATTERN, TOKEN } from './school.js';

/** What most bots are: vk-io, a pattern, a call in the handler. No memory, no journal, no notice, no order, no second try. */
const apiUrl = process.env.BENCH_API_URL ?? '';
/** vk-io's types ask for the options that every agent has at run time. */
class Agent extends HttpAgent {
  declare readonly options: AgentOptions;
}
const vk = new VK({ token: TOKEN, apiBaseUrl: apiUrl, apiLimit: 20, agent: new Agent({ keepAlive: true }) });

vk.updates.on('message_new', async (context) => {
  if (!BARE_PATTERN.test(context.text ?? '')) return;
  await vk.api.messages.delete({
    peer_id: context.peerId,
    cmids: [context.conversationMessageId ?? 0],
    delete_for_all: 1,
  });
});

await vk.updates.start();
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
