import { type Chat, chatVars } from '../domain/chat.js';
import type { Target } from '../domain/invite.js';
import type { OldChat } from '../domain/migration.js';
import { genderOf, shortName } from '../domain/names.js';
import type { Person } from '../domain/person.js';
import { platformOf } from '../domain/refs.js';
import { type Text, text } from '../domain/text.js';
import { membersOf } from './chat-doors.js';
import { meantFor } from './invites-whom.js';
import type { Known } from './known.js';
import { homeOf, livesIn } from './migration-homes.js';
import { whoMay } from './people-who.js';

/** Who of those the new chat is for has been reached, and how. */
export interface Reached {
  readonly of: number;
  /** They sit in the new chat. */
  readonly inside: number;
  readonly otherWay: number;
  readonly missing: readonly Person[];
}

/** The chat it becomes; nothing where its name did not tell. */
export const targetOf = ({ kind, class: ofClass, subject }: OldChat): Target | undefined =>
  kind && { kind, ...(ofClass && { class: ofClass }), ...(subject && { subject }) };

/** Neither the old chat nor one in the messenger that is left counts as the new one. */
const newChatsOf = (old: OldChat, chats: readonly Chat[]): readonly Chat[] => {
  const within = old.messenger === 'vk';
  const left = homeOf(old, chats)?.ref;
  return chats.filter(({ ref }) => ref !== left && (within || !livesIn(old.messenger, platformOf(ref))));
};

/** What must be known to count them. */
export type Counting = Pick<Known, 'now' | 'people' | 'chats' | 'records' | 'messenger'>;

/** Counts people, never messages: whoever is in the new chat, and whoever is reached another way. */
export const reachedOf = async (chat: OldChat, known: Counting): Promise<Reached> => {
  const target = targetOf(chat);
  const meant = target ? meantFor(target, await known.people.all(), known.now) : [];
  const homes = newChatsOf(chat, await known.chats.all()).filter(
    (one) => one.kind === target?.kind && one.class === target.class && (one.subject ?? '') === (target.subject ?? ''),
  );
  const seated = new Set<string>();
  for (const home of homes) for (const { account } of (await membersOf(home, known)) ?? []) seated.add(account);
  const missing: Person[] = [];
  let inside = 0;
  let otherWay = 0;
  const contacts = await known.people.contacts(meant.map(({ id }) => id));
  for (const person of meant) {
    if (contacts.get(person.id)?.some(({ account }) => seated.has(account))) inside += 1;
    else if (person.standing?.otherWay) otherWay += 1;
    else missing.push(person);
  }
  return { of: meant.length, inside, otherWay, missing };
};

/** What somebody may read of those it concerns: their names, figures alone, or, of few people, nothing. */
export type Sight = 'names' | 'figures' | 'few';

export const sightOf = ({ of }: Reached, named: boolean, smallGroup: number): Sight => {
  if (named) return 'names';
  return of < smallGroup ? 'few' : 'figures';
};

/** The same for somebody who is not there: names are for whoever leads the class. */
export const sightFor = async (
  { class: ofClass }: OldChat,
  reached: Reached,
  reader: string | undefined,
  known: Pick<Known, 'people' | 'policy' | 'now' | 'records' | 'settings'>,
): Promise<Sight> => {
  const able = ofClass === undefined ? [] : await whoMay('names-behind-figures', { class: ofClass }, known);
  const named = able.some(({ id }) => id === reader);
  return sightOf(reached, named, (await known.settings()).smallGroup);
};

export const percent = (count: number, of: number): number => (of === 0 ? 0 : Math.round((100 * count) / of));

/** Whether it stays within the school's own messenger, and who hands the links out. */
export const oldChatWords = ({ messenger, class: ofClass }: OldChat) => ({
  within: messenger === 'vk' ? 'yes' : messenger === 'other' ? 'elsewhere' : 'no',
  leader: ofClass === undefined ? 'other' : 'class',
});

/** What texts need to name it: the chat it becomes, or the old name. */
export const oldChatVars = (chat: OldChat) => ({
  number: chat.number,
  messenger: text('migration-messenger', { messenger: chat.messenger }),
  name: chat.name,
  ...chatVars({ ...chat, kind: chat.kind ?? 'edu_other', purpose: chat.name }),
  due: chat.due.split('-').toReversed().join('.'),
});

/** «Охвачены 3 из 3 (подключены 2, иной способ 1).», or how many are there; names and figures only where they may be read. */
export const progressWords = (chat: OldChat, reached: Reached, sight: Sight): Text => {
  const { of, inside, otherWay, missing } = reached;
  const vars = { ...oldChatVars(chat), of, inside, otherWay, percent: percent(inside, of) };
  if (of === 0) return text('migration-uncounted', vars);
  if (sight === 'few') return text('migration-few', vars);
  if (missing.length === 0) return text('migration-reached', { ...vars, reached: inside + otherWay });
  const [only] = missing;
  return text('migration-progress', {
    ...vars,
    who: missing.length === 1 && only ? genderOf(only) : 'many',
    names: sight === 'names' ? missing.map(shortName).join(', ') : 'none',
  });
};
