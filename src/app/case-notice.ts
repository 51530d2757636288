import type { Action } from '../domain/action.js';
import { type Case, caseId } from '../domain/case.js';
import { type Chat, chatVars } from '../domain/chat.js';
import type { Option } from '../domain/question.js';
import { dialogOf } from '../domain/refs.js';
import { type Text, text } from '../domain/text.js';
import { DAY } from '../domain/time.js';
import { CERTAIN } from '../moderation/decide.js';
import { ladderAt } from '../regulation/cite.js';
import type { Ask } from './ask.js';
import type { Opened } from './case-opening.js';
import { type Incident, readerOf } from './incident.js';
import type { Known } from './known.js';
import { cited } from './may.js';
import { dateOf, momentVars } from './people-when.js';
import { isUnnamed, reasonText } from './reason.js';
import { addWorkingDays, daysOf } from './working-days.js';

/** The command that hears an objection. */
export const OBJECTION = 'возражение';
/** Working days in which an objection is decided (chat rules p. 7; `domain.md` §3.5). */
export const APPEAL_DAYS = 3;
/** An objection may be made so long. */
const OPEN_FOR = 30 * DAY;

/** [Не согласен(на)]: two taps to an objection. */
const OBJECT: Option = { id: 'object', label: text('button-object'), look: 'secondary' };

/** «оскорбление и ненормативную лексику»: at most two reasons, the surest first. */
const reasonOf = ({ verdict }: Incident): Text => {
  const categories = [
    ...new Set(
      verdict.findings
        .filter(({ confidence }) => confidence >= CERTAIN)
        .toSorted((a, b) => b.confidence - a.confidence)
        .map(({ category, rule }) => (rule === 'voice' ? 'voice' : category)),
    ),
  ];
  const [one = 'flood', two] = categories;
  const first = text(`reason-${one}`);
  return two === undefined ? first : text('reason-two', { first, second: text(`reason-${two}`) });
};

const kindOf = ({ measure, removed, source }: Case): string => {
  if (source === 'photo') return 'photo';
  if (measure !== undefined) return source === 'person' ? `${measure.kind}-by` : measure.kind;
  return removed === 'held' ? 'held' : source === 'bot' ? 'hidden' : 'hidden-by';
};

const adviceOf = ({ finding, facts }: Incident): Text =>
  text(isUnnamed(finding) ? 'advice-person' : `advice-${finding.category}`, { reader: readerOf(facts.person) });

const wordsOf = async (incident: Incident, { value }: Opened, known: Known): Promise<Text> => {
  const { chat, message, facts, finding } = incident;
  const { measure } = value;
  const due = addWorkingDays(known.now, APPEAL_DAYS, await daysOf(known));
  const days = ladderAt(known.policy, message.at)?.ladder.days ?? 0;
  return text(`notice-${kindOf(value)}`, {
    ...chatVars(chat),
    ...momentVars(message.at, known.zone),
    reader: readerOf(facts.person),
    reason: reasonOf(incident),
    cited: cited(finding.citation),
    advice: adviceOf(incident),
    due: dateOf(due, known.zone),
    role: value.by === undefined ? 'other' : ((await known.people.find(value.by))?.role ?? 'other'),
    ...(measure?.kind === 'warning' && { days }),
    ...(measure?.kind === 'read-only' && {
      until: text('moment', momentVars(measure.until, known.zone)),
      'cited-measure': cited(measure.ground),
    }),
  });
};

/** To an author whose message the messenger does not let the bot take away (a chat's owner, another administrator). */
const request = ({ message, chat, finding }: Incident, reason: Text): Action => ({
  do: 'send',
  to: dialogOf(message.author),
  text: text('notice-please-delete', { ...chatVars(chat), reason, cited: cited(finding.citation) }),
});

/** When the messenger refuses, the author is asked to take it away, and then whoever answers for the chat. */
export const instead = (incident: Incident): Action => ({
  ...request(incident, reasonOf(incident)),
  tells: { job: 'case-undeleted', about: caseId(incident.message.ref, incident.finding.citation), as: 'request' },
});

/**
 * The message goes, and only when it has gone its author alone learns why, with the clause and how to object; `others` is
 * what else is said then.
 */
export const noticeOf = async (
  incident: Incident,
  opened: Opened,
  others: readonly Action[],
  known: Known,
): Promise<Ask> => {
  const { message, facts } = incident;
  return {
    words: await wordsOf(incident, opened, known),
    data: { step: 'object', case: opened.id },
    options: [OBJECT],
    to: dialogOf(message.author),
    whom: facts.person?.id ?? message.author,
    kept: OPEN_FOR,
    asks: OBJECTION,
    carried: (send) => ({
      do: 'delete',
      message: message.ref,
      afterwards: [send, ...others],
      otherwise: instead(incident),
    }),
  };
};

/**
 * The same of a message that a person has hidden after a complaint: nothing of its words is at hand, only its case.
 * @param one as it was decided
 */
export const hiddenNotice = async (id: string, one: Case, chat: Chat, known: Known): Promise<Ask> => {
  const person = one.person === undefined ? undefined : await known.people.find(one.person);
  const by = one.by === undefined ? undefined : await known.people.find(one.by);
  const due = addWorkingDays(known.now, APPEAL_DAYS, await daysOf(known));
  const reader = readerOf(person);
  const vars = { ...chatVars(chat), ...momentVars(one.written, known.zone), reader, cited: cited(one.citation) };
  const advice = text('advice-person', { reader });
  return {
    words: text('notice-hidden-by', { ...vars, advice, role: by?.role ?? 'other', due: dateOf(due, known.zone) }),
    data: { step: 'object', case: id },
    options: [OBJECT],
    to: dialogOf(one.account),
    whom: one.person ?? one.account,
    kept: OPEN_FOR,
    asks: OBJECTION,
    carried: (send) => ({
      do: 'delete',
      message: one.message,
      afterwards: [send],
      otherwise: {
        do: 'send',
        to: dialogOf(one.account),
        text: text('notice-please-delete', { ...chatVars(chat), reason: reasonText(one), cited: cited(one.citation) }),
      },
    }),
  };
};

/** Where the bot takes nothing away, the author is asked to. */
export const flagged = (incident: Incident): Action => request(incident, reasonOf(incident));
