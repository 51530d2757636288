import { createHash } from 'node:crypto';
import type { StoredFile } from './state.js';
import type { World } from './world.js';

export interface Uploaded {
  readonly name: string;
  readonly type: string;
  readonly body: Buffer;
}

/** The fields named `file`, `photo` … of a multipart body; the first file wins. */
export const readMultipart = async (body: Buffer, contentType: string): Promise<Uploaded | undefined> => {
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
  for (const value of form.values()) {
    if (typeof value === 'string') continue;
    return { name: value.name, type: value.type, body: Buffer.from(await value.arrayBuffer()) };
  }
  return undefined;
};

const SIGNS: readonly (readonly [type: string, sign: string])[] = [
  ['image/png', '\x89PNG\r\n\x1a\n'],
  ['image/jpeg', '\xff\xd8\xff'],
  ['image/gif', 'GIF87a'],
  ['image/gif', 'GIF89a'],
];

/** What a picture is by its first bytes, whatever its sender calls it; `undefined`: none that VK would take for one. */
export const pictureType = (body: Buffer): string | undefined => {
  const head = body.subarray(0, 8).toString('latin1');
  return SIGNS.find(([, sign]) => head.startsWith(sign))?.[0];
};

/** Of a PNG, in pixels. */
export const sizeOf = ({ type, body }: Pick<StoredFile, 'type' | 'body'>): Size | undefined => {
  const head = Buffer.from(body.slice(0, 44), 'base64');
  return type === 'image/png' && head.length >= 24
    ? { width: head.readUInt32BE(16), height: head.readUInt32BE(20) }
    : undefined;
};

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const store = (world: World, owner: number, { name, type, body }: Uploaded): StoredFile => {
  const key = world.secret('file').slice(0, 18);
  const file: StoredFile = {
    id: world.state.counters.file,
    owner,
    kind: type.startsWith('image/') ? 'photo' : 'doc',
    name,
    type,
    size: body.length,
    key,
    at: world.now(),
    body: body.toString('base64'),
  };
  world.state.files[file.id] = file;
  return file;
};

/** What an upload address hands back for `docs.save` and `photos.saveMessagesPhoto` to bring. */
export const receiptOf = (file: StoredFile): string => `${file.id}|${signature(file)}`;

const signature = ({ id, key }: StoredFile): string =>
  createHash('sha1').update(`${id}:${key}`).digest('hex').slice(0, 16);

export const byReceipt = (world: World, receipt: string): StoredFile | undefined => {
  const file = world.state.files[receipt.split('|')[0] ?? ''];
  return file && receiptOf(file) === receipt ? file : undefined;
};
