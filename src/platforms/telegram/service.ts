import type { Update } from '../../domain/update.js';
import { accountOf, chatOf } from './refs.js';
import type { Skip } from './skip.js';
import type { WireMember, WireMemberNews } from './wire.js';

type Arrived = Pick<Update, 'id' | 'key' | 'at'>;

const inside = ({ status, is_member }: WireMember): boolean =>
  ['creator', 'administrator', 'member'].includes(status) || (status === 'restricted' && is_member);

/** Asked for it and was let in, followed a link, or was added by somebody else. */
const howOf = (news: WireMemberNews, by: boolean): 'link' | 'request' | 'added' => {
  if (news.via_join_request) return 'request';
  return news.invite_link !== undefined || !by ? 'link' : 'added';
};

/**
 * Who came and who went. Telegram tells twice, by a line in the chat and by this; only this one says by which link, and
 * comes also where the lines are hidden. What the bot itself has done to others is no news; its own coming is.
 */
export const decodeMember = (news: WireMemberNews, arrived: Arrived, self: number): Update | Skip => {
  const { chat, from, new_chat_member: now, old_chat_member: before } = news;
  if (inside(before) === inside(now)) return 'service';
  if (!inside(now) && from.id === self) return 'own';
  const { user } = now;
  const known = { ...arrived, chat: chatOf(chat.id), account: accountOf(user) };
  const by = from.id === user.id ? {} : { by: accountOf(from) };
  if (!inside(now)) return { ...known, ...by, kind: 'left' };
  const how = howOf(news, from.id !== user.id);
  const link = news.invite_link && { link: news.invite_link.invite_link };
  return { ...known, ...(how === 'link' ? {} : by), ...link, kind: 'joined', how };
};
