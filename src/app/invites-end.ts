import type { Action } from '../domain/action.js';
import type { Change } from '../domain/change.js';
import { type Invite, isOpen, leadsTo } from '../domain/invite.js';
import { type Held, keep } from '../domain/records.js';
import { afterwards, type InviteEvent } from '../membership/invite.js';
import { changeLock } from './chat-doors.js';
import type { Known } from './known.js';

export interface Ended {
  readonly actions: readonly Action[];
  readonly changes: readonly Change[];
  readonly ended: readonly Invite[];
}

/** Codes that no open invite needs any more are spent. Those whose time is over are dead by themselves. */
const spent = async (
  invites: readonly Invite[],
  ending: ReadonlySet<string>,
  { records, codes, code, now }: Known,
): Promise<readonly Change[]> => {
  const others = (await records.all('invite')).filter(({ id, value }) => isOpen(value) && !ending.has(id));
  const changes = new Map<string, Change>();
  for (const { person, issue } of invites) {
    const needed = others.some(({ value }) => value.person === person && value.issue === issue);
    if (issue === 0 || needed) continue;
    const one = code(person, issue);
    if ((await codes.whose(one, now)) === person) changes.set(one, { put: 'used-code', code: one, at: now });
  }
  return [...changes.values()];
};

/** Invites end: the codes die, and the links of their chats are made anew for those who were let in already. */
export const end = async (
  held: readonly Held<'invite'>[],
  is: Extract<InviteEvent['is'], 'withdrawn' | 'overdue'>,
  known: Known,
): Promise<Ended> => {
  const done = held.flatMap((one) => {
    const after = afterwards(one.value, { is, at: known.now });
    return after ? [{ held: one, after }] : [];
  });
  const ids = new Set(done.map(({ held: { id } }) => id));
  const before = done.map((one) => one.held.value).filter(({ state }) => state === 'issued');
  const actions: Action[] = [];
  const chats = (await known.chats.all()).filter((chat) => done.some(({ after }) => leadsTo(after, chat)));
  for (const chat of chats) actions.push(...(await changeLock(chat, known, [...ids])));
  return {
    actions,
    changes: [
      ...done.map(({ held: one, after }) => keep('invite', one.id, after, one)),
      ...(is === 'withdrawn' ? await spent(before, ids, known) : []),
    ],
    ended: done.map(({ after }) => after),
  };
};

/**
 * The open invites of these people are taken back: of those into chats for which `gone` says so, else all. For people who
 * move or leave.
 */
export const withdrawInvitesOf = async (
  people: readonly string[],
  known: Known,
  gone: (invite: Invite) => boolean = () => true,
): Promise<Ended> => {
  const open = (await known.records.all('invite')).filter(
    ({ value }) => isOpen(value) && people.includes(value.person) && gone(value),
  );
  return end(open, 'withdrawn', known);
};
