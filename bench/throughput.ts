import { spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { projectRoot } from '../src/project-root.js';
import { startOwn } from './bots.js';
import { table } from './figures.js';
import { dice, lineOf } from './school.js';
import { startVk } from './vk.js';

const UPDATES = 5_000;
const LINES = 20_000;

const settledPerSecond = async (): Promise<number> => {
  const vk = await startVk();
  const bot = await startOwn(vk.apiUrl);
  try {
    await vk.load({ seed: 1, messages: 200, foul: 0, perSecond: 200 });
    while ((await bot.settled()) < 200) await pause(20);
    const begun = performance.now();
    await vk.load({ seed: 3, messages: UPDATES, foul: 0 });
    while ((await bot.settled()) < 200 + UPDATES) await pause(200);
    return (UPDATES * 1_000) / (performance.now() - begun);
  } finally {
    await bot.stop();
    await vk.stop();
  }
};

/** Lines through `dezhurny check`, its start included. */
const checkedPerSecond = async (): Promise<number> => {
  const random = dice(5);
  const lines = Array.from({ length: LINES }, (_, id) => JSON.stringify({ id, text: lineOf(random, 0.1).text }));
  const begun = performance.now();
  const child = spawn(process.execPath, [path.join(projectRoot(), 'bin/dezhurny.mjs'), 'check'], {
    cwd: projectRoot(),
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(`${lines.join('\n')}\n`);
  let answers = 0;
  for await (const chunk of child.stdout) answers += String(chunk).split('\n').length - 1;
  if (answers !== LINES) throw new Error(`check answered ${answers} of ${LINES} lines`);
  return (LINES * 1_000) / (performance.now() - begun);
};

export const throughput = async (): Promise<string> =>
  [
    'Throughput, a second',
    table(
      ['', ''],
      [
        [`updates taken in and settled (a backlog of ${UPDATES}, nothing obscene)`, await settledPerSecond()],
        [`messages through \`dezhurny check\` (${LINES} lines)`, await checkedPerSecond()],
      ],
    ),
  ].join('\n\n');
