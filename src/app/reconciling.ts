import type { Action } from '../domain/action.js';
import type { Change } from '../domain/change.js';
import { type Chat, chatVars } from '../domain/chat.js';
import { inviteId, isOpen, targetOfChat } from '../domain/invite.js';
import { type Finding, membershipId } from '../domain/membership.js';
import { type Held, keep } from '../domain/records.js';
import { type AccountRef, platformOf } from '../domain/refs.js';
import { type Text, text } from '../domain/text.js';
import { WEEK } from '../domain/time.js';
import { measureFor } from '../membership/finding.js';
import { afterwards } from '../membership/invite.js';
import type { Member } from '../ports/platform.js';
import { membersOf } from './chat-doors.js';
import type { Reply } from './command.js';
import { hasRules, nameOfRules, rulesWords } from './greeting.js';
import { asking } from './invites-talk.js';
import { meantFor } from './invites-whom.js';
import type { Known } from './known.js';
import { letWrite } from './limited.js';
import { reachResponsible } from './membership-cards.js';
import { type Place, placeOf } from './membership-facts.js';
import { measure, remembered } from './membership-measures.js';
import { notBefore, notBeforeNow } from './quiet.js';

const CARD = 'membership-card';

interface Seen {
  readonly actions: readonly Action[];
  readonly changes: readonly Change[];
  readonly news: boolean;
}

/** Belongs there, perhaps since a moment ago: may write, and an invite is used. */
const belonging = async ({ chat, account, held, person }: Place, known: Known): Promise<Seen> => {
  const free = held?.value.muted
    ? await letWrite(chat, { person: person?.id, account }, true, known)
    : { actions: [], changes: [] };
  const invite = person && (await known.records.get('invite', inviteId(person.id, targetOfChat(chat))));
  const event = { is: 'joined', at: known.now, person: person?.id ?? '', account } as const;
  const after = invite && afterwards(invite.value, event);
  const used = invite && after ? [keep('invite', invite.id, after, invite)] : [];
  const forgotten = held && held.value.decided === undefined ? [keep('membership', held.id, null, held)] : [];
  return { actions: free.actions, changes: [...free.changes, ...forgotten, ...used], news: false };
};

const stopped = (place: Place, known: Known): Seen => {
  const { actions, changes } = measure(place, known);
  return { actions, changes: [...changes, ...remembered(place, false, known)], news: true };
};

/** Found there when the bot began: told of, and left to a person, but for those about whom it was decided. */
const met = (place: Place, known: Known): Seen => {
  const { chat, account, finding, held } = place;
  if (finding === undefined || finding === 'left') return stopped(place, known);
  const value = { chat: chat.ref, account, finding, since: known.now, muted: false, told: false, before: true };
  return { actions: [], changes: [keep('membership', membershipId(chat.ref, account), value, held)], news: true };
};

/** The same as on a join, silently: who should not be there cannot write, who belongs there can. */
const settle = async (member: Member, place: Place, first: boolean, known: Known): Promise<Seen> => {
  const { chat, account, finding, held } = place;
  if (finding === undefined) return belonging(place, known);
  if (finding === 'excluded' || held?.value.decided?.as === 'excluded')
    return { actions: [{ do: 'remove', chat: chat.ref, account }], changes: [], news: false };
  if (held?.value.finding === finding) {
    const loose = held.value.muted && !member.mutedNow;
    // Decided once is decided: whom the messenger did not let out yesterday is taken out today.
    const inStill = measureFor(finding, place.person) === 'remove' && !held.value.before;
    const { actions, changes } = loose || inStill ? measure(place, known) : { actions: [], changes: [] };
    return { actions, changes, news: !held.value.told };
  }
  if (first) return met(place, known);
  return stopped(place, known);
};

/**
 * Whom the list means for a chat and who sits there with none of their accounts. Those reached another way are not missed,
 * nor those whose invite is on its way: of them its issuer hears when its time is over.
 */
