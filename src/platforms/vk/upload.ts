import { z } from 'zod';
import type { Enclosure } from '../../domain/action.js';
import { SECOND } from '../../domain/time.js';
import { Refused, Weather } from '../../ports/platform.js';
import type { Question } from './questions.js';

const TIMEOUT = 20 * SECOND;

export interface UploadDeps {
  readonly question: Question;
  readonly apiUrl: string;
  /** Milliseconds for one file. */
  readonly timeout?: number;
}

const Server = z.object({ upload_url: z.url() });
/** VK says of a file it did not take: an `error`, no receipt, or for pictures an empty list as text. */
const receipt = z.string().refine((text) => text !== '' && text !== '[]');
const DocReceipt = z.object({ file: receipt });
const PhotoReceipt = z.object({ photo: receipt, server: z.number(), hash: z.string() });
const Saved = z.object({ id: z.number(), owner_id: z.number(), access_key: z.string().optional() });
const SavedDoc = z.object({ doc: Saved });
const SavedPhotos = z.tuple([Saved]);

const nameOf = (kind: 'doc' | 'photo', { owner_id, id, access_key }: z.output<typeof Saved>): string =>
  `${kind}${owner_id}_${id}${access_key === undefined ? '' : `_${access_key}`}`;

/** Whole, by https, or to the very server of `apiUrl`: nothing of the school goes over an open line. */
const trusted = (address: string, apiUrl: string): boolean =>
  new URL(address).protocol === 'https:' || new URL(address).origin === new URL(apiUrl).origin;

const notTaken = (code: string): Refused => new Refused('bad-request', code, `vk upload: ${code}`);

const receiptIn = async <T>(response: Response, schema: z.ZodType<T>): Promise<T> => {
  if (response.status === 413) throw new Refused('too-large', '413', 'vk upload: too large');
  if (!response.ok) throw new Weather(`vk upload: HTTP ${response.status}`);
  const parsed = schema.safeParse(await response.json());
  if (!parsed.success) throw notTaken('not-taken');
  return parsed.data;
};

/** Brings a file to the address VK gave for it, in the field VK wants it in. */
const bring = async <T>(deps: UploadDeps, address: string, file: FormData, schema: z.ZodType<T>): Promise<T> => {
  if (!trusted(address, deps.apiUrl)) throw notTaken('open-line');
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), deps.timeout ?? TIMEOUT);
  try {
    const response = await fetch(address, {
      method: 'POST',
      body: file,
      redirect: 'error',
      signal: controller.signal,
    });
    return await receiptIn(response, schema);
  } catch (error) {
    if (error instanceof Refused || error instanceof Weather) throw error;
    throw new Weather('vk upload: no answer');
  } finally {
    clearTimeout(timer);
  }
};

const formOf = (field: 'file' | 'photo', { name, base64 }: Enclosure): FormData => {
  const form = new FormData();
  form.append(field, new Blob([Buffer.from(base64, 'base64')]), name);
  return form;
};

const document = async (deps: UploadDeps, peer: number, enclosure: Enclosure): Promise<string> => {
  const { question } = deps;
  const { upload_url } = await question('docs.getMessagesUploadServer', { type: 'doc', peer_id: peer }, Server);
  const { file } = await bring(deps, upload_url, formOf('file', enclosure), DocReceipt);
  return nameOf('doc', (await question('docs.save', { file, title: enclosure.name }, SavedDoc)).doc);
};

const picture = async (deps: UploadDeps, peer: number, enclosure: Enclosure): Promise<string> => {
  const { question } = deps;
  const { upload_url } = await question('photos.getMessagesUploadServer', { peer_id: peer }, Server);
  const taken = await bring(deps, upload_url, formOf('photo', enclosure), PhotoReceipt);
  const [photo] = await question('photos.saveMessagesPhoto', taken, SavedPhotos);
  return nameOf('photo', photo);
};

/**
 * Uploads files for one peer, one after another; VK's names of them, for `attachment`. Done twice, it leaves a copy that
 * nobody sees. @throws Refused, Weather, Locked.
 */
export const upload = async (deps: UploadDeps, peer: number, files: readonly Enclosure[]): Promise<string> => {
  const names: string[] = [];
  for (const file of files) names.push(await (file.kind === 'picture' ? picture : document)(deps, peer, file));
  return names.join(',');
};
