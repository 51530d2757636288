import type { Change } from '../domain/change.js';
import { type Chat, chatVars } from '../domain/chat.js';
import { inviteId, targetOfChat } from '../domain/invite.js';
import type { Person } from '../domain/person.js';
import { keep } from '../domain/records.js';
import { type AccountRef, dialogOf } from '../domain/refs.js';
import { text } from '../domain/text.js';
import { MINUTE } from '../domain/time.js';
import type { Update } from '../domain/update.js';
import { isRestricted } from '../membership/belongs.js';
import { afterwards } from '../membership/invite.js';
import { askAcknowledgement } from './acknowledging.js';
import type { Ask } from './ask.js';
import { changeLock } from './chat-doors.js';
import type { Reply } from './command.js';
import { greetLater } from './greeting.js';
import { offerToPass } from './invites-pupil.js';
import { askName } from './join-request.js';
import type { Known } from './known.js';
import { letWrite } from './limited.js';
import { createMay, scopeOf } from './may.js';
import { findingCards } from './membership-cards.js';
import { type Place, placeOf } from './membership-facts.js';
import { explanation, measure, remembered } from './membership-measures.js';
import { notBeforeNow } from './quiet.js';
import { cardLater } from './reconciling.js';

type Joined = Extract<Update, { kind: 'joined' }>;

const NOTHING: Reply = { actions: [], changes: [], because: 'member' };

/** The invite by which, or without which, somebody has come. */
const inviteJoined = async (
  person: Person,
  account: AccountRef,
  chat: Chat,
  known: Known,
): Promise<readonly Change[]> => {
  const held = await known.records.get('invite', inviteId(person.id, targetOfChat(chat)));
  const event = { is: 'joined', at: known.now, person: person.id, account } as const;
  const after = held && afterwards(held.value, event);
  return held && after ? [keep('invite', held.id, after, held)] : [];
};

/** Somebody who belongs here: welcomed in the dialog at once, in the chat together with the other newcomers. */
const welcome = async (place: Place, person: Person, known: Known): Promise<Reply> => {
  const { chat, account, held } = place;
  const read = await askAcknowledgement(person, account, known);
  const hello = text('membership-hello', {
    ...chatVars(chat),
    reader: person.role,
    name: [person.name, person.patronymic].filter(Boolean).join(' '),
  });
  const free = await letWrite(chat, { person: person.id, account }, held?.value.muted === true, known);
  return {
    actions: [...free.actions, { do: 'send', to: dialogOf(account), text: hello }, ...read.actions],
    changes: [
      ...free.changes,
      ...(await inviteJoined(person, account, chat, known)),
      ...remembered(place, true, known),
      ...(await greetLater(chat, known)),
      ...read.changes,
    ],
    asks: read.asks ?? [],
    because: 'joined',
  };
};

/** Whoever adds somebody to a chat without a right to hears of the right way. */
const toAdder = async (
  by: Person | undefined,
  place: Place,
  known: Known,
): Promise<Pick<Reply, 'actions' | 'asks'>> => {
  const [account] = by ? await known.people.accountsOf(by.id) : [];
  if (by === undefined || account === undefined) return { actions: [] };
  const { chat, finding } = place;
  if (finding === 'foreign')
    return { actions: [{ do: 'send', to: dialogOf(account), text: text('membership-foreign-adder', chatVars(chat)) }] };
  const pupils = chat.kind === 'class_students' || chat.kind === 'subject';
  const asks = await offerToPass(by, pupils ? 'invite-student' : 'invite-parent', scopeOf(chat), known);
  return { actions: [], asks };
};

/** Added by somebody who may have there whom he wants: a decision of a person. A court's goes before it. */
const decidedBy = async (
  by: Person | undefined,
  account: AccountRef,
  { chat, finding, person }: Place,
  known: Known,
): Promise<boolean> => {
  if (by === undefined || finding === undefined || finding === 'left' || finding === 'alien') return false;
  if (person !== undefined && isRestricted(person, known.now)) return false;
  const may = createMay({ ...known, person: by, account });
  return (await may(finding === 'foreign' ? 'register-chat' : 'approve-join', scopeOf(chat))).granted === 'yes';
};

type Stopped = Pick<Reply, 'actions' | 'changes'>;

/** More than so many strangers within so long are told of together. */
const CROWD = { most: 3, within: 10 * MINUTE };

const isCrowd = async ({ chat, finding }: Place, { records, now }: Known): Promise<boolean> => {
  if (finding !== 'alien') return false;
  const before = (await records.all('membership')).filter(
    ({ value }) => value.chat === chat.ref && value.finding === 'alien' && now - value.since < CROWD.within,
  );
  return before.length >= CROWD.most;
};

/**
 * Those who answer for the chat are told at once; in quiet hours, the bot having acted already, in the morning. Of whom the
 * administrator has still to confirm he has been asked already.
 */