const missingFrom = async (chat: Chat, inside: ReadonlySet<AccountRef>, known: Known): Promise<readonly string[]> => {
  const meant = meantFor(targetOfChat(chat), await known.people.all(), known.now);
  const missing: string[] = [];
  for (const person of meant) {
    if (person.standing?.otherWay) continue;
    const accounts = await known.people.accountsOf(person.id);
    if (accounts.some((account) => inside.has(account))) continue;
    const invite = await known.records.get('invite', inviteId(person.id, targetOfChat(chat)));
    if (invite === undefined || !isOpen(invite.value)) missing.push(person.id);
  }
  return missing.sort();
};

const differs = (one: readonly string[], other: readonly string[]): boolean => one.join(' ') !== other.join(' ');

const listed = ({ ref }: Chat, { messenger }: Pick<Known, 'messenger'>): boolean =>
  messenger(platformOf(ref)).capabilities.members === 'listed';

/**
 * In the morning, together with what waits for it already.
 * @param wait milliseconds, by day
 * @param partly 1: the messenger lists nobody, and whoever answers for the chat is to know what that leaves out
 */
export const cardLater = async (
  chat: Chat,
  missing: number,
  blind: number,
  known: Known,
  wait = 0,
  partly = 0,
): Promise<Change> => {
  const key = `${CARD}:${chat.ref}`;
  const waiting = await known.timers.find(key);
  const most = (name: string, count: number) => Math.max(count, Number(waiting?.data[name] ?? 0));
  const counts = { missing: most('missing', missing), blind: most('blind', blind), partly: most('partly', partly) };
  const at = waiting?.at ?? notBefore(known.now + wait, await known.settings(), known.zone);
  return { put: 'timer', timer: { key, at, job: CARD, data: { chat: chat.ref, ...counts } } };
};

/** The rules that hang there are not those in force. */
const rulesLater = async ({ ref }: Chat, known: Known): Promise<Change> => ({
  put: 'timer',
  timer: { key: `hang-rules:${ref}`, at: await notBeforeNow(known), job: 'hang-rules', data: { chat: ref } },
});

/** The bot cannot see who is there: said once a week, never «всё хорошо». */
const unseen = async (chat: Chat, known: Known): Promise<Reply> => {
  const held = await known.records.get('greeting', chat.ref);
  const told = held?.value.blind;
  if (told !== undefined && known.now - told < WEEK) return { actions: [], changes: [], because: 'unseen' };
  return {
    actions: [],
    changes: [
      keep('greeting', chat.ref, { ...held?.value, blind: known.now }, held),
      await cardLater(chat, 0, 1, known),
    ],
    because: 'unseen',
  };
};

/** What was found of somebody who has gone without the bot's hearing of it. */
const forgotten = async (chat: Chat, inside: ReadonlySet<AccountRef>, { records }: Known): Promise<readonly Change[]> =>
  (await records.all('membership'))
    .filter(({ value }) => value.chat === chat.ref && value.told && !value.decided && !inside.has(value.account))
    .map((held) => keep('membership', held.id, null, held));

/** Who sits in a chat, against the list. Where the bot only watches nothing is done and nobody is told. */
export const reconcile = async (chat: Chat, known: Known): Promise<Reply> => {
  const members = await membersOf(chat, known);
  if (members === undefined) return unseen(chat, known);
  const { account: self } = await known.messenger(platformOf(chat.ref)).ask({ ask: 'self' });
  const others = members.filter(({ account }) => account !== self);
  const places = await Promise.all(others.map(({ account }) => placeOf(account, chat, known)));
  const found = places.filter(({ finding }) => finding !== undefined).length;
  if (chat.mode !== 'act') return { actions: [], changes: [], because: `observe:${found} found` };

  const held = await known.records.get('greeting', chat.ref);
  const first = held?.value.met === undefined;
  const seen: Seen[] = [];
  for (const [at, member] of others.entries()) {
    const place = places[at];
    if (place) seen.push(await settle(member, place, first, known));
  }
  const inside = new Set(others.map(({ account }) => account));
  const missing = await missingFrom(chat, inside, known);
  const changed = differs(missing, held?.value.missing ?? []);
  const partly = first && !listed(chat, known);
  const tell = seen.some(({ news }) => news) || (changed && missing.length > 0) || partly;
  const words = hasRules(chat) ? await rulesWords(known) : undefined;
  const rules = words && nameOfRules(words) !== held?.value.rules ? [await rulesLater(chat, known)] : [];
  return {
    actions: seen.flatMap(({ actions }) => actions),
    changes: [
      ...seen.flatMap(({ changes }) => changes),
      ...(await forgotten(chat, inside, known)),
      ...(changed || first
        ? [keep('greeting', chat.ref, { met: known.now, ...held?.value, missing: [...missing] }, held)]
        : []),
      ...rules,
      ...(tell ? [await cardLater(chat, missing.length, 0, known, 0, partly ? 1 : 0)] : []),
    ],
    because: `${found} found, ${missing.length} missing`,
  };
};

