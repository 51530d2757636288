import { meant } from '../announcements/reach.js';
import type { Action } from '../domain/action.js';
import { keep } from '../domain/records.js';
import { text } from '../domain/text.js';
import { DAY } from '../domain/time.js';
import { oneDialogEach, rollOf } from './announcements-facts.js';
import { titleVars } from './announcements-words.js';
import type { Reply } from './command.js';
import type { Known } from './known.js';
import { pausedIn } from './pausing.js';
import { isQuiet } from './quiet.js';

/** Lines of one evening: more is not read. */
const MOST = 10;

/** The announcements of the day for everybody who asked for it, in the dialog; nothing on a day without any. */
export const tellDigests = async (known: Known): Promise<Reply> => {
  const wanted = await known.records.all('digest');
  const nothing: Reply = { actions: [], changes: [], because: 'nobody' };
  if (
    wanted.length === 0 ||
    (await pausedIn({}, known)) !== undefined ||
    isQuiet(known.now, await known.settings(), known.zone)
  )
    return nothing;
  const roll = await rollOf(known);
  const fresh = (await known.records.all('announcement')).filter(
    ({ value }) => (value.state === 'sent' || value.state === 'sending') && (value.published ?? 0) > known.now - DAY,
  );
  const meantBy = fresh.map(({ value }) => ({
    value,
    ids: new Set(meant(value.audience, roll).map(({ person }) => person.id)),
  }));
  const actions: Action[] = [];
  const changes: Reply['changes'][number][] = [];
  for (const held of wanted) {
    const person = roll.people.find(({ id }) => id === held.id);
    const since = held.value.told ?? held.value.since;
    const own = meantBy.filter(({ value, ids }) => ids.has(held.id) && (value.published ?? 0) > since - DAY / 2);
    if (person === undefined || own.length === 0) continue;
    const lines = own.slice(0, MOST).map(({ value }) => text('announce-digest-line', titleVars(value)));
    for (const to of await oneDialogEach([person], known))
      actions.push({ do: 'send', to, text: text('announce-digest', { lines }), last: true });
    changes.push(keep('digest', held.id, { ...held.value, told: known.now }, held));
  }
  return { actions, changes, because: `${changes.length} told` };
};
