import { FOREVER } from '../../forever.js';
import { removeMember, restrict } from '../chatting.js';
import { refuse } from '../refused.js';
import { memberOut } from '../wire.js';
import { isAdmin, memberOf, type World } from '../world.js';
import { chatPeer, keptChat, type Method } from './method.js';
import { groupOut, neighbourOut, userOut } from './profiles.js';

const profilesOf = (world: World, ids: readonly number[]): object => ({
  profiles: ids.flatMap((id) => world.person(id) ?? []).map(userOut),
  groups: [
    ...(ids.includes(world.bot) ? [groupOut(world)] : []),
    ...ids.flatMap((id) => world.neighbour(id) ?? []).map(neighbourOut),
  ],
});

/** Only an administrator may count the people. */
export const getConversationMembers: Method = ({ world, params }) => {
  params.flag('extended');
  const chat = keptChat(world, params.int('peer_id'), 917);
  const count = params.optionalInt('count') ?? 20;
  if (count < 1 || count > 1000) refuse(100, 'count should be between 1 and 1000');
  const offset = params.optionalInt('offset') ?? 0;
  const wanted = params.ints('member_ids', 1000);
  const all = chat.members.map(({ id }) => id).filter((id) => wanted.length === 0 || wanted.includes(id));
  const ids = all.slice(offset, offset + count);
  return { items: ids.map((id) => memberOut(world, chat, id)), count: all.length, ...profilesOf(world, ids) };
};

export const removeChatUser: Method = (call) => {
  const { world, params } = call;
  const chat = keptChat(world, chatPeer(call), 925);
  const id = params.has('member_id') ? params.int('member_id') : params.int('user_id');
  if (!memberOf(chat, id)) refuse(935);
  if (id !== world.bot && isAdmin(chat, id)) refuse(15, "can't remove this user");
  removeMember(world, chat, world.bot, id);
  return 1;
};

const until = (world: World, action: string, seconds: number | undefined): number => {
  switch (action) {
    case 'rw':
      return 0;
    case 'ro':
      return seconds === undefined ? FOREVER : world.now() + seconds * 1000;
    default:
      return refuse(100, 'action should be ro or rw');
  }
};

/** Not in VK's schema. Whom it could not restrict it names, with HTTP 200. */
export const changeConversationMemberRestrictions: Method = ({ world, params }) => {
  const chat = keptChat(world, params.int('peer_id'), 925);
  const end = until(world, params.text('action'), params.optionalInt('for'));
  const ids = params.ints('member_ids', 100);
  const failed = ids.filter((id) => !memberOf(chat, id) || isAdmin(chat, id));
  for (const id of ids.filter((id) => !failed.includes(id))) restrict(world, chat, id, end);
  return { failed_member_ids: failed };
};
