import type { Named } from '../announcements/audience.js';
import { type Contact, type Meant, meant, type Roll, type Rooms, roomsOf } from '../announcements/reach.js';
import type { Announcement, Audience } from '../domain/announcement.js';
import { paused } from '../domain/pause.js';
import { isOfSchool, type Person } from '../domain/person.js';
import { type DialogRef, dialogOf } from '../domain/refs.js';
import type { Contact as Kept } from '../ports/stores.js';
import { nearestFirst } from './foreign.js';
import { inOwnHands } from './frozen.js';
import type { Known } from './known.js';
import { linkWaits } from './people-waiting.js';
import { dialogsOf } from './people-who.js';

const byName = (one: string, other: string): number => one.localeCompare(other, 'ru', { numeric: true });

/** What the words of an announcement can name. */
export const namedIn = async ({ people, now }: Pick<Known, 'people' | 'now'>): Promise<Named> => {
  const [all, approved] = await Promise.all([people.all(), people.classes()]);
  const present = all.filter((one) => isOfSchool(one, now));
  const subjects = present.flatMap(({ subject }) => subject.split(/[,;/]/u).map((one) => one.trim().toLowerCase()));
  return {
    classes: [...new Set([...approved, ...present.flatMap(({ classes }) => classes)])].sort(byName),
    subjects: [...new Set(subjects.filter(Boolean))].sort(byName),
  };
};

export const rollOf = async ({ people, chats, now }: Pick<Known, 'people' | 'chats' | 'now'>): Promise<Roll> => {
  const [all, rooms] = await Promise.all([people.all(), chats.all()]);
  return { people: all, chats: [...rooms].sort((one, other) => byName(one.class ?? '', other.class ?? '')), now };
};

/** The first account that may be written to: nobody gets two copies. */
const contactOf = async (person: Person, accounts: readonly Kept[], known: Known): Promise<Contact> => {
  for (const { account, dialogOpen } of nearestFirst(accounts))
    if (dialogOpen !== false && !(await linkWaits(person, known, account)))
      return { linked: true, dialog: dialogOf(account) };
  return { linked: accounts.length > 0 };
};

/** An account in other hands gets nothing. */
const AWAY: Contact = { linked: false };

export interface Reached extends Rooms {
  readonly people: readonly (Meant & { readonly contact: Contact })[];
}

/** How these people can be written to: each in one place, however many messengers they use. */
const contactsOf = async (persons: readonly Person[], known: Known): Promise<(person: Person) => Contact> => {
  const own = await inOwnHands(persons, known);
  const accounts = await known.people.contacts(own.map(({ id }) => id));
  const found = await Promise.all(
    own.map(async (person) => [person.id, await contactOf(person, accounts.get(person.id) ?? [], known)] as const),
  );
  const contacts = new Map(found);
  return ({ id }) => contacts.get(id) ?? AWAY;
};

/** A dialog for each of these who can be written to. */
export const oneDialogEach = async (persons: readonly Person[], known: Known): Promise<readonly DialogRef[]> => {
  const contact = await contactsOf(persons, known);
  return persons.flatMap((person) => contact(person).dialog ?? []);
};

/** Whom an announcement reaches, at this moment. */
export const reachOf = async (audience: Audience, channel: boolean, known: Known): Promise<Reached> => {
  const roll = await rollOf(known);
  const asked = meant(audience, roll);
  const contact = await contactsOf(
    asked.map(({ person }) => person),
    known,
  );
  const people = asked.map((one) => ({ ...one, contact: contact(one.person) }));
  return { ...roomsOf(audience, roll, channel), people };
};

/** Where whoever published it is written to. */
export const publisherDialog = async ({ publisher, author }: Announcement, known: Known) => {
  const person = await known.people.find(publisher ?? author);
  return person ? (await dialogsOf([person], known)).slice(0, 1) : [];
};

/** Until when nothing but what is urgent may go there; the longest of what concerns it. */
export const pausedUntil = async (audience: Audience, channel: boolean, known: Known): Promise<number | undefined> => {
  const pauses = (await known.records.all('pause')).filter(({ value }) => value.until > known.now);
  if (pauses.length === 0) return undefined;
  const { chats } = roomsOf(audience, await rollOf(known), channel);
  const spots = [
    {},
    ...chats.map(({ ref, class: name }) => ({ chat: ref, ...(name === undefined ? {} : { class: name }) })),
    ...audience.classes.map((name) => ({ class: name })),
  ];
  const untils = spots.flatMap((spot) => paused(pauses, spot, known.now) ?? []);
  return untils.length === 0 ? undefined : Math.max(...untils);
};
