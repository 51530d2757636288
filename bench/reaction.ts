import { type BenchBot, startBare, startOwn } from './bots.js';
import { median, quantile, table } from './figures.js';
import { type BenchVk, startVk } from './vk.js';

const PER_SECOND = 50;
const FOUL = 0.1;
/** Both bots stand by all the time and are loaded in turn, so that whatever else the machine does meets both. */
const SLICE_SECONDS = 10;

interface Side<Bot extends BenchBot = BenchBot> {
  readonly vk: BenchVk;
  readonly bot: Bot;
  readonly latencies: number[];
}

const side = async <Bot extends BenchBot>(start: (apiUrl: string) => Promise<Bot>): Promise<Side<Bot>> => {
  const vk = await startVk();
  return { vk, bot: await start(vk.apiUrl), latencies: [] };
};

/** From "the event could be had" to "the deletion was asked for". */
export const reaction = async (seconds: number, profile?: string): Promise<string> => {
  const sides = [await side(startBare), await side((apiUrl) => startOwn(apiUrl, profile))] as const;
  const messages = PER_SECOND * SLICE_SECONDS;
  for (const { vk } of sides) await vk.load({ seed: 1, messages: 100, foul: FOUL, perSecond: PER_SECOND });
  for (let slice = 0; slice < seconds / SLICE_SECONDS; slice += 1)
    for (const { vk, latencies } of sides)
      latencies.push(...(await vk.load({ seed: 2 + slice, messages, foul: FOUL, perSecond: PER_SECOND })).latencies);
  const steps = await sides[1].bot.steps();
  for (const { vk, bot } of sides) {
    await bot.stop();
    await vk.stop();
  }
  const [bare, own] = sides;
  const rows = sides.map(({ bot, latencies }) => [
    bot.name,
    String(latencies.length),
    median(latencies),
    quantile(latencies, 0.9),
    quantile(latencies, 0.99),
    Math.max(...latencies),
  ]);
  return [
    `Reaction: ${PER_SECOND} messages/s in 10 chats, 10 % obscene, ${seconds} s each, in turns of ${SLICE_SECONDS} s; milliseconds`,
    table(['', 'obscene', 'median', 'p90', 'p99', 'longest'], rows),
    `Our median is ${(median(own.latencies) / median(bare.latencies)).toFixed(2)} times the bare bot's.`,
    steps,
  ].join('\n\n');
};
