import { type BenchBot, startBare, startOwn } from './bots.js';
import { table } from './figures.js';
import { startVk } from './vk.js';

const MESSAGES = 1_000;

const flooded = async (start: (apiUrl: string) => Promise<BenchBot>) => {
  const vk = await startVk();
  const bot = await start(vk.apiUrl);
  try {
    // The second before belongs to the requests of the start.
    await vk.load({ seed: 1, messages: 100, foul: 0, perSecond: 50 });
    const { lasted, requests, refused } = await vk.load({ seed: 7, messages: MESSAGES, foul: 1, within: 1_000 });
    return [bot.name, lasted / 1_000, String(requests), String(refused)] as const;
  } finally {
    await bot.stop();
    await vk.stop();
  }
};

/** A raid, under 20 requests a second. */
export const flood = async (bare: boolean): Promise<string> => {
  const rows = [...(bare ? [await flooded(startBare)] : []), await flooded((apiUrl) => startOwn(apiUrl))];
  return [
    `Flood: ${MESSAGES} obscene messages in 10 chats within a second, 20 requests/s enforced`,
    table(['', 'seconds to the last deletion', 'requests until then', 'refused with error 6'], rows),
  ].join('\n\n');
};