const SHOWN: readonly Finding[] = ['alien', 'foreign', 'left', 'pupil', 'misplaced'];
const REMOVED: readonly Finding[] = ['foreign', 'left'];
const DECIDABLE: readonly Finding[] = ['alien', 'foreign', 'pupil', 'misplaced'];

/** What was found, kind by kind; of those who were there before, other things are said. */
const linesOf = (fresh: readonly Held<'membership'>[], stuck: ReadonlySet<string>): readonly Text[] => {
  const found = [false, true].flatMap((before) =>
    SHOWN.flatMap((finding) => {
      const of = ({ id, value }: Held<'membership'>) =>
        value.finding === finding && (value.before ?? false) === before && !stuck.has(id);
      const count = fresh.filter(of).length;
      const what = before ? `met-${finding}` : finding;
      return count > 0 ? [text('membership-line', { what, count })] : [];
    }),
  );
  return stuck.size > 0 ? [...found, text('membership-line', { what: 'stuck', count: stuck.size })] : found;
};

/** Those whom the bot was to take out and who sit there still. */
const stuckIn = async (
  chat: Chat,
  fresh: readonly Held<'membership'>[],
  known: Known,
): Promise<ReadonlySet<string>> => {
  const out = fresh.filter(({ value: { finding, before } }) => REMOVED.includes(finding) && !before);
  const inside = new Set(out.length === 0 ? [] : (await membersOf(chat, known))?.map(({ account }) => account));
  return new Set(out.filter(({ value }) => inside.has(value.account)).map(({ id }) => id));
};

/** Whom one may take out by the card: not those who only have not introduced themselves yet. */
const decidable = ({ value: { finding, before } }: Held<'membership'>): boolean =>
  DECIDABLE.includes(finding) && !(before && finding === 'alien');

/** One card of what was found, for whoever answers for the chat. */
export const card = async (
  chat: Chat,
  missing: number,
  { blind, partly }: { readonly blind: boolean; readonly partly: boolean },
  known: Known,
): Promise<Reply> => {
  const fresh = (await known.records.all('membership')).filter(({ value }) => value.chat === chat.ref && !value.told);
  const reached = await reachResponsible(chat, known);
  // Nobody is linked yet who could hear of it.
  if (reached.length === 0) return { actions: [], changes: [], because: 'nobody' };
  const lines = [
    ...(blind ? [text('membership-line', { what: 'blind', count: 0 })] : []),
    ...(missing > 0 ? [text('membership-line', { what: 'missing', count: missing })] : []),
    ...linesOf(fresh, await stuckIn(chat, fresh, known)),
    ...(partly ? [text('membership-line', { what: 'partly', count: 0 })] : []),
  ];
  if (lines.length === 0) return { actions: [], changes: [], because: 'nothing' };
  const words = text('membership-summary', { ...chatVars(chat), lines });
  const ids = fresh.filter(decidable).map(({ id }) => id);
  const exclude = { id: 'exclude', label: text('button-membership-exclude'), look: 'negative' } as const;
  const leave = { id: 'leave', label: text('button-membership-leave'), look: 'secondary' } as const;
  return {
    actions: ids.length > 0 ? [] : reached.map(({ to }) => ({ do: 'send', to, text: words }) as const),
    changes: fresh.map((held) => keep('membership', held.id, { ...held.value, told: true }, held)),
    asks: (ids.length === 0 ? [] : reached).map(({ person, to }) => ({
      ...asking(words, { step: 'memberships', ids }, [exclude, leave]),
      to,
      whom: person.id,
    })),
    because: 'told',
  };
};
