import type { Chat } from '../domain/chat.js';
import { inviteId, isOpen, targetOfChat } from '../domain/invite.js';
import { isOfSchool, type Person, type Role } from '../domain/person.js';
import { roleIn, type Ties } from '../membership/role-in.js';
import type { Known } from './known.js';

/** A person's own or taught classes; for a parent those of the children. */
export const classesOf = async (person: Person, { people }: Pick<Known, 'people'>): Promise<readonly string[]> => {
  const children = await Promise.all(person.children.map((id) => people.find(id)));
  const classes = [person, ...children].flatMap((one) => one?.classes ?? []);
  return [...new Set(classes)].sort();
};

type Looked = Pick<Known, 'people' | 'records' | 'now'>;

/** Classes of the children who are of the school. */
const childClasses = async ({ children }: Person, { people, now }: Looked): Promise<readonly string[]> => {
  const found = await Promise.all(children.map((id) => people.find(id)));
  return found.flatMap((child) => (child && isOfSchool(child, now) ? child.classes : []));
};

/** What ties a person to a chat beside the own line of the roster. */
export const tiesOf = async (person: Person, chat: Chat, known: Looked): Promise<Ties> => {
  const invite = await known.records.get('invite', inviteId(person.id, targetOfChat(chat)));
  const invited = invite !== undefined && (isOpen(invite.value) || invite.value.state === 'joined');
  return { childClasses: await childClasses(person, known), invited, now: known.now };
};

/** As who this person is in this chat, `src/membership/role-in.ts`; nothing for whoever does not belong there. */
export const roleOfIn = async (person: Person, chat: Chat, known: Looked): Promise<Role | undefined> =>
  roleIn(person, chat, await tiesOf(person, chat, known));

/** The registered chats that are for this person. */
export const chatsFor = async (person: Person, known: Looked & Pick<Known, 'chats'>): Promise<readonly Chat[]> => {
  const found: Chat[] = [];
  for (const chat of await known.chats.all()) if (await roleOfIn(person, chat, known)) found.push(chat);
  return found;
};
