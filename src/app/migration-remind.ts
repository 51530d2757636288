import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';
import type { Action } from '../domain/action.js';
import { isOverdue, type OldChat } from '../domain/migration.js';
import { type Text, text } from '../domain/text.js';
import { editionAt } from '../regulation/cite.js';
import { dayOf } from './acknowledging.js';
import type { Ask } from './ask.js';
import type { Reply } from './command.js';
import type { Known } from './known.js';
import { progressWords, reachedOf, sightFor } from './migration-progress.js';
import { cards } from './migration-register.js';
import { dialogsOf, whoMay } from './people-who.js';
import { daysOf, isWorkingDay } from './working-days.js';

dayjs.extend(utc);
dayjs.extend(timezone);

const MONDAY = 1;
const FRIDAY = 5;

/** Every Friday, and on the last day. */
const isTold = ({ closed, due }: OldChat, day: dayjs.Dayjs): boolean =>
  closed === undefined && (day.day() === FRIDAY || due === day.format('YYYY-MM-DD'));

/** Whoever is responsible reads how far it has come; names only in the dialog of who teaches the class. */
const reminders = async (known: Known, day: dayjs.Dayjs): Promise<readonly Ask[]> => {
  const asks: Ask[] = [];
  for (const { id, value } of await known.records.all('old-chat')) {
    if (!isTold(value, day)) continue;
    const reached = await reachedOf(value, known);
    const words: Text = progressWords(value, reached, await sightFor(value, reached, value.responsible, known));
    asks.push(...(await cards(id, value, words, known)));
  }
  return asks;
};

/** The last working day before this one: what ran out since then is news. */
const workingDayBefore = async (day: dayjs.Dayjs, known: Known): Promise<string> => {
  const days = await daysOf(known);
  let before = day.subtract(1, 'day');
  for (let tried = 0; tried < 30 && !isWorkingDay(before.valueOf(), days); tried += 1)
    before = before.subtract(1, 'day');
  return before.format('YYYY-MM-DD');
};

/** To the deputies; where none is reached, to the administrators: a number, and where to look. */
const overdue = async (known: Known, day: dayjs.Dayjs): Promise<readonly Action[]> => {
  const today = day.format('YYYY-MM-DD');
  const late = (await known.records.all('old-chat')).map(({ value }) => value).filter((chat) => isOverdue(chat, today));
  const since = await workingDayBefore(day, known);
  if (late.length === 0 || (day.day() !== MONDAY && !late.some(({ due }) => due >= since))) return [];
  const able = await whoMay('move-old-chat', {}, known);
  const words = text('migration-overdue', { count: late.length });
  for (const role of ['deputy', 'administrator', 'director'] as const) {
    const reached = await dialogsOf(
      able.filter((one) => one.role === role),
      known,
    );
    if (reached.length > 0) return reached.map(({ to }) => ({ do: 'send', to, text: words }));
  }
  return [];
};

/** On the morning of a working day; nothing where the regulation has no such duty. */
export const remindMigration = async (due: number, known: Known): Promise<Reply> => {
  const nothing: Reply = { actions: [], changes: [], because: 'nothing' };
  if (!editionAt(known.policy, known.now)?.switches.migration) return nothing;
  // After an absence once, as of today.
  const today = dayOf(known.now, known.zone);
  const day = dayjs(known.now).tz(known.zone);
  if (dayOf(due, known.zone) !== today || !isWorkingDay(known.now, await daysOf(known))) return nothing;
  const [asks, actions] = await Promise.all([reminders(known, day), overdue(known, day)]);
  return { actions, changes: [], because: asks.length + actions.length > 0 ? 'told' : 'nothing', asks };
};
