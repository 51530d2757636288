import { openAppeal } from '../cases/decisions.js';
import type { Appeal, Case } from '../domain/case.js';
import type { Change } from '../domain/change.js';
import { type Chat, chatVars } from '../domain/chat.js';
import { shortName } from '../domain/names.js';
import type { Person } from '../domain/person.js';
import type { Option } from '../domain/question.js';
import { type Held, keep } from '../domain/records.js';
import { type Text, text } from '../domain/text.js';
import { DAY } from '../domain/time.js';
import { permitted } from '../regulation/permissions-answer.js';
import { rulesAt } from '../regulation/permissions-rules.js';
import type { Ask } from './ask.js';
import { tellConcerned } from './case-concerned.js';
import { appealDeciders } from './case-deciders.js';
import { OBJECTION } from './case-notice.js';
import type { Reply } from './command.js';
import type { Known } from './known.js';
import { cited, scopeOf } from './may.js';
import { chatOf, passedWords } from './objection-deciders.js';
import { dateOf, momentVars } from './people-when.js';
import { dialogsOf, whoMay } from './people-who.js';
import { reasonText } from './reason.js';
import { daysOf, nextWorkingDay } from './working-days.js';

/** A card may be answered so long; it is laid before somebody anew every working day that it is late. */
const KEPT = 60 * DAY;
/** When whoever cannot be reached is tried again. */
const MORNING = '08:00';

const SHOW: Option = { id: 'show', label: text('button-appeal-show'), look: 'secondary' };
const GRANT: Option = { id: 'grant', label: text('button-appeal-grant'), look: 'positive' };
const DECLINE: Option = { id: 'decline', label: text('button-appeal-decline'), look: 'negative' };
const PARTY: Option = { id: 'party', label: text('button-appeal-party'), look: 'secondary' };

/** What may be answered to the card. */
export const optionsOf = (shown: boolean): readonly Option[] => [...(shown ? [] : [SHOW]), GRANT, DECLINE, PARTY];

const kindOf = ({ measure, removed }: Case): string => measure?.kind ?? removed;

/** Whoever may see the case itself reads a name; the administration learns whose role it is. */
const authorFor = async (one: Case, chat: Chat, reader: Person, { people, policy, now }: Known): Promise<Text> => {
  const person = one.person === undefined ? undefined : await people.find(one.person);
  const question = { permission: 'see-case', scope: scopeOf(chat), now } as const;
  const named = person !== undefined && permitted(rulesAt(policy, now), reader, question).granted === 'yes';
  return text('appeal-author', {
    named: named ? 'yes' : 'no',
    name: named ? shortName(person) : '',
    author: one.role ?? 'unknown',
    placed: chat.class === undefined ? 'no' : 'yes',
    class: chat.class ?? '',
  });
};

/** Everything that whoever decides has to know, but the message. */
const cardWords = async (one: Case, appeal: Appeal, reader: Person, known: Known): Promise<Text> => {
  const chat = await chatOf(one, known);
  const { measure } = one;
  return text('appeal-card', {
    number: appeal.number,
    case: one.number,
    ...chatVars(chat),
    ...momentVars(one.written, known.zone),
    due: dateOf(appeal.due, known.zone),
    author: await authorFor(one, chat, reader, known),
    reason: reasonText(one),
    cited: cited(one.citation),
    source: one.source === 'bot' ? 'bot' : 'person',
    measure: kindOf(one),
    state: measure?.state ?? 'none',
    until: measure ? text('moment', momentVars(measure.until, known.zone)) : '',
    said: appeal.words === '' ? 'no' : 'yes',
    words: appeal.words,
  });
};

/** The card in each dialog of this person. */
export const cardsFor = async (held: Held<'case'>, reader: Person, known: Known): Promise<readonly Ask[]> => {
  const appeal = openAppeal(held.value);
  if (appeal === undefined) return [];
  const words = await cardWords(held.value, appeal, reader, known);
  return (await dialogsOf([reader], known)).map(({ to }) => ({
    words,
    data: { step: 'appeal', case: held.id },
    options: optionsOf(false),
    to,
    whom: reader.id,
    kept: KEPT,
    asks: OBJECTION,
  }));
};

/** The card, when the bot may write of itself. */
export const cardAt = (id: string, at: number): Change => ({
  put: 'timer',
  timer: { key: `appeal-card:${id}`, at, job: 'appeal-card', data: { case: id } },
});

/** Those who see that nothing stays undone: told a number, nothing of the contents. */
export const toAdministrators = async (words: Text, known: Known): Promise<Reply['actions']> =>
  (await dialogsOf(await whoMay('approve-join', {}, known), known)).map(({ to }) => ({ do: 'send', to, text: words }));

const nothing = (because: string): Reply => ({ actions: [], changes: [], because });

/** Nobody of the school is left to decide: whoever objected is told where to go. */
const toCommission = async (held: Held<'case'>, appeal: Appeal, known: Known): Promise<Reply> => {
  const { to: _nobody, ...rest } = appeal;
  return {
    actions: await tellConcerned(held.value, known, passedWords(appeal.number, undefined)),
    changes: [keep('case', held.id, { ...held.value, appeal: rest }, held)],
    because: 'commission',
  };
};

/** Whoever decides cannot be written to: the administrators hear of it, and it is tried again in the morning. */
const nobodyReached = async (held: Held<'case'>, { number }: Appeal, known: Known): Promise<Reply> => ({
  actions: await toAdministrators(text('appeal-nobody', { number }), known),
  changes: [cardAt(held.id, nextWorkingDay(known.now, MORNING, await daysOf(known)))],
  because: 'nobody',
});

/** Lays an objection before the one who was named, or else before the first who may decide it and can be reached. */
export const layAppeal = async (id: string, known: Known): Promise<Reply> => {
  const held = await known.records.get('case', id);
  const appeal = held && openAppeal(held.value);
  if (held === undefined || appeal === undefined) return nothing('gone');
  const able = await appealDeciders(held.value, await chatOf(held.value, known), known);
  if (able.length === 0) return toCommission(held, appeal, known);
  const named = able.filter((person) => person.id === appeal.to);
  const [reached] = await dialogsOf([...named, ...able], known);
  if (reached === undefined) return nobodyReached(held, appeal, known);
  const { person } = reached;
  const moved = person.id !== appeal.to;
  return {
    actions: moved ? await tellConcerned(held.value, known, passedWords(appeal.number, person)) : [],
    changes: moved ? [keep('case', id, { ...held.value, appeal: { ...appeal, to: person.id } }, held)] : [],
    asks: await cardsFor(held, person, known),
    because: 'asked',
    ...(held.value.person && { about: held.value.person }),
  };
};
