import { parentPort } from 'node:worker_threads';
import { lookAt } from './look-at.js';

/** One question at a time: bytes in, what is seen out; `undefined` for what is no picture. */
parentPort?.on('message', async (bytes: Uint8Array) => {
  const seen = await lookAt(bytes).catch(() => undefined);
  parentPort?.postMessage(seen);
});
