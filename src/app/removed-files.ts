import type { Change } from '../domain/change.js';
import { allAttachments, handlesOf, type Quoted } from '../domain/message.js';
import { keep } from '../domain/records.js';
import { HELD_AGAIN } from '../domain/removed-file.js';
import type { Seen } from '../domain/update.js';
import type { Known } from './known.js';

type Carrier = Pick<Quoted, 'attachments' | 'forwarded'>;

/**
 * To be put by whoever takes a message away because of its pictures or files: sent again within a month, by anybody and
 * anywhere in the school, they are held until a person decides. A picture is also known when it is saved anew, if it was
 * looked at when it was sent.
 */
export const removedFiles = async (
  message: Carrier,
  { now, records, traces }: Pick<Known, 'now' | 'records' | 'traces'>,
): Promise<readonly Change[]> => {
  const handles = handlesOf(allAttachments(message));
  if (handles.length === 0) return [];
  const [held, prints] = await Promise.all([records.some('removed-file', handles), traces.prints(handles)]);
  return handles.map((handle) => {
    const print = prints.get(handle);
    const removed = { at: now, until: now + HELD_AGAIN, ...(print === undefined ? {} : { print }) };
    return keep(
      'removed-file',
      handle,
      removed,
      held.find(({ id }) => id === handle),
    );
  });
};

/** To be put when somebody has decided that they have no place there: sent again, they are a breach. */
export const barredFiles = async (
  handles: readonly string[],
  { records }: Pick<Known, 'records'>,
): Promise<readonly Change[]> =>
  (await records.some('removed-file', handles)).map((one) =>
    keep('removed-file', one.id, { ...one.value, barred: true }, one),
  );

/** To be put when somebody has decided that they may be there after all. */
export const returnedFiles = async (
  message: Carrier,
  { records }: Pick<Known, 'records'>,
): Promise<readonly Change[]> => {
  const held = await records.some('removed-file', handlesOf(allAttachments(message)));
  return held.map((one) => keep('removed-file', one.id, null, one));
};

/** What was seen of pictures is remembered as long as they may be taken out. */
export const printsSeen = (seen: readonly Seen[], now: number): readonly Change[] =>
  seen.flatMap(({ handle, print }): readonly Change[] =>
    handle === undefined ? [] : [{ put: 'print', handle, print, until: now + HELD_AGAIN }],
  );
