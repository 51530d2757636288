import { titleOf } from '../announcements/plan.js';
import type { Announcement, Audience, Draft, Whom } from '../domain/announcement.js';
import { type Chat, chatVars } from '../domain/chat.js';
import { shortName } from '../domain/names.js';
import type { Person } from '../domain/person.js';
import { type Text, text } from '../domain/text.js';
import type { Reached } from './announcements-facts.js';
import type { Known } from './known.js';
import { momentVars } from './people-when.js';

const initial = (name: string): string => (name === '' ? '' : `${[...name][0]}.`);

/** «З. М. Первова»: how somebody signs. */
export const signedName = ({ surname, name, patronymic }: Person): string =>
  [initial(name), initial(patronymic), surname].filter(Boolean).join(' ');

const ADJECTIVE = /(?:ий|ый|ой)$/u;

/** Of a subject: «информатики», «русского языка»; what does not look Russian stays. */
const genitiveOf = (subject: string): string =>
  subject
    .trim()
    .toLowerCase()
    .split(/\s+/u)
    .map((word) => {
      if (ADJECTIVE.test(word)) return word.replace(ADJECTIVE, 'ого');
      if (/ая$/u.test(word)) return word.replace(/ая$/u, 'ой');
      if (/[гкхжчшщ]а$/u.test(word)) return word.replace(/а$/u, 'и');
      if (/а$/u.test(word)) return word.replace(/а$/u, 'ы');
      if (/ия$/u.test(word)) return word.replace(/ия$/u, 'ии');
      if (/я$/u.test(word)) return word.replace(/я$/u, 'и');
      if (/ие$/u.test(word)) return word.replace(/ие$/u, 'ия');
      if (/[бвгдзклмнпрстф]$/u.test(word)) return `${word}а`;
      return word;
    })
    .join(' ');

const roleVars = ({ role, subject, classes }: Person) => {
  const [first = ''] = subject.split(/[,;/]/u);
  const plain = role === 'class-teacher' && classes.length === 0 ? 'teacher' : role;
  return {
    role: plain === 'teacher' && first !== '' ? 'subject-teacher' : plain,
    subject: first,
    genitive: genitiveOf(first),
    class: classes[0] ?? '',
  };
};

/** «учитель информатики», «классный руководитель 5А». */
export const roleOf = (person: Person): Text => text('announce-role', roleVars(person));

/** One after another, with commas. */
export const inRow = (texts: readonly Text[]): Text | '' =>
  texts.reduce<Text | ''>((before, next) => (before === '' ? next : text('announce-and', { before, next })), '');

/** «родители 5А, 5Б»: as the words were understood. */
export const audienceWords = ({ whom, classes, subject, by }: Audience): Text => {
  const [first = 'school'] = whom;
  const named = whom.map((one) => text('announce-whom', { whom: one, subject: subject ?? '' }));
  return text('announce-audience', {
    whom: inRow(named),
    where: text('announce-where', {
      where: first === 'school' || first === 'employees' ? 'none' : classes.length === 0 ? 'all' : 'classes',
      classes: classes.join(', '),
    }),
    by,
  });
};

export const roomName = (chat: Pick<Chat, 'kind' | 'class' | 'subject' | 'purpose'>): Text =>
  text('announce-room', { name: text('chat-name', chatVars(chat)) });

/** Names of chats in a row; of many only how many. */
export const roomsWords = (chats: readonly Chat[]): Text => {
  if (chats.length === 1 && chats[0]) return text('announce-one-room', { room: roomName(chats[0]) });
  if (chats.length > 6) return text('announce-many-rooms', { count: chats.length });
  const [first, ...rest] = chats.map(roomName);
  return text('announce-rooms', {
    first: first ?? '',
    rest: rest.reduce<Text | ''>((before, room) => text('announce-next-room', { before, room }), ''),
  });
};

const CHANNELS: readonly Chat['kind'][] = ['channel_school', 'channel_employees'];

/** «4 родителя (чаты …) и канал «Общешкольный»». */
export const receivers = ({ audience }: Pick<Draft, 'audience'>, { chats, people }: Reached): Text => {
  const rooms = chats.filter(({ kind }) => !CHANNELS.includes(kind));
  const channels = chats.filter(({ kind }) => CHANNELS.includes(kind));
  const [first = 'school'] = audience.whom;
  const whom: Whom | 'mixed' = audience.whom.length > 1 ? 'mixed' : first;
  const counted = people.filter(({ person }) => !person.standing?.otherWay).length;
  const named = channels.map(({ kind }) => text('announce-channel', { kind }));
  if (rooms.length === 0 && audience.by === 'chats' && channels[0]) return named[0] ?? text('announce-nobody');
  return text('announce-receivers', {
    people: text('announce-people', { whom, count: counted }),
    way: audience.by === 'dialogs' || rooms.length === 0 ? 'dialogs' : audience.by === 'both' ? 'both' : 'chats',
    rooms: rooms.length === 0 ? '' : roomsWords(rooms),
    and: named.map((one) => text('announce-and-channel', { channel: one }))[0] ?? '',
  });
};

/** How a file comes: with the words, or by a button below them. */
export type FileWay = 'attached' | 'button';

/** Under the text: by when, until when, whose. */
const footOf = (
  draft: Draft,
  author: Person | undefined,
  publisher: Person | undefined,
  way: FileWay | 'named',
  known: Known,
): readonly Text[] => [
  ...(draft.valid === undefined ? [] : [text('announce-valid', momentVars(draft.valid, known.zone))]),
  ...(draft.file === undefined || way === 'attached'
    ? []
    : [text('announce-with-file', { name: draft.file.name, way })]),
  ...(draft.acknowledge === undefined ? [] : [text('announce-asks', momentVars(draft.acknowledge, known.zone))]),
  ...(author === undefined
    ? []
    : publisher !== undefined && publisher.id !== author.id
      ? [text('announce-on-request', { role: roleOf(author), name: shortName(author) })]
      : [text('announce-signed', { ...roleVars(author), name: signedName(author) })]),
];

/** What is published. */
export const postOf = async (
  draft: Draft & Partial<Pick<Announcement, 'version' | 'author' | 'publisher'>>,
  known: Known,
  way: FileWay | 'named' = 'named',
): Promise<Text> => {
  const { author: whose = '', publisher: by = '', version = 1 } = draft;
  const [author, publisher] = await Promise.all([
    known.people.find(whose),
    by === '' ? undefined : known.people.find(by),
  ]);
  return text('announce-post', {
    head: draft.urgent ? 'urgent' : version > 1 ? 'changed' : 'plain',
    words: draft.words,
    foot: footOf(draft, author, publisher, way, known),
  });
};

export const titleVars = ({ words, document }: Draft): { readonly title: string } => ({
  title: document ?? titleOf(words),
});
