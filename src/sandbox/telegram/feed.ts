import type { Message } from './state.js';
import { chatOut, linkOut, messageOut, userOut } from './wire.js';
import { type Change, memberOf, rightsOf, type World } from './world.js';

/** An update before it gets its number: `{message: {…}}`. */
export type News = Readonly<Record<string, unknown>>;

const seconds = (ms: number): number => Math.floor(ms / 1_000);

/** Whether the bot sees what is written there: this one's privacy mode is off. */
const visible = (world: World, { chat: place, from }: Message): boolean => {
  if (from === world.bot) return false;
  const chat = world.chat(place);
  return chat === undefined ? place > 0 : memberOf(chat, world.bot) !== undefined;
};

const memberNews = (world: World, change: Extract<Change, { what: 'member' }>): News | undefined => {
  const { chat, person, by, before, after, link, byRequest } = change;
  const self = person === world.bot;
  if (!self && !rightsOf(chat, world.bot)) return undefined;
  const used = chat.links.find(({ url }) => url === link);
  const news = {
    chat: chatOut(world, chat.id),
    from: userOut(world, by),
    date: seconds(world.now()),
    old_chat_member: before,
    new_chat_member: after,
    ...(used && { invite_link: linkOut(world, chat, used) }),
    ...(byRequest && { via_join_request: true }),
  };
  return self ? { my_chat_member: news } : { chat_member: news };
};

const dialogNews = (world: World, person: number, blocked: boolean): News => {
  const user = userOut(world, world.bot);
  const status = { member: { status: 'member', user }, kicked: { status: 'kicked', user, until_date: 0 } };
  return {
    my_chat_member: {
      chat: chatOut(world, person),
      from: userOut(world, person),
      date: seconds(world.now()),
      old_chat_member: blocked ? status.member : status.kicked,
      new_chat_member: blocked ? status.kicked : status.member,
    },
  };
};

/** What the bot is told of a change; nothing at all of deletions. */
export const newsOf = (world: World, change: Change): News | undefined => {
  switch (change.what) {
    case 'posted':
      return visible(world, change.message) ? { message: messageOut(world, change.message) } : undefined;
    case 'edited':
      return visible(world, change.message) ? { edited_message: messageOut(world, change.message) } : undefined;
    case 'member':
      return memberNews(world, change);
    case 'asking': {
      const { chat, person, link: url } = change;
      const link = chat.links.find((one) => one.url === url);
      if (!rightsOf(chat, world.bot)?.invite) return undefined;
      return {
        chat_join_request: {
          chat: chatOut(world, chat.id),
          from: userOut(world, person),
          user_chat_id: person,
          date: seconds(world.now()),
          ...(link && { invite_link: linkOut(world, chat, link) }),
        },
      };
    }
    case 'blocked':
    case 'unblocked':
      return dialogNews(world, change.person, change.what === 'blocked');
    case 'pressed':
      return {
        callback_query: {
          id: change.press,
          from: userOut(world, change.person),
          message: messageOut(world, change.message),
          chat_instance: String(change.message.chat),
          data: change.data,
        },
      };
    case 'deleted':
    case 'place':
    case 'answered':
      return undefined;
  }
};
