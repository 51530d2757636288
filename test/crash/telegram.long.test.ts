import { killOnTelegram } from './telegram.js';

it(
  'loses nothing on Telegram and says nothing twice when it is killed 12 times while people talk',
  () => killOnTelegram(12, 5),
  240_000,
);
