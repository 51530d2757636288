import { afterDelete, afterSend, chunkOf, countsOf } from '../announcements/ledger.js';
import { secondsLeft } from '../announcements/pace.js';
import { isPersonal, personal } from '../announcements/personal.js';
import type { Action } from '../domain/action.js';
import { type Announcement, isChatLine, type Line, recipientsId } from '../domain/announcement.js';
import { type Held, keep } from '../domain/records.js';
import { type Text, text } from '../domain/text.js';
import { MINUTE, SECOND } from '../domain/time.js';
import type { Told, ToldData } from '../domain/told.js';
import { bar, buttonsOf, type Delivering, delivery, timer } from './announcements-frame.js';
import { postOf, titleVars } from './announcements-words.js';
import type { Reply } from './command.js';
import type { Known } from './known.js';
import { dialogsOf } from './people-who.js';

/** Parts of the list that are planned at once: about 500 copies. */
const PARTS = 10;
/** How often whoever has published sees how far it has come. */
const SHOWN = 3 * SECOND;
/** After so long without a word from the messenger the publisher is told that it waits. */
const STALLED = MINUTE;

const NOTHING: Reply = { actions: [], changes: [], because: 'gone' };

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);

/** All parts of the list, in order. */
export const partsOf = async (
  id: string,
  { chunks }: Pick<Announcement, 'chunks'>,
  { records }: Pick<Known, 'records'>,
) =>
  records.some(
    'recipients',
    range(0, chunks).map((chunk) => recipientsId(id, chunk)),
  );

const familyOf = (id: string, { version }: Announcement, line: Line): string =>
  `announcement-${id}.${version}${line.why === 'again' ? '.again' : ''}`;

const told = (about: string, as: string) => ({ job: 'announcement-told', about, as });

interface Delivery {
  readonly id: string;
  readonly announcement: Announcement;
  readonly words: Text;
}

const sendOf = ({ id, announcement, words }: Delivery, key: string, line: Line): readonly Action[] => {
  if (line.state !== 'planned' || line.place === undefined) return [];
  const buttons = buttonsOf(id, announcement);
  return [
    {
      do: 'send',
      to: line.place,
      text: words,
      ...(buttons && { buttons }),
      family: familyOf(id, announcement, line),
      last: true,
      tells: told(`send ${id}`, key),
    },
  ];
};

const editOf = ({ id, announcement, words }: Delivery, line: Line): readonly Action[] => {
  if (line.state !== 'sent' || line.place === undefined || line.message === undefined) return [];
  const buttons = buttonsOf(id, announcement);
  return [
    {
      do: 'edit',
      message: { place: line.place, id: line.message },
      text: words,
      ...(buttons && { buttons }),
      last: true,
    },
  ];
};

/** What can no longer be deleted says that it is void. */
const deleteOf = ({ id, words }: Delivery, key: string, line: Line): readonly Action[] => {
  if (line.place === undefined || line.message === undefined || line.state === 'withdrawn') return [];
  const message = { place: line.place, id: line.message };
  const otherwise = { do: 'edit', message, text: words, last: true, tells: told(`delete ${id}`, key) } as const;
  return [{ do: 'delete', message, otherwise, last: true, tells: told(`delete ${id}`, key) }];
};

const actionsOf = (what: string, delivery: Delivery, key: string, line: Line): readonly Action[] => {
  if (what === 'edit') return editOf(delivery, line);
  return what === 'delete' ? deleteOf(delivery, key, line) : sendOf(delivery, key, line);
};

/** The words of each copy: the same for all, or everybody's own. */
const wordsFor = async (
  announcement: Announcement,
  what: Delivering,
  keys: readonly string[],
  known: Known,
): Promise<(key: string) => Text> => {
  if (what === 'delete') {
    const words = text('announce-withdrawn', titleVars(announcement));
    return () => words;
  }
  const common = await postOf(announcement, known);
  if (!isPersonal(announcement.words)) return () => common;
  const all = new Map((await known.people.all()).map((one) => [one.id, one] as const));
  const own = new Map<string, Text>();
  for (const key of keys) {
    const person = all.get(key);
    if (person === undefined) continue;
    const children = person.children.flatMap((id) => all.get(id) ?? []);
    own.set(key, await postOf({ ...announcement, words: personal(announcement.words, person, children) }, known));
  }
  return (key) => own.get(key) ?? common;
};

/** Plans the copies of the next parts of the list; the parts after them are planned at once afterwards. */
export const deliver = async (id: string, what: Delivering, from: number, known: Known): Promise<Reply> => {
  const held = await known.records.get('announcement', id);
  if (held === undefined) return NOTHING;
  const announcement = held.value;
  if (what === 'send' && announcement.state !== 'sending') return NOTHING;
  const to = Math.min(announcement.chunks, from + PARTS);
  const parts = await known.records.some(
    'recipients',
    range(from, to).map((chunk) => recipientsId(id, chunk)),
  );
  const lines = parts.flatMap(({ value }) => Object.entries(value.lines));
  const wordsOf = await wordsFor(
    announcement,
    what,
    lines.map(([key]) => key),
    known,
  );
  const actions = lines.flatMap(([key, line]) => actionsOf(what, { id, announcement, words: wordsOf(key) }, key, line));
  return {
    // Chats first: most people read them.
    actions: actions.toSorted((one, other) => Number(inDialog(one)) - Number(inDialog(other))),
    changes: [
      ...(to < announcement.chunks ? [delivery(id, announcement.version, what, known.now, to)] : []),
      // Looked at though nothing is heard of: then the messenger makes it wait.
      ...(what === 'send' && from === 0 ? [timer('announcement-progress', id, known.now + SHOWN)] : []),
    ],
    because: `${what}:${actions.length}`,
  };
};

