import type { Action } from '../domain/action.js';
import { isOverdue, type OldChat } from '../domain/migration.js';
import { shortName } from '../domain/names.js';
import { isOfSchool, STAFF } from '../domain/person.js';
import { keep } from '../domain/records.js';
import { type Text, text } from '../domain/text.js';
import { dayOf } from './acknowledging.js';
import type { Call, Reply } from './command.js';
import { readTarget } from './invites-form.js';
import { readOldName } from './migration-form.js';
import { homeOf, leftHome } from './migration-homes.js';
import { oldChatVars } from './migration-progress.js';
import { cards, pick, staffNamed } from './migration-register.js';
import { asking, asks, type HeldChat, option } from './migration-talk.js';
import { dialogsOf } from './people-who.js';
import { registering } from './promotion-doing.js';
import { here } from './reply.js';

/** «передать», «исправить № 1». */
const VERB = /^\p{L}+\s*(?:№?\s*\d+(?!\d|\p{L}))?/u;

const said = (call: Call, words: Text, because: string): Reply => ({
  actions: [here(call, words)],
  changes: [],
  because,
});

/** A word to these people, except whoever calls. */
const tell = async (ids: readonly string[], words: Text, call: Call): Promise<readonly Action[]> => {
  const others = [...new Set(ids)].filter((id) => id !== call.person?.id);
  const people = await Promise.all(others.map((id) => call.people.find(id)));
  const reached = await dialogsOf(
    people.flatMap((one) => one ?? []),
    call,
  );
  return reached.map(({ to }) => ({ do: 'send', to, text: words }));
};

/** Whether whoever calls may decide about every move, not only the own ones. */
const leads = async (call: Call): Promise<boolean> => (await call.may('move-old-chat', {})).granted === 'yes';

const given = async (held: HeldChat, responsible: string, call: Call): Promise<Reply> => {
  const chat: OldChat = { ...held.value, responsible };
  const person = await call.people.find(responsible);
  const words = text('migration-handed', { ...oldChatVars(chat), who: person ? shortName(person) : '' });
  return {
    actions: [here(call, words), ...(await tell([held.value.responsible, chat.by], words, call))],
    changes: [keep('old-chat', held.id, chat, held)],
    because: 'handed-over',
    asks: await cards(held.id, chat, text('migration-card', oldChatVars(chat)), call),
  };
};

/** «передать 1 Лугов»: the administration decides it and the other one hears of it; among equals the other one is asked. */
export const handOver = async (words: string, call: Call): Promise<Reply> => {
  const [verb = ''] = VERB.exec(words) ?? [];
  const held = await pick(verb, call);
  if ('key' in held) return said(call, held, 'none');
  const other = await staffNamed(words.slice(verb.length).trim(), call);
  if (held.value.closed || other === undefined) return said(call, text('migration-hand-form'), 'usage');
  if (other.id === held.value.responsible)
    return said(call, text('migration-handed', { ...oldChatVars(held.value), who: shortName(other) }), 'same');
  if ((await leads(call)) || other.id === call.person?.id) return given(held, other.id, call);
  const reached = await dialogsOf([other], call);
  if (reached.length === 0) return said(call, text('migration-hand-unreached', { who: shortName(other) }), 'unreached');
  const asked = text('migration-hand-asked', {
    ...oldChatVars(held.value),
    from: call.person ? shortName(call.person) : '',
  });
  const options = [
    option('take', text('button-migration-take'), 'positive'),
    option('leave', text('button-migration-leave')),
  ];
  const talk = { step: 'take', chat: held.id, from: call.person?.id ?? '' } as const;
  return {
    ...said(call, text('migration-hand-waits', { who: shortName(other) }), 'asked'),
    asks: reached.map(({ to, person: { id: whom } }) => asking(asked, talk, options, { to, whom })),
  };
};

/** Whoever was asked takes it over, or does not. It may be somebody else's by now. */
export const hearTaking = async (
  held: HeldChat,
  from: string,
  chosen: string | undefined,
  call: Call,
): Promise<Reply> => {
  const { person } = call;
  if (person === undefined || !STAFF.includes(person.role) || !isOfSchool(person, call.now))
    return said(call, text('migration-gone'), 'refused');
  if (held.value.closed || held.value.responsible !== from) return said(call, text('migration-gone'), 'gone');
  if (chosen === 'take') return given(held, person.id, call);
  const words = text('migration-hand-declined', { ...oldChatVars(held.value), who: shortName(person) });
  return {
    actions: [here(call, text('migration-hand-left')), ...(await tell([from], words, call))],
    changes: [],
    because: 'declined',
  };
};

