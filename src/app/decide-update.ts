import type { Action } from '../domain/action.js';
import type { Change } from '../domain/change.js';
import type { Chat } from '../domain/chat.js';
import { type AccountRef, type ChatRef, dialogOf, inChat, platformOf } from '../domain/refs.js';
import { type Given, settingsOf } from '../domain/settings.js';
import { type Text, text } from '../domain/text.js';
import type { Intake, Update } from '../domain/update.js';
import type { Verdict } from '../domain/verdict.js';
import { decide } from '../moderation/decide.js';
import type { Rights } from '../ports/platform.js';
import type { AccountFacts, Stores } from '../ports/stores.js';
import { cite, findClause, standing } from '../regulation/cite.js';
import { isOfLife } from './calling.js';
import { chatMoved } from './chat-moved.js';
import type { Call, Command, Reply } from './command.js';
import { consequences } from './consequences.js';
import { asked } from './conversation.js';
import { crying } from './crying.js';
import { byEditions } from './editions.js';
import type { Decided } from './entry.js';
import { everyday } from './everyday.js';
import { countedForecast } from './forecast.js';
import { createGather, type Gather, type MessageFacts, present } from './gather.js';
import { hearPress } from './hear.js';
import { wishInChat } from './invites-pupil.js';
import { dailyTimer } from './jobs/daily.js';
import type { Job } from './jobs/job.js';
import { joining, leaving, rehearsed } from './joining.js';
import { knocking } from './knocking.js';
import type { Known } from './known.js';
import { type Picture, worthALook } from './looking.js';
import { createMay } from './may.js';
import { dayReader, factsOf, judgedPart, mayBePublished } from './moderation-facts.js';
import { onceRead } from './once-read.js';
import { outOfPlace } from './out-of-place.js';
import { keepPromise } from './people-role.js';
import { nightly } from './reminding.js';
import { runCommand } from './run-command.js';
import { settingsReader } from './settings.js';
import { tracesOf } from './traces.js';

export interface Thought extends Decided {
  readonly changes: readonly Change[];
  /** Pictures that are to be looked at when there is time. */
  readonly pictures?: readonly Picture[];
}
/**
 * `facts` may have been asked for before; they are read here otherwise. `begun` is when work on it began, and makes a
 * difference only to what is not done late.
 */
export type Decide = (intake: Intake, facts?: ReturnType<Gather>, begun?: number) => Promise<Thought>;

/** What does not change from one update to the next. */
type Lasting = Pick<
  Known,
  'zone' | 'defaultMode' | 'calendar' | 'policy' | 'messenger' | 'documents' | 'calls' | 'code'
>;

export interface DecideDeps extends Lasting {
  /** Settings of the policy's folder: what holds until the school sets its own. */
  readonly given: Given;
  readonly stores: Pick<Stores, 'people' | 'chats' | 'codes' | 'records' | 'timers' | 'traces'>;
  readonly commands: readonly Command[];
  readonly jobs: readonly Job[];
  /** The bot's own account in each messenger. */
  readonly self: (account: AccountRef) => boolean;
  readonly say: (text: Text) => string;
  /** A name made from words that are not to be read: `Vault.pseudonym`. */
  readonly nameOf: (words: string) => string;
}

type Of<K extends Update['kind']> = Extract<Update, { kind: K }>;

const NOBODY: MessageFacts = { chat: undefined, account: { noticedUntil: 0 } };
const NOTHING: Verdict = { decision: 'keep', findings: [], errors: [] };

const thought = (because: string, changes: readonly Change[] = [], actions: readonly Action[] = []): Thought => ({
  verdict: NOTHING,
  because,
  actions,
  changes,
  via: 'messenger',
});

