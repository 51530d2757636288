import type { Action } from '../domain/action.js';
import { conductId, FRAGMENT } from '../domain/case.js';
import type { Change } from '../domain/change.js';
import { type Chat, type ChatKind, chatVars } from '../domain/chat.js';
import {
  AGAIN,
  AGAIN_LATER,
  ANSWERED_WITHIN,
  AT_FIRST,
  DANGERS,
  type Danger,
  type Emergency,
  KEPT_OPEN,
  OF_LIFE,
  SAME,
  wordsId,
} from '../domain/emergency.js';
import { handlesOf, type Message } from '../domain/message.js';
import type { Person } from '../domain/person.js';
import { type Held, keep } from '../domain/records.js';
import { dialogOf } from '../domain/refs.js';
import { text } from '../domain/text.js';
import type { Finding, Unfounded, Verdict } from '../domain/verdict.js';
import { CERTAIN } from '../moderation/decide.js';
import type { Ask } from './ask.js';
import { type About, whoIsCalled } from './calling-who.js';
import { callOf, crisis, tellCalled } from './calling-words.js';
import type { Reply } from './command.js';
import { type Incident, onlyFlagged, readerOf } from './incident.js';
import type { Known } from './known.js';
import { cited } from './may.js';
import { named } from './named.js';
import { notBeforeNow } from './quiet.js';

/** A message that people are called for, and the most serious of what was found in it. */
export interface Cry extends Pick<Incident, 'message' | 'facts'> {
  readonly danger: Danger;
  readonly found: Finding | Unfounded;
  readonly chat?: Chat;
}

const isDanger = (category: string): category is Danger => DANGERS.some((one) => one === category);

/** The gravest of what was found. */
export const dangerOf = ({ findings, unfounded = [] }: Verdict): Pick<Cry, 'danger' | 'found'> | undefined =>
  [...findings, ...unfounded]
    .flatMap((found) =>
      isDanger(found.category) && found.confidence >= CERTAIN ? [{ danger: found.category, found }] : [],
    )
    .toSorted(
      (a, b) => DANGERS.indexOf(a.danger) - DANGERS.indexOf(b.danger) || b.found.confidence - a.found.confidence,
    )[0];

/**
 * Without a clause of the school's documents nothing is hidden; where the staff talk among themselves, or the bot only watches,
 * neither. That a child is alone somewhere is to be read by everybody.
 */
const hides = ({ chat, found, danger }: Cry): boolean =>
  danger !== 'alone' &&
  chat !== undefined &&
  'citation' in found &&
  !onlyFlagged(chat) &&
  (chat.mode === 'act' || !OF_LIFE.includes(danger));

/** Whether a life may be at stake: then nothing waits, and nothing is only rehearsed. */
export const isOfLife = (verdict: Verdict): boolean => {
  const danger = verdict.decision === 'alert' ? dangerOf(verdict) : undefined;
  return danger !== undefined && OF_LIFE.includes(danger.danger);
};

const evidence = ({ message, facts, found }: Cry, id: string): Change => {
  const { author, text: words, attachments } = message;
  const whole = { text: words, attachments: attachments.length, handles: [...handlesOf(attachments)] };
  const of = conductId({ account: author, ...(facts.person && { person: facts.person.id }) });
  const fragment = (words === '' ? found.evidence : words).slice(0, FRAGMENT);
  return keep('cry', id, { of, fragment, whole, opened: [] }, undefined);
};

const entryOf = ({ message: { ref, at } }: Cry, hidden: boolean): Emergency['messages'][number] => ({
  place: ref.place,
  id: ref.id,
  at,
  hidden,
});

/** When whoever is called is called again: about life at any hour, else not at night. */
export const againAt = async (
  { danger, opened }: Pick<Emergency, 'danger' | 'opened'>,
  known: Known,
): Promise<number> => {
  const after = known.now - opened < AT_FIRST ? AGAIN : AGAIN_LATER;
  if (OF_LIFE.includes(danger)) return known.now + after;
  return notBeforeNow({ ...known, now: known.now + AGAIN_LATER });
};

export const timerOf = (job: string, id: string, at: number): Change => ({
  put: 'timer',
  timer: { key: `${job}:${id}`, at, job, data: { emergency: id } },
});

/** One round of calls: the questions, and who has been called by now. */
export const callRound = async (
  id: string,
  emergency: Emergency,
  about: About,
  wide: boolean,
  known: Known,
): Promise<{ readonly asks: readonly Ask[]; readonly emergency: Emergency }> => {
  const reached = await whoIsCalled(about, wide, known);
  const before = new Set(emergency.called.map(({ who }) => who));
  const fresh = [...new Set(reached.map(({ person }) => person.id))].filter((who) => !before.has(who));
  const asks = reached.map((one) => callOf(id, emergency, before.has(one.person.id), one));
  return {
    asks,
    emergency: { ...emergency, called: [...emergency.called, ...fresh.map((who) => ({ who, at: known.now }))] },
  };
};

