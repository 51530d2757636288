import type { Cell } from './figures.js';

/** Pieces that, said over and over, cost most for their length. */
const PIECES = [
  'а',
  'по',
  'х у ',
  'х*',
  'х...',
  'ебал ',
  'п.и.з.д.',
  '🔥',
  '\ud800',
  'т.е.',
  'x3',
  'и\u0306',
  'q;',
  '!',
  '*',
  'дура ',
  'иди ты ',
  '"а',
  'д**а ',
  'suka ',
  'небе ',
  'бля ',
  'а. ',
  'а1',
  'а@',
  'https://a.b/',
  '8 9',
  '+7',
  'ул. ',
  'код ',
  '\u200b',
  'перевед',
  'точка ',
];
const LENGTH = 10_000;
const SHOWN = 8;

const millisecondsOf = (work: () => unknown): number => {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 5; round++) {
    const { user, system } = process.cpuUsage();
    work();
    const spent = process.cpuUsage({ user, system });
    best = Math.min(best, (spent.user + spent.system) / 1_000);
  }
  return best;
};

export const slowest = (judge: (text: string) => unknown): readonly (readonly Cell[])[] =>
  PIECES.map((piece): readonly [string, number] => {
    const text = piece.repeat(Math.ceil(LENGTH / piece.length)).slice(0, LENGTH);
    return [JSON.stringify(piece), millisecondsOf(() => judge(text))];
  })
    .sort((a, b) => b[1] - a[1])
    .slice(0, SHOWN);
