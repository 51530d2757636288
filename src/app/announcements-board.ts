import { countsOf } from '../announcements/ledger.js';
import type { Share } from '../announcements/summary.js';
import type { Announcement } from '../domain/announcement.js';
import type { Text } from '../domain/text.js';
import { paceOf } from './announcements-progress.js';
import { percent, summarised } from './announcements-remind.js';
import { partsOf } from './announcements-send.js';
import { audienceWords } from './announcements-words.js';
import type { Known } from './known.js';

/** Of so many of the latest announcements the board tells. */
const SHOWN = 5;

/** What is told of those who were asked to acknowledge: numbers only. */
export interface BoardShare extends Share {
  /** Of the share, 0…100. */
  readonly percent: number;
  readonly classes: readonly (Share & { readonly class: string })[];
  /** Classes in which so few are asked that a number would point at people. */
  readonly small: number;
}

/** One announcement as the board shows it: no words of it, no names. */
export interface BoardRow {
  readonly number: number;
  readonly version: number;
  readonly audience: Text;
  readonly state: 'waits' | 'sending' | 'sent' | 'withdrawn';
  /** Of what waits when it goes out, else when it began. */
  readonly at: number;
  readonly chats: number;
  readonly copies: number;
  readonly planned: number;
  readonly sent: number;
  readonly refused: number;
  readonly uncertain: number;
  readonly withdrawn: number;
  /** Copies in which words stand that were corrected since. */
  readonly stale: number;
  readonly unreached: number;
  readonly otherWay: number;
  /** Seconds, at the pace so far; absent where nobody can tell. */
  readonly left?: number;
  /** The messenger makes it wait. */
  readonly stalled: boolean;
  /** Absent: nobody is asked to acknowledge, yet or any more. */
  readonly read?: { readonly until: number; readonly share: BoardShare | 'few' };
}

type Look = Pick<Known, 'records' | 'people' | 'chats' | 'settings' | 'now'>;

const STATES = ['waits', 'sending', 'sent', 'withdrawn'] as const;

const stateOf = ({ state }: Announcement): BoardRow['state'] | undefined => STATES.find((one) => one === state);

/**
 * Of an announcement to named classes the whole is such a class again: too few are not counted out there either.
 * The school's own total stands as its author reads it.
 */
const readOf = async (id: string, announcement: Announcement, known: Look): Promise<BoardRow['read']> => {
  const { acknowledge: until, audience } = announcement;
  if (until === undefined) return undefined;
  const { acknowledged, of, classes, small } = await summarised(id, announcement, known);
  const few = audience.classes.length > 0 && of < (await known.settings()).smallGroup;
  const share = { acknowledged, of, percent: percent({ acknowledged, of }), classes, small };
  return { until, share: few ? 'few' : share };
};

const rowOf = async (
  id: string,
  announcement: Announcement,
  state: BoardRow['state'],
  known: Look,
): Promise<BoardRow> => {
  const parts = (await partsOf(id, announcement, known)).map(({ value }) => value.lines);
  const { people: _people, acknowledged: _read, ...counts } = countsOf(parts, announcement.version);
  const { number, version, audience, created, published = created, changed, progress } = announcement;
  const left =
    state === 'sending' ? paceOf(announcement, counts.copies - counts.planned, counts.copies, known.now) : undefined;
  const read = state === 'waits' || state === 'withdrawn' ? undefined : await readOf(id, announcement, known);
  return {
    number,
    version,
    audience: audienceWords(audience),
    state,
    at: state === 'waits' ? (announcement.at ?? created) : (changed ?? published),
    ...counts,
    ...(left === undefined ? {} : { left }),
    stalled: state === 'sending' && progress?.stalled === true,
    ...(read ? { read } : {}),
  };
};

/** How the latest announcements go and have gone, those on their way first. Read anew each time. */
export const announcementsNow = async (known: Look): Promise<readonly BoardRow[]> => {
  const all = (await known.records.all('announcement')).flatMap(({ id, value }) => {
    const state = stateOf(value);
    return state === undefined ? [] : [{ id, value, state }];
  });
  const running = (state: BoardRow['state']): number => Number(state === 'sending');
  const latest = all
    .toSorted((one, other) => running(other.state) - running(one.state) || other.value.number - one.value.number)
    .slice(0, SHOWN);
  return Promise.all(latest.map(({ id, value, state }) => rowOf(id, value, state, known)));
};
