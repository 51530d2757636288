import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';
import { undecidable } from '../cases/decisions.js';
import type { Case } from '../domain/case.js';
import type { Change } from '../domain/change.js';
import { type Chat, chatVars } from '../domain/chat.js';
import { STAFF } from '../domain/person.js';
import { type Held, keep } from '../domain/records.js';
import type { Settings } from '../domain/settings.js';
import { text } from '../domain/text.js';
import { HOUR, MINUTE } from '../domain/time.js';
import type { Ask } from './ask.js';
import { cardFor, episodeOf, leadOf, waits } from './case-card.js';
import { measureDeciders } from './case-deciders.js';
import { exclusionCards } from './case-exclusion.js';
import { firstReached } from './case-reach.js';
import type { Reply } from './command.js';
import type { Known } from './known.js';
import { dialogsOf, type Reached, whoMay } from './people-who.js';
import { isQuiet, notBefore } from './quiet.js';
import { daysOf, nextWorkingDay } from './working-days.js';

dayjs.extend(utc);
dayjs.extend(timezone);

/** When somebody besides who was asked first hears of what is not decided, on the next working day. */
const LATE = '14:00';
/** So long before a measure ends by itself there must still be somebody who can decide. */
const AHEAD = 4 * HOUR;
const STEP = 15 * MINUTE;

/** Going back from here, the first moment at which the bot may write. */
const lastBefore = (at: number, settings: Pick<Settings, 'quietHours'>, zone: string): number => {
  let moment = at;
  for (let tried = 0; tried < 96 && isQuiet(moment, settings, zone); tried += 1) moment -= STEP;
  return moment;
};

/**
 * When the next in order is asked too: at 14:00 of the next working day (`domain.md` §0a.5), but early enough before a
 * measure ends by itself.
 */
export const lateAt = async (one: Case, known: Known): Promise<number> => {
  const settings = await known.settings();
  const usual = nextWorkingDay(one.opened, LATE, await daysOf(known));
  const until = one.measure?.kind === 'read-only' ? one.measure.until : Number.POSITIVE_INFINITY;
  const at = usual < until ? usual : lastBefore(until - AHEAD, settings, known.zone);
  return notBefore(Math.max(at, known.now), settings, known.zone);
};

/** When quiet hours next end. */
const nextMorning = async ({ now, zone, settings }: Known): Promise<number> => {
  const { quietHours } = await settings();
  const on = (days: number) =>
    dayjs.tz(`${dayjs(now).tz(zone).add(days, 'day').format('YYYY-MM-DD')} ${quietHours.to}`, zone).valueOf();
  return on(0) > now ? on(0) : on(1);
};

const timer = (job: string, id: string, at: number, told = 0): Change => ({
  put: 'timer',
  timer: { key: `${job}:${id}`, at, job, data: { case: id, told } },
});

/** The card of a case, when the bot may write of itself. */
export const cardAt = (id: string, at: number): Change => timer('case-card', id, at);

const cards = async (
  held: Held<'case'>,
  chat: Chat,
  reached: readonly Reached[],
  known: Known,
): Promise<readonly Ask[]> =>
  Promise.all(
    reached.map(async ({ person, to }) => ({ ...(await cardFor(held, chat, person, known)), to, whom: person.id })),
  );

/** Whoever decides cannot be written to: the administrators are told once, and it is tried again every morning. */
const nobody = async (held: Held<'case'>, chat: Chat, told: number, known: Known): Promise<Reply> => {
  const reached = told > 0 ? [] : await dialogsOf(await whoMay('approve-join', {}, known), known);
  const words = text('case-nobody', { ...chatVars(chat), number: held.value.number });
  const again = timer('case-card', held.id, await nextMorning(known), told + reached.length);
  return {
    actions: reached.map(({ to }) => ({ do: 'send', to, text: words }) as const),
    changes: [again],
    because: 'nobody',
  };
};

const nothing = (because: string): Reply => ({ actions: [], changes: [], because });

/** Why nobody is asked about a case; nothing when somebody is. */
const needless = async (held: Held<'case'>, known: Known): Promise<string | undefined> => {
  const { role } = held.value;
  const why = undecidable(held.value, known.now);
  if (why) return why;
  // What staff wrote is hidden and told to them; nobody is asked, the administration sees a number (`domain.md` SC-05, f).
  if (role !== undefined && STAFF.includes(role) && held.value.source === 'bot') return 'staff';
  const lead = leadOf(await episodeOf(held, known), known.now);
  return lead === undefined || lead.id === held.id ? undefined : 'episode';
};

/** Lays a case before whoever decides about it first. */
export const lay = async (id: string, told: number, known: Known): Promise<Reply> => {
  const held = await known.records.get('case', id);
  const chat = held && (await known.chats.find(held.value.chat));
  if (held === undefined || chat === undefined) return nothing('gone');
  const why = await needless(held, known);
  if (why) return nothing(why);
  const first = await firstReached(await measureDeciders(held.value, chat, known), known);
  if (first === undefined) return nobody(held, chat, told, known);
  const asked = { who: first.person.id, at: known.now };
  return {
    actions: [],
    changes: [
      keep('case', id, { ...held.value, asked }, held),
      ...(waits(held.value, known.now) ? [timer('case-late', id, await lateAt(held.value, known))] : []),
    ],
    asks: [...(await cards(held, chat, first.dialogs, known)), ...(await exclusionCards(held, chat, known))],
    because: 'asked',
    ...(held.value.person && { about: held.value.person }),
  };
};

/** Lays what is still not decided before the next in order too. */
export const layAlso = async (id: string, known: Known): Promise<Reply> => {
  const held = await known.records.get('case', id);
  const chat = held && (await known.chats.find(held.value.chat));
  if (held === undefined || chat === undefined) return nothing('gone');
  const one = held.value;
  if (!waits(one, known.now)) return nothing(undecidable(one, known.now) ?? 'nothing');
  const others = (await measureDeciders(one, chat, known)).filter((person) => person.id !== one.asked?.who);
  const next = await firstReached(others, known);
  if (next === undefined) return nothing('nobody');
  const asked = { who: next.person.id, at: known.now, ...one.asked, also: next.person.id };
  return {
    actions: [],
    changes: [keep('case', id, { ...one, asked }, held)],
    asks: await cards(held, chat, next.dialogs, known),
    because: 'asked too',
    ...(one.person && { about: one.person }),
  };
};
