import { isOwnDecision, isProvisional, undecidable } from '../cases/decisions.js';
import { EPISODE } from '../cases/ladder.js';
import { type Case, conductId } from '../domain/case.js';
import { type Chat, chatVars } from '../domain/chat.js';
import { shortName } from '../domain/names.js';
import type { Person } from '../domain/person.js';
import type { Option } from '../domain/question.js';
import type { Held } from '../domain/records.js';
import { type Text, text } from '../domain/text.js';
import { ladderAt } from '../regulation/cite.js';
import { permitted } from '../regulation/permissions-answer.js';
import { rulesAt } from '../regulation/permissions-rules.js';
import type { Ask } from './ask.js';
import { asking, option } from './case-talk.js';
import type { Known } from './known.js';
import { cited, scopeOf } from './may.js';
import { momentVars } from './people-when.js';
import { reasonText } from './reason.js';

/** Whether it waits for a person: a limit, or a message that is only held. What is hidden for good waits for nobody. */
export const waits = (one: Case, now: number): boolean =>
  undecidable(one, now) === undefined &&
  (isProvisional(one) || (one.removed !== 'deleted' && one.measure === undefined));

/** What of the chat rules grounds the case's measure. */
export const stepOf = ({ measure, written }: Case, { policy }: Pick<Known, 'policy'>) =>
  measure === undefined ? undefined : ladderAt(policy, written)?.ladder.steps[measure.step - 1];

/** For how many days a person may limit: the bot's own day, and longer ones as far as the chat rules go. */
const DAYS: readonly number[] = [1, 3, 7];
const daysFor = (one: Case, known: Pick<Known, 'policy'>): readonly number[] => {
  const most = isProvisional(one) ? (stepOf(one, known)?.upToDays ?? 0) : 0;
  return DAYS.filter((days) => days <= most);
};

const confirmation = (one: Case, known: Pick<Known, 'policy'>): readonly Option[] => {
  const days = daysFor(one, known);
  if (days.length < 2) return [option('confirm', 'primary')];
  return days.map((count) => ({
    id: `confirm-${count}`,
    label: text('button-case-confirm-days', { count }),
    look: 'primary' as const,
  }));
};

/** What this reader may answer to a card; [Показать фрагмент] only while it has not been shown. */
export const optionsOf = (
  one: Case,
  reader: string | undefined,
  shown: boolean,
  known: Pick<Known, 'policy' | 'now'>,
): readonly Option[] => {
  const show = shown ? [] : [option('show', 'secondary')];
  if (isOwnDecision(one, reader, known.now)) return [...show, option('cancel', 'negative')];
  if (undecidable(one, known.now)) return show;
  if (isProvisional(one))
    return [...show, ...confirmation(one, known), option('cancel', 'negative'), option('party', 'secondary')];
  if (waits(one, known.now) && one.removed === 'kept')
    return [...show, option('hide', 'negative'), option('leave', 'primary'), option('party', 'secondary')];
  if (waits(one, known.now))
    return [...show, option('back', 'primary'), option('keep', 'negative'), option('party', 'secondary')];
  return [...show, option('cancel', 'negative')];
};

/** Everything of one quarter of an hour that one person wrote in one chat and that went the same way, the first first. */
export const episodeOf = async (held: Held<'case'>, { records }: Pick<Known, 'records'>) => {
  const { value } = held;
  const together = (await records.all('case')).filter(
    ({ value: other }) =>
      other.chat === value.chat &&
      conductId(other) === conductId(value) &&
      other.removed === value.removed &&
      Math.abs(other.written - value.written) < EPISODE,
  );
  return together.sort((a, b) => a.value.written - b.value.written || a.value.number - b.value.number);
};

/** Which case of the episode people are asked about: the one with the measure, else the first nobody has decided. */
export const leadOf = (episode: readonly Held<'case'>[], now: number): Held<'case'> | undefined =>
  episode.find(({ value }) => value.measure !== undefined) ??
  episode.find(({ value }) => undecidable(value, now) === undefined);

/** Whom a card may name to this reader: by name only to those who may see the case itself. */
export const authorFor = async (one: Case, chat: Chat, reader: Person, known: Known): Promise<Text> => {
  const person = one.person === undefined ? undefined : await known.people.find(one.person);
  const question = { permission: 'see-case', scope: scopeOf(chat), now: known.now } as const;
  const named = permitted(rulesAt(known.policy, known.now), reader, question).granted === 'yes';
  return text('case-author', {
    name: person && named ? shortName(person) : '',
    role: one.role ?? 'other',
    class: chat.class ?? '',
    placed: chat.class === undefined ? 'no' : 'yes',
    known: person && named ? 'named' : 'role',
  });
};

const kindOf = (one: Case): string => one.measure?.kind ?? (one.removed === 'deleted' ? 'hidden' : one.removed);

/** The same as it is told: of a limit that a person has decided nothing waits. */
const toldKind = (one: Case): string => (kindOf(one) === 'read-only' && !isProvisional(one) ? 'limited' : kindOf(one));

/** What there is to do about it, for this reader. */
const nextOf = (one: Case, reader: Person, now: number): string => {
  if (isOwnDecision(one, reader.id, now)) return 'own';
  if (waits(one, now)) return kindOf(one);
  return undecidable(one, now) ? 'none' : 'nothing';
};

/** How it stands once nothing is left to decide. */
export const stateOf = (one: Case, now: number): string => {
  const { measure, decided, wrong } = one;
  if (wrong) return 'cancelled';
  if (measure && (measure.state !== 'provisional' || now >= measure.until))
    return measure.state === 'provisional' ? 'lapsed' : measure.state;
  return decided?.as ?? 'open';
};

/** When it was decided, or ended by itself. */
export const endedAt = ({ decided, appeal, measure, closed }: Case, now: number): number =>
  decided?.at ?? appeal?.decided?.at ?? Math.min(measure?.until ?? now, closed ?? now);

const objection = async ({ appeal }: Case, { people }: Known): Promise<readonly Text[]> => {
  if (appeal === undefined || appeal.decided) return [];
  const to = appeal.to === undefined ? undefined : await people.find(appeal.to);
  return [text('case-objected', { number: appeal.number, role: to?.role ?? 'commission' })];
};

/** A card about a case: no word of the message stands in it. */
export const cardWords = async (held: Held<'case'>, chat: Chat, reader: Person, known: Known): Promise<Text> => {
  const one = held.value;
  const { measure } = one;
  const count = (await episodeOf(held, known)).length;
  const lines: readonly Text[] = [
    text('case-head', { ...chatVars(chat), ...momentVars(one.written, known.zone), number: one.number }),
    await authorFor(one, chat, reader, known),
    text('case-what', {
      kind: toldKind(one),
      source: one.source === 'photo' || one.source === 'bot' ? one.source : 'person',
      complaints: one.complaints?.length ?? 0,
      reason: reasonText(one),
      cited: cited(one.citation),
      until: measure ? text('moment', momentVars(measure.until, known.zone)) : '',
      'cited-measure': measure ? cited(measure.ground) : '',
    }),
    ...(count > 1 ? [text('case-episode', { count })] : []),
    ...(await objection(one, known)),
    text('case-next', {
      next: nextOf(one, reader, known.now),
      state: stateOf(one, known.now),
    }),
  ];
  return text('case-card', { lines });
};

/** The card with its buttons. */
export const cardFor = async (held: Held<'case'>, chat: Chat, reader: Person, known: Known): Promise<Ask> =>
  asking(
    await cardWords(held, chat, reader, known),
    { step: 'card', case: held.id },
    optionsOf(held.value, reader.id, false, known),
  );
