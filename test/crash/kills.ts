import { setTimeout as pause } from 'node:timers/promises';
import { type Bot, startBot } from '../world/process.js';
import { type CrashSchool, crashSchool } from './school.js';
import { expectOneOfEach, MESSAGES, quiet, randomFrom, type Speaker, speaker } from './story.js';

/** Messages up to the `due`-th, spread over this time. */
const talk = async (said: Speaker, due: number, span: number): Promise<void> => {
  const rest = span / Math.max(1, due - said.written.length);
  while (said.written.length < due) {
    await said.say();
    await pause(rest);
  }
};

/** How far the talk has got after so many of all interruptions. */
const dueAfter = (interruption: number, all: number): number => Math.ceil((interruption * MESSAGES) / all);

/** The bot dies at random moments, while it starts as well as while it works, and people go on talking. */
export const killBot = async (kills: number, seed: number): Promise<void> => {
  const school = await crashSchool();
  const said = speaker(school.sandbox);
  const random = randomFrom(seed);
  let bot: Bot = startBot(school.env);
  try {
    await bot.running();
    for (let kill = 1; kill <= kills; kill += 1) {
      const span = 300 + random() * 1_500;
      const talking = talk(said, dueAfter(kill, kills), span);
      await pause(span);
      await bot.kill('SIGKILL');
      await talking;
      bot = startBot(school.env);
    }
    await quiet(school, said, 60_000);
    await expectOneOfEach(school, said);
  } catch (error) {
    throw new Error(`seed ${seed}; the last bot said: ${bot.said()}`, { cause: error });
  } finally {
    await bot.kill('SIGTERM');
    await school.close();
  }
};

const redisPid = (school: CrashSchool): Promise<number> =>
  school.look(async ({ redis }) => Number(/process_id:(\d+)/.exec(await redis.info('server'))?.[1]));

/** The bot's private Redis dies while people talk; the bot brings it back. */
export const killRedis = async (kills: number, seed: number): Promise<void> => {
  const school = await crashSchool();
  const said = speaker(school.sandbox);
  const random = randomFrom(seed);
  const bot = startBot(school.env);
  try {
    await bot.running();
    for (let kill = 1; kill <= kills; kill += 1) {
      const span = 500 + random() * 1_500;
      const talking = talk(said, dueAfter(kill, kills), span);
      await pause(span);
      process.kill(await redisPid(school), 'SIGKILL');
      await talking;
    }
    await quiet(school, said, 60_000);
    await expectOneOfEach(school, said);
    expect(bot.child.exitCode).toBeNull();
  } catch (error) {
    throw new Error(`seed ${seed}; the bot said: ${bot.said()}`, { cause: error });
  } finally {
    await bot.kill('SIGTERM');
    await school.close();
  }
};

/** One process listens, two work, all over one Redis; one after another dies and comes back. */
export const killRoles = async (kills: number, seed: number, redis: string): Promise<void> => {
  const school = await crashSchool(redis);
  const said = speaker(school.sandbox);
  const random = randomFrom(seed);
  const parts = ['ingest,http', 'worker', 'worker'];
  const start = (part: string | undefined) => startBot({ ...school.env, ROLES: part ?? 'worker' });
  const bots = parts.map(start);
  try {
    await Promise.all(bots.map((bot) => bot.running()));
    for (let kill = 1; kill <= kills; kill += 1) {
      const turn = kill % parts.length;
      const span = 300 + random() * 1_500;
      const talking = talk(said, dueAfter(kill, kills), span);
      await pause(span);
      await bots[turn]?.kill('SIGKILL');
      await talking;
      bots[turn] = start(parts[turn]);
    }
    await quiet(school, said, 90_000);
    await expectOneOfEach(school, said);
  } catch (error) {
    throw new Error(`seed ${seed}; the bots said: ${bots.map((bot) => bot.said()).join('\n')}`, { cause: error });
  } finally {
    await Promise.all(bots.map((bot) => bot.kill('SIGTERM')));
    await school.close();
  }
};
