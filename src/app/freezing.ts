import { isProvisional } from '../cases/decisions.js';
import type { Action } from '../domain/action.js';
import { conductId } from '../domain/case.js';
import type { Change } from '../domain/change.js';
import type { Chat } from '../domain/chat.js';
import { FROZEN_FOR, type Frozen } from '../domain/frozen.js';
import { isOpen } from '../domain/invite.js';
import { genderOf, shortName } from '../domain/names.js';
import { isOfSchool, type Person, STAFF } from '../domain/person.js';
import { type Held, keep } from '../domain/records.js';
import { type AccountRef, type ChatRef, dialogOf } from '../domain/refs.js';
import { type Text, text } from '../domain/text.js';
import { DAY } from '../domain/time.js';
import type { Ask } from './ask.js';
import type { Reply } from './command.js';
import { readerOf } from './incident.js';
import { end } from './invites-end.js';
import type { Known } from './known.js';
import { cited } from './may.js';
import { chatsFor } from './own-chats.js';
import { dialogsOf, whoMay } from './people-who.js';
import { freed, silenced } from './silence.js';

type Done = Required<Pick<Reply, 'actions' | 'changes' | 'asks'>>;

/** The command that hears all of this. */
export const HACKED = 'взлом';
const KEPT = 30 * DAY;

/** Where this person may only read from now on: everywhere the bot acts. */
export const readOnly = async (
  person: Person,
  account: AccountRef,
  until: number,
  known: Known,
  besides?: Chat,
): Promise<Pick<Reply, 'actions' | 'changes'> & { readonly chats: ChatRef[] }> => {
  const own = await chatsFor(person, known);
  const all = besides && !own.some(({ ref }) => ref === besides.ref) ? [...own, besides] : own;
  const chats = all.filter(({ mode }) => mode === 'act');
  const done = await Promise.all(
    chats.map(async (chat) => silenced(chat, { person: person.id, account }, until, true, known)),
  );
  return {
    actions: done.flatMap(({ actions }) => actions),
    changes: done.flatMap(({ changes }) => changes),
    chats: chats.map(({ ref }) => ref),
  };
};

/** Until when a measure keeps this person from writing there; 0: none does. */
const limitedUntil = async (person: Person, chat: Chat, { records, now }: Known): Promise<number> => {
  const ends = (await records.all('case')).flatMap(({ value }) => {
    const { measure } = value;
    const limits = measure?.kind === 'read-only' && (isProvisional(value) || measure.state === 'confirmed');
    return limits && value.chat === chat.ref && conductId(value) === person.id ? [measure.until] : [];
  });
  return Math.max(0, ...ends.filter((until) => until > now));
};

/** May write again, but for what a measure says. */
export const released = async (
  { chats, account }: Pick<Frozen, 'chats' | 'account'>,
  person: Person,
  known: Known,
): Promise<Pick<Reply, 'actions' | 'changes'>> => {
  const done: Pick<Reply, 'actions' | 'changes'>[] = [];
  for (const ref of chats) {
    const chat = await known.chats.find(ref);
    if (chat === undefined) continue;
    const whose = { person: person.id, account };
    const until = await limitedUntil(person, chat, known);
    done.push(until > 0 ? await silenced(chat, whose, until, true, known) : await freed(chat, whose, known));
  }
  return { actions: done.flatMap(({ actions }) => actions), changes: done.flatMap(({ changes }) => changes) };
};

/** What was issued from it in the last day may have been issued by somebody else. */
const annulled = async (person: Person, known: Known) => {
  const fresh = (await known.records.all('invite')).filter(
    ({ value }) => value.issuer === person.id && isOpen(value) && known.now - value.issued <= DAY,
  );
  return end(fresh, 'withdrawn', known);
};

export const nameVars = (person: Person) => ({
  name: shortName(person),
  gender: genderOf(person),
  role: text('role', { role: person.role }),
});

const cards = async (
  person: Person,
  words: Text,
  step: string,
  options: Ask['options'],
  known: Known,
): Promise<readonly Ask[]> => {
  const able = (await whoMay('freeze-account', {}, known)).filter(({ id }) => id !== person.id);
  // An administrator who is hacked himself is restored by whoever appoints one.
  const deciders = able.length > 0 ? able : await whoMay('appoint-administrator', {}, known);
  return (await dialogsOf(deciders, known)).map(({ person: decider, to }) => ({
    words,
    data: { step, of: person.id },
    options,
    to,
    whom: decider.id,
    kept: KEPT,
    asks: HACKED,
  }));
};