const decideBy = (deps: DecideDeps): Decide => {
  const { stores, policy, commands, say } = deps;
  const gather = createGather(stores);
  const usual = settingsOf(deps.given);
  const dayOf = dayReader(deps.zone);
  const lengthOf = (label: Text) => say(label).length;

  const knownAt = ({ update, received: now }: Intake, begun: number): Known => ({
    now,
    begun,
    zone: deps.zone,
    defaultMode: deps.defaultMode,
    settings: settingsReader(stores.records, deps.given),
    usual,
    calendar: deps.calendar,
    policy,
    messenger: deps.messenger,
    documents: deps.documents,
    ...(deps.calls && { calls: deps.calls }),
    code: deps.code,
    cite: (key) => cite(policy, key, now),
    clause: (id) => findClause(policy, id, now),
    nameOf: deps.nameOf,
    say: deps.say,
    name: (suffix) => deps.nameOf(`${update.key}:${suffix}`),
    ...stores,
    people: onceRead(stores.people),
  });

  const callOf = (known: Known, message: Call['message'], chat: Chat | undefined, { person }: AccountFacts): Call => ({
    ...known,
    place: message.ref.place,
    account: message.author,
    ...(person ? { person } : {}),
    ...(chat ? { chat } : {}),
    message,
    may: createMay({ ...known, person, account: message.author }),
  });

  /** A reply with what it asks, and whose it was. */
  const answered = async (reply: Reply, call: Call): Promise<Thought> => {
    const { actions, changes, because } = await asked(
      await keepPromise(reply, call),
      reply.asker ?? '',
      call,
      lengthOf,
      call,
    );
    return { ...thought(because, changes, actions), ...(call.person ? { person: call.person.id } : {}) };
  };

  const command = async (
    intake: Intake,
    { message }: Of<'message'>,
    chat: Chat | undefined,
    facts: AccountFacts,
    begun: number,
  ): Promise<Thought | undefined> => {
    const call = callOf(knownAt(intake, begun), message, chat, facts);
    const reply = (await runCommand(commands, call, say)) ?? (await wishInChat(call));
    if (reply === undefined) return undefined;
    const instead = await helpless(reply.changes);
    return answered(instead ? { ...reply, actions: instead, asks: [] } : reply, call);
  };

  const rightsIn = async (chat: ChatRef): Promise<Rights | undefined> =>
    (await deps.messenger(platformOf(chat)).ask({ ask: 'rights', chats: [chat] })).get(chat);

  /** What is said instead when a chat is registered in which the bot could not keep order. */
  const helpless = async (changes: readonly Change[]): Promise<readonly Action[] | undefined> => {
    const chat = changes.find((change) => change.put === 'chat')?.chat.ref;
    if (chat === undefined || (await rightsIn(chat))?.moderate) return undefined;
    return [{ do: 'send', to: chat, text: text('group-no-rights') }];
  };

  /** A message of a registered chat, judged by the edition that was in force when it was written. */
  const judge = async (
    intake: Intake,
    update: Of<'message'>,
    chat: Chat,
    found: MessageFacts,
    begun: number,
  ): Promise<Thought> => {
    const known = knownAt(intake, begun);
    const { message } = update;
    const { account: facts } = found;
    const read = judgedPart(update);
    const place = factsOf(update, chat, found, dayOf);
    const grounds = standing(policy, message.at);
    const first = decide(read, place, grounds);
    // What the school has published is asked for only when something was found that may be it.
    const published = (first.decision !== 'keep' || mayBePublished(first)) && { school: await known.settings() };
    const verdict = published ? decide(read, { ...place, ...published }, grounds) : first;
    const reply = await consequences({ verdict, message, chat, facts }, known);
    const whole = await asked(reply, '', known, lengthOf);
    return judged(verdict, whole, chat, facts, await countedForecast(verdict, chat, known));
  };

  /** Where the bot only watches, what would follow is journaled and not done; a rehearsal costs nobody anything, and is counted. */
  const judged = (
    verdict: Verdict,
    { actions, changes, because }: Reply,
    chat: Chat,
    { person }: AccountFacts,
    counted: readonly Change[],
  ): Thought => {
    // Who is in danger is helped where the bot only watches, too.
    const observing = chat.mode === 'observe' && !isOfLife(verdict);
    return {
      verdict,
      because: observing && actions.length > 0 ? 'observe' : because,
      actions,
      changes: observing ? counted : [...changes, ...counted],
      via: observing ? 'simulation' : 'messenger',
      ...(person ? { person: person.id } : {}),
    };
  };

  const misplaced = async (
    intake: Intake,
    { message }: Of<'message'>,
    chat: Chat,
    facts: AccountFacts,
    begun: number,
  ): Promise<Thought | undefined> => {
    const call = callOf(knownAt(intake, begun), message, chat, facts);
    const reply = await outOfPlace(facts.noticedUntil, call);
    return reply && answered(reply, call);
  };

  const message = async (
    intake: Intake,
    update: Of<'message'>,
    asked: ReturnType<Gather> | undefined,
    begun: number,
  ): Promise<Thought> => {
    if (deps.self(update.message.author)) return thought('own');
    const found = (await (asked ?? gather(intake))) ?? NOBODY;
    const heard = await hear(intake, update, found, begun);
    if (found.chat === undefined) return heard;
    const changes = [...heard.changes, ...tracesOf(update, intake.received)];
    return { ...heard, changes, pictures: worthALook(update, heard.verdict) };
  };

  const hear = async (intake: Intake, update: Of<'message'>, found: MessageFacts, begun: number): Promise<Thought> => {
    const { chat, account: facts } = found;
    const judged = chat && (await judge(intake, update, chat, found, begun));
    // A verdict that nobody carries out is no reason to leave a command undone.
    if (judged && (judged.actions.length > 0 || update.seen || judged.verdict.decision === 'alert')) return judged;
    const cried = inChat(update.message.ref.place) ? undefined : await cry(intake, update, facts, begun);
    if (cried) return cried;
    const removed = chat && (await misplaced(intake, update, chat, facts, begun));
    if (removed) return removed;
    // A command is carried out when it is written, not when an old one is edited.
    const commanded = update.edited ? undefined : await command(intake, update, chat, facts, begun);
    if (commanded) return commanded;
    return (
      (chat && judged && (await aside(judged, intake, update, chat, facts, begun))) ??
      judged ??
      thought(inChat(update.message.ref.place) ? 'unregistered' : 'dialog')
    );
  };

  /** Written to the bot itself by somebody who may be in danger. */
  const cry = async (
    intake: Intake,
    { message }: Of<'message'>,
    facts: AccountFacts,
    begun: number,
  ): Promise<Thought | undefined> => {
    const call = callOf(knownAt(intake, begun), message, undefined, facts);
    const reply = await crying(call);
    return reply && answered(reply, call);
  };

  /** What an innocent message may cost: a quiet word to somebody, or in quiet hours one to its author a night. */
  const aside = async (
    judged: Thought,
    intake: Intake,
    { message, edited }: Of<'message'>,
    chat: Chat,
    facts: AccountFacts,
    begun: number,
  ): Promise<Thought | undefined> => {
    const known = knownAt(intake, begun);
    const reply = edited
      ? undefined
      : ((await everyday(message, chat, facts, known)) ?? (await nightly(message, chat, facts, known)));
    if (reply === undefined) return undefined;
    const { actions, changes, because } = await asked(reply, '', known, lengthOf);
    return { ...judged, because, actions, changes: [...judged.changes, ...changes] };
  };

  const pressed = async (intake: Intake, update: Of<'pressed'>, begun: number): Promise<Thought> => {
    const { place, account, at, message: ref } = update;
    const chat = inChat(place) ? await stores.chats.find(place) : undefined;
    const facts = present(await stores.people.facts(account), intake.received);
    const hung = { ref: ref ?? { place, id: '' }, author: account, at, text: '', attachments: [], forwarded: [] };
    const call = callOf(knownAt(intake, begun), hung, chat, facts);
    return answered(await hearPress(update, call, commands), call);
  };

  const fired = async (intake: Intake, { timer }: Of<'timer'>, begun: number): Promise<Thought> => {
    const waiting = await stores.timers.find(timer.key);
    if (waiting?.at !== timer.at) return thought('timer:gone');
    const job = deps.jobs.find(({ name }) => name === waiting.job);
    if (job === undefined) return thought(`timer:${waiting.job}:?`, [{ put: 'fired', timer: waiting }]);
    const known = knownAt(intake, begun);
    const reply = await asked(await job.run(waiting.data, waiting.at, known), '', known, lengthOf);
    const next = dailyTimer(job, deps.zone, intake.received);
    const changes: readonly Change[] = [
      { put: 'fired', timer: waiting },
      ...(next ? [{ put: 'timer', timer: next } as const] : []),
      ...reply.changes,
    ];
    const told = thought(`timer:${job.name}:${reply.because}`, changes, reply.actions);
    return reply.about === undefined ? told : { ...told, person: reply.about };
  };

  /** Where the bot only watches, what would follow is journaled and not done. */
  const moved = async (intake: Intake, update: Of<'joined'> | Of<'left'>, begun: number): Promise<Thought> => {
    const { received: at } = intake;
    const { account, chat } = update;
    if (deps.self(account)) return selfMoved(update, at);
    const known = knownAt(intake, begun);
    const found = update.kind === 'joined' ? await joining(update, known) : await leaving(update, known);
    const observing = (await stores.chats.find(chat))?.mode === 'observe';
    const { actions, changes, because } = await asked(observing ? rehearsed(found) : found, '', known, lengthOf);
    return { ...thought(because, changes, actions), via: observing ? 'simulation' : 'messenger' };
  };

  /** Where the bot only watches, whoever knocks waits for a person. */
  const knocked = async (intake: Intake, update: Of<'knocked'>, begun: number): Promise<Thought> => {
    const { actions, because } = await knocking(update, knownAt(intake, begun));
    const observing = (await stores.chats.find(update.chat))?.mode === 'observe';
    return { ...thought(because, [], actions), via: observing ? 'simulation' : 'messenger' };
  };

  const selfMoved = (update: Of<'joined'> | Of<'left'>, at: number): Thought => {
    const present = update.kind === 'joined';
    const { chat, by } = update;
    const greeting: readonly Action[] =
      !present || by === undefined || deps.self(by)
        ? []
        : [{ do: 'send', to: dialogOf(by), text: text('added-to-chat') }];
    return thought(present ? 'added' : 'removed', [{ put: 'presence', chat, present, at }], greeting);
  };

  return async (intake, facts, begun = intake.received) => {
    const { update, received: at } = intake;
    switch (update.kind) {
      case 'message':
        return message(intake, update, facts, begun);
      case 'joined':
      case 'left':
        return moved(intake, update, begun);
      case 'pressed':
        return pressed(intake, update, begun);
      case 'timer':
        return fired(intake, update, begun);
      case 'dialog-opened':
      case 'dialog-closed': {
        const open = update.kind === 'dialog-opened';
        return thought(update.kind, [{ put: 'dialog', dialog: update.dialog, open, at }]);
      }
      case 'knocked':
        return knocked(intake, update, begun);
      case 'moved':
        return thought('moved', await chatMoved(update, stores));
      case 'gap':
        return thought('gap');
    }
  };
};

/** Facts, then the pure rooms, then actions as data: what follows from one update. */
export const createDecide = byEditions(decideBy);
