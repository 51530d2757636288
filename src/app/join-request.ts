import { type Chat, chatVars } from '../domain/chat.js';
import { looksLikeCode } from '../domain/code.js';
import { shortName } from '../domain/names.js';
import { isOfSchool, type Person } from '../domain/person.js';
import type { Answer } from '../domain/question.js';
import { keep } from '../domain/records.js';
import type { ChatRef } from '../domain/refs.js';
import { dialogOf } from '../domain/refs.js';
import { type Request, requestId } from '../domain/request.js';
import { text } from '../domain/text.js';
import { DAY } from '../domain/time.js';
import { editionAt } from '../regulation/cite.js';
import { standingFor } from '../regulation/permissions-hats.js';
import type { Ask } from './ask.js';
import type { Call, Reply } from './command.js';
import { issue } from './invites-issue.js';
import { HEARS, told } from './invites-talk.js';
import type { Known } from './known.js';
import { scopeOf } from './may.js';
import type { Place } from './membership-facts.js';
import { askDeciders, decide, type Handling } from './people-card.js';
import { dialogsOf } from './people-who.js';

const KEPT = 30 * DAY;

/** An outsider may ask to be let in. Clause 2.1 of oosh-19. */
export const askName = ({ chat, account }: Place, { policy, now }: Known): readonly Ask[] => {
  if (editionAt(policy, now)?.switches.joinRequests !== true) return [];
  return [
    {
      words: text('join-offer', chatVars(chat)),
      data: { step: 'introduce', chat: chat.ref },
      options: [{ id: 'ask', label: text('button-join-ask'), look: 'secondary' }],
      to: dialogOf(account),
      whom: account,
      kept: KEPT,
      asks: HEARS,
    },
  ];
};

const plainly = (words: string): readonly string[] =>
  words
    .toLowerCase()
    .replaceAll('ё', 'е')
    .split(/[^\p{L}-]+/u)
    .filter(Boolean);

/** People of the school who are called so, first and last name in any order. It proves nothing. */
const namesakes = (words: string, people: readonly Person[], now: number): readonly Person[] => {
  const said = plainly(words);
  return people.filter(
    (one) =>
      isOfSchool(one, now) && [...plainly(one.surname), ...plainly(one.name)].every((part) => said.includes(part)),
  );
};

/** The chat somebody asks to be let into. */
const chatOf = async ({ chat }: Request, { chats }: Known): Promise<Chat | undefined> =>
  chat === undefined ? undefined : chats.find(chat);

/** How requests to join are laid before the administrator: the name that was given is not kept, only whom it fits. */
export const joinHandling: Handling = {
  right: async (request, known) => {
    const chat = await chatOf(request, known);
    return { permission: 'approve-join', scope: chat ? scopeOf(chat) : {} };
  },

  card: async (request, known) => {
    const chat = await chatOf(request, known);
    if (chat === undefined) return undefined;
    const person = request.person === undefined ? undefined : await known.people.find(request.person);
    const words = text('join-card', {
      ...chatVars(chat),
      count: person ? 1 : 0,
      who: person ? shortName(person) : '',
    });
    const accept = { id: 'yes', label: text('button-join-accept'), look: 'positive' } as const;
    return {
      words,
      options: [
        ...(person ? [accept] : []),
        { id: 'no', label: text('button-join-decline'), look: 'negative' },
        { id: 'ask', label: text('button-join-teacher'), look: 'secondary' },
      ],
    };
  },

  settle: async (held, option, call) => {
    const chat = await chatOf(held.value, call);
    if (chat === undefined) return undefined;
    if (option === 'yes') return accepted(held.value, chat, decide(held, 'granted', call), call);
    if (option === 'no') return declined(held.value, chat, decide(held, 'declined', call));
    return option === 'ask' ? asTeacher(held.value, chat, call) : undefined;
  },
};

type Change = ReturnType<typeof decide>;

