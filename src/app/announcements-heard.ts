import { afterDelete, afterEdit, afterSend, chunkOf } from '../announcements/ledger.js';
import type { Action } from '../domain/action.js';
import { type Announcement, type Line, recipientsId } from '../domain/announcement.js';
import type { Change } from '../domain/change.js';
import { type Held, keep } from '../domain/records.js';
import { platformOf } from '../domain/refs.js';
import { SECOND } from '../domain/time.js';
import type { Told, ToldData } from '../domain/told.js';
import { tellUnfiled, withAttached } from './announcements-attached.js';
import { actionsOf, bareOf, wordingOf, wordsFor } from './announcements-copies.js';
import { delivery, timer } from './announcements-frame.js';
import { SHOWN } from './announcements-send.js';
import type { Reply } from './command.js';
import type { Known } from './known.js';

/** After the last word of copies that could not be mended, their author is told of all together. */
const MENDED = 10 * SECOND;

const NOTHING: Reply = { actions: [], changes: [], because: 'gone' };

type After = (line: Line, told: Told) => Line;

/** Parts of the list in which these stand. */
const partsWith = (id: string, { chunks }: Announcement, endings: readonly Told[], { records }: Known) =>
  records.some('recipients', [...new Set(endings.map(({ as }) => recipientsId(id, chunkOf(as, chunks))))]);

/** The lines of these, by key. */
const linesIn = (
  parts: readonly Held<'recipients'>[],
  keys: readonly string[],
): readonly (readonly [string, Line])[] => {
  const lines = new Map(parts.flatMap(({ value }) => Object.entries(value.lines)));
  return keys.flatMap((key) => {
    const line = lines.get(key);
    return line ? [[key, line] as const] : [];
  });
};

/** Writes down how copies ended. */
const noted = (parts: readonly Held<'recipients'>[], endings: readonly Told[], after: After): readonly Change[] =>
  parts.map((part) => {
    const lines = { ...part.value.lines };
    for (const told of endings) {
      const line = lines[told.as];
      if (line) lines[told.as] = after(line, told);
    }
    return keep('recipients', part.id, { ...part.value, lines }, part);
  });

/** The messenger did not take the message as it was: without the file it may. */
const UNTAKEN: readonly string[] = ['bad-request', 'too-large', 'feature-off'];
const untaken = ({ is, why = '' }: Told): boolean => is === 'refused' && UNTAKEN.includes(why);
/** Nothing is ever said through a messenger that the school may not use: no other copy need try it first. */
const shut = ({ is, why }: Told): boolean => is === 'refused' && why === 'foreign-messenger';

const unlessUntaken =
  (after: After): After =>
  (line, told) =>
    untaken(told) ? line : after(line, told);

const looked = async (id: string, { chunks }: Announcement, known: Known): Promise<readonly Change[]> => {
  const next = known.now + (chunks <= 2 ? 1 : SHOWN);
  const waiting = await known.timers.find(`announcement-progress:${id}`);
  // After a standstill the next look is far away: whoever waits hears at once that it goes on.
  if (waiting && waiting.at <= next) return [];
  return [timer('announcement-progress', id, next)];
};

/** Names of the file, when they are known now; `undefined`: another copy has to bring it. */
const namesAfter = (told: Told): readonly string[] | undefined => {
  if (told.files && told.files.length > 0) return told.files;
  const sent = told.is !== 'refused' && told.is !== 'uncertain';
  // Of a send that was tried for so long and never answered the file is the likeliest reason: nobody else waits for it.
  return sent || untaken(told) || shut(told) || told.is === 'uncertain' ? [] : undefined;
};

/** The copy that brought the file has ended: the others of its messenger go now. */
const hearCarrier = async (
  held: Held<'announcement'>,
  told: Told,
  parts: readonly Held<'recipients'>[],
  known: Known,
): Promise<Reply> => {
  const place = parts[0]?.value.lines[told.as]?.place;
  if (place === undefined) return NOTHING;
  const platform = platformOf(place);
  const names = namesAfter(told);
  const { actions, announcement } =
    untaken(told) || told.is === 'uncertain'
      ? await tellUnfiled(held.value, 'refused', known)
      : { actions: [], announcement: held.value };
  const next = names === undefined ? announcement : withAttached(announcement, platform, names);
  const onward = { what: 'send', at: known.now, platform, step: known.name('carried') } as const;
  return {
    actions,
    changes: [
      ...noted(parts, [told], unlessUntaken(afterSend)),
      keep('announcement', held.id, next, held),
      ...(next.state === 'sending' ? [delivery(held.id, next.version, onward)] : []),
    ],
    because: names === undefined ? 'another brings it' : `${names.length} attached`,
  };
};

