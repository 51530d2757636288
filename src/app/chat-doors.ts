import type { Action } from '../domain/action.js';
import { type Chat, chatVars } from '../domain/chat.js';
import { isOpen, leadsTo } from '../domain/invite.js';
import { STAFF } from '../domain/person.js';
import { type AccountRef, dialogOf, platformOf } from '../domain/refs.js';
import { type Text, text } from '../domain/text.js';
import { Refused } from '../ports/platform.js';
import type { Known } from './known.js';

type Asked = Pick<Known, 'messenger'>;

/** What a messenger refuses is as good as not there; any other obstacle stops the decision, which is taken up again. */
const unlessRefused = async <T>(asked: Promise<T>): Promise<T | undefined> => {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
};

/** Accounts that may sit in a chat, for a messenger that lists nobody: those of the class, of the staff, and who was met there. */
const likely = async (
  { ref, class: ofClass }: Chat,
  { people, records }: Pick<Known, 'people' | 'records'>,
): Promise<readonly AccountRef[]> => {
  const all = await people.all();
  const classmates = new Set(all.flatMap(({ id, classes }) => (ofClass && classes.includes(ofClass) ? [id] : [])));
  const meant = all.filter(
    ({ id, role, children }) =>
      ofClass === undefined || STAFF.includes(role) || [id, ...children].some((one) => classmates.has(one)),
  );
  const accounts = (await Promise.all(meant.map(({ id }) => people.accountsOf(id)))).flat();
  const met = (await records.all('membership')).flatMap(({ value }) => (value.chat === ref ? [value.account] : []));
  return [...new Set([...accounts, ...met])].filter((account) => platformOf(account) === platformOf(ref));
};

/** Who sits in a chat, of those the messenger lets the bot see; nothing when it may see nobody. */
export const membersOf = async (chat: Chat, known: Asked & Pick<Known, 'people' | 'records'>) => {
  const platform = known.messenger(platformOf(chat.ref));
  const among = platform.capabilities.members === 'listed' ? [] : await likely(chat, known);
  return unlessRefused(platform.ask({ ask: 'members', chat: chat.ref, among }));
};

/** Which of these accounts sit in a chat, as far as the bot may see. */
export const sitting = async (
  accounts: readonly AccountRef[],
  { ref }: Pick<Chat, 'ref'>,
  { messenger }: Asked,
): Promise<readonly AccountRef[]> => {
  const members = await unlessRefused(messenger(platformOf(ref)).ask({ ask: 'members', chat: ref, among: accounts }));
  const inside = new Set(members?.map(({ account }) => account));
  return accounts.filter((account) => inside.has(account));
};

/** The link by which one comes in; nothing when the bot may not see or change it. */
export const linkOf = async ({ ref }: Chat, reset: boolean, { messenger }: Asked): Promise<string | undefined> => {
  const platform = messenger(platformOf(ref));
  if (platform.capabilities.inviteLinks === 'none') return undefined;
  return unlessRefused(platform.ask({ ask: 'invite-link', chat: ref, reset }));
};

const rightsIn = async ({ ref }: Chat, { messenger }: Asked) =>
  (await messenger(platformOf(ref)).ask({ ask: 'rights', chats: [ref] })).get(ref);

/** Whether the bot could hand out, and change, the link of a chat. */
export const mayLink = async (chat: Chat, known: Asked): Promise<boolean> => {
  const found = await rightsIn(chat, known);
  return found?.present === true && found.seeLink && found.changeLink;
};

export const mayPin = async (chat: Chat, known: Asked): Promise<boolean> => (await rightsIn(chat, known))?.pin === true;

/** Of these chats those in which the account does not sit yet, each with its door. */
const doorsOf = async (account: AccountRef, chats: readonly Chat[], known: Asked): Promise<readonly Text[]> => {
  const doors: Text[] = [];
  for (const chat of chats) {
    if (platformOf(chat.ref) !== platformOf(account)) continue;
    if ((await sitting([account], chat, known)).length > 0) continue;
    const link = await linkOf(chat, false, known);
    const vars = chatVars(chat);
    doors.push(link === undefined ? text('invites-door-shut', vars) : text('invites-door', { ...vars, link }));
  }
  return doors;
};

/** The links of these chats, in the account's dialog; nothing for chats in which it sits already. */
export const sendDoors = async (
  account: AccountRef,
  chats: readonly Chat[],
  known: Asked,
): Promise<readonly Action[]> => {
  const doors = await doorsOf(account, chats, known);
  if (doors.length === 0) return [];
  return [{ do: 'send', to: dialogOf(account), text: text('invites-doors', { doors }) }];
};

/** A chat's link is made anew, and those who were let in but have not come get the new one. Nothing where the bot only watches. */
export const changeLock = async (
  chat: Chat,
  known: Asked & Pick<Known, 'records' | 'people'>,
  except: readonly string[] = [],
): Promise<readonly Action[]> => {
  if (chat.mode !== 'act') return [];
  const link = await linkOf(chat, true, known);
  if (link === undefined) return [];
  const waiting = (await known.records.all('invite')).filter(
    ({ id, value }) => isOpen(value) && value.claimed && leadsTo(value, chat) && !except.includes(id),
  );
  const words = text('invites-new-link', { ...chatVars(chat), link });
  // Not the account that claimed it: the phone may be lost since.
  const accounts = await Promise.all(waiting.map(({ value }) => known.people.accountsOf(value.person)));
  const reached = accounts.flat().filter((account) => platformOf(account) === platformOf(chat.ref));
  return reached.map((account) => ({ do: 'send', to: dialogOf(account), text: words }) as const);
};
