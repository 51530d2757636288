import { visible } from '../feed.js';
import { Refused, refuse } from '../refused.js';
import { isAdmin, isChat, type World } from '../world.js';
import { erase } from '../writing.js';
import { type Method, mayBeAt } from './method.js';

const MOST = 100;

/** Only an administrator removes what others wrote, and nobody what another administrator wrote. */
const mayErase = (world: World, peer: number, author: number): boolean => {
  if (author === world.bot) return true;
  const chat = isChat(peer) ? world.chat(peer) : undefined;
  return chat !== undefined && isAdmin(chat, world.bot) && !isAdmin(chat, author);
};

const deleteOne = (world: World, peer: number, cmid: number, forAll: boolean): void => {
  const message = world.message(peer, cmid);
  if (!message || message.deleted || !visible(world, message)) refuse(15, 'message can not be found');
  if (!forAll) return;
  if (message.action || !mayErase(world, peer, message.from)) refuse(924);
  erase(world, message);
};

/** An item a message: `{response: 1}`, or `{response: 0, error}`. */
export const remove: Method = ({ world, params }) => {
  const peer = params.int('peer_id');
  const cmids = params.ints('cmids', MOST);
  const forAll = params.flag('delete_for_all');
  params.flag('spam');
  if (cmids.length === 0) refuse(100, 'cmids is undefined');
  mayBeAt(world, peer);
  return cmids.map((cmid) => {
    const named = { peer_id: peer, conversation_message_id: cmid };
    try {
      deleteOne(world, peer, cmid, forAll);
      return { ...named, response: 1 };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return { ...named, response: 0, error: { code: error.code, description: error.message } };
    }
  });
};
