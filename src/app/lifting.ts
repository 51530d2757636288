import { conductId } from '../domain/case.js';
import type { Held } from '../domain/records.js';
import { inChat } from '../domain/refs.js';
import { text } from '../domain/text.js';
import { DAY } from '../domain/time.js';
import { aimOf, type Target } from './aim.js';
import { cardFor, leadOf } from './case-card.js';
import { measureDeciders } from './case-deciders.js';
import { askCancel } from './case-deciding.js';
import type { Call, Reply } from './command.js';
import { limits } from './limited.js';
import { chooseCase } from './objection.js';
import { commandGone, inDialog } from './sanction.js';

/** Cards in a row: as many as one still reads. */
const CARDS = 5;
const RECENT = 30 * DAY;

type Cases = readonly Held<'case'>[];

/** The case of this message; else what limits its author in that chat now. */
const caseFor = async ({ message, chat, author }: Target, call: Call): Promise<Held<'case'> | undefined> => {
  const { person } = await call.people.facts(author);
  const whose = person?.id ?? author;
  const ofChat: Cases = (await call.records.all('case')).filter(({ value }) => value.chat === chat.ref);
  // Of a complaint that nobody has granted its author never hears.
  const ofMessage = ofChat.filter(({ value }) => value.message.id === message.id && value.removed !== 'kept');
  const running = ofChat.filter(({ value }) => conductId(value) === whose && limits(value, call.now));
  return leadOf(ofMessage, call.now) ?? running[0];
};

/** Cards of everything that limits or warns somebody in the chats of whoever calls. */
const cards = async (call: Call): Promise<Reply> => {
  const { person, records, now } = call;
  const asks = [];
  for (const held of (await records.all('case')).toSorted((a, b) => b.value.opened - a.value.opened)) {
    const { value } = held;
    const chat = value.measure && now - value.opened < RECENT ? await call.chats.find(value.chat) : undefined;
    if (chat === undefined || person === undefined || !limits(value, now) || asks.length === CARDS) continue;
    const mine = (await measureDeciders(value, chat, call)).some(({ id }) => id === person.id);
    if (mine) asks.push(await cardFor(held, chat, person, call));
  }
  if (asks.length === 0) return inDialog(call, text('lift-none'), 'none');
  return { actions: commandGone(call), changes: [], because: 'cards', asks };
};

/** What was done about a message is taken back: by forwarding it, by answering it, or from the cards of what is running. */
export const lift = async (call: Call): Promise<Reply> => {
  // «Бот ошибся» of somebody who keeps no order is an objection.
  const permitted = await call.may('restrict', 'anywhere');
  if (permitted.granted !== 'yes')
    return inChat(call.place) ? inDialog(call, permitted.text, 'refused') : chooseCase(call);
  const aim = await aimOf(call);
  if (aim.aim === 'nothing') return cards(call);
  if (aim.aim === 'lost') return inDialog(call, text('aim-lost'), 'lost');
  if (aim.aim === 'bot') return inDialog(call, text('aim-bot'), 'bot');
  const targets = aim.aim === 'one' ? [aim.target] : aim.targets;
  for (const target of targets) {
    const held = await caseFor(target, call);
    if (held === undefined) continue;
    const asked = await askCancel(held, target.chat, call);
    const { stays: _opensNothing, ...reply } = asked;
    return { ...reply, actions: [...commandGone(call), ...reply.actions] };
  }
  return inDialog(call, text('lift-nothing'), 'nothing');
};
