import type { Action, Enclosure } from '../domain/action.js';
import type { Change } from '../domain/change.js';
import type { Chat } from '../domain/chat.js';
import { type OldChat, TICKS, type Tick } from '../domain/migration.js';
import { fullName } from '../domain/names.js';
import { keep } from '../domain/records.js';
import { type DialogRef, dialogOf } from '../domain/refs.js';
import { type Text, text } from '../domain/text.js';
import type { Ask } from './ask.js';
import type { Call, Reply } from './command.js';
import { inBrackets } from './grounds.js';
import type { Known } from './known.js';
import { homeOf } from './migration-homes.js';
import { mayActIn, oldHome } from './migration-notice.js';
import { oldChatVars, reachedOf, sightFor } from './migration-progress.js';
import { asking, asks, type HeldChat, option, tickOptions } from './migration-talk.js';
import { dateOf } from './people-when.js';
import { dialogsOf } from './people-who.js';
import { here } from './reply.js';

/** How a line of the checklist stands: what a person says, or what the bot did or could not do, and why. */
const lineOf = ({ ticked, tried }: OldChat, tick: Tick): Text => {
  const attempt = tried?.[tick];
  const done = ticked.includes(tick);
  const note = done && attempt?.is !== 'done' ? 'none' : (attempt?.is ?? 'none');
  return text('migration-tick', {
    tick,
    done: done ? 'yes' : 'no',
    note: note === 'none' ? '' : text('migration-tried', { tick, is: note, why: attempt?.why ?? 'none' }),
  });
};

const checklist = (chat: OldChat, missing: number): Text =>
  text('migration-checklist', { ...oldChatVars(chat), missing, lines: TICKS.map((tick) => lineOf(chat, tick)) });

const isTicked = ({ ticked }: OldChat): boolean => TICKS.every((tick) => ticked.includes(tick));

const isDone = ({ ticked, tried }: OldChat): boolean =>
  TICKS.every((tick) => ticked.includes(tick) || tried?.[tick]?.is === 'done');

/** The checklist as a question to this reader, with the bot's help where the school allows it to act in the old chat. */
export const theChecklist = async (
  { id, value }: HeldChat,
  reader: string | undefined,
  known: Known,
  more: Partial<Ask> = {},
): Promise<Ask> => {
  const reached = await reachedOf(value, known);
  const few = (await sightFor(value, reached, reader, known)) === 'few';
  const able = !isDone(value) && (await oldHome(value, known)) !== undefined;
  const help = able ? [option('bot', text('button-migration-bot'), 'primary')] : [];
  return asking(
    checklist(value, few ? 0 : reached.missing.length),
    { step: 'closing', chat: id },
    [...help, ...tickOptions(value)],
    more,
  );
};

/** What is still to be done in the old chat; where nothing is, the move ends. */
export const showChecklist = async (held: HeldChat, call: Call): Promise<Reply> => {
  if (held.value.closed) return over(held.value, call);
  if (isTicked(held.value)) return finish(held, held.value, call);
  return asks('closing', await theChecklist(held, call.person?.id, call));
};

const over = (chat: OldChat, call: Call): Reply => ({
  actions: [
    here(call, text('migration-over', { ...oldChatVars(chat), date: dateOf(chat.closed?.at ?? 0, call.zone) })),
  ],
  changes: [],
  because: 'over',
});