/** Copies ended; those that were not taken with their file go once more without it. */
const hearCopies = async (
  held: Held<'announcement'>,
  endings: readonly Told[],
  parts: readonly Held<'recipients'>[],
  known: Known,
): Promise<Reply> => {
  const { id, value: announcement } = held;
  const again = announcement.file ? endings.filter(untaken) : [];
  if (again.length === 0) return { actions: [], changes: noted(parts, endings, afterSend), because: 'heard' };
  const keys = again.map(({ as }) => as);
  const words = await wordsFor(announcement, 'send', keys, known);
  const bare = linesIn(parts, keys).flatMap(([key, line]) => bareOf({ id, announcement, words }, key, line));
  const told = await tellUnfiled(announcement, 'refused', known);
  return {
    actions: [...(announcement.state === 'sending' ? bare : []), ...told.actions],
    changes: [...noted(parts, endings, unlessUntaken(afterSend)), keep('announcement', id, told.announcement, held)],
    because: `${again.length} without the file`,
  };
};

/** Copies that came when a new version had replaced them do not stay. */
const voided = (endings: readonly Told[]): readonly Action[] =>
  endings.flatMap(({ message }) => (message ? [{ do: 'delete', message, last: true } as const] : []));

/** Copies that came when their words had been mended or taken back: they are mended and taken back too. */
const belated = async (
  what: 'edit' | 'delete',
  { id, value: announcement }: Held<'announcement'>,
  endings: readonly Told[],
  parts: readonly Held<'recipients'>[],
  known: Known,
): Promise<readonly Action[]> => {
  const keys = endings.map(({ as }) => as);
  const words = await wordsFor(announcement, what, keys, known);
  const told = new Map(endings.map((one) => [one.as, one]));
  return linesIn(parts, keys).flatMap(([key, line]) => {
    const ending = told.get(key);
    return ending ? actionsOf(what, { id, announcement, words }, key, afterSend(line, ending)) : [];
  });
};

/** A copy ended, with these words: they may have been changed meanwhile. */
const hearSent = async (
  held: Held<'announcement'>,
  { what, wording }: { readonly what: 'carry' | 'send' | 'text'; readonly wording: string },
  endings: readonly Told[],
  known: Known,
): Promise<Reply> => {
  const { id, value: announcement } = held;
  const [version] = wording.split('.');
  // Of a version before nothing is noted: its line is the new one's.
  if (wording !== '' && Number(version) !== announcement.version)
    return { actions: voided(endings), changes: [], because: 'an older version' };
  const parts = await partsWith(id, announcement, endings, known);
  const [first] = endings;
  const heard =
    what === 'carry' && first
      ? await hearCarrier(held, first, parts, known)
      : what === 'text'
        ? { actions: [], changes: noted(parts, endings, afterSend), because: 'heard' }
        : await hearCopies(held, endings, parts, known);
  const late =
    announcement.state === 'withdrawn'
      ? 'delete'
      : wording !== '' && wording !== wordingOf(announcement)
        ? 'edit'
        : undefined;
  const more = late ? await belated(late, held, endings, parts, known) : [];
  return {
    ...heard,
    actions: [...heard.actions, ...more],
    changes: [...heard.changes, ...(await looked(id, announcement, known))],
  };
};

/** Words that could not be mended are told of when no more is heard. */
const hearEdits = async (held: Held<'announcement'>, endings: readonly Told[], known: Known): Promise<Reply> => {
  const parts = await partsWith(held.id, held.value, endings, known);
  const failed = endings.some(({ is }) => is === 'refused' || is === 'uncertain');
  return {
    actions: [],
    changes: [
      ...noted(parts, endings, afterEdit),
      ...(failed ? [timer('announcement-mended', held.id, known.now + MENDED)] : []),
    ],
    because: `${endings.length} mended`,
  };
};

const noteShown = (held: Held<'announcement'>, [told]: readonly Told[]): Reply => {
  if (told?.message === undefined) return { ...NOTHING, because: 'unshown' };
  return {
    ...NOTHING,
    changes: [keep('announcement', held.id, { ...held.value, shown: told.message }, held)],
    because: 'shown',
  };
};

/** Hears how copies ended, and where the message is in which the publisher sees it. */
export const hearEndings = async ({ about, endings }: ToldData, known: Known): Promise<Reply> => {
  const [what = '', id = '', wording = ''] = about.split(' ');
  const held = await known.records.get('announcement', id);
  if (held === undefined || endings.length === 0) return NOTHING;
  switch (what) {
    case 'shown':
      return noteShown(held, endings);
    case 'edit':
      return hearEdits(held, endings, known);
    case 'delete': {
      const parts = await partsWith(id, held.value, endings, known);
      return { actions: [], changes: noted(parts, endings, afterDelete), because: 'taken back' };
    }
    case 'carry':
    case 'text':
      return hearSent(held, { what, wording }, endings, known);
    default:
      return hearSent(held, { what: 'send', wording }, endings, known);
  }
};