/** The name alone links nobody: the administrator gets a card to hand over to the person himself. */
const accepted = async ({ person: id, account }: Request, chat: Chat, decision: Change, call: Call) => {
  const person = id === undefined ? undefined : await call.people.find(id);
  if (person === undefined || call.person === undefined) return undefined;
  const { kind, class: ofClass, subject } = chat;
  const target = { kind, ...(ofClass && { class: ofClass }), ...(subject && { subject }) };
  const whom = { chat, people: [{ person, accounts: [] }], inside: 0, otherWay: 0, open: 0 };
  const to = dialogOf(call.account);
  const done = await issue(whom, { target, fresh: true, issuer: call.person.id, to }, call);
  const heard = account ? [{ do: 'send', to: dialogOf(account), text: text('join-accepted') } as const] : [];
  return {
    actions: [
      { do: 'send', to, text: text('join-hand-over', { who: shortName(person) }) } as const,
      ...done.actions,
      ...heard,
    ],
    changes: [decision, ...done.changes],
    because: 'accepted',
    snack: text('join-snack-accepted'),
  };
};

const declined = async ({ account }: Request, chat: Chat, decision: Change) => ({
  actions: account ? [{ do: 'send', to: dialogOf(account), text: text('join-declined', chatVars(chat)) } as const] : [],
  changes: [decision],
  because: 'declined',
  snack: text('join-snack-declined'),
});

/** The request stays open: the class teacher recommends, the administrator decides. */
const asTeacher = async ({ person: id }: Request, chat: Chat, call: Call) => {
  const teacher = chat.class && standingFor(await call.people.all(), 'class-teacher', chat.class, call.now);
  const person = id === undefined ? undefined : await call.people.find(id);
  const reached = teacher ? await dialogsOf([teacher], call) : [];
  const words = text('join-ask-teacher', {
    ...chatVars(chat),
    count: person ? 1 : 0,
    who: person ? shortName(person) : '',
  });
  return {
    actions: reached.map(({ to }) => ({ do: 'send', to, text: words }) as const),
    changes: [],
    because: 'teacher-asked',
    snack: text(reached.length > 0 ? 'join-snack-asked' : 'join-snack-no-teacher'),
  };
};

const LIKE_A_NAME = /^\s*\p{L}[\p{L}-]+(?:\s+\p{L}[\p{L}.-]*){1,3}\s*$/u;

/** First the button, then the name; whoever asks again is told that it waits. */
export const introduce = async ({ option, words = '' }: Answer, ref: ChatRef, call: Call): Promise<Reply> => {
  const chat = await call.chats.find(ref);
  if (chat === undefined) return told(call, text('button-stale'), 'gone');
  if (option !== undefined) {
    const ask: Ask = {
      words: text('join-name'),
      data: { step: 'introduce', chat: ref },
      options: [],
      free: true,
      kept: DAY,
    };
    return { actions: [], changes: [], because: 'asked', asks: [{ ...ask, whom: call.account, asks: HEARS }] };
  }
  if (looksLikeCode(words)) return { ...told(call, text('join-code'), 'code'), stays: true };
  if (!LIKE_A_NAME.test(words)) return { ...told(call, text('join-name'), 'no-name'), stays: true };
  const id = requestId('join', ref, call.account);
  const held = await call.records.get('request', id);
  if (held?.value.state === 'open') return told(call, text('join-waits'), 'waits');
  const found = namesakes(words, await call.people.all(), call.now);
  const [person] = found.length === 1 ? found : [];
  const request: Request = {
    kind: 'join',
    state: 'open',
    account: call.account,
    chat: ref,
    asked: call.now,
    told: call.now,
    ...(person && { person: person.id }),
  };
  const asks = await askDeciders(id, request, joinHandling, call);
  const reply = told(call, text('join-asked'), 'asked');
  return { ...reply, changes: [keep('request', id, request, held)], asks };
};
