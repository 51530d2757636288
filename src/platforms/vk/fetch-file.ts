import type { Refusal } from '../../domain/outcome.js';
import { SECOND } from '../../domain/time.js';
import { Refused, Weather } from '../../ports/platform.js';
import { mayFetch } from './hosts.js';

export interface FetchFileDeps {
  readonly apiUrl: string;
  /** Milliseconds for the whole of it. */
  readonly timeout?: number;
}

/** A document is one redirect away from its store, a moved store a few more. */
const REDIRECTS = 5;
const TIMEOUT = 30 * SECOND;

/** Never with the address: it opens the file to whoever has it. */
const refused = (why: Refusal, code: string, words: string): Refused => new Refused(why, code, `vk file: ${words}`);

const addressOf = (text: string, base?: string): URL => {
  if (!URL.canParse(text, base)) throw refused('unknown-target', 'address', 'no address');
  return new URL(text, base);
};

const open = async (url: URL, apiUrl: string, signal: AbortSignal, redirects = REDIRECTS): Promise<Response> => {
  if (!mayFetch(url, apiUrl)) throw refused('unknown-target', 'host', 'not kept by VK');
  const response = await fetch(url, { redirect: 'manual', signal });
  if (response.status < 300 || response.status > 399) return response;
  await response.body?.cancel();
  if (redirects === 0) throw refused('unknown-target', 'redirects', 'redirected again and again');
  return open(addressOf(response.headers.get('location') ?? '', url.href), apiUrl, signal, redirects - 1);
};

/** VK tells of a document that is gone or closed in a page for people. */
const isPage = ({ headers }: Response): boolean => /^text\/html\b/i.test(headers.get('content-type') ?? '');

const statusOf = (response: Response): void => {
  const { status } = response;
  if (status === 429 || status >= 500) throw new Weather(`vk file: HTTP ${status}`);
  if (status !== 200) throw refused('unknown-target', String(status), `HTTP ${status}`);
  if (isPage(response)) throw refused('unknown-target', 'page', 'a page instead of the file');
};

const contentsOf = async ({ body, headers }: Response, most: number): Promise<Uint8Array> => {
  const tooLarge = () => refused('too-large', 'size', `more than ${most} bytes`);
  if (Number(headers.get('content-length') ?? 0) > most) throw tooLarge();
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body ?? []) {
    size += part.length;
    if (size > most) throw tooLarge();
    parts.push(part);
  }
  return Buffer.concat(parts);
};

/**
 * Fetches a file of a message. Of VK's hosts only, whatever the address or a redirect says.
 * @throws Refused when it is not there or has more than `most` bytes. @throws Weather when it did not come in time.
 */
export const fetchFile = async (
  { apiUrl, timeout = TIMEOUT }: FetchFileDeps,
  source: string,
  most: number,
): Promise<Uint8Array> => {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), timeout);
  try {
    const response = await open(addressOf(source), apiUrl, controller.signal);
    statusOf(response);
    return await contentsOf(response, most);
  } catch (error) {
    if (error instanceof Refused || error instanceof Weather) throw error;
    throw new Weather('vk file: no answer');
  } finally {
    clearTimeout(timer);
    controller.abort();
  }
};
