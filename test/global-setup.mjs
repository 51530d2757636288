import { register } from 'tsx/esm/api';

/** jest maps no module names here, so TypeScript comes through tsx. */
const unregister = register();
const { default: startRedis } = await import('./global-redis.ts');
await unregister();

export default async () => {
  globalThis.stopTestRedis = await startRedis();
};
