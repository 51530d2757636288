import { readMoment } from '../announcements/when.js';
import type { Chat } from '../domain/chat.js';
import { normaliseClass } from '../domain/class-name.js';
import { classPause, type PauseId, paused, SCHOOL_PAUSE, type Spot } from '../domain/pause.js';
import { keep } from '../domain/records.js';
import { inChat } from '../domain/refs.js';
import { type Text, text } from '../domain/text.js';
import { DAY, HOUR, MINUTE } from '../domain/time.js';
import { roomName } from './announcements-words.js';
import type { Call, Reply } from './command.js';
import type { Known } from './known.js';
import { momentVars } from './people-when.js';
import { privately } from './reply.js';

/**
 * Until when the bot writes nothing of itself there; undefined when it may. For whatever is posted without somebody asking at
 * that moment: announcements, reminders, digests. Safeguarding does not ask.
 */
export const pausedIn = async (
  spot: Spot,
  { records, now }: Pick<Known, 'records' | 'now'>,
): Promise<number | undefined> => paused(await records.all('pause'), spot, now);

/** How long a pause lasts when nobody says. */
const USUAL = DAY;
/** Longer ones are forgotten by those who made them. */
const LONGEST = 60 * DAY;

export interface PauseWish {
  readonly verb: 'pause' | 'end' | 'list';
  /** Absent, as the school is: the chat it was typed in, else the school. */
  readonly class?: string;
  readonly school?: true;
  readonly words: string;
}

const SCOPE = /^(?:вся\s+|всю\s+)?(?:школ[аыуе]|school)(?!\p{L})/iu;

/** «школа до завтра 8:00», «5А на 2 часа», «снять», «список». */
export const readPause = (tail: string): PauseWish => {
  const plain = tail.replace(/\s+/gu, ' ').trim();
  if (/^(?:список|list)$/iu.test(plain)) return { verb: 'list', words: '' };
  const end = /^(?:снять|отменить|закончить|стоп|выкл\p{L}*|off|end)(?!\p{L})\s*/iu.exec(plain)?.[0];
  const rest = plain.slice(end?.length ?? 0);
  const school = SCOPE.exec(rest)?.[0];
  const typed = /^(\d{1,2}\s?[-«"]?\s?\p{L})(?![\p{L}\d])[»"]?(?:\s+класс\p{L}*)?/u.exec(rest);
  const named = school === undefined && typed ? normaliseClass(typed[1] ?? '') : null;
  const words = rest.slice(school?.length ?? (named === null ? 0 : (typed?.[0].length ?? 0))).trim();
  return {
    verb: end === undefined ? 'pause' : 'end',
    ...(school === undefined ? {} : { school: true as const }),
    ...(named === null ? {} : { class: named }),
    words,
  };
};

const SPAN =
  /^(?:на|for)\s+(?:(\d{1,3})\s*)?(мин\p{L}*|час\p{L}*|ч|сут\p{L}*|дн\p{L}*|день|недел\p{L}*|minutes?|hours?|days?|weeks?)/iu;

const lengthOf = (unit: string): number => {
  if (/^(?:мин|min)/iu.test(unit)) return MINUTE;
  if (/^(?:ч|hour)/iu.test(unit)) return HOUR;
  return /^(?:недел|week)/iu.test(unit) ? 7 * DAY : DAY;
};

/** When it ends; nothing when the words say no time. */
const endOf = (words: string, call: Call): number | undefined => {
  if (words === '') return call.now + USUAL;
  const span = SPAN.exec(words);
  if (span) return call.now + Number(span[1] ?? 1) * lengthOf(span[2] ?? '');
  return readMoment(words.replace(/^(?:до|until)\s+/iu, ''), '08:00', call)?.at;
};

interface Spotted {
  readonly id: PauseId;
  readonly name: Text;
  readonly scope: { readonly class?: string };
}

const spotOf = (wish: PauseWish, { place, chat }: Call): Spotted => {
  const { class: named } = wish;
  if (named !== undefined)
    return { id: classPause(named), name: text('pause-class', { class: named }), scope: { class: named } };
  if (wish.school || chat === undefined || !inChat(place))
    return { id: SCHOOL_PAUSE, name: text('pause-school'), scope: {} };
  const scope = chat.class === undefined ? {} : { class: chat.class };
  return { id: chat.ref, name: text('pause-chat', { room: roomName(chat) }), scope };
};

const said = (call: Call, words: Text, because: string): Reply => ({
  actions: [privately(call, words, text('group-refused'))],
  changes: [],
  because,
});

const nameOf = (id: string, chats: readonly Chat[]): Text => {
  const chat = chats.find(({ ref }) => ref === id);
  if (chat) return text('pause-chat', { room: roomName(chat) });
  return id === SCHOOL_PAUSE ? text('pause-school') : text('pause-class', { class: id.replace(/^class /u, '') });
};

const listed = async (call: Call): Promise<Reply> => {
  const running = (await call.records.all('pause')).filter(({ value }) => value.until > call.now);
  if (running.length === 0) return said(call, text('pause-none'), 'none');
  const chats = await call.chats.all();
  const lines = running.map(({ id, value }) =>
    text('pause-line', { where: nameOf(id, chats), ...momentVars(value.until, call.zone) }),
  );
  return said(call, text('pauses', { lines }), 'list');
};

/** Stops all automatic posts somewhere until a time, or lets them go on. Answered in the dialog wherever it was typed. */
export const pause = async (wish: PauseWish, call: Call): Promise<Reply> => {
  if (wish.verb === 'list') return listed(call);
  const { id, name, scope } = spotOf(wish, call);
  const permitted = await call.may('pause-posts', scope);
  if (permitted.granted !== 'yes') return said(call, permitted.text, 'refused');
  const held = await call.records.get('pause', id);
  if (wish.verb === 'end') {
    if (held === undefined || held.value.until <= call.now)
      return said(call, text('pause-not', { where: name }), 'not');
    return { ...said(call, text('pause-ended', { where: name }), 'ended'), changes: [keep('pause', id, null, held)] };
  }
  const until = endOf(wish.words, call);
  if (until === undefined || until <= call.now) return said(call, text('pause-when'), 'usage');
  if (until > call.now + LONGEST) return said(call, text('pause-long'), 'long');
  const value = { until, by: call.person?.id ?? '', at: call.now };
  return {
    ...said(call, text('pause-set', { where: name, ...momentVars(until, call.zone) }), 'set'),
    changes: [keep('pause', id, value, held)],
  };
};
