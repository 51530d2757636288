import { respond } from '../cases/notice.js';
import type { Action } from '../domain/action.js';
import type { Change } from '../domain/change.js';
import type { Chat } from '../domain/chat.js';
import { type AccountRef, type ChatRef, dialogOf, inChat } from '../domain/refs.js';
import { text } from '../domain/text.js';
import type { Intake, Update } from '../domain/update.js';
import type { Verdict } from '../domain/verdict.js';
import { decide } from '../moderation/decide.js';
import type { Rights } from '../ports/platform.js';
import type { AccountFacts, Stores } from '../ports/stores.js';
import { cite, findClause, standing } from '../regulation/cite.js';
import type { Policy } from '../regulation/policy.js';
import type { Command } from './command.js';
import type { Decided } from './entry.js';
import { createGather, type Gather, type MessageFacts } from './gather.js';
import { type Cite, createMay } from './may.js';
import { runCommand } from './run-command.js';

export interface Thought extends Decided {
  readonly changes: readonly Change[];
}
/**
 * `facts` may have been asked for before; they are read here otherwise. `begun` is when work on it began, and makes a
 * difference only to what is not done late.
 */
export type Decide = (intake: Intake, facts?: ReturnType<Gather>, begun?: number) => Promise<Thought>;

export interface DecideDeps {
  readonly stores: Pick<Stores, 'people' | 'chats' | 'codes'>;
  readonly policy: Policy;
  readonly commands: readonly Command[];
  /** Whether newly registered chats start by observing or acting. */
  readonly defaultMode: Chat['mode'];
  /** The bot's own account in each messenger. */
  readonly self: (account: AccountRef) => boolean;
  /** The bot's rights in a chat that is being registered; undefined when the messenger does not know it. */
  readonly rights: (chat: ChatRef) => Promise<Rights | undefined>;
}

type Message = Extract<Update, { kind: 'message' }>;
type Joined = Extract<Update, { kind: 'joined' }>;

const NOBODY: MessageFacts = { chat: undefined, account: { noticedUntil: 0 } };
const NOTHING: Verdict = { decision: 'keep', findings: [], errors: [] };

const thought = (because: string, changes: readonly Change[] = [], actions: readonly Action[] = []): Thought => ({
  verdict: NOTHING,
  because,
  actions,
  changes,
  via: 'messenger',
});

/** Facts, then the pure rooms, then actions as data: what follows from one update. */
export const createDecide = (deps: DecideDeps): Decide => {
  const { stores, policy, commands } = deps;
  const gather = createGather(stores);

  const command = async (
    intake: Intake,
    update: Message,
    chat: Chat | undefined,
    { person }: AccountFacts,
    begun: number,
  ) => {
    const { message } = update;
    const citeNow: Cite = (key) => cite(policy, key, intake.received);
    const reply = await runCommand(commands, {
      now: intake.received,
      begun,
      place: message.ref.place,
      account: message.author,
      ...(person ? { person } : {}),
      ...(chat ? { chat } : {}),
      message,
      defaultMode: deps.defaultMode,
      cite: citeNow,
      may: createMay({ person, cite: citeNow }),
      clause: (id) => findClause(policy, id, intake.received),
      ...stores,
    });
    if (reply === undefined) return undefined;
    const actions = (await helpless(reply.changes)) ?? reply.actions;
    return { ...thought(reply.because, reply.changes, actions), ...(person ? { person: person.id } : {}) };
  };

  /** What is said instead when a chat is registered in which the bot could not keep order. */
  const helpless = async (changes: readonly Change[]): Promise<readonly Action[] | undefined> => {
    const chat = changes.find((change) => change.put === 'chat')?.chat.ref;
    if (chat === undefined || (await deps.rights(chat))?.moderate) return undefined;
    return [{ do: 'send', to: chat, text: text('group-no-rights') }];
  };

  /** A message of a registered chat, judged by the edition that was in force when it was written. */
  const judge = ({ received }: Intake, { message }: Message, chat: Chat, facts: AccountFacts): Thought => {
    const role = facts.person?.role;
    const place = { chat: chat.kind, ...(chat.class ? { class: chat.class } : {}), ...(role ? { role } : {}) };
    const verdict = decide(message, place, standing(policy, message.at));
    const response = respond({ verdict, message, chat, noticedUntil: facts.noticedUntil, now: received });
    const observing = chat.mode === 'observe';
    return {
      verdict,
      because: observing && response.actions.length > 0 ? 'observe' : response.because,
      actions: response.actions,
      // A rehearsal costs nobody anything.
      changes: observing ? [] : response.changes,
      via: observing ? 'simulation' : 'messenger',
      ...(facts.person ? { person: facts.person.id } : {}),
    };
  };

  const message = async (
    intake: Intake,
    update: Message,
    asked: ReturnType<Gather> | undefined,
    begun: number,
  ): Promise<Thought> => {
    const { ref, author } = update.message;
    if (deps.self(author)) return thought('own');
    const place = ref.place;
    const { chat, account: facts } = (await (asked ?? gather(intake))) ?? NOBODY;
    const judged = chat && judge(intake, update, chat, facts);
    if (judged && judged.verdict.decision !== 'keep') return judged;
    // A command is carried out when it is written, not when an old one is edited.
    const commanded = update.edited ? undefined : await command(intake, update, chat, facts, begun);
    return commanded ?? judged ?? thought(inChat(place) ? 'unregistered' : 'dialog');
  };

  const joined = async ({ received: at }: Intake, { account, chat, by }: Joined): Promise<Thought> => {
    if (!deps.self(account)) return thought('member');
    const greeting: readonly Action[] =
      by === undefined || deps.self(by) ? [] : [{ do: 'send', to: dialogOf(by), text: text('added-to-chat') }];
    return thought('added', [{ put: 'presence', chat, present: true, at }], greeting);
  };

  return async (intake, facts, begun = intake.received) => {
    const { update, received: at } = intake;
    switch (update.kind) {
      case 'message':
        return message(intake, update, facts, begun);
      case 'joined':
        return joined(intake, update);
      case 'left': {
        const gone = deps.self(update.account);
        return gone
          ? thought('removed', [{ put: 'presence', chat: update.chat, present: false, at }])
          : thought('member');
      }
      case 'pressed':
        return thought(
          'pressed',
          [],
          [
            {
              do: 'answer',
              press: update.press,
              account: update.account,
              place: update.place,
              text: text('button-stale'),
            },
          ],
        );
      case 'dialog-opened':
      case 'dialog-closed': {
        const open = update.kind === 'dialog-opened';
        return thought(update.kind, [{ put: 'dialog', dialog: update.dialog, open, at }]);
      }
      case 'gap':
        return thought('gap');
    }
  };
};
