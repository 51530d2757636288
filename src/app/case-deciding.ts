import {
  confirm,
  isOwnDecision,
  isProvisional,
  type Moved,
  stepAside,
  takeBack,
  undecidable,
} from '../cases/decisions.js';
import { type Case, conductId } from '../domain/case.js';
import type { Change } from '../domain/change.js';
import { type Chat, chatVars } from '../domain/chat.js';
import { type Held, keep } from '../domain/records.js';
import { dialogOf } from '../domain/refs.js';
import { type Text, text } from '../domain/text.js';
import { cardAt } from './case-asking.js';
import { endedAt, episodeOf, stateOf } from './case-card.js';
import { measureDeciders } from './case-deciders.js';
import { firstReached } from './case-reach.js';
import { reversed, takenBack } from './case-reversal.js';
import { unlessDecides } from './case-rights.js';
import { asking, askingWords, option, told } from './case-talk.js';
import type { Call, Reply } from './command.js';
import { readerOf } from './incident.js';
import type { Known } from './known.js';
import { limited } from './limited.js';
import { momentVars } from './people-when.js';
import { notBeforeNow } from './quiet.js';
import { barredFiles } from './removed-files.js';
import { here } from './reply.js';

/** Characters of the words that go with a decision. */
const LONGEST = 500;

/** Decided, or ended by itself, before this press. */
const tooLate = ({ value }: Held<'case'>, call: Call): Reply => {
  const vars = { state: stateOf(value, call.now), ...momentVars(endedAt(value, call.now), call.zone) };
  const words = text('case-decided-before', { number: value.number, ...vars });
  return { ...told(call, words, 'decided-before'), snack: text('case-snack-before') };
};

/** Whether this can still be decided, by whoever calls; else what to say. */
export const unlessOpen = async (held: Held<'case'>, chat: Chat, call: Call): Promise<Reply | undefined> => {
  if (undecidable(held.value, call.now)) return tooLate(held, call);
  return unlessDecides(held, chat, call);
};

/** The same for taking it back, which whoever has decided it may do himself. */
const unlessCancels = async (held: Held<'case'>, chat: Chat, call: Call): Promise<Reply | undefined> =>
  isOwnDecision(held.value, call.person?.id, call.now) ? undefined : unlessOpen(held, chat, call);

const matterOf = async ({ id, value }: Held<'case'>, { records }: Known) => {
  const conduct = await records.get('conduct', conductId(value));
  return { conduct, matter: { id, case: value, conduct: conduct?.value ?? { strikes: [] } } };
};

/** What the author is told, once it is decided. */
const toAuthor = async (one: Case, key: string, vars: Record<string, string | number | Text>, known: Known) => {
  const person = one.person === undefined ? undefined : await known.people.find(one.person);
  const words = text(key, { reader: readerOf(person), ...vars });
  return { do: 'send', to: dialogOf(one.account), text: words } as const;
};

/** Who decides, when, and what he says to it. */
export const word = (words: string | undefined, call: Call) => ({
  by: call.person?.id ?? '',
  at: call.now,
  ...(words === undefined || words === '' ? {} : { words: words.slice(0, LONGEST) }),
});

const WORDLESS = option('wordless', 'secondary');

/** Before a measure is confirmed: its author may be told a few words with it. */
export const askWords = async (
  held: Held<'case'>,
  chat: Chat,
  days: number | undefined,
  call: Call,
): Promise<Reply> => {
  const stopped = await unlessOpen(held, chat, call);
  if (stopped) return stopped;
  const { number } = held.value;
  const words = text(isProvisional(held.value) ? 'case-words' : 'case-words-held', { number, days: days ?? 0 });
  const data = { step: 'words', case: held.id, ...(days !== undefined && { days }) } as const;
  return { actions: [], changes: [], because: 'words', asks: [askingWords(words, data, [WORDLESS])], stays: true };
};

const DONE: readonly string[] = ['case-card', 'case-late'];
const noTimers = (id: string): readonly Change[] => DONE.map((job) => ({ put: 'no-timer', key: `${job}:${id}` }));

/** A limit that was made longer: the messenger hears of its new end, and so does the timer. */
const prolonged = async (before: Case, { id, case: after }: { id: string; case: Case }, chat: Chat, known: Known) => {
  const { measure, person, account } = after;
  if (measure === undefined || measure.until === before.measure?.until) return { actions: [], changes: [] };
  const { until } = measure;
  const silence = await limited(chat, { person, account }, { until, told: true, of: id }, known);
  const ends: Change = {
    put: 'timer',
    timer: { key: `measure-end:${id}`, at: until, job: 'measure-end', data: { case: id } },
  };
  return { actions: silence.actions, changes: [...silence.changes, ends] };
};

const handlesOfCase = async (id: string, { records }: Known): Promise<readonly string[]> =>
  (await records.get('evidence', id))?.value.whole?.handles ?? [];

