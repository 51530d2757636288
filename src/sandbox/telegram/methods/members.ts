import { z } from 'zod';
import { FOREVER } from '../../forever.js';
import { closeTo, enter, goOut, newLink, pardon, rename, restrict, revokeLink } from '../chatting.js';
import { refuse } from '../refused.js';
import type { Chat } from '../state.js';
import { linkOut, memberOut } from '../wire.js';
import { isBanned, memberOf, rightsOf, type World } from '../world.js';
import { chatOf, defineMethod, flag, json, keptOf, number } from './method.js';

const where = { chat_id: number };
const whom = { ...where, user_id: number };
const NO_RIGHTS = 'not enough rights to restrict/unrestrict chat member';
const SHORTEST = 30_000;
const LONGEST = 366 * 86_400_000;

/** Too near and too far mean for ever. */
const untilOf = (world: World, date: number | undefined): number => {
  const left = (date ?? 0) * 1_000 - world.now();
  return left < SHORTEST || left > LONGEST ? FOREVER : (date ?? 0) * 1_000;
};

const known = (world: World, id: number): void => {
  if (id !== world.bot && !world.state.people.some((person) => person.id === id)) refuse(400, 'user not found');
};

/** Somebody over whom the bot may decide here. */
const under = (world: World, chat: Chat, id: number): void => {
  known(world, id);
  if (chat.owner === id) refuse(400, "can't remove chat owner");
  if (id === world.bot) refuse(400, "can't restrict self");
  if (rightsOf(chat, id)) refuse(400, 'user is an administrator of the chat');
};

export const restrictChatMember = defineMethod(
  z.looseObject({
    ...whom,
    permissions: json(z.record(z.string(), z.boolean())),
    until_date: number.optional(),
  }),
  ({ chat_id, user_id, permissions, until_date }, { world }) => {
    const chat = chatOf(world, chat_id);
    if (chat.type === 'group') refuse(400, 'method is available only for supergroups');
    keptOf(world, chat_id, 'restrict', NO_RIGHTS);
    under(world, chat, user_id);
    if (!memberOf(chat, user_id)) refuse(400, 'PARTICIPANT_ID_INVALID');
    restrict(world, chat, user_id, world.bot, permissions.can_send_messages ? 0 : untilOf(world, until_date));
    return true;
  },
);

export const setChatPermissions = defineMethod(
  z.looseObject({ ...where, permissions: json(z.record(z.string(), z.boolean())) }),
  ({ chat_id, permissions }, { world }) => {
    const chat = keptOf(world, chat_id, 'restrict', 'not enough rights to change chat permissions');
    closeTo(world, chat, permissions.can_send_messages !== true);
    return true;
  },
);

export const setChatTitle = defineMethod(
  z.looseObject({ ...where, title: z.string().min(1).max(128) }),
  ({ chat_id, title }, { world }) => {
    const chat = chatOf(world, chat_id);
    if (!rightsOf(chat, world.bot)) refuse(400, 'not enough rights to change chat title');
    if (chat.title === title) refuse(400, 'chat title is not modified');
    rename(world, chat, world.bot, title);
    return true;
  },
);

export const banChatMember = defineMethod(
  z.looseObject({ ...whom, until_date: number.optional() }),
  ({ chat_id, user_id, until_date }, { world }) => {
    const chat = keptOf(world, chat_id, 'restrict', NO_RIGHTS);
    under(world, chat, user_id);
    goOut(world, chat, user_id, world.bot, chat.type === 'group' ? undefined : untilOf(world, until_date));
    return true;
  },
);

export const unbanChatMember = defineMethod(
  z.looseObject({ ...whom, only_if_banned: flag.default(false) }),
  ({ chat_id, user_id, only_if_banned }, { world }) => {
    const chat = keptOf(world, chat_id, 'restrict', NO_RIGHTS);
    if (chat.type === 'group') refuse(400, 'method is available for supergroup and channel chats only');
    if (isBanned(chat, user_id, world.now())) pardon(world, chat, user_id, world.bot);
    else if (!only_if_banned && memberOf(chat, user_id)) goOut(world, chat, user_id, world.bot);
    return true;
  },
);

export const getChatMember = defineMethod(z.looseObject(whom), ({ chat_id, user_id }, { world }) => {
  const chat = chatOf(world, chat_id);
  known(world, user_id);
  return memberOut(world, chat, user_id);
});

export const getChatMemberCount = defineMethod(
  z.looseObject(where),
  ({ chat_id }, { world }) => chatOf(world, chat_id).members.length,
);

export const getChatAdministrators = defineMethod(z.looseObject(where), ({ chat_id }, { world }) => {
  const chat = chatOf(world, chat_id);
  return [chat.owner, ...chat.admins.map(({ id }) => id)].map((id) => memberOut(world, chat, id));
});

const NO_LINKS = 'not enough rights to manage chat invite link';

export const exportChatInviteLink = defineMethod(z.looseObject(where), ({ chat_id }, { world }) => {
  const chat = keptOf(world, chat_id, 'invite', NO_LINKS);
  for (const { url, primary, creator } of chat.links) if (primary && creator === world.bot) revokeLink(chat, url);
  return newLink(world, chat, { creator: world.bot, primary: true }).url;
});

export const createChatInviteLink = defineMethod(
  z.looseObject({
    ...where,
    name: z.string().max(32).optional(),
    expire_date: number.optional(),
    member_limit: number.min(1).max(99_999).optional(),
    creates_join_request: flag.default(false),
  }),
  ({ chat_id, name, expire_date, member_limit, creates_join_request: byRequest }, { world }) => {
    const chat = keptOf(world, chat_id, 'invite', NO_LINKS);
    if (byRequest && member_limit !== undefined)
      refuse(400, "member limit can't be specified for links requiring approval");
    const link = newLink(world, chat, {
      creator: world.bot,
      byRequest,
      ...(name !== undefined && { name }),
      ...(expire_date !== undefined && { expires: expire_date * 1_000 }),
      ...(member_limit !== undefined && { most: member_limit }),
    });
    return linkOut(world, chat, link);
  },
);

export const revokeChatInviteLink = defineMethod(
  z.looseObject({ ...where, invite_link: z.string() }),
  ({ chat_id, invite_link }, { world }) => {
    const chat = keptOf(world, chat_id, 'invite', NO_LINKS);
    const link = revokeLink(chat, invite_link) ?? refuse(400, 'INVITE_HASH_EXPIRED');
    return linkOut(world, chat, link);
  },
);

const asked = (world: World, chat_id: number, user_id: number) => {
  const chat = keptOf(world, chat_id, 'invite', 'not enough rights to manage chat join requests');
  const request = chat.asking.find(({ id }) => id === user_id) ?? refuse(400, 'HIDE_REQUESTER_MISSING');
  return { chat, request };
};

export const approveChatJoinRequest = defineMethod(z.looseObject(whom), ({ chat_id, user_id }, { world }) => {
  const { chat, request } = asked(world, chat_id, user_id);
  enter(world, chat, user_id, { by: world.bot, link: request.link, byRequest: true });
  return true;
});

export const declineChatJoinRequest = defineMethod(z.looseObject(whom), ({ chat_id, user_id }, { world }) => {
  const { chat } = asked(world, chat_id, user_id);
  chat.asking = chat.asking.filter(({ id }) => id !== user_id);
  return true;
});
