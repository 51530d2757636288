import type { ChatKind } from '../domain/chat.js';
import type { Message } from '../domain/message.js';
import { type Person, STAFF } from '../domain/person.js';
import { text } from '../domain/text.js';
import { DAY } from '../domain/time.js';
import { decide } from '../moderation/decide.js';
import alone from '../moderation/rules/alone.js';
import selfHarm from '../moderation/rules/self-harm.js';
import { standing } from '../regulation/cite.js';
import { calling, dangerOf } from './calling.js';
import type { Call, Reply } from './command.js';
import { here } from './reply.js';

/** What is heard of what people write to the bot itself. */
const HEARD = [selfHarm, alone] as const;

/** Of pupils also what somebody has written to them: «помогите ей». Adults forward to complain, and say so. */
const ownWords = (message: Message, person: Person | undefined): Message =>
  person?.role === 'student' ? message : { ...message, forwarded: [], attachments: [] };

/** The bot has asked whether an adult is near, and hears any words as the answer: see `crisis`. */
const answers = async ({ account, records, now }: Call): Promise<boolean> => {
  const all = await records.all('emergency');
  return all.some(
    ({ value: { account: author, danger, closed, answer, opened } }) =>
      author === account &&
      danger === 'self-harm' &&
      closed === undefined &&
      (answer === undefined || answer.is === 'words') &&
      now - opened < DAY,
  );
};

/**
 * Pupils are told that they may write to the bot when something is wrong (`HELLO_STUDENTS`): whoever writes there that he does
 * not want to live is heard as in a chat. Nothing for all other words, and for the staff, who dictate texts there.
 */
export const crying = async (call: Call): Promise<Reply | undefined> => {
  const { person, message, policy } = call;
  if (person !== undefined && STAFF.includes(person.role)) return undefined;
  const kind: ChatKind = person?.role === 'parent' ? 'class_parents' : 'class_students';
  const words = ownWords(message, person);
  const verdict = decide(
    words,
    { chat: kind, ...(person && { role: person.role }) },
    standing(policy, message.at),
    HEARD,
  );
  const danger = verdict.decision === 'alert' ? dangerOf(verdict) : undefined;
  if (danger === undefined || (await answers(call))) return undefined;
  // Nobody could say whom to help.
  if (person === undefined)
    return { actions: [here(call, text('crisis-stranger'))], changes: [], because: 'cry:stranger' };
  return calling({ ...danger, message: words, facts: { person, noticedUntil: 0 } }, call);
};
