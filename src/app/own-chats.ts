import type { Chat } from '../domain/chat.js';
import type { Person } from '../domain/person.js';
import { belongs } from '../membership/belongs.js';
import type { Call } from './command.js';

/** A person's own or taught classes; for a parent those of the children. */
export const classesOf = async (person: Person, { people }: Pick<Call, 'people'>): Promise<readonly string[]> => {
  const children = await Promise.all(person.children.map((id) => people.find(id)));
  const classes = [person, ...children].flatMap((one) => one?.classes ?? []);
  return [...new Set(classes)].sort();
};

/** The registered chats that are for this person. */
export const chatsOf = async (
  person: Person,
  classes: readonly string[],
  { chats }: Pick<Call, 'chats'>,
): Promise<readonly Chat[]> => (await chats.all()).filter((chat) => belongs(person, classes, chat));
