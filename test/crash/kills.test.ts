import { killBot } from './kills.js';

it(
  'loses nothing and does nothing twice when it is killed 5 times while 500 messages flow',
  () => killBot(5, 1),
  90_000,
);
