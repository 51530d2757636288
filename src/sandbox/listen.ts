import Fastify from 'fastify';
import { type PlayOptions, registerPlay } from './play.js';
import { createSandboxVk, type SandboxOptions, type SandboxVk } from './vk/index.js';

export interface RunningSandbox {
  readonly vk: SandboxVk;
  /** `http://127.0.0.1:40123` */
  readonly url: string;
  /** For `VK_API_URL`. */
  readonly apiUrl: string;
  close(): Promise<void>;
}

/** A sandbox of its own on a port: for tests, and for a bot in another process. */
export const listenSandbox = async (
  options: SandboxOptions & Pick<PlayOptions, 'explain'> & { readonly port?: number; readonly host?: string },
): Promise<RunningSandbox> => {
  const app = Fastify({ forceCloseConnections: true });
  const vk = createSandboxVk(options);
  await vk.register(app, { prefix: '/vk' });
  await registerPlay(app, { vk }, options.explain ? { explain: options.explain } : {});
  const url = await app.listen({ port: options.port ?? 0, host: options.host ?? '127.0.0.1' });
  return { vk, url, apiUrl: `${url}/vk/method`, close: () => app.close() };
};
