import { refuse } from '../refused.js';
import type { StoredFile } from '../state.js';
import { byReceipt } from '../uploads.js';
import { attachmentOf } from '../wire.js';
import { isChat } from '../world.js';
import { type Call, type Method, mayBeAt } from './method.js';

/** Nothing is uploaded for those who do not let the community write. */
const checkPeer = ({ world, params }: Call): void => {
  const peer = params.optionalInt('peer_id');
  if (!peer) return;
  mayBeAt(world, peer);
  if (!isChat(peer) && !world.dialog(peer).allowed) refuse(901);
};

export const docsUploadServer: Method = (call) => {
  checkPeer(call);
  if (!['', 'doc'].includes(call.params.text('type'))) refuse(100, 'type should be doc');
  return { upload_url: `${call.site}/upload/doc` };
};

export const photosUploadServer: Method = (call) => {
  checkPeer(call);
  return { upload_url: `${call.site}/upload/photo`, album_id: -3, user_id: 0, group_id: call.world.state.community.id };
};

const brought = ({ world, params }: Call, name: string, kind: StoredFile['kind']): StoredFile => {
  const file = byReceipt(world, params.text(name));
  return file?.kind === kind ? file : refuse(100, `${name} is invalid`);
};

export const saveDoc: Method = (call) => {
  const file = brought(call, 'file', 'doc');
  const named = { ...file, name: call.params.text('title') || file.name };
  call.world.state.files[file.id] = named;
  return attachmentOf(named, call.site);
};

export const savePhoto: Method = (call) => [attachmentOf(brought(call, 'photo', 'photo'), call.site).photo];
