import { type Counts, countsOf } from '../announcements/ledger.js';
import { secondsLeft } from '../announcements/pace.js';
import type { Action } from '../domain/action.js';
import type { Announcement } from '../domain/announcement.js';
import { type Held, keep } from '../domain/records.js';
import { type Text, text } from '../domain/text.js';
import { MINUTE } from '../domain/time.js';
import { publisherDialog } from './announcements-facts.js';
import { bar, timer } from './announcements-frame.js';
import { MANY } from './announcements-publish.js';
import { partsOf, SHOWN } from './announcements-send.js';
import type { Reply } from './command.js';
import type { Known } from './known.js';

/** After so long without a word from the messenger the publisher is told that it waits. */
const STALLED = MINUTE;

const NOTHING: Reply = { actions: [], changes: [], because: 'gone' };

/** Seconds at the pace of this version, or of what goes once more. */
export const paceOf = (
  { progress, changed, published }: Announcement,
  ended: number,
  copies: number,
  now: number,
): number | undefined => {
  const { ended: before, at } = progress?.from ?? { ended: 0, at: changed ?? published ?? now };
  return secondsLeft(ended - before, copies - before, at, now);
};

const left = (announcement: Announcement, ended: number, copies: number, now: number): Text | '' => {
  const seconds = paceOf(announcement, ended, copies, now);
  return seconds === undefined ? '' : text('announce-left', { seconds });
};

const shownOf = ({ shown }: Announcement, words: Text): readonly Action[] =>
  shown === undefined ? [] : [{ do: 'edit', message: shown, text: words }];

/** Where messages have to wait, one that is there can still be edited: the notice need not wait with them. */
const waits = async (
  announcement: Announcement,
  { sent, copies }: Pick<Counts, 'sent' | 'copies'>,
  known: Known,
): Promise<readonly Action[]> => {
  const words = text('announce-stalled', { number: announcement.number, ended: sent, copies });
  if (announcement.shown) return shownOf(announcement, words);
  return (await publisherDialog(announcement, known)).map(({ to }) => ({ do: 'send', to, text: words }) as const);
};

/** Looks how far it has come: shows it, says when the messenger makes it wait, and what has not arrived in the end. */
export const lookAtProgress = async (id: string, known: Known): Promise<Reply> => {
  const held = await known.records.get('announcement', id);
  if (held === undefined || held.value.state !== 'sending') return NOTHING;
  const announcement = held.value;
  const parts = (await partsOf(id, announcement, known)).map(({ value }) => value.lines);
  const counts = countsOf(parts, announcement.version);
  const { copies, planned } = counts;
  const { number, progress } = announcement;
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
    left: left(announcement, ended, copies, known.now),
  });
  const waited = stalled || progress?.waited === true;
  return {
    actions: [
      ...(moved && (waited || copies > MANY) ? shownOf(announcement, words) : []),
      ...(stalled && progress?.stalled !== true ? await waits(announcement, counts, known) : []),
    ],
    changes: [
      keep('announcement', id, { ...announcement, progress: { ...progress, ended, at: since, stalled, waited } }, held),
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
      ...(copies > MANY || announcement.progress?.waited ? shownOf(announcement, words) : []),
      ...reached.map(({ to }) => ({ do: 'send', to, text: trouble ?? words }) as const),
    ],
    changes: [keep('announcement', id, { ...rest, state: 'sent' }, held)],
    because: 'sent',
  };
};

/** Says in how many messages the words before the correction had to stay. */
export const tellUnmended = async (id: string, known: Known): Promise<Reply> => {
  const announcement = (await known.records.get('announcement', id))?.value;
  if (announcement === undefined) return NOTHING;
  const parts = (await partsOf(id, announcement, known)).map(({ value }) => value.lines);
  const { stale } = countsOf(parts, announcement.version);
  if (stale === 0) return { ...NOTHING, because: 'all mended' };
  const words = text('announce-unmended', { number: announcement.number, count: stale });
  const reached = await publisherDialog(announcement, known);
  return {
    actions: reached.map(({ to }) => ({ do: 'send', to, text: words }) as const),
    changes: [],
    because: `${stale} not mended`,
  };
};
