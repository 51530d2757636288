import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';
import type { Action } from '../domain/action.js';
import type { Change } from '../domain/change.js';
import { type Chat, chatVars } from '../domain/chat.js';
import { type Text, text } from '../domain/text.js';
import { MINUTE } from '../domain/time.js';
import type { Known } from './known.js';
import { cited } from './may.js';
import { notBefore } from './quiet.js';

dayjs.extend(utc);
dayjs.extend(timezone);

/** Newcomers of so long are greeted together. */
const TOGETHER = 10 * MINUTE;

const GREETED: Readonly<Partial<Record<Chat['kind'], string>>> = {
  class_parents: 'group-hello-parents',
  class_students: 'group-hello-students',
  subject: 'group-hello-students',
};

const dayOf = (at: number, zone: string): string => dayjs(at).tz(zone).format('YYYY-MM-DD');

export const greetTimer = ({ ref }: Pick<Chat, 'ref'>): string => `greet:${ref}`;

/** Sets the greeting of today's newcomers, unless they have been greeted today or will be. */
export const greetLater = async (chat: Chat, known: Known): Promise<readonly Change[]> => {
  if (chat.mode !== 'act' || GREETED[chat.kind] === undefined) return [];
  const { now, zone, records, timers } = known;
  const held = await records.get('greeting', chat.ref);
  const key = greetTimer(chat);
  if (await timers.find(key)) return [];
  const at = notBefore(now + TOGETHER, await known.settings(), zone);
  const greeted = held?.value.greeted;
  if (greeted !== undefined && dayOf(greeted, zone) === dayOf(at, zone)) return [];
  return [{ put: 'timer', timer: { key, at, job: 'greet', data: { chat: chat.ref } } }];
};

/** What is said to all newcomers of a chat, `HELLO_PARENTS` and `HELLO_STUDENTS`. */
export const helloWords = (chat: Chat): Text | undefined => {
  const key = GREETED[chat.kind];
  return key === undefined ? undefined : text(key, chatVars(chat));
};

/** The rules in short, `PIN_RULES`: what the school has not adopted is not said. Nothing while no regulation is in force. */
export const rulesWords = async ({ cite, settings }: Known): Promise<Text | undefined> => {
  const [polite, rights, quiet] = [cite('POLITE'), cite('RIGHTS'), cite('QUIET')];
  if (polite === null || rights === null) return undefined;
  const { quietHours } = await settings();
  const rules = text('membership-rules', {
    polite: cited(polite),
    rights: cited(rights),
    adopted: quiet === null ? 'no' : 'yes',
    from: quietHours.from,
    to: quietHours.to,
  });
  return text('group-pinned-rules', { rules });
};

/** The same words have the same name. */
export const nameOfRules = ({ vars = {} }: Text): string => JSON.stringify(vars);

/** Sends and pins the rules. */
export const pinRules = (chat: Chat, words: Text): Action => ({ do: 'send', to: chat.ref, text: words, pinned: true });

const PINNED: readonly Chat['kind'][] = ['class_parents', 'class_students', 'class_teachers', 'subject', 'edu_other'];

/** Whether the rules hang in chats of this kind. */
export const hasRules = ({ kind }: Chat): boolean => PINNED.includes(kind);

/** What follows a registration: the rules are hung, and the bot looks who is there. Where it only watches, once it acts. */
export const settlingIn = (chat: Chat, now: number): readonly Change[] => {
  const { ref, mode } = chat;
  if (mode !== 'act') return [];
  const soon = (job: string): Change => ({
    put: 'timer',
    timer: { key: `${job}:${ref}`, at: now, job, data: { chat: ref } },
  });
  return [...(hasRules(chat) ? [soon('hang-rules')] : []), soon('reconcile-chat')];
};
