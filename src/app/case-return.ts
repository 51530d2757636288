import { type Case, conductId } from '../domain/case.js';
import type { Chat } from '../domain/chat.js';
import { isOfSchool } from '../domain/person.js';
import type { Option } from '../domain/question.js';
import { type Held, keep } from '../domain/records.js';
import { type AccountRef, dialogOf, platformOf } from '../domain/refs.js';
import { text } from '../domain/text.js';
import { DAY } from '../domain/time.js';
import { Refused } from '../ports/platform.js';
import { OBJECTION } from './case-notice.js';
import type { Call, Reply } from './command.js';
import { trimAt, trimmed } from './evidence.js';
import { readerOf } from './incident.js';
import type { Known } from './known.js';
import { momentVars } from './people-when.js';
import { notBeforeNow } from './quiet.js';
import { here } from './reply.js';

/** Whoever does not say so long whether to give it back does not want it back. */
export const RETURN_FOR = 7 * DAY;
/** More than this the bot does not repeat in a chat. */
const LONG = 3_000;

const BACK: Option = { id: 'back', label: text('button-return'), look: 'primary' };
const NAMED: Option = { id: 'named', label: text('button-return-named'), look: 'secondary' };
const NO: Option = { id: 'no', label: text('button-return-no'), look: 'secondary' };

type Followed = Required<Pick<Reply, 'actions' | 'changes' | 'asks'>>;
const NOTHING: Followed = { actions: [], changes: [], asks: [] };

/** Whether one of them sits there; where the messenger does not say, they do. */
const isInside = async (chat: Chat, accounts: readonly AccountRef[], { messenger }: Known): Promise<boolean> => {
  const there = accounts.filter((account) => platformOf(account) === platformOf(chat.ref));
  try {
    const members = await messenger(platformOf(chat.ref)).ask({ ask: 'members', chat: chat.ref, among: there });
    return members.some(({ account }) => there.includes(account));
  } catch (error) {
    if (error instanceof Refused) return true;
    throw error;
  }
};

/** Whoever has left the school or the chat is not brought back into it by words. */
const stillThere = async (one: Case, chat: Chat, known: Known): Promise<boolean> => {
  const { person: id, account } = one;
  const person = id === undefined ? undefined : await known.people.find(id);
  if (id !== undefined && (person === undefined || !isOfSchool(person, known.now))) return false;
  const accounts = id === undefined ? [] : await known.people.accountsOf(id);
  return isInside(chat, [account, ...accounts], known);
};

/**
 * Asks the author of something that was hidden by mistake whether the bot is to publish it. What the bot cannot repeat
 * (pictures, files, what was forwarded) its author is asked to send again.
 */
export const returning = async (held: Held<'case'>, chat: Chat | undefined, known: Known): Promise<Followed> => {
  const one = held.value;
  const gone = chat === undefined || one.removed === 'kept' || !(await stillThere(one, chat, known));
  if (gone) return { ...NOTHING, changes: [trimAt(held.id, known.now)] };
  const whole = (await known.records.get('evidence', held.id))?.value.whole;
  const person = one.person === undefined ? undefined : await known.people.find(one.person);
  const vars = { reader: readerOf(person) };
  const to = dialogOf(one.account);
  const said = whole?.text.trim() ?? '';
  if (said === '' || said.length > LONG || (whole?.attachments ?? 0) > 0)
    return {
      actions: [{ do: 'send', to, text: text('return-again', vars) }],
      changes: [trimAt(held.id, known.now)],
      asks: [],
    };
  return {
    actions: [],
    changes: [trimAt(held.id, known.now + RETURN_FOR)],
    asks: [
      {
        words: text('return-ask', vars),
        data: { step: 'return', case: held.id },
        options: one.person === undefined ? [BACK, NO] : [BACK, NAMED, NO],
        to,
        whom: conductId(one),
        kept: RETURN_FOR,
        asks: OBJECTION,
      },
    ],
  };
};

/** The author's answer. In quiet hours the bot writes into no chat: it is published in the morning. */
export const hearReturn = async (id: string, option: string | undefined, call: Call): Promise<Reply> => {
  const held = await call.records.get('case', id);
  const evidence = await call.records.get('evidence', id);
  const whole = evidence?.value.whole;
  if (held === undefined || evidence === undefined || whole === undefined)
    return { actions: [here(call, text('return-over'))], changes: [], because: 'over' };
  if (option === 'no')
    return {
      actions: [here(call, text('return-none'))],
      changes: [keep('evidence', id, trimmed(evidence.value), evidence)],
      because: 'not-returned',
    };
  const at = await notBeforeNow(call);
  const words =
    at > call.now
      ? text('return-later', momentVars(at, call.zone))
      : text('return-done', { named: option ?? 'back', reader: readerOf(call.person) });
  const data = { case: id, named: option === 'named' ? 'yes' : 'no' };
  return {
    actions: [here(call, words)],
    changes: [
      { put: 'timer', timer: { key: `message-return:${id}`, at, job: 'message-return', data } },
      trimAt(id, at + DAY),
    ],
    because: 'returned',
  };
};
