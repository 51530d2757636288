export default async () => {
  await globalThis.stopTestRedis?.();
};