/** The act, for a person to sign: numbers, no names of those who were moved. */
const actOf = async (chat: OldChat, known: Known): Promise<Enclosure> => {
  const [reached, responsible, settings] = await Promise.all([
    reachedOf(chat, known),
    known.people.find(chat.responsible),
    known.settings(),
  ]);
  // For whoever ends it: few people are told by their number to nobody else.
  const few = (await sightFor(chat, reached, chat.closed?.by, known)) === 'few';
  const row = (what: string, value: Text | string): readonly string[] => [
    known.say(text('migration-act-row', { what })),
    typeof value === 'string' ? value : known.say(value),
  ];
  const doneBy = (tick: Tick): string => {
    if (!chat.ticked.includes(tick)) return 'no';
    const attempt = chat.tried?.[tick];
    return attempt?.is === 'done' && attempt.why !== 'partly' ? 'bot' : 'yes';
  };
  const vars = oldChatVars(chat);
  const paper = await known.documents.list({
    name: text('migration-act-name', { number: chat.number }),
    heading: text('migration-act-heading', { school: settings.name || '____________________', number: chat.number }),
    columns: [text('migration-act-column', { which: 'what' }), text('migration-act-column', { which: 'how' })],
    rows: [
      row('old', text('migration-old', vars)),
      row('new', chat.kind ? text('migration-new', vars) : '____________________'),
      row('platform', settings.platform),
      row('responsible', responsible ? fullName(responsible) : '____________________'),
      row('due', vars.due),
      row('closed', dateOf(chat.closed?.at ?? known.now, known.zone)),
      row(
        'people',
        reached.of === 0
          ? '____'
          : text('migration-act-people', { ...reached, missing: reached.missing.length, few: few ? 'yes' : 'no' }),
      ),
      ...TICKS.map((tick) => row(tick, text('migration-act-done', { done: doneBy(tick) }))),
      row('signed-responsible', ''),
      row('signed-administration', ''),
    ],
  });
  return { name: paper.name, kind: 'document', base64: Buffer.from(paper.bytes).toString('base64') };
};

/** The old chat is looked after no more: nothing is announced there, nobody is invited there. */
const leave = (home: Chat | undefined): readonly Change[] => (home ? [{ put: 'no-chat', chat: home.ref }] : []);

/** The end of a move: the act for whoever ended it, a word to the others it concerns. */
export const closed = async (
  held: HeldChat,
  chat: OldChat,
  {
    whom,
    leaves,
  }: {
    readonly whom: readonly { readonly to: DialogRef }[];
    /** Whether the bot leaves the old chat alone from now on. */
    readonly leaves: boolean;
  },
  known: Known,
): Promise<Reply> => {
  const date = dateOf(known.now, known.zone);
  const home = leaves ? homeOf(chat, await known.chats.all()) : undefined;
  const act = await actOf(chat, known);
  const words = text('migration-closed', { date, cited: inBrackets('MIGRATION', known), left: home ? 'yes' : 'no' });
  const others = [...new Set([chat.by, chat.responsible])].filter((id) => id !== chat.closed?.by);
  const people = await Promise.all(others.map((id) => known.people.find(id)));
  const told = await dialogsOf(
    people.flatMap((one) => one ?? []),
    known,
  );
  const news = text('migration-over', { ...oldChatVars(chat), date });
  return {
    actions: [
      ...whom.map(({ to }): Action => ({ do: 'send', to, text: words, files: [act] })),
      ...told.map(({ to }): Action => ({ do: 'send', to, text: news })),
    ],
    changes: [keep('old-chat', held.id, { ...chat, ...(home && { home }) }, held), ...leave(home)],
    because: 'closed',
  };
};

/** All of it is done, and whoever calls says so. */
const finish = async (held: HeldChat, chat: OldChat, call: Call): Promise<Reply> => {
  const by = { by: call.person?.id ?? '', at: call.now };
  const home = homeOf(chat, await call.chats.all());
  const leaves = home !== undefined && (await mayActIn(home, call));
  return closed(held, { ...chat, closed: by }, { whom: [{ to: dialogOf(call.account) }], leaves }, call);
};

/** Something is done in the old chat: somebody says so. The last of it ends the move. */
export const tick = async (held: HeldChat, done: Tick, call: Call): Promise<Reply> => {
  if (held.value.closed) return over(held.value, call);
  const ticked = TICKS.filter((one) => one === done || held.value.ticked.includes(one));
  const chat = { ...held.value, ticked };
  if (isTicked(chat)) return finish(held, chat, call);
  const reply = await showChecklist({ ...held, value: chat }, call);
  return { ...reply, changes: [keep('old-chat', held.id, chat, held)], because: 'ticked' };
};
