import { setTimeout as pause } from 'node:timers/promises';
import { startBot } from '../world/process.js';
import { until } from '../world/until.js';
import { authorOf, chatOf, crashSchool } from './school.js';

const HOURS = 10;
const MESSAGES = 8_000;
const FOUL = 'да пошло оно всё на хуй';
const CLEAN = 'Завтра педсовет, педагоги и педиатр в актовом зале';
const foul = (number: number): boolean => number % 20 === 0;

/** The bot was off for ten hours while the school talked: all of it is judged, and a command of yesterday is not carried out. */
it(`judges ${MESSAGES} messages that were written while it was away`, async () => {
  const school = await crashSchool();
  const { world } = school.sandbox.vk;
  const first = startBot(school.env);
  await first.running();
  await first.kill('SIGTERM');

  const post = async (as: number, peer: number, text: string) =>
    fetch(`${school.sandbox.url}/play/do`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ as, do: 'send', peer, text }),
    });
  const real = Date.now;
  Date.now = () => real() - HOURS * 3_600_000;
  await post(authorOf(1), -school.sandbox.vk.world.state.community.id, '/помощь');
  await post(1_000, chatOf(0), '/чат учительская');
  for (let number = 0; number < MESSAGES; number += 1)
    await post(authorOf(number), chatOf(number), `${foul(number) ? FOUL : CLEAN} ${number}`);
  Date.now = real;

  const began = performance.now();
  const bot = startBot(school.env);
  const left = () =>
    Object.values(world.state.messages)
      .flat()
      .filter(({ text, deleted }) => !deleted && text.startsWith(FOUL)).length;
  await until('nothing foul is left', () => left() === 0, 120_000);
  const settled = () =>
    school.look(async ({ stores }) => {
      let verdicts = 0;
      for await (const { entry } of stores.journal.read({})) if (entry.kind === 'verdict') verdicts += 1;
      return verdicts;
    });
  while ((await settled()) < MESSAGES + 2) await pause(500);
  process.stdout.write(
    `a backlog of ${MESSAGES} messages: ${Math.round(performance.now() - began)} ms from the start of the bot\n`,
  );

  const chat = await school.look(({ stores }) => stores.chats.find('vk:chat:2000000001'));
  expect(chat?.kind).toBe('class_parents');
  expect(
    Object.values(world.state.messages)
      .flat()
      .some(({ text }) => text.includes('с опозданием')),
  ).toBe(true);
  expect(bot.said()).not.toMatch(/"level":"error"/);
  expect(await bot.kill('SIGTERM')).toBe(0);
  await school.close();
}, 240_000);