const telling = async (
  place: Place,
  adder: Person | undefined,
  known: Known,
): Promise<Stopped & { readonly asks: readonly Ask[] }> => {
  if (place.waits) return { actions: [], changes: remembered(place, true, known), asks: [] };
  const wait = await notBeforeNow(known);
  const again = place.held?.value.finding === place.finding && place.held?.value.told === true;
  if (again) return { actions: [], changes: remembered(place, true, known), asks: [] };
  const crowd = await isCrowd(place, known);
  if (wait === known.now && !crowd) {
    const cards = await findingCards(place, known, adder);
    // As long as nobody is linked who could hear of it, the nightly look tries again.
    const heard = cards.actions.length > 0 || cards.asks.length > 0;
    return { ...cards, changes: remembered(place, heard, known) };
  }
  const later = await cardLater(place.chat, 0, 0, known, crowd ? CROWD.within : 0);
  return { actions: [], changes: [...remembered(place, false, known), later], asks: [] };
};

/** Only a link that strangers have is worth nothing any more; of many who come by it at once the first is enough. */
const afterLeak = async ({ chat }: Place, { how, at }: Joined, known: Known): Promise<Stopped> => {
  const held = await known.records.get('greeting', chat.ref);
  const locked = held?.value.locked;
  if (how !== 'link' || (locked !== undefined && at <= locked)) return { actions: [], changes: [] };
  return {
    actions: await changeLock(chat, known),
    changes: [keep('greeting', chat.ref, { ...held?.value, locked: known.begun }, held)],
  };
};

/** Somebody who should not be here: no right to write, a way to mend it, and those who answer for the chat are told, once. */
const stopped = async (place: Place, update: Joined, adder: Person | undefined, known: Known): Promise<Reply> => {
  const { finding, held, waits } = place;
  const again = held?.value.finding === finding;
  const told = await telling(place, adder, known);
  const adderHears: Pick<Reply, 'actions' | 'asks'> =
    update.by === undefined ? { actions: [] } : await toAdder(adder, place, known);
  const stranger = finding === 'alien' && !waits;
  const leaked = stranger ? await afterLeak(place, update, known) : { actions: [], changes: [] };
  const name = stranger && !again ? askName(place, known) : [];
  const done = measure(place, known);
  return {
    actions: [
      ...done.actions,
      ...(again ? [] : explanation(place, known)),
      ...told.actions,
      ...adderHears.actions,
      ...leaked.actions,
    ],
    changes: [...done.changes, ...told.changes, ...leaked.changes],
    asks: [...told.asks, ...(adderHears.asks ?? []), ...name],
    because: `found:${finding}`,
  };
};

/** A person has decided once that this account is not to be here. */
const outAgain = ({ chat, account }: Place): Reply => ({
  actions: [{ do: 'remove', chat: chat.ref, account }],
  changes: [],
  because: 'excluded',
});

/**
 * What follows when somebody has come into a chat: by its link, added by somebody, or let in on request. Clauses 2.3 and
 * 2.8-c of school-21, 1.5 of oosh-19; `domain.md` SC-02, SC-15.
 */
export const joining = async (update: Joined, known: Known): Promise<Reply> => {
  const chat = await known.chats.find(update.chat);
  if (chat === undefined) return NOTHING;
  const adder = update.by === undefined ? undefined : (await known.people.facts(update.by)).person;
  const place = await placeOf(update.account, chat, known);
  if (place.finding !== undefined && (await decidedBy(adder, update.by ?? update.account, place, known))) {
    const { held, account } = place;
    const decided = { as: 'admitted', by: adder?.id ?? '', at: known.now } as const;
    const [change] = remembered(place, true, known);
    if (change?.put !== 'record') return NOTHING;
    const { finding } = place;
    const value = { chat: chat.ref, account, finding, since: known.now, muted: false, told: true, decided };
    const free = await letWrite(chat, { person: place.person?.id, account }, held?.value.muted === true, known);
    const changes = [keep('membership', change.id, value, held), ...free.changes];
    return { actions: free.actions, changes, because: 'admitted' };
  }
  if (place.finding === 'excluded' || (place.finding !== undefined && place.held?.value.decided?.as === 'excluded'))
    return outAgain(place);
  if (place.finding !== undefined) return stopped(place, update, adder, known);
  if (place.person === undefined || place.role === undefined) return NOTHING;
  return welcome(place, place.person, known);
};

/** Whoever has gone is not remembered as found there, unless a person had decided about it or is still to hear of it. */
export const leaving = async ({ chat, account }: Extract<Update, { kind: 'left' }>, known: Known): Promise<Reply> => {
  const held = await known.records.get('membership', `${chat} ${account}`);
  if (held === undefined || held.value.decided !== undefined || !held.value.told) return NOTHING;
  return { ...NOTHING, changes: [keep('membership', held.id, null, held)] };
};

/** In a chat that is only watched nobody is asked anything; what is so all the same, an invite used, is remembered. */
export const rehearsed = (reply: Reply): Reply => ({
  ...reply,
  asks: [],
  changes: reply.changes.filter((change) => change.put === 'record' && change.of === 'invite'),
});
