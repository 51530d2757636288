import { SECOND } from '../../domain/time.js';
import { Weather } from '../../ports/platform.js';
import { WirePoll } from './wire.js';

/** VK may hold a poll so long. */
const WAIT = 25;
const TIMEOUT = (WAIT + 5) * SECOND;

export interface Server {
  readonly key: string;
  readonly server: string;
}

/** Whole in VK's bots API, without its scheme in VK's other long poll, a path on the API's own server elsewhere. */
export const serverAt = (server: string, apiUrl: string): string => {
  if (/^[a-z]+:\/\//i.test(server)) return server;
  return /^[^/]+\.[^/]+\//.test(server) ? `${new URL(apiUrl).protocol}//${server}` : new URL(server, apiUrl).href;
};

const addressOf = ({ key, server }: Server, ts: string): URL => {
  const url = new URL(server);
  for (const [name, value] of Object.entries({ act: 'a_check', key, ts, wait: String(WAIT) }))
    url.searchParams.set(name, value);
  return url;
};

/** Not `AbortSignal.any`: on Node 20 every use stays with a signal that lives as long as the program. */
const within = async <T>(signal: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T> => {
  const controller = new AbortController();
  const abort = () => controller.abort();
  const timer = setTimeout(abort, TIMEOUT);
  signal.addEventListener('abort', abort, { once: true });
  if (signal.aborted) abort();
  try {
    return await work(controller.signal);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
  }
};

/** One long poll. @throws Weather, also when aborted: the caller looks at its signal. */
export const poll = async (server: Server, ts: string, signal: AbortSignal): Promise<WirePoll> => {
  const raw = await within(signal, async (inner): Promise<unknown> => {
    const response = await fetch(addressOf(server, ts), { signal: inner });
    if (!response.ok) throw new Weather(`vk long poll: HTTP ${response.status}`);
    return response.json();
  }).catch((error: unknown) => {
    throw error instanceof Weather ? error : new Weather('vk long poll: no answer');
  });
  const parsed = WirePoll.safeParse(raw);
  if (!parsed.success) throw new Weather('vk long poll: an answer of no known shape');
  return parsed.data;
};
