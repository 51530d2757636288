import type { Action } from '../domain/action.js';
import type { Change } from '../domain/change.js';
import type { Message } from '../domain/message.js';
import { type AccountRef, dialogOf, inChat } from '../domain/refs.js';
import { text } from '../domain/text.js';
import { isSameTimer } from '../domain/timer.js';
import type { Intake, Update } from '../domain/update.js';
import { answered } from './answered.js';
import { chatMoved } from './chat-moved.js';
import type { Command } from './command.js';
import { asked } from './conversation.js';
import { createDecideMessage } from './decide-message.js';
import { byEditions } from './editions.js';
import { createGather, type Gather, type MessageFacts, present } from './gather.js';
import { hearPress } from './hear.js';
import { dailyTimer } from './jobs/daily.js';
import type { Job } from './jobs/job.js';
import { joining, leaving, rehearsed } from './joining.js';
import { knocking } from './knocking.js';
import { callOf, createKnowing, type KnowingDeps } from './knowing.js';
import type { Known } from './known.js';
import { type Thought, thought } from './thought.js';

/**
 * `facts` may have been asked for before; they are read here otherwise. `begun` is when work on it began, and makes a
 * difference only to what is not done late.
 */
export type Decide = (intake: Intake, facts?: ReturnType<Gather>, begun?: number) => Promise<Thought>;

export interface DecideDeps extends KnowingDeps {
  readonly commands: readonly Command[];
  readonly jobs: readonly Job[];
  /** The bot's own account in each messenger. */
  readonly self: (account: AccountRef) => boolean;
}

type Of<K extends Update['kind']> = Extract<Update, { kind: K }>;

const NOBODY: MessageFacts = { chat: undefined, account: { noticedUntil: 0 } };

const decideBy = (deps: DecideDeps): Decide => {
  const { stores, commands, self } = deps;
  const knownAt = createKnowing(deps);
  const gather = createGather(stores);
  const decideMessage = createDecideMessage(deps);

  const written = async (intake: Intake, update: Of<'message'>, facts: ReturnType<Gather> | undefined, known: Known) =>
    self(update.message.author)
      ? thought('own')
      : decideMessage(update, (await (facts ?? gather(intake))) ?? NOBODY, known);

  const pressed = async (update: Of<'pressed'>, known: Known): Promise<Thought> => {
    const { place, account, at, message: ref } = update;
    const chat = inChat(place) ? await stores.chats.find(place) : undefined;
    const facts = present(await stores.people.facts(account), known.now);
    const under = ref ?? { place, id: '' };
    const hung: Message = { ref: under, author: account, at, text: '', attachments: [], forwarded: [] };
    const call = callOf(known, hung, chat, facts);
    return answered(await hearPress(update, call, commands), call);
  };

  const fired = async ({ timer }: Of<'timer'>, known: Known): Promise<Thought> => {
    const waiting = await stores.timers.find(timer.key);
    if (waiting === undefined || !isSameTimer(waiting, timer)) return thought('timer:gone');
    const job = deps.jobs.find(({ name }) => name === waiting.job);
    if (job === undefined) return thought(`timer:${waiting.job}:?`, [{ put: 'fired', timer: waiting }]);
    const reply = await asked(await job.run(waiting.data, waiting.at, known), '', known);
    const next = dailyTimer(job, known.zone, known.now);
    const changes: readonly Change[] = [
      { put: 'fired', timer: waiting },
      ...(next ? [{ put: 'timer', timer: next } as const] : []),
      ...reply.changes,
    ];
    const told = thought(`timer:${job.name}:${reply.because}`, changes, reply.actions);
    return reply.about === undefined ? told : { ...told, person: reply.about };
  };

  const cameOrWent = async (update: Of<'joined'> | Of<'left'>, known: Known): Promise<Thought> => {
    if (self(update.account)) return selfMoved(update, known.now);
    const found = update.kind === 'joined' ? await joining(update, known) : await leaving(update, known);
    const observing = (await stores.chats.find(update.chat))?.mode === 'observe';
    const { actions, changes, because } = await asked(observing ? rehearsed(found) : found, '', known);
    // Where the bot only watches, what would follow is journaled and not done.
    return { ...thought(because, changes, actions), via: observing ? 'simulation' : 'messenger' };
  };

  const selfMoved = ({ kind, chat, by }: Of<'joined'> | Of<'left'>, at: number): Thought => {
    const present = kind === 'joined';
    const greeting: readonly Action[] =
      !present || by === undefined || self(by) ? [] : [{ do: 'send', to: dialogOf(by), text: text('added-to-chat') }];
    return thought(present ? 'added' : 'removed', [{ put: 'presence', chat, present, at }], greeting);
  };

  /** Where the bot only watches, whoever knocks waits for a person. */
  const knocked = async (update: Of<'knocked'>, known: Known): Promise<Thought> => {
    const { actions, because } = await knocking(update, known);
    const observing = (await stores.chats.find(update.chat))?.mode === 'observe';
    return { ...thought(because, [], actions), via: observing ? 'simulation' : 'messenger' };
  };

  return async (intake, facts, begun = intake.received) => {
    const { update, received: at } = intake;
    const known = knownAt(intake, begun);
    switch (update.kind) {
      case 'message':
        return written(intake, update, facts, known);
      case 'joined':
      case 'left':
        return cameOrWent(update, known);
      case 'pressed':
        return pressed(update, known);
      case 'timer':
        return fired(update, known);
      case 'dialog-opened':
      case 'dialog-closed': {
        const open = update.kind === 'dialog-opened';
        return thought(update.kind, [{ put: 'dialog', dialog: update.dialog, open, at }]);
      }
      case 'knocked':
        return knocked(update, known);
      case 'moved':
        return thought('moved', await chatMoved(update, stores));
      case 'gap':
        return thought('gap');
    }
  };
};

/** Facts, then the pure rooms, then actions as data: what follows from one update. */
export const createDecide = byEditions(decideBy);
