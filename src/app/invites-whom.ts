import type { Chat } from '../domain/chat.js';
import { type Invite, inviteId, isOpen, leadsTo, type Target } from '../domain/invite.js';
import { isOfSchool, type Person, type Role, STAFF } from '../domain/person.js';
import type { AccountRef } from '../domain/refs.js';
import { BY_DECISION } from '../membership/homes.js';
import { roleIn } from '../membership/role-in.js';
import { membersOf } from './chat-doors.js';
import type { Known } from './known.js';
import type { Permission, Scope } from './may.js';
import { leftChats } from './migration-homes.js';

/** Whom a chat of this kind is filled with by invites, and what it takes to invite them. */
const INVITED: Readonly<Partial<Record<Target['kind'], { readonly as: readonly Role[]; readonly needs: Permission }>>> =
  {
    class_parents: { as: ['parent'], needs: 'invite-parent' },
    class_students: { as: ['student'], needs: 'invite-student' },
    subject: { as: ['student'], needs: 'invite-student' },
    class_teachers: { as: STAFF, needs: 'invite-staff' },
    staff: { as: STAFF, needs: 'invite-staff' },
    leadership: { as: STAFF, needs: 'invite-staff' },
  };

/** What somebody must be allowed to do to issue invites into this chat; nothing for chats without invites. */
export const rightTo = (target: Target): { readonly permission: Permission; readonly scope: Scope } | undefined => {
  const found = INVITED[target.kind];
  if (found === undefined) return undefined;
  const { kind, class: ofClass, subject } = target;
  const scope = { chat: kind, ...(ofClass && { class: ofClass }), ...(subject && { subject }) };
  return { permission: found.needs, scope };
};

/** A class by a target's kind, as if it were registered: who would be in it. */
const asChat = ({ kind, class: ofClass, subject }: Target): Chat => ({
  ref: 'memory:chat:none',
  kind,
  ...(ofClass && { class: ofClass }),
  ...(subject && { subject }),
  mode: 'act',
  registered: { by: '', at: 0 },
});

/** Everybody the roster means for this chat. */
export const meantFor = (target: Target, people: readonly Person[], now: number): readonly Person[] => {
  const classes = new Map(people.map((one) => [one.id, isOfSchool(one, now) ? one.classes : []]));
  const wanted = INVITED[target.kind]?.as ?? [];
  const chat = asChat(target);
  return people.filter((person) => {
    const childClasses = person.children.flatMap((child) => classes.get(child) ?? []);
    const role = roleIn(person, chat, { childClasses, invited: false, now });
    return role !== undefined && wanted.includes(role);
  });
};

/** Those to invite, with their accounts, and why others are not counted. */
export interface Whom {
  readonly chat: Chat | undefined;
  readonly people: readonly { readonly person: Person; readonly accounts: readonly AccountRef[] }[];
  readonly inside: number;
  readonly otherWay: number;
  /** An invite is on its way to them already. */
  readonly open: number;
}

export interface Wanted {
  readonly target: Target;
  /** Those who were invited already get a new code. */
  readonly again: boolean;
  /** Only these. */
  readonly only?: readonly string[];
}

/** Can still be used: a code that a whole chat has seen cannot. */
const isAlive = async (invite: Invite, { codes, code, now }: Known): Promise<boolean> => {
  const { state, person, issue, until } = invite;
  if (!isOpen(invite) || until <= now) return false;
  return state === 'claimed' || (await codes.whose(code(person, issue), now)) === person;
};

/** Whom an issue would concern, at this moment. */
export const whomFor = async ({ target, again, only }: Wanted, issuer: string, known: Known): Promise<Whom> => {
  const [found, ...others] = (await known.chats.all()).filter((one) => leadsTo(target, one));
  const left = others.length > 0 ? await leftChats(known) : undefined;
  const chat = left ? [found, ...others].find((one) => one && !left.has(one.ref)) : found;
  const members = new Set(chat ? (await membersOf(chat, known))?.map(({ account }) => account) : []);
  const all = await known.people.all();
  const meant = new Set(meantFor(target, all, known.now).map(({ id }) => id));
  // Named some time ago: whoever has left or moved since is not invited any more.
  const decided = (one: Person) => BY_DECISION.includes(one.role) && isOfSchool(one, known.now);
  const named =
    only === undefined
      ? all.filter(({ id }) => meant.has(id))
      : all.filter((one) => only.includes(one.id) && (meant.has(one.id) || decided(one)));
  const counted = { inside: 0, otherWay: 0, open: 0 };
  const people: { person: Person; accounts: readonly AccountRef[] }[] = [];
  for (const person of named) {
    if (person.id === issuer) continue;
    const accounts = await known.people.accountsOf(person.id);
    const invite = await known.records.get('invite', inviteId(person.id, target));
    if (accounts.some((account) => members.has(account))) counted.inside += 1;
    else if (person.standing?.otherWay) counted.otherWay += 1;
    else if (!again && invite && (await isAlive(invite.value, known))) counted.open += 1;
    else people.push({ person, accounts });
  }
  return { chat, people, ...counted };
};
