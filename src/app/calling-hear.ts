import { conductId, FRAGMENT } from '../domain/case.js';
import type { Change } from '../domain/change.js';
import { type Emergency, KEPT_CLOSED, wordsId } from '../domain/emergency.js';
import { shortName } from '../domain/names.js';
import type { Person } from '../domain/person.js';
import type { Answer } from '../domain/question.js';
import { type Held, keep } from '../domain/records.js';
import { dialogOf } from '../domain/refs.js';
import { text } from '../domain/text.js';
import { DAY } from '../domain/time.js';
import { authorOf, timerOf } from './calling.js';
import { givenBack } from './calling-back.js';
import { openCard, summary, takenCard, tellCalled } from './calling-words.js';
import type { Call, Reply } from './command.js';
import { notBeforeNow } from './quiet.js';
import { here } from './reply.js';

/** Fragments shown at once: a messenger's message has its length. */
const SHOWN = 5;

const reply = (because: string, over: Partial<Reply> = {}): Reply => ({ actions: [], changes: [], because, ...over });

const refused = (call: Call): Reply => reply('refused', { actions: [here(call, text('call-not-yours'))] });

const chatOf = async ({ chat }: Emergency, { chats }: Call) => (chat === undefined ? undefined : chats.find(chat));

const summaryOf = async (emergency: Emergency, call: Call) =>
  summary(emergency, await chatOf(emergency, call), await authorOf(emergency, call), call.zone);

/** The words themselves: a logged act of one of those who were called. */
const shown = async ({ id, value }: Held<'emergency'>, reader: Person, call: Call): Promise<Reply> => {
  const last = value.messages.length;
  const ids = [...value.messages.keys()].slice(Math.max(0, last - SHOWN)).map((at) => wordsId(id, at));
  const found = await call.records.some('cry', [...ids, wordsId(id, 'answer')]);
  const at = (one: string) => found.find((held) => held.id === one)?.value.fragment;
  const fragments = ids.flatMap((one) => at(one) ?? []);
  const opened = { by: reader.id, at: call.now, why: 'call' };
  const words = text('call-shown', {
    card: await summaryOf(value, call),
    fragment: fragments.join('\n'),
    gone: fragments.length === 0 ? 'yes' : 'no',
    answer: at(wordsId(id, 'answer')) ?? '',
    answered: value.answer?.is === 'words' ? 'yes' : 'no',
  });
  return reply('evidence-opened', {
    actions: [here(call, words)],
    changes: found.map(
      (held): Change => keep('cry', held.id, { ...held.value, opened: [...held.value.opened, opened] }, held),
    ),
    stays: true,
    ...(value.person && { about: value.person }),
  });
};

const byWhom = async (id: string, { people }: Call) => {
  const person = await people.find(id);
  return { name: person ? shortName(person) : '', role: person ? text('role', { role: person.role }) : '' };
};

/** One takes it; everybody else hears who, and is not called any more. */
const take = async (held: Held<'emergency'>, taker: Person, call: Call): Promise<Reply> => {
  const { id, value } = held;
  if (value.taken && value.taken.by !== taker.id)
    return reply('taken-before', {
      actions: [here(call, text('call-taken', await byWhom(value.taken.by, call)))],
      stays: true,
    });
  const taken: Emergency = { ...value, taken: { by: taker.id, at: call.now } };
  const others = await tellCalled(value, text('call-taken', await byWhom(taker.id, call)), call, taker.id);
  const words = text('call-yours', { card: await summaryOf(value, call), danger: value.danger });
  return reply('taken', {
    actions: value.taken ? [] : others,
    changes: [
      keep('emergency', id, taken, held),
      { put: 'no-timer', key: `call-again:${id}` },
      timerOf('call-unclosed', id, await notBeforeNow({ ...call, now: call.now + DAY })),
    ],
    asks: [takenCard(id, words, { person: taker, to: dialogOf(call.account) })],
  });
};

