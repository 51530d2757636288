import type { Action } from '../domain/action.js';
import { type Chat, chatVars } from '../domain/chat.js';
import type { Person } from '../domain/person.js';
import { type Held, keep } from '../domain/records.js';
import { text } from '../domain/text.js';
import { isRestricted } from '../membership/belongs.js';
import type { Call, Reply } from './command.js';
import { told } from './invites-talk.js';
import { letWrite } from './limited.js';
import { scopeOf } from './may.js';
import { placeOf } from './membership-facts.js';

const decided = (held: Held<'membership'>, as: 'admitted' | 'excluded', call: Call) =>
  keep('membership', held.id, { ...held.value, decided: { as, by: call.person?.id ?? '', at: call.now } }, held);

/** Taken out by a person's decision. */
const exclude = (held: Held<'membership'>, chat: Chat, call: Call): Reply => {
  const { account } = held.value;
  const out: readonly Action[] = chat.mode === 'act' ? [{ do: 'remove', chat: chat.ref, account }] : [];
  const reply = told(call, text('membership-excluded', chatVars(chat)), 'excluded');
  return { ...reply, actions: [...out, ...reply.actions], changes: [decided(held, 'excluded', call)] };
};

/** May stay, and write, though the list does not name him there. */
const admit = async (held: Held<'membership'>, person: Person | undefined, chat: Chat, call: Call): Promise<Reply> => {
  const { account, muted } = held.value;
  const free =
    muted && chat.mode === 'act'
      ? await letWrite(chat, { person: person?.id, account }, true, call)
      : { actions: [], changes: [] };
  const reply = told(call, text('membership-admitted', chatVars(chat)), 'admitted');
  return {
    ...reply,
    actions: [...free.actions, ...reply.actions],
    changes: [decided(held, 'admitted', call), ...free.changes],
  };
};

/**
 * What a person has decided about somebody found in a chat. Whoever keeps order there may take an outsider out; to have
 * somebody there whom the list does not name is for whoever decides on requests to join.
 */
export const decideMembership = async (id: string, option: string | undefined, call: Call): Promise<Reply> => {
  const held = await call.records.get('membership', id);
  const chat = held && (await call.chats.find(held.value.chat));
  const place = held && chat && (await placeOf(held.value.account, chat, call));
  if (held === undefined || chat === undefined || held.value.decided || place?.finding === undefined)
    return told(call, text('membership-over'), 'over');
  const right = option === 'admit' ? 'approve-join' : 'remove-content';
  const permitted = await call.may(right, scopeOf(chat));
  if (permitted.granted !== 'yes') return told(call, permitted.text, 'refused');
  switch (option) {
    case 'exclude':
      return exclude(held, chat, call);
    case 'admit':
      return place.person && isRestricted(place.person, call.now)
        ? told(call, text('membership-not-admitted', chatVars(chat)), 'restricted')
        : admit(held, place.person, chat, call);
    case 'own':
      return told(call, text('membership-own', chatVars(chat)), 'own');
    default:
      return told(call, text('membership-stays', chatVars(chat)), 'stays');
  }
};

/** The same for all that the nightly look has found; one word for all of them. */
export const decideMemberships = async (
  ids: readonly string[],
  option: string | undefined,
  call: Call,
): Promise<Reply> => {
  const replies = [];
  for (const id of ids) replies.push(await decideMembership(id, option, call));
  const effective = replies.filter(({ because }) => because !== 'over');
  const [first] = effective.length > 0 ? effective : replies;
  if (first === undefined) return told(call, text('membership-over'), 'over');
  const deeds = effective.flatMap(({ actions }) => actions.filter((action) => action.do !== 'send'));
  const words = first.actions.filter((action) => action.do === 'send');
  return { ...first, actions: [...deeds, ...words], changes: effective.flatMap(({ changes }) => changes) };
};
