import { isPersonal, personal } from '../announcements/personal.js';
import type { Action, Enclosure } from '../domain/action.js';
import { type Announcement, isChatLine, type Line } from '../domain/announcement.js';
import { platformOf } from '../domain/refs.js';
import { type Text, text } from '../domain/text.js';
import { buttonsOf, type Delivering } from './announcements-frame.js';
import { type FileWay, postOf, titleVars } from './announcements-words.js';
import type { Known } from './known.js';

const familyOf = (id: string, { version }: Announcement, line: Line): string =>
  `announcement-${id}.${version}${line.why === 'again' ? '.again' : ''}`;

const told = (about: string, as: string) => ({ job: 'announcement-told', about, as });

/** Which words these are: of which version, after how many misprints. */
export const wordingOf = ({ version, mended = 0 }: Announcement): string => `${version}.${mended}`;

/** What copies say: each by whose it is, and by the way the file takes. */
export interface Delivery {
  readonly id: string;
  readonly announcement: Announcement;
  readonly words: (key: string, way: FileWay) => Text;
}

/** The messenger's names of the file there; none where it goes by a button, or where there is none. */
const attachedTo = ({ attached = {} }: Announcement, { place }: Line): readonly string[] =>
  place === undefined ? [] : (attached[platformOf(place)] ?? []);

const sends = ({ id, announcement, words }: Delivery, key: string, line: Line, way: FileWay): readonly Action[] => {
  if (line.state !== 'planned' || line.place === undefined) return [];
  const buttons = buttonsOf(id, announcement, way);
  const bare = announcement.file !== undefined && way === 'button';
  return [
    {
      do: 'send',
      to: line.place,
      text: words(key, way),
      ...(buttons && { buttons }),
      // The same place may have refused the same words with the file.
      family: `${familyOf(id, announcement, line)}${bare ? '.text' : ''}`,
      last: true,
      tells: told(`${bare ? 'text' : 'send'} ${id} ${wordingOf(announcement)}`, key),
    },
  ];
};

/** Without the file, which can be had by the button below. */
export const bareOf = (delivery: Delivery, key: string, line: Line): readonly Action[] =>
  sends(delivery, key, line, 'button');

const sendOf = (delivery: Delivery, key: string, line: Line): readonly Action[] => {
  const attached = attachedTo(delivery.announcement, line);
  if (attached.length === 0) return bareOf(delivery, key, line);
  return sends(delivery, key, line, 'attached').map((action) => ({ ...action, attached }));
};

/** The first copy of a messenger brings it the file, and the messenger's name of the file for all others. */
export const carrierOf = (delivery: Delivery, key: string, line: Line, file: Enclosure): readonly Action[] =>
  sends(delivery, key, line, 'attached').map((action) => ({
    ...action,
    files: [file],
    tells: told(`carry ${delivery.id} ${wordingOf(delivery.announcement)}`, key),
  }));

const editOf = ({ id, announcement, words }: Delivery, key: string, line: Line): readonly Action[] => {
  if (line.state !== 'sent' || line.place === undefined || line.message === undefined) return [];
  const attached = attachedTo(announcement, line);
  const way = attached.length > 0 ? 'attached' : 'button';
  const buttons = buttonsOf(id, announcement, way);
  return [
    {
      do: 'edit',
      message: { place: line.place, id: line.message },
      text: words(key, way),
      ...(buttons && { buttons }),
      ...(attached.length > 0 && { attached }),
      last: true,
      tells: told(`edit ${id}`, key),
    },
  ];
};

/** What can no longer be deleted says that it is void. */
const deleteOf = ({ id, words }: Delivery, key: string, line: Line): readonly Action[] => {
  const { place, message: latest, before = [] } = line;
  if (place === undefined || line.state === 'withdrawn') return [];
  const instead = words(key, 'button');
  return [...before, ...(latest === undefined ? [] : [latest])].map((number): Action => {
    const message = { place, id: number };
    // Of several versions the latest tells of its line.
    const tells = number === latest ? { tells: told(`delete ${id}`, key) } : {};
    const otherwise = { do: 'edit', message, text: instead, last: true, ...tells } as const;
    return { do: 'delete', message, otherwise, last: true, ...tells };
  });
};

/** What is to be done about one copy. */
export const actionsOf = (what: Delivering, delivery: Delivery, key: string, line: Line): readonly Action[] => {
  switch (what) {
    case 'send':
      return sendOf(delivery, key, line);
    case 'edit':
      return editOf(delivery, key, line);
    case 'delete':
      return deleteOf(delivery, key, line);
  }
};

/** The words of each copy: the same for all, or everybody's own. */
export const wordsFor = async (
  announcement: Announcement,
  what: Delivering,
  keys: readonly string[],
  known: Known,
): Promise<Delivery['words']> => {
  if (what === 'delete') {
    const words = text('announce-withdrawn', titleVars(announcement));
    return () => words;
  }
  const post = async (words: string) => {
    const button = await postOf({ ...announcement, words }, known, 'button');
    const attached = announcement.file ? await postOf({ ...announcement, words }, known, 'attached') : button;
    return { attached, button };
  };
  const common = await post(announcement.words);
  if (!isPersonal(announcement.words)) return (_key, way) => common[way];
  const all = new Map((await known.people.all()).map((one) => [one.id, one] as const));
  const own = new Map<string, typeof common>();
  for (const key of keys) {
    const person = all.get(key);
    if (person === undefined) continue;
    const children = person.children.flatMap((id) => all.get(id) ?? []);
    own.set(key, await post(personal(announcement.words, person, children)));
  }
  return (key, way) => (own.get(key) ?? common)[way];
};

const inDialog = (action: Action): boolean => action.do === 'send' && !isChatLine(action.to);

/** Chats first: most people read them. */
export const chatsFirst = (actions: readonly Action[]): readonly Action[] =>
  actions.toSorted((one, other) => Number(inDialog(one)) - Number(inDialog(other)));
