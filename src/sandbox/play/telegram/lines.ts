import type { Message } from '../../telegram/state.js';
import { userOut } from '../../telegram/wire.js';
import type { World } from '../../telegram/world.js';
import { LINE } from '../words.js';

const nameIn = (raw: unknown): string =>
  typeof raw === 'object' && raw !== null && 'first_name' in raw ? String(raw.first_name) : '';

/** The grey line of a service message; `null` for an ordinary one. */
export const serviceWords = (world: World, { chat, from, raw = {} }: Message): string | null => {
  const who = userOut(world, from).first_name;
  const come = Array.isArray(raw.new_chat_members) ? raw.new_chat_members.map(nameIn) : [];
  if (come.length > 0) return come.includes(who) ? LINE.cameByLink(who) : LINE.invited(who, come.join(', '));
  const gone = nameIn(raw.left_chat_member);
  if (gone !== '') return gone === who ? LINE.left(who) : LINE.removed(who, gone);
  if ('pinned_message' in raw) return LINE.pinned(who);
  if ('group_chat_created' in raw) return LINE.created(who, world.chat(chat)?.title ?? '');
  return 'migrate_to_chat_id' in raw || 'migrate_from_chat_id' in raw ? LINE.moved : null;
};
