import type { Action, Enclosure } from '../domain/action.js';
import { type OldChat, TICKS, type Tick } from '../domain/migration.js';
import { fullName } from '../domain/names.js';
import { keep } from '../domain/records.js';
import { type Text, text } from '../domain/text.js';
import type { Call, Reply } from './command.js';
import { inBrackets } from './grounds.js';
import { oldChatVars, reachedOf } from './migration-progress.js';
import { asking, asks, type HeldChat, tickOptions } from './migration-talk.js';
import { dateOf } from './people-when.js';
import { dialogsOf } from './people-who.js';
import { here } from './reply.js';

const checklist = (chat: OldChat, missing: number): Text =>
  text('migration-checklist', {
    ...oldChatVars(chat),
    missing,
    lines: TICKS.map((tick) => text('migration-tick', { tick, done: chat.ticked.includes(tick) ? 'yes' : 'no' })),
  });

/** What is still to be done in the old chat by a person. */
export const showChecklist = async ({ id, value }: HeldChat, call: Call): Promise<Reply> => {
  if (value.closed) return over(value, call);
  const { missing } = await reachedOf(value, call);
  return asks('closing', asking(checklist(value, missing.length), { step: 'closing', chat: id }, tickOptions(value)));
};

const over = (chat: OldChat, call: Call): Reply => ({
  actions: [
    here(call, text('migration-over', { ...oldChatVars(chat), date: dateOf(chat.closed?.at ?? 0, call.zone) })),
  ],
  changes: [],
  because: 'over',
});

/** The act, for a person to sign: numbers, no names of those who were moved. */
const actOf = async (chat: OldChat, call: Call): Promise<Enclosure> => {
  const [reached, responsible, settings] = await Promise.all([
    reachedOf(chat, call),
    call.people.find(chat.responsible),
    call.settings(),
  ]);
  const row = (what: string, value: Text | string): readonly string[] => [
    call.say(text('migration-act-row', { what })),
    typeof value === 'string' ? value : call.say(value),
  ];
  const vars = oldChatVars(chat);
  const paper = await call.documents.list({
    name: text('migration-act-name', { number: chat.number }),
    heading: text('migration-act-heading', { school: settings.name || '____________________', number: chat.number }),
    columns: [text('migration-act-column', { which: 'what' }), text('migration-act-column', { which: 'how' })],
    rows: [
      row('old', text('migration-old', vars)),
      row('new', chat.kind ? text('migration-new', vars) : '____________________'),
      row('platform', settings.platform),
      row('responsible', responsible ? fullName(responsible) : '____________________'),
      row('due', vars.due),
      row('closed', dateOf(chat.closed?.at ?? call.now, call.zone)),
      row(
        'people',
        reached.of === 0 ? '____' : text('migration-act-people', { ...reached, missing: reached.missing.length }),
      ),
      ...TICKS.map((tick) =>
        row(tick, text('migration-act-done', { done: chat.ticked.includes(tick) ? 'yes' : 'no' })),
      ),
      row('signed-responsible', ''),
      row('signed-administration', ''),
    ],
  });
  return { name: paper.name, kind: 'document', base64: Buffer.from(paper.bytes).toString('base64') };
};

const close = async (held: HeldChat, chat: OldChat, call: Call): Promise<Reply> => {
  const date = dateOf(call.now, call.zone);
  const words = text('migration-closed', { date, cited: inBrackets('MIGRATION', call) });
  const answer: Action = here(call, words);
  const others = [...new Set([chat.by, chat.responsible])].filter((id) => id !== call.person?.id);
  const people = await Promise.all(others.map((id) => call.people.find(id)));
  const told = await dialogsOf(
    people.flatMap((one) => one ?? []),
    call,
  );
  const news = text('migration-over', { ...oldChatVars(chat), date });
  return {
    actions: [
      answer.do === 'send' ? { ...answer, files: [await actOf(chat, call)] } : answer,
      ...told.map(({ to }): Action => ({ do: 'send', to, text: news })),
    ],
    changes: [keep('old-chat', held.id, chat, held)],
    because: 'closed',
  };
};

/** Something is done in the old chat: somebody says so. The last of it ends the move. */
export const tick = async (held: HeldChat, done: Tick, call: Call): Promise<Reply> => {
  if (held.value.closed) return over(held.value, call);
  const ticked = TICKS.filter((one) => one === done || held.value.ticked.includes(one));
  const chat = { ...held.value, ticked };
  if (ticked.length === TICKS.length)
    return close(held, { ...chat, closed: { by: call.person?.id ?? '', at: call.now } }, call);
  const reply = await showChecklist({ ...held, value: chat }, call);
  return { ...reply, changes: [keep('old-chat', held.id, chat, held)], because: 'ticked' };
};
