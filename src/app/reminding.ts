import { conductId } from '../domain/case.js';
import { type Chat, chatVars } from '../domain/chat.js';
import type { Message } from '../domain/message.js';
import type { Option } from '../domain/question.js';
import { keep } from '../domain/records.js';
import { dialogOf } from '../domain/refs.js';
import type { ReminderKind } from '../domain/reminder.js';
import { type Text, text } from '../domain/text.js';
import { HOUR } from '../domain/time.js';
import type { AccountFacts } from '../ports/stores.js';
import { measureGround } from '../regulation/cite.js';
import type { Reply } from './command.js';
import { type Incident, readerOf } from './incident.js';
import type { Known } from './known.js';
import { cited } from './may.js';
import { isPaused } from './own-posts.js';
import { isQuiet, notBefore } from './quiet.js';

/** The command that hears that somebody wants no more of it. */
export const REMINDERS_COMMAND = 'напоминания';
/** A person is reminded of what was found at most this often. */
const SELDOM = 12 * HOUR;

const NO_MORE: Option = { id: 'never', label: text('button-no-reminders'), look: 'secondary' };

type Whom = Pick<Message, 'author'>;

/** One soft word to the author alone, unless it was said lately or is not wanted; never anything in the chat. */
export const softly = async (
  kind: ReminderKind,
  words: Text,
  until: number,
  { author }: Whom,
  { person }: AccountFacts,
  known: Known,
): Promise<Reply | undefined> => {
  const id = conductId({ account: author, ...(person && { person: person.id }) });
  const held = await known.records.get('reminder', id);
  const { until: told = {}, never = [] } = held?.value ?? {};
  if (never.includes(kind) || known.now < (told[kind] ?? 0)) return undefined;
  return {
    actions: [],
    changes: [keep('reminder', id, { until: { ...told, [kind]: until }, never }, held)],
    asks: [
      {
        words,
        data: { step: 'never', kind },
        options: [NO_MORE],
        to: dialogOf(author),
        whom: person?.id ?? author,
        asks: REMINDERS_COMMAND,
      },
    ],
    because: `reminded:${kind}`,
  };
};

/** What was found costs a word in private and nothing else (`domain.md` §3.3, step 0): the message stays. */
export const reminding = async (incident: Incident, known: Known): Promise<Reply> => {
  const { finding, message, chat, facts } = incident;
  const reader = readerOf(facts.person);
  const about = finding.rule === 'voice' ? 'voice' : finding.category;
  const words = text('remind-finding', {
    ...chatVars(chat),
    reader,
    reason: text(`reason-${about}`),
    cited: cited(finding.citation),
    advice: text(`advice-${about}`, { reader }),
  });
  const said = await softly('finding', words, known.now + SELDOM, message, facts, known);
  return said ?? { actions: [], changes: [], because: 'reminded' };
};

const FAMILIES: readonly Chat['kind'][] = ['class_students', 'class_parents', 'subject', 'edu_other'];

/**
 * In quiet hours everybody may write and nothing is touched; parents and pupils are told once a night, in private, that
 * they will be answered in the morning. Only where the school has adopted quiet hours.
 */
export const nightly = async (
  message: Message,
  chat: Chat,
  facts: AccountFacts,
  known: Known,
): Promise<Reply | undefined> => {
  const role = facts.person?.role;
  if (chat.mode !== 'act' || !FAMILIES.includes(chat.kind) || (role !== 'parent' && role !== 'student'))
    return undefined;
  const settings = await known.settings();
  if (!isQuiet(message.at, settings, known.zone)) return undefined;
  const ground = measureGround(known.policy, 'QUIET', message.at);
  const morning = notBefore(message.at, settings, known.zone);
  if (ground === null || known.now >= morning || (await isPaused(chat, known))) return undefined;
  const { from, to } = settings.quietHours;
  const words = text('remind-quiet', { from, to, reader: readerOf(facts.person), cited: cited(ground) });
  return softly('quiet', words, morning, message, facts, known);
};
