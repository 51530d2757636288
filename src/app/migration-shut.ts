import type { Action } from '../domain/action.js';
import type { Chat } from '../domain/chat.js';
import { type Attempt, type OldChat, TICKS, type Tick } from '../domain/migration.js';
import { keep } from '../domain/records.js';
import { platformOf } from '../domain/refs.js';
import { type Text, text } from '../domain/text.js';
import { MINUTE } from '../domain/time.js';
import type { Told, ToldData } from '../domain/told.js';
import type { Call, Reply } from './command.js';
import { inBrackets } from './grounds.js';
import type { Known } from './known.js';
import { closed, showChecklist, theChecklist } from './migration-close.js';
import { inQuietHours, oldHome, ownHome } from './migration-notice.js';
import { oldChatVars, oldChatWords } from './migration-progress.js';
import { asking, asks, type HeldChat, option } from './migration-talk.js';
import { dialogsOf } from './people-who.js';
import { here } from './reply.js';

/** What was begun is not begun again meanwhile, unless nobody hears of its end for so long. */
const UNDER_WAY = 30 * MINUTE;

const isUnderWay = (attempt: Attempt | undefined, now: number): boolean =>
  attempt?.is === 'asked' && attempt.at + UNDER_WAY > now;

/** What of the checklist the bot has still to do. */
const leftFor = ({ ticked, tried = {} }: OldChat, now: number): readonly Tick[] =>
  TICKS.filter((one) => !ticked.includes(one) && tried[one]?.is !== 'done' && !isUnderWay(tried[one], now));

/** The last words in the old chat. */
const farewellOf = async (chat: OldChat, known: Known): Promise<Text> => {
  const { platform } = await known.settings();
  const vars = oldChatVars(chat);
  const dear = text('migration-dear', vars);
  return text('migration-farewell', {
    ...vars,
    dear,
    ...oldChatWords(chat),
    platform,
    cited: inBrackets('MIGRATION', known),
  });
};

/** What the bot would say and do in the old chat, before it does. */
export const offerShut = async (held: HeldChat, call: Call): Promise<Reply> => {
  const home = await ownHome(held.value, call);
  if (home === undefined || leftFor(held.value, call.now).length === 0) return showChecklist(held, call);
  const words = text('migration-shut', { farewell: await farewellOf(held.value, call) });
  const options = [
    option('shut', text('button-migration-shut'), 'negative'),
    option('keep', text('button-migration-not-now')),
  ];
  return asks('shut', asking(words, { step: 'shut', chat: held.id }, options));
};

const deedFor = async (tick: Tick, home: Chat, chat: OldChat, known: Known): Promise<Action> => {
  const tells = { job: 'migration-shut', about: String(chat.number), as: tick };
  switch (tick) {
    case 'farewell':
      return { do: 'send', to: home.ref, text: await farewellOf(chat, known), pinned: true, tells };
    case 'read-only':
      return { do: 'read-only', chat: home.ref, on: true, tells };
    case 'link':
      return { do: 'end-links', chat: home.ref, links: [], tells };
  }
};

/** Closes the old chat as far as the messenger lets a bot: once, however often it is pressed. What comes of it is told. */
export const shut = async (held: HeldChat, call: Call): Promise<Reply> => {
  const home = await ownHome(held.value, call);
  if (home === undefined)
    return { actions: [here(call, text('migration-not-there'))], changes: [], because: 'no-home' };
  const left = leftFor(held.value, call.now);
  if (left.length === 0) return showChecklist(held, call);
  const silent = await inQuietHours(call);
  if (silent) return silent;
  const attempt: Attempt = { at: call.now, is: 'asked', by: call.person?.id ?? '' };
  const tried = { ...held.value.tried, ...Object.fromEntries(left.map((tick) => [tick, attempt])) };
  const deeds = await Promise.all(left.map((tick) => deedFor(tick, home, held.value, call)));
  return {
    actions: [here(call, text('migration-shutting')), ...deeds],
    changes: [keep('old-chat', held.id, { ...held.value, tried }, held)],
    because: 'shutting',
  };
};

const isTick = (name: string): name is Tick => TICKS.some((one) => one === name);

const endOf = ({ is, why, at }: Told, by: string): Attempt => {
  if (is === 'done' || is === 'gone' || is === 'simulated') return { at, is: 'done', by };
  if (is === 'degraded') return { at, is: 'done', why: 'unpinned', by };
  return { at, is: 'failed', why: is === 'refused' ? (why ?? is) : is, by };
};

/** Whether what the bot did is all there is to do: links of other administrators no bot sees. */
const isWhole = (tick: Tick, home: Chat | undefined, known: Known): boolean =>
  tick !== 'link' || (home !== undefined && known.messenger(platformOf(home.ref)).capabilities.inviteLinks !== 'many');

/** What the bot did in the old chat, and what is left to a person. Once all of it has ended, whoever let it do so is told. */
export const hearShut = async ({ about: id, endings }: ToldData, known: Known): Promise<Reply> => {
  const held = await known.records.get('old-chat', id);
  if (held === undefined || held.value.closed) return { actions: [], changes: [], because: 'gone' };
  const home = await oldHome(held.value, known);
  const { tried = {}, ticked } = held.value;
  const ended = endings.flatMap((told): [Tick, Attempt][] => {
    const before = isTick(told.as) ? tried[told.as] : undefined;
    if (!isTick(told.as) || before === undefined) return [];
    const end = endOf(told, before.by);
    return [[told.as, end.is === 'done' && !isWhole(told.as, home, known) ? { ...end, why: 'partly' } : end]];
  });
  const done = ended.flatMap(([tick, { is, why }]) => (is === 'done' && why !== 'partly' ? [tick] : []));
  const chat: OldChat = {
    ...held.value,
    tried: { ...tried, ...Object.fromEntries(ended) },
    ticked: TICKS.filter((one) => ticked.includes(one) || done.includes(one)),
  };
  const because = 'shut-told';
  if (TICKS.some((one) => isUnderWay(chat.tried?.[one], known.now)))
    return { actions: [], changes: [keep('old-chat', id, chat, held)], because };
  const person = await known.people.find(ended[0]?.[1].by ?? '');
  const reached = person ? await dialogsOf([person], known) : [];
  if (chat.ticked.length === TICKS.length && person)
    return closed(
      held,
      { ...chat, closed: { by: person.id, at: known.now } },
      { whom: reached.slice(0, 1), leaves: true },
      known,
    );
  const asked = await Promise.all(
    reached.map(async ({ to, person: { id: whom } }) =>
      theChecklist({ ...held, value: chat }, whom, known, { to, whom }),
    ),
  );
  return { actions: [], changes: [keep('old-chat', id, chat, held)], because, asks: asked };
};