/** «исправить 1 Viber «5А мамы»»: where it was and what it was called. What was done stays done. */
export const correct = async (words: string, call: Call): Promise<Reply> => {
  const [verb = ''] = VERB.exec(words) ?? [];
  const held = await pick(verb, call);
  if ('key' in held) return said(call, held, 'none');
  const form = readOldName(words.slice(verb.length));
  if (form === undefined || held.value.closed) return said(call, text('migration-correct-form'), 'usage');
  const read = readTarget(form.into ?? form.name);
  const { kind: _, class: __, subject: ___, from: ____, ...kept } = held.value;
  const from = leftHome(form, 'target' in read ? read.target : undefined, await call.chats.all());
  const chat: OldChat = {
    ...kept,
    messenger: form.messenger,
    name: form.name,
    ...(from && { from: from.ref }),
    ...('target' in read && {
      kind: read.target.kind,
      ...(read.target.class && { class: read.target.class }),
      ...(read.target.subject && { subject: read.target.subject }),
    }),
  };
  const done = text('migration-corrected', oldChatVars(chat));
  return {
    actions: [here(call, done), ...(await tell([chat.responsible], done, call))],
    changes: [keep('old-chat', held.id, chat, held)],
    because: 'corrected',
  };
};

/** Why a row is struck off: the reason stands in the journal by its name. */
const REASONS = ['twice', 'no-chat', 'mistake'] as const;

/** Asks why before a row is struck off the register. */
export const removal = async (held: HeldChat, call: Call): Promise<Reply> => {
  if (held.value.closed) return said(call, text('migration-closed-stays', oldChatVars(held.value)), 'closed');
  const options = [
    ...REASONS.map((reason) => option(reason, text('button-migration-reason', { reason }))),
    option('keep', text('button-migration-keep'), 'primary'),
  ];
  return asks(
    'removal',
    asking(text('migration-remove', oldChatVars(held.value)), { step: 'remove', chat: held.id }, options),
  );
};

export const hearRemoval = async (held: HeldChat, chosen: string | undefined, call: Call): Promise<Reply> => {
  const reason = REASONS.find((one) => one === chosen);
  if (held.value.closed) return said(call, text('migration-closed-stays', oldChatVars(held.value)), 'closed');
  if (reason === undefined) return said(call, text('migration-kept', oldChatVars(held.value)), 'kept');
  const words = text('migration-removed', oldChatVars(held.value));
  return {
    actions: [here(call, words), ...(await tell([held.value.responsible, held.value.by], words, call))],
    changes: [keep('old-chat', held.id, null, held)],
    because: `removed:${reason}`,
  };
};

/** «открыть 1»: a move that was ended too early goes on; what the bot closed it opens again. */
export const reopen = async (held: HeldChat, call: Call): Promise<Reply> => {
  const { closed, home, tried, ...rest } = held.value;
  const locked = tried?.['read-only']?.is === 'done' || tried?.['read-only']?.is === 'asked';
  const chat: OldChat = { ...rest, ticked: [] };
  if (closed === undefined && !locked) return said(call, text('migration-open', oldChatVars(chat)), 'open');
  const chats = await call.chats.all();
  const ref = home?.ref ?? homeOf(held.value, chats)?.ref;
  const there = chats.some((one) => one.ref === ref);
  const opens: readonly Action[] = locked && ref !== undefined ? [{ do: 'read-only', chat: ref, on: false }] : [];
  const late = isOverdue(chat, dayOf(call.now, call.zone));
  const words = text('migration-reopened', { ...oldChatVars(chat), late: late ? 'yes' : 'no' });
  return {
    actions: [here(call, words), ...opens, ...(await tell([chat.responsible, chat.by], words, call))],
    changes: [keep('old-chat', held.id, chat, held), ...(home && !there ? await registering([home], call) : [])],
    because: 'reopened',
  };
};