/** Why it was taken away: told to whoever wrote something obscene or hateful; a threat is spoken of by people. */
const notice = ({ danger, chat, message, found, facts }: Cry): Reply['actions'] => {
  if (chat === undefined || !('citation' in found) || (danger !== 'sexual' && danger !== 'extremism')) return [];
  const words = text('call-notice', {
    ...chatVars(chat),
    reader: readerOf(facts.person),
    reason: text(`reason-${danger}`),
    cited: cited(found.citation),
  });
  return [{ do: 'send', to: dialogOf(message.author), text: words }];
};

/** @param which of the emergency: those who were called hear when the messenger does not let it be taken away */
const takenOut = (cry: Cry, hidden: boolean, id: string, which: number): Reply['actions'] => {
  const tells = { job: 'call-hidden', about: id, as: String(which) };
  return hidden ? [{ do: 'delete', message: cry.message.ref, afterwards: notice(cry), tells }] : [];
};

/** Whoever has seen a child alone learns that help is called. */
const thanks = ({ danger, message, facts }: Cry): Reply['actions'] => {
  if (danger !== 'alone') return [];
  const words = text('advice-alone', { reader: readerOf(facts.person) });
  return [{ do: 'send', to: dialogOf(message.author), text: words }];
};

const PUPILS: readonly ChatKind[] = ['class_students', 'subject', 'edu_other'];
const byPupil = ({ chat, facts: { person } }: Cry): boolean =>
  person === undefined ? chat === undefined || PUPILS.includes(chat.kind) : person.role === 'student';

const raise = async (cry: Cry, hidden: boolean, known: Known): Promise<Reply> => {
  const { danger, chat, message, facts } = cry;
  const id = known.name('emergency');
  const pupils = named(message.text, await known.people.all(), 'any case').filter(
    (one) => one.role === 'student' && one.id !== facts.person?.id,
  );
  const first: Emergency = {
    danger,
    ...(chat && { chat: chat.ref }),
    account: message.author,
    ...(facts.person && { person: facts.person.id }),
    pupil: byPupil(cry),
    named: pupils.map((one) => one.id),
    messages: [entryOf(cry, hidden)],
    opened: known.now,
    called: [],
  };
  const about: About = { danger, chat, person: facts.person, named: danger === 'threat' ? pupils : [] };
  const { asks, emergency } = await callRound(id, first, about, false, known);
  const asksAuthor = danger === 'self-harm';
  return {
    actions: [...takenOut(cry, hidden, id, 0), ...thanks(cry)],
    changes: [
      keep('emergency', id, emergency, undefined),
      evidence(cry, wordsId(id, 0)),
      timerOf('call-again', id, await againAt(emergency, known)),
      timerOf('emergency-forget', id, known.now + KEPT_OPEN),
      ...(asksAuthor ? [timerOf('crisis-silent', id, known.now + ANSWERED_WITHIN)] : []),
    ],
    asks: [...asks, ...(asksAuthor ? [crisis(id, emergency)] : [])],
    because: `called:${danger}:${emergency.called.length}`,
  };
};

/** To whoever writes to the bot itself again. */
const heard = ({ message, facts }: Cry): Action => ({
  do: 'send',
  to: dialogOf(message.author),
  text: text('crisis-heard', { answer: 'no', reader: readerOf(facts.person) }),
});

/** More of the same: those who were called see it in the card. */
const added = async (held: Held<'emergency'>, cry: Cry, hidden: boolean, known: Known): Promise<Reply> => {
  const { value, id } = held;
  const more: Emergency = { ...value, messages: [...value.messages, entryOf(cry, hidden)] };
  return {
    actions: [
      ...takenOut(cry, hidden, id, value.messages.length),
      ...(await tellCalled(value, text('call-more'), known)),
      ...(cry.chat === undefined ? [heard(cry)] : []),
    ],
    changes: [keep('emergency', id, more, held), evidence(cry, wordsId(id, value.messages.length))],
    because: `called-more:${cry.danger}`,
  };
};

const isOf = ({ value }: Held<'emergency'>, { place, id }: Message['ref']): boolean =>
  value.messages.some((one) => one.place === place && one.id === id);

/**
 * Somebody may be in danger: it goes from the chat where the documents let it, without a word there, and people are called at
 * once, at any hour. Never a strike. `domain.md` §0a.2, §3.3, SC-05e.
 */
export const calling = async (cry: Cry, known: Known): Promise<Reply> => {
  const hidden = hides(cry);
  const all = await known.records.all('emergency');
  const same = all.find((held) => isOf(held, cry.message.ref));
  const again: Action = { do: 'delete', message: cry.message.ref };
  if (same) return { actions: hidden ? [again] : [], changes: [], because: 'called-already' };
  const open = all.find(
    ({ value }) =>
      value.account === cry.message.author &&
      value.danger === cry.danger &&
      value.closed === undefined &&
      known.now - (value.messages.at(-1)?.at ?? value.opened) < SAME,
  );
  return open ? added(open, cry, hidden, known) : raise(cry, hidden, known);
};

/** The person as the roster has him; nobody once he is forgotten. */
export const authorOf = async ({ person }: Emergency, { people }: Known): Promise<Person | undefined> =>
  person === undefined ? undefined : people.find(person);
