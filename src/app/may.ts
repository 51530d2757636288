import type { Chat } from '../domain/chat.js';
import type { Citation, CitationKey } from '../domain/clause.js';
import type { Person, Role } from '../domain/person.js';
import type { AccountRef } from '../domain/refs.js';
import type { Settings } from '../domain/settings.js';
import { type Text, text } from '../domain/text.js';
import type { People, Records } from '../ports/stores.js';
import type { Permission, Scope } from '../regulation/permissions.js';
import { type Answer, permitted, type Rules, type Why } from '../regulation/permissions-answer.js';
import { classesOf, standingFor } from '../regulation/permissions-hats.js';
import { rulesAt } from '../regulation/permissions-rules.js';
import type { Policy } from '../regulation/policy.js';
import { isFrozen } from './frozen.js';
import { readerOf } from './incident.js';
import { type Asked, cited, wordsOfCondition, wordsOfRefusal } from './may-words.js';
import { onceRead } from './once-read.js';
import { linkWaits } from './people-waiting.js';

export type { Permission, Scope } from '../regulation/permissions.js';
export { cited } from './may-words.js';

export type Cite = (key: CitationKey) => Citation | null;

interface Worded {
  /** Complete in itself: it leads to the right way. */
  readonly text: Text;
  /** To be said instead by a command that can pass the matter on: the same, ending in that question. */
  readonly offer?: Text;
}

/**
 * What somebody asks to do is granted, needs a second look (`confirm`: by one of `by`, or again by himself when that is
 * empty), may only be asked for (`request`: of one of `by`), or is refused. All but `yes` come with the words to say.
 * `why` is `unconfirmed`: the words promise that the administrator is told.
 */
export type Permitted =
  | { readonly granted: 'yes' }
  | (Worded & { readonly granted: 'confirm' | 'request'; readonly by: readonly Role[] })
  | (Worded & { readonly granted: 'no'; readonly why: Why });

/**
 * Whether whoever calls may do this there, now.
 * @param scope `'anywhere'` only to open a door: whether there is any place at all where it is granted
 */
export type May = (permission: Permission, scope: Scope | 'anywhere') => Promise<Permitted>;

export interface MayDeps {
  readonly policy: Policy;
  readonly people: Pick<People, 'all'>;
  readonly now: number;
  readonly person?: Person | undefined;
  /** The one that acts; absent: whichever the person has. */
  readonly account?: AccountRef;
  /** Where it stands whose link still waits for confirmation; absent: nobody's does. */
  readonly records?: Pick<Records, 'get'>;
  /** What the school has settled for itself; absent: what the edition says holds. */
  readonly settings?: () => Promise<Settings>;
}

/** Who calls a class's parents together is the school's setting, not the edition's. */
const asSettled = async (rules: Rules, permission: Permission, { settings }: MayDeps): Promise<Rules> => {
  if (permission !== 'meet-class-parents' || settings === undefined) return rules;
  return { ...rules, switches: { ...rules.switches, classMeetings: (await settings()).classMeetings } };
};

/** Whom the words name: a pupil's own class teacher, or the one of the class it is about; looked up only then. */
const classTeacherFor = async (asked: Omit<Asked, 'classTeacher'>, answer: Answer, { people, now }: MayDeps) => {
  const about = asked.scope === 'anywhere' ? undefined : asked.scope.class;
  const elsewhere = answer.granted === 'no' && answer.why === 'class';
  const ofClass = elsewhere ? about : (asked.own[0] ?? about);
  return ofClass !== undefined && (elsewhere || asked.permission === 'invite-student')
    ? standingFor(await people.all(), 'class-teacher', ofClass, now)
    : undefined;
};

const askedOf = async (
  permission: Permission,
  scope: Scope | 'anywhere',
  answer: Answer,
  deps: MayDeps,
): Promise<Asked> => {
  const { person, now, policy } = deps;
  const asked = {
    person,
    permission,
    scope,
    own: person ? classesOf(person, now) : [],
    teachersAsk: rulesAt(policy, now).switches.channelRequests === 'admin+teachers',
  };
  return { ...asked, classTeacher: await classTeacherFor(asked, answer, deps) };
};

/** What is everybody's or one's own, and needs nobody to confirm whose account it is. */
const OWN: readonly Permission[] = [
  'link-account',
  'read-regulation',
  'read-own-record',
  'own-data',
  'ask-for-help',
  'complain',
  'object',
  'hide-own-photo',
  'report-hacked',
];

/** Said to somebody of the staff whose link is not confirmed yet: a card in wrong hands opens nothing. */
export const waitingWords = (cite: Cite): Text => {
  const citation = cite('ROLE_CONFIRM');
  return citation ? text('people-waits', { cited: cited(citation) }) : text('people-waits-plain');
};

/** Bound to whoever calls: what `Call` carries. */
export const createMay = (given: MayDeps): May => {
  const deps = { ...given, people: onceRead(given.people) };
  const { policy, person, now, account } = deps;
  const rules = rulesAt(policy, now);
  let shut: Promise<boolean> | undefined;
  const shutOut = () => {
    const { records } = deps;
    shut ??= person && records ? isFrozen(person, records) : Promise.resolve(false);
    return shut;
  };
  let waits: Promise<boolean> | undefined;
  const waiting = () => {
    const { records } = deps;
    waits ??= person && records ? linkWaits(person, { records }, account) : Promise.resolve(false);
    return waits;
  };
  return async (permission, scope) => {
    if (await shutOut())
      return { granted: 'no', why: 'unconfirmed', text: text('hacked-shut', { reader: readerOf(person) }) };
    const answer: Answer = permitted(await asSettled(rules, permission, deps), person, { permission, scope, now });
    if (answer.granted !== 'no' && !OWN.includes(permission) && (await waiting()))
      return { granted: 'no', why: 'unconfirmed', text: waitingWords(rules.cite) };
    if (answer.granted === 'yes') return { granted: 'yes' };
    const asked = await askedOf(permission, scope, answer, deps);
    if (answer.granted === 'no') return { granted: 'no', why: answer.why, ...wordsOfRefusal(answer, asked) };
    return { granted: answer.granted, by: answer.by, ...wordsOfCondition(answer, asked) };
  };
};

/** In this chat. */
export const scopeOf = ({ kind, class: ofClass, subject, registered }: Chat): Scope => ({
  chat: kind,
  owner: registered.by,
  ...(ofClass === undefined ? {} : { class: ofClass }),
  ...(subject === undefined ? {} : { subject }),
});

/** What an outsider in a chat of the school is told. */
export const closedChat = (cite: Cite): Text => {
  const citation = cite('CLOSED');
  return citation ? text('rights-outsider', { cited: cited(citation) }) : text('refuse-unregulated');
};