const RESTORE = [
  { id: 'restore', label: text('button-hacked-restore'), look: 'positive' },
  { id: 'stay', label: text('button-hacked-stay'), look: 'secondary' },
] as const;

/** [Личность проверена…] for those who may restore it. */
export const restoreCards = async (person: Person, words: Text, known: Known): Promise<readonly Ask[]> =>
  cards(person, words, 'restore', RESTORE, known);

/** Somebody else told of it: who may decide does, and until then nothing is frozen. */
export const reportCards = async (person: Person, words: Text, known: Known): Promise<readonly Ask[]> =>
  cards(
    person,
    words,
    'report',
    [
      { id: 'freeze', label: text('button-hacked-freeze'), look: 'negative' },
      { id: 'leave', label: text('button-hacked-leave'), look: 'secondary' },
    ],
    known,
  );

/** Deputies look after the classes of somebody of the staff meanwhile. */
const deputiesHear = async (person: Person, key: string, known: Known): Promise<readonly Action[]> => {
  const deputies = (await known.people.all()).filter(
    (one) => one.role === 'deputy' && one.id !== person.id && isOfSchool(one, known.now),
  );
  const leads = person.role === 'class-teacher' ? person.classes.join(', ') : '';
  const words = text(key, { ...nameVars(person), classes: leads === '' ? 'none' : leads });
  return (await dialogsOf(deputies, known)).map(({ to }) => ({ do: 'send', to, text: words }));
};

/** To the platform's support, to be sent by the owner; names nobody's number or address. */
const letter = async (person: Person, { settings }: Known): Promise<Text> => {
  const { support, platform, name } = await settings();
  return text('hacked-letter', { ...nameVars(person), support, platform, school: name === '' ? 'none' : name });
};

/**
 * Frozen at once (`domain.md` SC-14): read-only in all chats, invites of the last day annulled, nothing is ordered from it, the
 * administrator and the deputy know, the letter to the support is drafted.
 * @param by who told of it, when the owner did not
 */
export const freeze = async (
  person: Person,
  account: AccountRef,
  held: Held<'frozen'> | undefined,
  by: string | undefined,
  known: Known,
): Promise<Done> => {
  const until = known.now + FROZEN_FOR;
  const [limited, invites] = await Promise.all([readOnly(person, account, until, known), annulled(person, known)]);
  const record: Frozen = {
    state: 'frozen',
    account,
    since: known.now,
    until,
    chats: [...new Set([...limited.chats, ...(held?.value.chats ?? [])])],
    cases: held?.value.cases ?? [],
    ...(by !== undefined && { by }),
  };
  const words = text('hacked-told', {
    ...nameVars(person),
    invites: invites.ended.length,
    staff: STAFF.includes(person.role) ? 'yes' : 'no',
    by: by === undefined ? 'owner' : 'other',
  });
  const changes: readonly Change[] = [
    keep('frozen', person.id, record, held),
    ...limited.changes,
    ...invites.changes,
    { put: 'no-timer', key: `check-end:${person.id}` },
  ];
  const citation = known.cite('HACK');
  const told = text('hacked-frozen', {
    reader: readerOf(person),
    cited: citation ? cited(citation) : '',
    by: by === undefined ? 'owner' : 'other',
  });
  const accounts = [account, ...(await known.people.accountsOf(person.id)).filter((one) => one !== account)];
  const paper = await letter(person, known);
  return {
    actions: [
      ...limited.actions,
      ...invites.actions,
      ...accounts.map((one): Action => ({ do: 'send', to: dialogOf(one), text: told })),
      { do: 'send', to: dialogOf(account), text: paper },
      ...(await deputiesHear(person, 'hacked-deputy', known)),
    ],
    changes,
    asks: await restoreCards(person, words, known),
  };
};

/** In its owner's hands again, as a person has found out. */
export const restored = async (held: Held<'frozen'>, person: Person, known: Known): Promise<Done> => {
  const back = await released(held.value, person, known);
  const accounts = await known.people.accountsOf(person.id);
  return {
    actions: [
      ...back.actions,
      ...accounts.map(
        (one): Action => ({
          do: 'send',
          to: dialogOf(one),
          text: text('hacked-restored', { reader: readerOf(person) }),
        }),
      ),
      ...(held.value.state === 'frozen' ? await deputiesHear(person, 'hacked-deputy-back', known) : []),
    ],
    changes: [
      keep('frozen', person.id, null, held),
      ...back.changes,
      { put: 'no-timer', key: `check-end:${person.id}` },
    ],
    asks: [],
  };
};
