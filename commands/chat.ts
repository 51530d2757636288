import { type ChatForm, readChatForm } from '../src/app/chat-form.js';
import { LONGEST_REASON, takeOff } from '../src/app/chat-off.js';
import { type Call, defineCommand, noArguments, type Parsed, type Reply } from '../src/app/command.js';
import { settlingIn } from '../src/app/greeting.js';
import { type Scope, scopeOf } from '../src/app/may.js';
import { here, privately } from '../src/app/reply.js';
import { type Chat, chatVars } from '../src/domain/chat.js';
import type { Person } from '../src/domain/person.js';
import { inChat } from '../src/domain/refs.js';
import { type Text, text } from '../src/domain/text.js';

const told = (call: Call, words: Text, because: string): Reply => ({
  actions: [here(call, words)],
  changes: [],
  because,
});
const refused = (call: Call, words: Text, because = 'refused'): Reply => ({
  actions: [privately(call, words, text('group-refused'))],
  changes: [],
  because,
});

const asScope = ({ kind, class: ofClass, subject }: ChatForm): Scope => ({
  chat: kind,
  ...(ofClass === undefined ? {} : { class: ofClass }),
  ...(subject === undefined ? {} : { subject }),
});

/** «другое» of a head of school is management, of a teacher education. */
const kindFor = async (form: ChatForm, call: Call): Promise<ChatForm> =>
  form.kind === 'edu_other' && (await call.may('register-chat', asScope(form))).granted !== 'yes'
    ? { ...form, kind: 'management_other' }
    : form;

const withPupils = ({ kind }: ChatForm): boolean => kind === 'class_students' || kind === 'subject';

/** The school's ground, recorded once: only the administrator's word is one. */
const basisOf = async (form: ChatForm, call: Call): Promise<string | undefined> => {
  const recorded = form.basis !== undefined && (await call.may('record-basis', {})).granted === 'yes';
  return recorded ? form.basis : (await call.chats.all()).find(({ basis }) => basis !== undefined)?.basis;
};

/** Whether the registration would say nothing new. */
const same = (chat: Chat, { kind, class: ofClass, subject, purpose }: ChatForm, basis: string | undefined): boolean =>
  chat.kind === kind &&
  chat.class === ofClass &&
  chat.subject === subject &&
  chat.purpose === purpose &&
  (basis === undefined || chat.basis === basis);

const registered = (person: Person, form: ChatForm, basis: string | undefined, call: Call): Reply => {
  const { place, now, defaultMode } = call;
  if (!inChat(place)) return { actions: [], changes: [], because: 'elsewhere' };
  const { basis: _claimed, ...what } = form;
  const kept = (withPupils(form) ? basis : undefined) ?? call.chat?.basis;
  const chat: Chat = {
    ref: place,
    ...what,
    ...(kept === undefined ? {} : { basis: kept }),
    mode: call.chat?.mode ?? defaultMode,
    registered: { by: person.id, at: now },
  };
  return {
    actions: [here(call, text(`group-chat-registered-${chat.mode}`, chatVars(chat)))],
    changes: [{ put: 'chat', chat }, ...settlingIn(chat, now)],
    because: 'registered',
  };
};

const register = async (person: Person, typed: ChatForm, call: Call): Promise<Reply> => {
  const form = await kindFor(typed, call);
  const permitted = await call.may('register-chat', asScope(form));
  if (permitted.granted !== 'yes') return refused(call, permitted.text);
  if (call.chat && (await call.may('register-chat', scopeOf(call.chat))).granted !== 'yes')
    return refused(call, text('refuse-chat-taken', chatVars(call.chat)));

  const classes = new Set((await call.people.all()).flatMap((one) => one.classes));
  // Before there is a roster no class is known to be wrong.
  if (form.class !== undefined && classes.size > 0 && !classes.has(form.class))
    return told(call, text('group-chat-class-unknown', { class: form.class }), 'class');

  const basis = await basisOf(form, call);
  if (withPupils(form) && basis === undefined)
    return told(call, text('group-chat-needs-basis', chatVars(form)), 'basis');

  if (call.chat && same(call.chat, form, withPupils(form) ? basis : undefined))
    return told(call, text('group-chat-same', chatVars(form)), 'same');
  return registered(person, form, basis, call);
};

/** «снять: класс выпустился», and why. */
const OFF = /^(?:снять(?: с уч[её]та)?|off)(?![\p{L}\p{N}])[\s:,.–-]*(.*)$/isu;

type Wish = { readonly form: ChatForm } | { readonly off: string } | undefined;

const read = (tail: string): Parsed<Wish> => {
  if (tail === '') return noArguments();
  const off = OFF.exec(tail)?.[1];
  if (off !== undefined)
    return off.length < 3 || off.length > LONGEST_REASON
      ? { ok: false, text: text('chat-off-form', { most: LONGEST_REASON }) }
      : { ok: true, value: { off } };
  const form = readChatForm(tail);
  return 'form' in form ? { ok: true, value: form } : { ok: false, text: text(`chat-form-${form.defect}`) };
};

