import { type Announcement, isChatLine, recipientsId } from '../domain/announcement.js';
import type { Change } from '../domain/change.js';
import { type Held, keep } from '../domain/records.js';
import { type PlatformName, platformOf } from '../domain/refs.js';
import { SECOND } from '../domain/time.js';
import { fits, tellUnfiled, withAttached } from './announcements-attached.js';
import { actionsOf, carrierOf, chatsFirst, wordsFor } from './announcements-copies.js';
import { type Delivering, delivery, timer } from './announcements-frame.js';
import { moment } from './announcements-publish.js';
import type { Reply } from './command.js';
import type { Known } from './known.js';

/** Parts of the list that are planned at once: about 500 copies. */
const PARTS = 10;
/** How often whoever has published sees how far it has come. */
export const SHOWN = 3 * SECOND;

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

/** What is done with the copies, beginning at which part; of one messenger or of all. */
export interface Delivered {
  readonly what: Delivering;
  readonly from: number;
  readonly platform?: PlatformName | undefined;
}

/** Looked at though nothing is heard of: then the messenger makes it wait. */
const watched = (id: string, { what, from }: Delivered, now: number): readonly Change[] =>
  what === 'send' && from === 0 ? [timer('announcement-progress', id, now + SHOWN)] : [];

/** Plans the copies of the next parts of the list; the parts after them are planned at once afterwards. */
const planned = async (
  id: string,
  announcement: Announcement,
  delivered: Delivered,
  known: Known,
): Promise<Pick<Reply, 'actions' | 'changes'>> => {
  const { what, from, platform } = delivered;
  const to = Math.min(announcement.chunks, from + PARTS);
  const parts = await known.records.some(
    'recipients',
    range(from, to).map((chunk) => recipientsId(id, chunk)),
  );
  const lines = parts
    .flatMap(({ value }) => Object.entries(value.lines))
    .filter(([, { place }]) => platform === undefined || (place !== undefined && platformOf(place) === platform));
  const words = await wordsFor(
    announcement,
    what,
    lines.map(([key]) => key),
    known,
  );
  const copies = { id, announcement, words };
  return {
    actions: chatsFirst(lines.flatMap(([key, line]) => actionsOf(what, copies, key, line))),
    changes: [
      ...(to < announcement.chunks
        ? [delivery(id, announcement.version, { what, at: known.now, from: to, platform })]
        : []),
      ...watched(id, delivered, known.now),
    ],
  };
};

/** A file goes with one copy first; the others wait for the name under which the messenger has it then. */
const carried = async (
  id: string,
  announcement: Announcement,
  platform: PlatformName,
  known: Known,
): Promise<Pick<Reply, 'actions'> | 'long' | 'gone'> => {
  const lines = (await partsOf(id, announcement, known)).flatMap(({ value }) => Object.entries(value.lines));
  const here = lines.filter(
    ([, { state, place }]) => state === 'planned' && place !== undefined && platformOf(place) === platform,
  );
  const [key, line] = here.find(([one]) => isChatLine(one)) ?? here[0] ?? [];
  if (key === undefined || line === undefined) return { actions: [] };
  const file = announcement.file && (await known.records.get('enclosure', announcement.file.id));
  if (file === undefined) return 'gone';
  if (!(await fits(announcement, platform, known))) return 'long';
  const { name, kind, base64 } = file.value;
  const words = await wordsFor(announcement, 'send', [key], known);
  return { actions: carrierOf({ id, announcement, words }, key, line, { name, kind, base64 }) };
};

/** Until when nothing of it may begin to go out: quiet hours and pauses hold new versions and repetitions as well. */
const heldBack = async (
  announcement: Announcement,
  { what, from }: Delivered,
  known: Known,
): Promise<number | undefined> => {
  if (what !== 'send' || from > 0) return undefined;
  const { at } = await moment({ ...announcement, at: known.now }, announcement.channel, known);
  return at > known.now ? at : undefined;
};

const postponed = (
  id: string,
  held: Held<'announcement'>,
  { what, platform }: Delivered,
  at: number,
  known: Known,
): Reply => ({
  actions: [],
  changes: [
    delivery(id, held.value.version, { what, at, platform, step: known.name('later') }),
    // Until then it does not stand still: it waits.
    keep(
      'announcement',
      id,
      { ...held.value, progress: { ended: 0, stalled: false, ...held.value.progress, at } },
      held,
    ),
  ],
  because: 'put off',
});

/** Sends, mends or takes back copies. */
export const deliver = async (id: string, delivered: Delivered, known: Known): Promise<Reply> => {
  const held = await known.records.get('announcement', id);
  if (held === undefined) return NOTHING;
  const announcement = held.value;
  const { what, platform } = delivered;
  if (what === 'send' && announcement.state !== 'sending') return NOTHING;
  const until = await heldBack(announcement, delivered, known);
  if (until !== undefined) return postponed(id, held, delivered, until, known);
  if (what === 'send' && announcement.file && platform && announcement.attached?.[platform] === undefined) {
    const first = await carried(id, announcement, platform, known);
    if (typeof first === 'object')
      return { ...first, changes: watched(id, delivered, known.now), because: `carry:${first.actions.length}` };
    const { actions, announcement: told } = await tellUnfiled(announcement, first, known);
    const bare = withAttached(told, platform, []);
    const rest = await planned(id, bare, delivered, known);
    return {
      actions: [...rest.actions, ...actions],
      changes: [...rest.changes, keep('announcement', id, bare, held)],
      because: `bare:${rest.actions.length}`,
    };
  }
  const reply = await planned(id, announcement, delivered, known);
  return { ...reply, because: `${what}:${reply.actions.length}` };
};
