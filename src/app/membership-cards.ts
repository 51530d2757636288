import type { Action } from '../domain/action.js';
import { type Chat, chatVars } from '../domain/chat.js';
import { type Finding, membershipId } from '../domain/membership.js';
import { shortName } from '../domain/names.js';
import { isOfSchool, type Person } from '../domain/person.js';
import type { Option } from '../domain/question.js';
import { type Text, text } from '../domain/text.js';
import { DAY } from '../domain/time.js';
import { standingFor } from '../regulation/permissions-hats.js';
import type { Ask } from './ask.js';
import { inOwnHands, isFrozen } from './frozen.js';
import { HEARS } from './invites-talk.js';
import type { Known } from './known.js';
import type { Place } from './membership-facts.js';
import { dialogsOf, type Reached, whoMay } from './people-who.js';

/** A card about somebody in a chat may be answered so long. */
const KEPT = 30 * DAY;

/**
 * Who answers for a chat: the class teacher or a stand-in; of other chats whoever registered it; the deputy while that
 * account may be in other hands.
 */
export const responsibleFor = async (chat: Chat, { people, records, now }: Known): Promise<Person | undefined> => {
  const one =
    chat.class === undefined
      ? await people.find(chat.registered.by)
      : standingFor(await people.all(), 'class-teacher', chat.class, now);
  if (!(await isFrozen(one, records))) return one;
  const deputies = (await people.all()).filter((other) => other.role === 'deputy' && isOfSchool(other, now));
  return (await inOwnHands(deputies, { records }))[0];
};

const administrators = async (known: Known, but: Person | undefined): Promise<readonly Reached[]> =>
  dialogsOf(
    (await whoMay('approve-join', {}, known)).filter(({ id }) => id !== but?.id),
    known,
  );

/** The dialogs of those who answer for a chat: of the one who does, else of the administrators. */
export const reachResponsible = async (chat: Chat, known: Known): Promise<readonly Reached[]> => {
  const one = await responsibleFor(chat, known);
  const reached = one ? await dialogsOf([one], known) : [];
  return reached.length > 0 ? reached : administrators(known, one);
};

const EXCLUDE: Option = { id: 'exclude', label: text('button-membership-exclude'), look: 'negative' };
const OWN: Option = { id: 'own', label: text('button-membership-own'), look: 'primary' };
const ADMIT: Option = { id: 'admit', label: text('button-membership-admit'), look: 'secondary' };
const LEAVE: Option = { id: 'leave', label: text('button-membership-leave'), look: 'secondary' };

const optionsFor = (finding: Finding): readonly Option[] =>
  finding === 'alien' ? [EXCLUDE, OWN, LEAVE] : [EXCLUDE, ADMIT, LEAVE];

/** Words about a finding; people of the school are named, others never: neither a page nor a number. */
export const findingWords = ({ chat, finding, person }: Place, adder?: Person): Text =>
  text('membership-found', {
    ...chatVars(chat),
    finding: finding ?? 'alien',
    who: person ? shortName(person) : '',
    adder: adder ? shortName(adder) : '',
    added: adder ? 'yes' : 'no',
  });

/** Whoever answers for the chat decides; the administrators know. What was decided long ago is only told. */
export const findingCards = async (
  place: Place,
  known: Known,
  adder?: Person,
): Promise<{ readonly actions: readonly Action[]; readonly asks: readonly Ask[] }> => {
  const { chat, account, finding } = place;
  const words = findingWords(place, adder);
  const responsible = await reachResponsible(chat, known);
  const told = new Set(responsible.map(({ to }) => to));
  const one = await responsibleFor(chat, known);
  const others = (await administrators(known, one)).filter(({ to }) => !told.has(to));
  const decided = finding === 'left' || finding === 'foreign';
  const tell = (reached: readonly Reached[]) => reached.map(({ to }): Action => ({ do: 'send', to, text: words }));
  if (decided || finding === undefined) return { actions: tell([...responsible, ...others]), asks: [] };
  return {
    actions: tell(others),
    asks: responsible.map(({ person, to }) => ({
      words,
      data: { step: 'membership', id: membershipId(chat.ref, account) },
      options: optionsFor(finding),
      to,
      whom: person.id,
      kept: KEPT,
      asks: HEARS,
    })),
  };
};
