import { randomUUID } from 'node:crypto';
import type { Post } from '../../src/ports/post.js';
import { memoryPost } from '../../src/storage/memory/post.js';
import { redisPost } from '../../src/storage/redis/post.js';
import { freshShelf } from '../world/redis.js';

const LONG = 600_000;

describe.each<readonly [string, () => Promise<{ readonly post: Post; close(): void }>]>([
  ['in memory', async () => ({ post: memoryPost(), close: () => {} })],
  [
    'in Redis',
    async () => {
      const shelf = await freshShelf();
      return { post: redisPost(shelf, randomUUID()), close: () => shelf.redis.destroy() };
    },
  ],
])('a post %s', (_where, make) => {
  it('is held by one at a time, who may keep it, until it is given up', async () => {
    const { post, close } = await make();
    expect(await post.hold('one', LONG)).toBe(true);
    expect(await post.hold('two', LONG)).toBe(false);
    expect(await post.hold('one', LONG)).toBe(true);

    await post.leave('two');
    expect(await post.hold('two', LONG)).toBe(false);
    await post.leave('one');
    expect(await post.hold('two', LONG)).toBe(true);
    expect(await post.hold('one', LONG)).toBe(false);
    close();
  });
});

it('a post falls to another when its holder says nothing for as long as it was held', async () => {
  let now = 1_000;
  const post = memoryPost(() => now);
  await post.hold('one', 2_000);
  now += 1_999;
  expect(await post.hold('two', 2_000)).toBe(false);
  now += 1;
  expect(await post.hold('two', 2_000)).toBe(true);
  expect(await post.hold('one', 2_000)).toBe(false);
});
