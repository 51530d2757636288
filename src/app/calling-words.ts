import type { Action } from '../domain/action.js';
import { type Chat, chatVars } from '../domain/chat.js';
import { type Emergency, GIVEN_UP } from '../domain/emergency.js';
import { shortName } from '../domain/names.js';
import type { Person } from '../domain/person.js';
import type { Option } from '../domain/question.js';
import { dialogOf } from '../domain/refs.js';
import { type Text, text } from '../domain/text.js';
import type { Ask } from './ask.js';
import type { Known } from './known.js';
import { momentVars } from './people-when.js';
import type { Reached } from './people-who.js';

/** The command that hears whoever is called. */
export const EMERGENCY = 'вызов';

const TAKE: Option = { id: 'take', label: text('button-call-take'), look: 'positive' };
const SHOW: Option = { id: 'show', label: text('button-call-show'), look: 'secondary' };
const HELPED: Option = { id: 'helped', label: text('button-call-helped'), look: 'positive' };
const FALSE: Option = { id: 'false', label: text('button-call-false'), look: 'secondary' };

/** Goes before everything else. */
export const urgently = (send: Extract<Action, { do: 'send' }>): Action => ({ ...send, first: true });

const cardOf =
  (step: 'call' | 'taken', options: readonly Option[]) =>
  (id: string, words: Text, { person, to }: Reached): Ask => ({
    words,
    data: { step, emergency: id },
    options,
    to,
    whom: person.id,
    kept: GIVEN_UP,
    asks: EMERGENCY,
  });
/** To one who may take it. */
export const openCard = cardOf('call', [TAKE, SHOW]);
/** To whoever has taken it: what is known, and how to close it. */
export const takenCard = cardOf('taken', [SHOW, HELPED, FALSE]);

/** To one of those who are called: without a name or a word of the message, for it may be seen on a locked screen. */
export const callOf = (id: string, { danger, pupil }: Emergency, again: boolean, called: Reached): Ask => ({
  ...openCard(id, text('call', { danger, who: pupil ? 'student' : 'other', again: again ? 'yes' : 'no' }), called),
  carried: urgently,
});

const authorOf = (author: Person | undefined): Text =>
  author === undefined
    ? text('call-author-unknown')
    : text('call-author', { name: shortName(author), class: author.classes.join(', '), role: author.role });

/** What is known of it, without the words. */
export const summary = (
  emergency: Emergency,
  chat: Chat | undefined,
  author: Person | undefined,
  zone: string,
): Text => {
  const { messages, answer, unreached, danger } = emergency;
  const asked = danger !== 'self-harm' ? 'unasked' : unreached ? 'unreached' : (answer?.is ?? 'silent');
  return text('call-card', {
    where: chat ? text('call-chat', chatVars(chat)) : text('call-dialog'),
    ...momentVars(messages[0]?.at ?? emergency.opened, zone),
    author: authorOf(author),
    hidden: messages.some(({ hidden }) => hidden) ? 'yes' : 'no',
    answer: asked,
  });
};

/** `CRISIS_DM`: to the author alone. When it cannot be delivered nothing is said anywhere else. */
export const crisis = (id: string, { account, person, pupil }: Emergency): Ask => ({
  words: text('crisis', { reader: pupil ? 'student' : 'other' }),
  data: { step: 'crisis', emergency: id },
  options: [
    { id: 'yes', label: text('button-crisis-yes'), look: 'secondary' },
    { id: 'no', label: text('button-crisis-no'), look: 'secondary' },
  ],
  free: true,
  breaksIn: true,
  to: dialogOf(account),
  whom: person ?? account,
  carried: (send) => ({ ...send, first: true, tells: { job: 'crisis-told', about: id, as: 'crisis' } }),
  asks: EMERGENCY,
});

/** A line to everybody who was called and can be reached, or only to whoever has taken it. */
export const tellCalled = async (
  { called, taken }: Pick<Emergency, 'called' | 'taken'>,
  words: Text,
  { people }: Pick<Known, 'people'>,
  but?: string,
): Promise<readonly Action[]> => {
  const who = (taken ? [taken.by] : called.map((one) => one.who)).filter((id) => id !== but);
  const accounts = await Promise.all(who.map(async (id) => people.accountsOf(id)));
  return accounts.flat().map((account) => ({ do: 'send', to: dialogOf(account), text: words, first: true }));
};
