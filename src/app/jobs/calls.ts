import { z } from 'zod';
import type { Change } from '../../domain/change.js';
import { GIVEN_UP, wordsId } from '../../domain/emergency.js';
import { keep } from '../../domain/records.js';
import { text } from '../../domain/text.js';
import { ToldData } from '../../domain/told.js';
import { againAt, authorOf, callRound, timerOf } from '../calling.js';
import { takenCard, tellCalled } from '../calling-words.js';
import { returning } from '../case-return.js';
import type { Reply } from '../command.js';
import { dialogsOf } from '../people-who.js';
import { defineJob } from './job.js';

const Data = z.object({ emergency: z.string() });

const nothing = (because: string): Reply => ({ actions: [], changes: [], because });

/** Nobody has taken it yet: called again, and with them the director and the administrator. */
export const callAgain = defineJob({
  name: 'call-again',
  data: Data,
  run: async ({ emergency: id }, _due, known) => {
    const held = await known.records.get('emergency', id);
    if (held === undefined || held.value.taken || held.value.closed) return nothing('over');
    const { value } = held;
    if (known.now - value.opened > GIVEN_UP) return nothing('given-up');
    const [chat, person, pupils] = await Promise.all([
      value.chat === undefined ? undefined : known.chats.find(value.chat),
      authorOf(value, known),
      Promise.all(value.named.map(async (one) => known.people.find(one))),
    ]);
    const named = value.danger === 'threat' ? pupils.flatMap((one) => one ?? []) : [];
    const about = { danger: value.danger, chat, person, named };
    const { asks, emergency } = await callRound(id, value, about, true, known);
    return {
      actions: [],
      changes: [keep('emergency', id, emergency, held), timerOf('call-again', id, await againAt(value, known))],
      asks,
      because: `called-again:${asks.length}`,
    };
  },
});

/** The author has not said whether an adult is near: those who were called must know. */
export const crisisSilent = defineJob({
  name: 'crisis-silent',
  data: Data,
  run: async ({ emergency: id }, _due, known) => {
    const held = await known.records.get('emergency', id);
    if (held === undefined || held.value.answer || held.value.unreached || held.value.closed) return nothing('over');
    return {
      ...nothing('silent'),
      actions: await tellCalled(held.value, text('call-answer', { answer: 'silent' }), known),
    };
  },
});

/** The author could not be written to: people must reach him, and nothing is said anywhere else. */
export const crisisTold = defineJob({
  name: 'crisis-told',
  data: ToldData,
  run: async ({ about: id, endings }, _due, known) => {
    const reached = endings.some(({ is }) => is === 'done' || is === 'degraded' || is === 'simulated');
    const held = await known.records.get('emergency', id);
    if (reached || held === undefined || held.value.closed) return nothing(reached ? 'reached' : 'over');
    const unreached = { ...held.value, unreached: true as const };
    return {
      actions: await tellCalled(held.value, text('call-answer', { answer: 'unreached' }), known),
      changes: [keep('emergency', id, unreached, held)],
      because: 'unreached',
    };
  },
});

/** What the messenger does not let the bot take away: people do it by hand. */
export const callHidden = defineJob({
  name: 'call-hidden',
  data: ToldData,
  run: async ({ about: id, endings }, _due, known) => {
    const held = await known.records.get('emergency', id);
    const stays = endings.filter(({ is }) => is === 'refused' || is === 'unsupported' || is === 'uncertain');
    if (stays.length === 0 || held === undefined || held.value.closed) return nothing('hidden');
    const messages = held.value.messages.map((one, at) =>
      stays.some(({ as }) => as === String(at)) ? { ...one, hidden: false } : one,
    );
    return {
      actions: await tellCalled(held.value, text('call-not-hidden'), known),
      changes: [keep('emergency', id, { ...held.value, messages }, held)],
      because: 'not-hidden',
    };
  },
});

/** Taken a day ago and not closed: whoever has taken it is reminded, once. */
export const callUnclosed = defineJob({
  name: 'call-unclosed',
  data: Data,
  run: async ({ emergency: id }, _due, known) => {
    const held = await known.records.get('emergency', id);
    const by = held?.value.taken?.by;
    const taker = by === undefined ? undefined : await known.people.find(by);
    if (held === undefined || held.value.closed || taker === undefined) return nothing('over');
    const words = text('call-unclosed');
    const asks = (await dialogsOf([taker], known)).map((reached) => takenCard(id, words, reached));
    return { ...nothing('unclosed'), asks };
  },
});

/** What was hidden in error is offered to its author. */
export const callReturn = defineJob({
  name: 'call-return',
  data: z.object({ case: z.string() }),
  run: async ({ case: id }, _due, known) => {
    const held = await known.records.get('case', id);
    if (held === undefined) return nothing('gone');
    return { ...(await returning(held, await known.chats.find(held.value.chat), known)), because: 'offered' };
  },
});

/** The end of the time for which it is kept (`domain.md` §4.1): words first of all. */
export const emergencyForget = defineJob({
  name: 'emergency-forget',
  data: Data,
  run: async ({ emergency: id }, _due, known) => {
    const held = await known.records.get('emergency', id);
    const ids = held?.value.messages.map((_, at) => wordsId(id, at)) ?? [];
    const words = await known.records.some('cry', [...ids, wordsId(id, 'answer')]);
    return {
      actions: [],
      changes: [
        ...words.map((one): Change => keep('cry', one.id, null, one)),
        ...(held ? [keep('emergency', id, null, held)] : []),
      ],
      because: 'forgotten',
    };
  },
});
