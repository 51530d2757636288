import { grant, type Matter, openAppeal, takeBack, type Word } from '../cases/decisions.js';
import type { Action } from '../domain/action.js';
import { type Case, conductId } from '../domain/case.js';
import type { Change } from '../domain/change.js';
import { type Chat, chatVars } from '../domain/chat.js';
import { type Held, keep } from '../domain/records.js';
import { dialogOf } from '../domain/refs.js';
import { text } from '../domain/text.js';
import { approved } from './case-approved.js';
import { tellConcerned } from './case-concerned.js';
import { measureDeciders } from './case-deciders.js';
import { returning } from './case-return.js';
import type { Reply } from './command.js';
import { undisputed } from './evidence.js';
import type { Known } from './known.js';
import { limitedUntil, limits } from './limited.js';
import { momentVars } from './people-when.js';
import { dialogsOf } from './people-who.js';
import { silenced, spoken } from './silence.js';

type Followed = Required<Pick<Reply, 'actions' | 'changes' | 'asks'>>;

/** May write again at once, unless another limit is running there. */
const unsilenced = async (
  held: Held<'case'>,
  chat: Chat | undefined,
  known: Known,
): Promise<Pick<Reply, 'actions' | 'changes'>> => {
  if (chat === undefined || !limits(held.value, known.now)) return { actions: [], changes: [] };
  const { person, account } = held.value;
  const until = await limitedUntil(chat, conductId(held.value), known, held.id);
  return until > known.now
    ? silenced(chat, { person, account }, until, true, known)
    : spoken(chat, { person, account }, known);
};

const WAITING: readonly string[] = [
  'case-card',
  'case-late',
  'appeal-card',
  'appeal-late',
  'measure-end',
  'strike-end',
];

const ended = async (
  held: Held<'case'>,
  chat: Chat | undefined,
  known: Known,
): Promise<Pick<Reply, 'actions' | 'changes'>> => {
  const { actions, changes } = await unsilenced(held, chat, known);
  const waiting = WAITING.map((job): Change => ({ put: 'no-timer', key: `${job}:${held.id}` }));
  return { actions, changes: [...changes, ...waiting] };
};

/**
 * What a case was doing to somebody ends at once: the limit, and all that waits to happen of it. The case, what stands
 * against the person, and all words are the caller's.
 */
export const takenBack = async (
  held: Held<'case'>,
  chat: Chat | undefined,
  known: Known,
): Promise<Pick<Reply, 'actions' | 'changes'>> => {
  const { actions, changes } = await ended(held, chat, known);
  return { actions, changes: [...changes, await undisputed(held.id, known)] };
};

/** Who is to look again at what leant on it: whoever decided that, or was asked to. */
const responsible = async ({ value }: Held<'case'>, chat: Chat, known: Known) => {
  const who = value.decided?.by ?? value.asked?.who ?? (await measureDeciders(value, chat, known))[0]?.id;
  const person = who === undefined ? undefined : await known.people.find(who);
  return person ? dialogsOf([person], known) : [];
};

/**
 * A later limit was a step of the ladder because this one stood: whoever answers for it is told. It is not lifted by itself,
 * since a person may have confirmed it for what was said.
 */
const leaning = async (held: Held<'case'>, known: Known): Promise<Reply['actions']> => {
  const { person, written } = held.value;
  if (person === undefined || held.value.measure === undefined) return [];
  const later = (await known.records.all('case')).filter(
    ({ id, value }) => id !== held.id && value.person === person && value.written > written && limits(value, known.now),
  );
  const told = await Promise.all(
    later.map(async (other) => {
      const chat = await known.chats.find(other.value.chat);
      const words = text('case-leans', { number: held.value.number, later: other.value.number });
      const reached = chat ? await responsible(other, chat, known) : [];
      return reached.map(({ to }): Action => ({ do: 'send', to, text: words }));
    }),
  );
  return told.flat();
};

/** What there is to be sorry for. */
const stoodAs = (one: Case, now: number): string => {
  const { measure, removed } = one;
  if (measure === undefined) return removed;
  if (measure.kind === 'warning') return 'warning';
  return limits(one, now) ? 'read-only' : 'ended';
};

/** Whoever was to decide the objection need not any more. */
const released = async (one: Case, { by }: Word, { people }: Known): Promise<Reply['actions']> => {
  const appeal = openAppeal(one);
  if (appeal?.to === undefined || appeal.to === by) return [];
  const words = text('appeal-moot', { number: appeal.number });
  return (await people.accountsOf(appeal.to)).map((account) => ({ do: 'send', to: dialogOf(account), text: words }));
};

const told = async (
  one: Case,
  chat: Chat | undefined,
  { words = '' }: Word,
  known: Known,
): Promise<Reply['actions']> => {
  const vars = {
    ...chatVars(chat ?? { kind: 'edu_other' }),
    ...momentVars(one.written, known.zone),
    as: stoodAs(one, known.now),
    number: openAppeal(one)?.number ?? 0,
    said: words === '' ? 'no' : 'yes',
    words,
  };
  return tellConcerned(one, known, () => text('case-reversed', vars));
};

/**
 * A person has found that the bot was wrong (`domain.md` §0a.17; SC-04, 8b): the measure and its strike are taken back,
 * the case is an example for its rule, its author is told and asked whether what was hidden is to be given back, and the
 * same words of the same author there are not hidden again. Of what was decided before nothing follows.
 * @param by what decides it: whoever was asked about the measure, or about the objection
 */
export const reversed = async (
  held: Held<'case'>,
  word: Word,
  by: 'decision' | 'appeal',
  known: Known,
): Promise<Followed> => {
  const one = held.value;
  const of = conductId(one);
  const conduct = await known.records.get('conduct', of);
  const matter: Matter = { id: held.id, case: one, conduct: conduct?.value ?? { strikes: [] } };
  const moved = by === 'appeal' ? grant(matter, word) : takeBack(matter, word, true);
  if ('unmoved' in moved) return { actions: [], changes: [], asks: [] };
  const chat = await known.chats.find(one.chat);
  const struck = conduct?.value.strikes.some((strike) => strike.case === held.id) ?? false;
  const back = await ended(held, chat, known);
  const given = await returning(held, chat, known);
  return {
    actions: [
      ...back.actions,
      ...(await told(one, chat, word, known)),
      ...given.actions,
      ...(await released(one, word, known)),
      ...(await leaning(held, known)),
    ],
    changes: [
      keep('case', held.id, moved.matter.case, held),
      ...(conduct && struck ? [keep('conduct', of, moved.matter.conduct, conduct)] : []),
      ...back.changes,
      ...given.changes,
      ...(await approved(held.id, known)),
    ],
    asks: given.asks,
  };
};
