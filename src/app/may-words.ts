import { chatVars } from '../domain/chat.js';
import type { Citation } from '../domain/clause.js';
import { type Person, type Role, STAFF } from '../domain/person.js';
import { type Text, text } from '../domain/text.js';
import type { Permission, Scope } from '../regulation/permissions.js';
import type { Answer } from '../regulation/permissions-answer.js';
import { toPerson } from './dative.js';

export const cited = ({ document, clause }: Citation): Text => text('clause-ref', { document, clause });

type Refused = Extract<Answer, { granted: 'no' }>;
type Conditional = Exclude<Answer, Refused>;

/** What a refusal was about. */
export interface Asked {
  readonly person: Person | undefined;
  readonly permission: Permission;
  readonly scope: Scope | 'anywhere';
  /** Classes that are the person's own. */
  readonly own: readonly string[];
  /** Who teaches the class it was about, or the person's own. */
  readonly classTeacher: Person | undefined;
  /** Whether teachers may ask for publications too. */
  readonly teachersAsk: boolean;
}

/** Words to say, and the same ending in a question, for a command that can pass the matter on. */
export interface Words {
  readonly text: Text;
  readonly offer?: Text;
}

const UNREGULATED: Words = { text: text('refuse-unregulated'), offer: text('rights-unregulated') };

/** Nearest first: whom one turns to. */
const NEAREST: readonly Role[] = ['class-teacher', 'administrator', 'teacher', 'deputy', 'director', 'parent'];
const nearest = (roles: readonly Role[]): Role => NEAREST.find((role) => roles.includes(role)) ?? 'administrator';

const toRole = (roles: readonly Role[]): Text => text('rights-to-role', { role: nearest(roles) });

/** After a sentence that names them: the one it named is not named again. */
const toRoleOrHim = (roles: readonly Role[]): Text => (roles.length === 1 ? text('rights-to-him') : toRole(roles));

/** «учитель, классный руководитель или администратор платформы». */
const either = ([first = 'administrator', ...rest]: readonly Role[]): Text => {
  const role = text('role', { role: first });
  if (rest.length === 0) return role;
  return text(rest.length === 1 ? 'rights-or' : 'rights-comma', { first: role, next: either(rest) });
};

const doing = (permission: Permission): Text => text('rights-doing', { permission });

const wordsOfClass = (asked: Asked, citation: Citation): Words | undefined => {
  const { permission, scope, own, classTeacher } = asked;
  if (scope === 'anywhere' || scope.class === undefined || own.length === 0) return undefined;
  const vars = { class: scope.class, own: own.join(', ') };
  if (classTeacher && !own.includes(scope.class))
    return { text: text('rights-class', { ...vars, permission, teacher: toPerson(classTeacher) }) };
  return { text: text('rights-class-unknown', { ...vars, cited: cited(citation) }) };
};

/** Chats are refused in words of their own: they name the kind. */
const wordsOfChat = ({ why }: Refused, { scope, own }: Asked, citation: Citation): Words => {
  const vars = { cited: cited(citation) };
  if (scope === 'anywhere' || scope.chat === undefined) return { text: text('refuse-register-chat', vars) };
  if (why === 'class' && scope.class !== undefined)
    return { text: text('refuse-chat-class', { ...vars, class: scope.class, own: own.join(', ') }) };
  if (why === 'subject' && scope.subject !== undefined)
    return { text: text('refuse-chat-subject', { ...vars, subject: scope.subject }) };
  return { text: text('refuse-chat-kind', { ...vars, kind: chatVars({ kind: scope.chat }).kind }) };
};

const wordsOfRole = ({ instead }: Refused, { person, permission, classTeacher }: Asked, citation: Citation): Words => {
  const vars = { doing: doing(permission), cited: cited(citation) };
  if (instead.length === 0) return { text: text('rights-nobody', vars) };
  if (permission === 'invite-student' && person && !STAFF.includes(person.role)) {
    const to = classTeacher ? toPerson(classTeacher) : toRole(instead);
    return {
      text: text('rights-student-invite', { cited: vars.cited, to }),
      offer: text('rights-student-invite-offer', { cited: vars.cited, to }),
    };
  }
  return { text: text('rights-role', { ...vars, who: either(instead), to: toRoleOrHim(instead) }) };
};

const CHATS: readonly Permission[] = ['register-chat', 'observe-chat'];

/** What is said to somebody who may not: the clause, and the right way. */
export const wordsOfRefusal = (refused: Refused, asked: Asked): Words => {
  const { why, cites, instead } = refused;
  if (cites === null) return UNREGULATED;
  const vars = { cited: cited(cites) };
  switch (why) {
    case 'unlinked':
      return { text: text('refuse-unlinked', vars) };
    case 'left':
      return { text: text('refuse-read-own-record', vars) };
    case 'unconfirmed':
      return { text: text('rights-unconfirmed', vars) };
    case 'party':
      return { text: text('rights-party', { to: toRole(instead) }) };
    case 'unregulated':
      return UNREGULATED;
    default:
      break;
  }
  if (CHATS.includes(asked.permission)) return wordsOfChat(refused, asked, cites);
  const ofClass = why === 'class' ? wordsOfClass(asked, cites) : undefined;
  if (ofClass || why === 'role' || why === 'class') return ofClass ?? wordsOfRole(refused, asked, cites);
  return { text: text('rights-elsewhere', { ...vars, doing: doing(asked.permission), why, to: toRole(instead) }) };
};

/** A publication for the whole school is asked for in the words of the regulation. */
const wordsOfBroadcast = (citation: Citation, teachersAsk: boolean): Words => {
  const vars = { cited: cited(citation), asking: teachersAsk ? 'teachers' : 'administration' };
  return { text: text('rights-broadcast', vars), offer: text('rights-broadcast-offer', vars) };
};

/** What is said to somebody who may only ask for it, or needs a second look. */
export const wordsOfCondition = ({ granted, by, cites }: Conditional, asked: Asked): Words => {
  if (granted === 'request' && asked.permission === 'publish-school' && cites)
    return wordsOfBroadcast(cites, asked.teachersAsk);
  const vars = { doing: doing(asked.permission) };
  if (by.length === 0) return { text: text('rights-confirm-oneself', vars) };
  const who = { ...vars, who: either(by), to: toRoleOrHim(by) };
  if (granted === 'request') return { text: text('rights-request', who), offer: text('rights-request-offer', who) };
  return { text: text('rights-confirm', who) };
};
