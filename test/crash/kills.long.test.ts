import { redisUrl } from '../world/redis.js';
import { killBot, killRedis, killRoles } from './kills.js';

describe('nothing is lost and nothing is done twice while 500 messages flow', () => {
  it('and the bot is killed 50 times', () => killBot(50, 2), 300_000);

  it('and its Redis is killed 5 times', () => killRedis(5, 3), 120_000);

  it(
    'and one listening and two working processes are killed in turn, 12 times',
    () => killRoles(12, 4, redisUrl()),
    240_000,
  );
});