export default defineCommand<Wish>({
  name: 'чат',
  english: 'chat',
  where: 'chat',
  needs: 'register-chat',
  help: 'help-chat',
  anywhere: true,
  perishable: true,

  args: read,

  run: (wish, call) => {
    if (call.person === undefined) return { actions: [], changes: [], because: 'refused' };
    if (wish && 'form' in wish) return register(call.person, wish.form, call);
    if (wish && call.chat) return takeOff(call.chat, wish.off, call);
    return told(call, call.chat ? text('group-chat-is', chatVars(call.chat)) : text('group-chat-none'), 'told');
  },

  examples: [
    { say: '/чат родители 5А', in: 'new chat', answers: 'group-chat-registered-act', puts: ['chat', 'timer', 'timer'] },
    { say: '/chat parents 5a', in: 'new chat', answers: 'group-chat-registered-act', puts: ['chat', 'timer', 'timer'] },
    {
      say: '[club1|@school] /Чат «5 а» родители',
      in: 'new chat',
      answers: 'group-chat-registered-act',
      puts: ['chat', 'timer', 'timer'],
    },
    { say: '/чат педагоги 5А', in: 'new chat', answers: 'group-chat-registered-act', puts: ['chat', 'timer', 'timer'] },
    {
      say: '/чат ученики 5А, основание: приказ 80 от 01.09.2026',
      by: 'administrator',
      in: 'new chat',
      answers: 'group-chat-registered-act',
      puts: ['chat', 'timer', 'timer'],
    },
    {
      say: '/чат предмет 5А информатика, основание: приказ 80 от 01.09.2026',
      by: 'administrator',
      in: 'new chat',
      answers: 'group-chat-registered-act',
      puts: ['chat', 'timer', 'timer'],
    },
    {
      say: '/чат учительская',
      by: 'deputy',
      in: 'new chat',
      answers: 'group-chat-registered-act',
      puts: ['chat', 'timer'],
    },
    {
      say: '/чат руководство',
      by: 'director',
      in: 'new chat',
      answers: 'group-chat-registered-act',
      puts: ['chat', 'timer'],
    },
    {
      say: '/чат другое совет',
      by: 'director',
      in: 'new chat',
      answers: 'group-chat-registered-act',
      puts: ['chat', 'timer'],
    },
    {
      say: '/чат другое кружок',
      by: 'teacher',
      in: 'new chat',
      answers: 'group-chat-registered-act',
      puts: ['chat', 'timer', 'timer'],
    },
    {
      say: '/чат канал общешкольный',
      by: 'administrator',
      in: 'new chat',
      answers: 'group-chat-registered-act',
      puts: ['chat', 'timer'],
    },
    { say: '/чат', in: 'parents chat', answers: 'group-chat-is' },
    { say: '/чат', in: 'new chat', answers: 'group-chat-none' },
    { say: '/чат родители 5А', in: 'parents chat', answers: 'group-chat-same' },
    {
      say: '/чат снять: класс выпустился',
      by: 'administrator',
      in: 'parents chat',
      answers: 'group-chat-off',
      puts: ['no-chat'],
    },
    { say: '/чат снять: чат закрыт', by: 'administrator', in: 'new chat', answers: 'group-chat-none' },
    { say: '/чат снять', by: 'administrator', in: 'parents chat', answers: 'usage', refused: true },
    { say: '/чат снять: чат закрыт', in: 'parents chat', answers: 'chat-off-not-yours', refused: true },
    { say: '/чат ученики 5А', in: 'new chat', answers: 'group-chat-needs-basis', refused: true },
    { say: '/чат родители 5Б', in: 'new chat', answers: 'refuse-chat-class', refused: true },
    { say: '/чат учительская', in: 'new chat', answers: 'refuse-chat-kind', refused: true },
    { say: '/чат родители 5А', by: 'director', in: 'new chat', answers: 'refuse-chat-kind', refused: true },
    { say: '/чат родители 5А', by: 'parent', in: 'new chat', answers: 'refuse-register-chat', refused: true },
    { say: '/чат родители 5А', by: 'stranger', in: 'new chat', answers: 'refuse-unlinked', refused: true },
    {
      say: '/чат родители 9Я',
      by: 'administrator',
      in: 'new chat',
      answers: 'group-chat-class-unknown',
      refused: true,
    },
    { say: '/чат родители', in: 'new chat', answers: 'usage', refused: true },
    { say: '/чат кухня', in: 'new chat', answers: 'usage', refused: true },
    { say: '/чат родители 5А', in: 'dialog', answers: 'only-chat', refused: true },
  ],
});