/** What is over leaves its fragments for a while, and nothing whole. */
const close = async (held: Held<'emergency'>, as: 'helped' | 'false', closer: Person, call: Call): Promise<Reply> => {
  const { id, value } = held;
  const closed: Emergency = { ...value, closed: { by: closer.id, at: call.now, as } };
  const found = await call.records.some(
    'cry',
    value.messages.map((_, at) => wordsId(id, at)),
  );
  const words = text('call-closed', { as, ...(await byWhom(closer.id, call)) });
  const others = await tellCalled({ called: value.called }, words, call, closer.id);
  const first = found.find((one) => one.id === wordsId(id, 0))?.value;
  const back = as === 'false' ? await givenBack(value, first, closer.id, call) : { actions: [], changes: [] };
  return reply(`closed:${as}`, {
    actions: [here(call, text('call-closed-yours', { as })), ...others, ...back.actions],
    changes: [
      ...back.changes,
      keep('emergency', id, closed, held),
      ...found.map(({ value: { whole: _whole, ...rest }, ...one }): Change => keep('cry', one.id, rest, one)),
      { put: 'no-timer', key: `call-again:${id}` },
      { put: 'no-timer', key: `call-unclosed:${id}` },
      timerOf('emergency-forget', id, call.now + KEPT_CLOSED),
    ],
  });
};

/** What somebody who was called answers. */
export const hearCalled = async (id: string, option: string | undefined, call: Call): Promise<Reply> => {
  const held = await call.records.get('emergency', id);
  const { person } = call;
  if (held === undefined) return reply('gone', { actions: [here(call, text('call-gone'))] });
  if (person === undefined || !held.value.called.some(({ who }) => who === person.id)) return refused(call);
  if (option === 'show') return shown(held, person, call);
  if (held.value.closed) {
    const words = text('call-closed', { as: held.value.closed.as, ...(await byWhom(held.value.closed.by, call)) });
    return reply('closed-before', { actions: [here(call, words)] });
  }
  if (option === 'take') return take(held, person, call);
  if (option === 'helped' || option === 'false') return close(held, option, person, call);
  return reply('?', { stays: true });
};

/** What the author says when asked whether an adult is near: those who were called hear it at once. */
export const hearCrisis = async (id: string, { option, words }: Answer, call: Call): Promise<Reply> => {
  const held = await call.records.get('emergency', id);
  const is = option === 'yes' || option === 'no' ? option : 'words';
  const student = held?.value.pupil ?? true;
  const said = here(call, text('crisis-heard', { answer: is, reader: student ? 'student' : 'other' }));
  if (held === undefined || held.value.closed) return reply('over', { actions: [said] });
  const { value } = held;
  const told = await tellCalled(value, text('call-answer', { answer: is }), call);
  const kept = wordsId(id, 'answer');
  const before = is === 'words' ? await call.records.get('cry', kept) : undefined;
  const fragment = (words ?? '').slice(0, FRAGMENT);
  return reply(`crisis:${is}`, {
    actions: [said, ...told],
    changes: [
      keep('emergency', id, { ...value, answer: { is, at: call.now } }, held),
      ...(is === 'words' ? [keep('cry', kept, { of: conductId(value), fragment, opened: [] }, before)] : []),
    ],
    ...(is === 'words' && { stays: true }),
  });
};

/** What is open, for those who were called: `/вызов`. */
export const openCalls = async (person: Person, call: Call): Promise<Reply> => {
  const mine = (await call.records.all('emergency')).filter(
    ({ value }) => value.closed === undefined && value.called.some(({ who }) => who === person.id),
  );
  const me = { person, to: dialogOf(call.account) };
  const asks = await Promise.all(
    mine.map(async ({ id, value }) => {
      const words = await summaryOf(value, call);
      return value.taken?.by === person.id ? takenCard(id, words, me) : openCard(id, words, me);
    }),
  );
  const words = text(mine.length === 0 ? 'call-none' : 'call-open', { count: mine.length });
  return reply('told', { actions: [here(call, words)], asks });
};
