import { z } from 'zod';
import { SECOND } from '../../domain/time.js';
import { Refused, Weather } from '../../ports/platform.js';
import { rootOf } from './call.js';
import type { Question } from './questions.js';

export interface FetchFileDeps {
  readonly question: Question;
  readonly apiUrl: string;
  readonly token: string;
  /** Milliseconds for the whole of it. */
  readonly timeout?: number;
}

const TIMEOUT = 30 * SECOND;
const File = z.object({ file_path: z.string().optional(), file_size: z.number().optional() });

const tooLarge = (most: number) => new Refused('too-large', 'size', `telegram file: more than ${most} bytes`);

const contentsOf = async (response: Response, most: number): Promise<Uint8Array> => {
  if (response.status === 429 || response.status >= 500) throw new Weather(`telegram file: HTTP ${response.status}`);
  if (response.status !== 200)
    throw new Refused('unknown-target', String(response.status), `telegram file: HTTP ${response.status}`);
  if (Number(response.headers.get('content-length') ?? 0) > most) throw tooLarge(most);
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > most) throw tooLarge(most);
    parts.push(part);
  }
  return Buffer.concat(parts);
};

/** A path of the server's own: it cannot lead anywhere else. */
const addressOf = ({ apiUrl, token }: FetchFileDeps, path: string): string =>
  `${rootOf(apiUrl)}/file/bot${token}/${path.split('/').map(encodeURIComponent).join('/')}`;

/**
 * Fetches a file of a message; Telegram hands over 20 MB at most.
 * @throws Refused when it is not there or has more than `most` bytes. @throws Weather when it did not come in time.
 */
export const fetchFile = async (deps: FetchFileDeps, source: string, most: number): Promise<Uint8Array> => {
  const { file_path: path, file_size: size } = await deps.question('getFile', { file_id: source }, File);
  if (size !== undefined && size > most) throw tooLarge(most);
  if (path === undefined) throw new Refused('unknown-target', 'path', 'telegram file: not there any more');
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), deps.timeout ?? TIMEOUT);
  try {
    const response = await fetch(addressOf(deps, path), { redirect: 'error', signal: controller.signal });
    return await contentsOf(response, most);
  } catch (error) {
    if (error instanceof Refused || error instanceof Weather) throw error;
    throw new Weather('telegram file: no answer');
  } finally {
    clearTimeout(timer);
    controller.abort();
  }
};