/** The measure stands; what was held stays hidden. The author hears who decided and where to go on. */
export const confirmed = async (
  held: Held<'case'>,
  chat: Chat,
  { days, words }: { readonly days?: number | undefined; readonly words?: string | undefined },
  call: Call,
): Promise<Reply> => {
  const stopped = await unlessOpen(held, chat, call);
  if (stopped) return stopped;
  const { matter, conduct } = await matterOf(held, call);
  const moved = confirm(matter, word(words, call), days);
  if ('unmoved' in moved) return tooLate(held, call);
  const { case: one } = moved.matter;
  const longer = await prolonged(held.value, moved.matter, chat, call);
  const vars = {
    ...chatVars(chat),
    until: text('moment', momentVars(one.measure?.until ?? call.now, call.zone)),
    role: call.person?.role ?? 'class-teacher',
    words: one.decided?.words ?? '',
    said: one.decided?.words === undefined ? 'no' : 'yes',
    written: text('moment', momentVars(one.written, call.zone)),
  };
  const author = await toAuthor(one, one.measure ? 'case-confirmed' : 'case-kept', vars, call);
  return {
    actions: [...longer.actions, here(call, text('case-done-confirmed', { number: one.number })), author],
    changes: [
      keep('case', held.id, one, held),
      ...(conduct ? [keep('conduct', conduct.id, moved.matter.conduct, conduct)] : []),
      ...longer.changes,
      ...(one.source === 'photo' ? await barredFiles(await handlesOfCase(held.id, call), call) : []),
      ...noTimers(held.id),
    ],
    because: 'confirmed',
  };
};

/** Whether the bot had erred, or it is only to be let go. */
export const askCancel = async (held: Held<'case'>, chat: Chat, call: Call): Promise<Reply> => {
  const stopped = await unlessCancels(held, chat, call);
  if (stopped) return stopped;
  const { number, source } = held.value;
  const found = source === 'person' ? 'person' : 'bot';
  const wrong = { ...option('wrong', 'primary'), ...(found === 'person' && { label: text('button-case-no-breach') }) };
  const ask = asking(text('case-cancel', { number, source: found }), { step: 'cancel', case: held.id }, [
    wrong,
    option('mercy', 'secondary'),
  ]);
  return { actions: [], changes: [], because: 'cancel', asks: [ask], stays: true };
};

/** The measure is taken back, but what was said was not right: it stays hidden. */
export const letGo = async (held: Held<'case'>, chat: Chat, call: Call): Promise<Reply> => {
  const stopped = await unlessCancels(held, chat, call);
  if (stopped) return stopped;
  const { matter, conduct } = await matterOf(held, call);
  const moved = takeBack(matter, word(undefined, call), false);
  if ('unmoved' in moved) return tooLate(held, call);
  const back = await takenBack(held, chat, call);
  const { case: one } = moved.matter;
  const author = await toAuthor(
    one,
    'case-let-go',
    { ...chatVars(chat), measure: one.measure?.kind ?? 'hidden' },
    call,
  );
  return {
    actions: [...back.actions, here(call, text('case-done-cancelled', { number: one.number })), author],
    changes: [
      keep('case', held.id, one, held),
      ...(conduct ? [keep('conduct', conduct.id, moved.matter.conduct, conduct)] : []),
      ...back.changes,
    ],
    because: 'cancelled',
  };
};

/** The same record is changed once: the last word about it holds. */
const once = (changes: readonly Change[]): readonly Change[] =>
  changes.filter(
    (change, at) =>
      change.put !== 'record' ||
      !changes
        .slice(at + 1)
        .some((later) => later.put === 'record' && later.of === change.of && later.id === change.id),
  );

/** What else the bot took away in that quarter of an hour, each for nothing more than itself. */
const besides = async (held: Held<'case'>, known: Known): Promise<readonly Held<'case'>[]> =>
  (await episodeOf(held, known)).filter(
    ({ id, value }) => id !== held.id && value.measure === undefined && !undecidable(value, known.now),
  );

/** The bot had erred, in all of the episode: everything is taken back and may be given back. */
export const undone = async (held: Held<'case'>, chat: Chat, call: Call): Promise<Reply> => {
  const stopped = await unlessCancels(held, chat, call);
  if (stopped) return stopped;
  const main = await reversed(held, word(undefined, call), 'decision', call);
  if (main === undefined) return tooLate(held, call);
  const others = await Promise.all(
    (await besides(held, call)).map((one) => reversed(one, word(undefined, call), 'decision', call)),
  );
  // The last word about a record holds: that of the case with the measure.
  const all = [...others.filter((one) => one !== undefined), main];
  return {
    actions: [
      ...main.actions,
      here(
        call,
        text('case-done-undone', {
          number: held.value.number,
          offered: all.some(({ asks }) => asks.length > 0) ? 'yes' : 'no',
        }),
      ),
    ],
    changes: once(all.flatMap(({ changes }) => changes)),
    asks: all.flatMap(({ asks }) => asks),
    because: 'reversed',
  };
};

/** Who is asked now, and who hears of it in the meantime: whoever objected. */
const nextWords = async (one: Case, chat: Chat, call: Call): Promise<Text> => {
  const next = await firstReached(await measureDeciders(one, chat, call), call);
  return text(next ? 'case-passed-on' : 'case-passed-to-nobody', {
    number: one.number,
    role: next ? next.person.role : 'administrator',
  });
};

const objector = async (one: Case, known: Known): Promise<Reply['actions']> => {
  const { appeal } = one;
  const to = appeal?.decided === undefined && appeal?.to !== undefined ? await known.people.find(appeal.to) : undefined;
  return to ? [await toAuthor(one, 'case-objection-by', { role: to.role }, known)] : [];
};

/** Whoever is in the conflict decides nothing of it any more: the card goes on to the next in order. */
export const aside = async (held: Held<'case'>, chat: Chat, call: Call): Promise<Reply> => {
  const stopped = await unlessOpen(held, chat, call);
  if (stopped) return stopped;
  const moved: Moved = stepAside((await matterOf(held, call)).matter, call.person?.id ?? '');
  if ('unmoved' in moved) return tooLate(held, call);
  const { case: one } = moved.matter;
  return {
    actions: [here(call, await nextWords(one, chat, call)), ...(await objector(one, call))],
    changes: [keep('case', held.id, one, held), cardAt(held.id, await notBeforeNow(call))],
    because: 'party',
  };
};
