import type { Chat } from '../domain/chat.js';
import type { Message } from '../domain/message.js';
import { type Given, settingsOf } from '../domain/settings.js';
import type { Intake } from '../domain/update.js';
import type { AccountFacts, Stores } from '../ports/stores.js';
import { cite, findClause } from '../regulation/cite.js';
import type { Call } from './command.js';
import type { Known } from './known.js';
import { createMay } from './may.js';
import { onceRead } from './once-read.js';
import { settingsReader } from './settings.js';

export interface KnowingDeps
  extends Pick<
    Known,
    'zone' | 'defaultMode' | 'calendar' | 'policy' | 'messenger' | 'documents' | 'calls' | 'code' | 'say' | 'nameOf'
  > {
  /** Settings of the policy's folder: what holds until the school sets its own. */
  readonly given: Given;
  readonly stores: Pick<Stores, 'people' | 'chats' | 'codes' | 'records' | 'timers' | 'traces'>;
}

/** What one decision may know, made anew for each: what it has read once it does not read again. */
export const createKnowing = ({ given, stores, ...lasting }: KnowingDeps) => {
  const { policy, nameOf } = lasting;
  const usual = settingsOf(given);
  return ({ update, received: now }: Intake, begun: number): Known => ({
    zone: lasting.zone,
    defaultMode: lasting.defaultMode,
    calendar: lasting.calendar,
    messenger: lasting.messenger,
    documents: lasting.documents,
    ...(lasting.calls && { calls: lasting.calls }),
    code: lasting.code,
    say: lasting.say,
    policy,
    nameOf,
    now,
    begun,
    settings: settingsReader(stores.records, given),
    usual,
    cite: (key) => cite(policy, key, now),
    clause: (id) => findClause(policy, id, now),
    name: (suffix) => nameOf(`${update.key}:${suffix}`),
    ...stores,
    people: onceRead(stores.people),
  });
};

/** The circumstances in which somebody turned to the bot. */
export const callOf = (
  known: Known,
  message: Message,
  chat: Chat | undefined,
  { person }: Pick<AccountFacts, 'person'>,
): Call => ({
  ...known,
  place: message.ref.place,
  account: message.author,
  ...(person ? { person } : {}),
  ...(chat ? { chat } : {}),
  message,
  may: createMay({ ...known, person, account: message.author }),
});
