import { createHash } from 'node:crypto';
import type { Uploaded } from '../uploaded.js';
import type { StoredFile } from './state.js';
import type { World } from './world.js';

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