const inDialog = (action: Action): boolean => action.do === 'send' && !isChatLine(action.to);

/** Writes down how copies ended. */
const noted = async (
  id: string,
  announcement: Announcement,
  endings: readonly Told[],
  after: typeof afterSend,
  known: Known,
) => {
  const byChunk = new Map<number, Told[]>();
  for (const told of endings) {
    const chunk = chunkOf(told.as, announcement.chunks);
    byChunk.set(chunk, [...(byChunk.get(chunk) ?? []), told]);
  }
  const parts = await known.records.some(
    'recipients',
    [...byChunk.keys()].map((chunk) => recipientsId(id, chunk)),
  );
  return parts.map((part) => {
    const chunk = Number(part.id.split('/').at(-1));
    const lines = { ...part.value.lines };
    for (const told of byChunk.get(chunk) ?? []) {
      const line = lines[told.as];
      if (line) lines[told.as] = after(line, told);
    }
    return keep('recipients', part.id, { ...part.value, lines }, part);
  });
};

/** Hears how copies ended, and where the message is in which the publisher sees it. */
export const hearEndings = async ({ about, endings }: ToldData, known: Known): Promise<Reply> => {
  const [what = '', id = ''] = about.split(' ');
  const held = await known.records.get('announcement', id);
  if (held === undefined) return NOTHING;
  const announcement = held.value;
  if (what === 'shown') {
    const message = endings[0]?.message;
    if (message === undefined) return { ...NOTHING, because: 'unshown' };
    return {
      ...NOTHING,
      changes: [keep('announcement', id, { ...announcement, shown: message }, held)],
      because: 'shown',
    };
  }
  const changes = await noted(id, announcement, endings, what === 'delete' ? afterDelete : afterSend, known);
  if (what === 'delete') return { actions: [], changes, because: 'taken back' };
  const waiting = await known.timers.find(`announcement-progress:${id}`);
  const small = announcement.chunks <= 2;
  const next = waiting ? [] : [timer('announcement-progress', id, known.now + (small ? 1 : SHOWN))];
  return { actions: [], changes: [...changes, ...next], because: `${endings.length} heard` };
};

const left = (ended: number, copies: number, since: number, now: number): Text | '' => {
  const seconds = secondsLeft(ended, copies, since, now);
  return seconds === undefined ? '' : text('announce-left', { seconds });
};

const shownOf = ({ shown }: Announcement, words: Text): readonly Action[] =>
  shown === undefined ? [] : [{ do: 'edit', message: shown, text: words }];

/** Whoever published it. */
const publisherDialog = async ({ publisher, author }: Announcement, known: Known) => {
  const person = await known.people.find(publisher ?? author);
  return person ? (await dialogsOf([person], known)).slice(0, 1) : [];
};

/** Looks how far it has come: shows it, says when the messenger makes it wait, and what has not arrived in the end. */
export const lookAtProgress = async (id: string, known: Known): Promise<Reply> => {
  const held = await known.records.get('announcement', id);
  if (held === undefined || held.value.state !== 'sending') return NOTHING;
  const announcement = held.value;
  const parts = (await partsOf(id, announcement, known)).map(({ value }) => value.lines);
  const counts = countsOf(parts, announcement.version);
  const { copies, planned } = counts;
  const { number, published = known.now, progress } = announcement;
  const ended = copies - planned;
  if (planned === 0) return finished(id, held, counts, known);
  const moved = progress === undefined || ended > progress.ended;
  const since = moved ? known.now : progress.at;
  const stalled = !moved && known.now - since >= STALLED;
  const words = text('announce-progress', {
    number,
    bar: bar(ended, copies),
    ended,
    copies,
    left: left(ended, copies, announcement.changed ?? published, known.now),
  });
  const notice =
    stalled && progress?.stalled !== true
      ? text('announce-stalled', { number, ended: counts.sent, copies })
      : undefined;
  const reached = notice ? await publisherDialog(announcement, known) : [];
  return {
    actions: [
      ...(moved ? shownOf(announcement, words) : []),
      ...reached.map(({ to }) => ({ do: 'send', to, text: notice ?? words }) as const),
    ],
    changes: [
      keep('announcement', id, { ...announcement, progress: { ended, at: since, stalled } }, held),
      timer('announcement-progress', id, known.now + (stalled ? STALLED / 2 : SHOWN)),
    ],
    because: `${ended} of ${copies}`,
  };
};

const finished = async (
  id: string,
  held: Held<'announcement'>,
  counts: ReturnType<typeof countsOf>,
  known: Known,
): Promise<Reply> => {
  const announcement = held.value;
  const { number } = announcement;
  const { sent, refused, uncertain, copies } = counts;
  const words = text('announce-sent', { number, sent, copies });
  const trouble = refused + uncertain > 0 ? text('announce-not-all', { number, sent, refused, uncertain }) : undefined;
  const reached = trouble ? await publisherDialog(announcement, known) : [];
  const { progress: _over, shown: _shown, ...rest } = announcement;
  return {
    actions: [
      ...shownOf(announcement, words),
      ...reached.map(({ to }) => ({ do: 'send', to, text: trouble ?? words }) as const),
    ],
    changes: [keep('announcement', id, { ...rest, state: 'sent' }, held)],
    because: 'sent',
  };
};
