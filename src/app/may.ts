import type { ChatKind } from '../domain/chat.js';
import type { Citation, CitationKey } from '../domain/clause.js';
import { type Person, ROLES, type Role } from '../domain/person.js';
import { type Text, text } from '../domain/text.js';
import type { Permission, Scope } from '../regulation/permissions.js';

export type { Permission, Scope } from '../regulation/permissions.js';

export type Cite = (key: CitationKey) => Citation | null;

/**
 * What somebody asks to do is granted, needs a second look (`confirm`: by one of `by`, or again by himself when that is
 * empty), may only be asked for (`request`: of one of `by`), or is refused. All but `yes` come with the words to say.
 */
export type Permitted =
  | { readonly granted: 'yes' }
  | { readonly granted: 'confirm' | 'request'; readonly by: readonly Role[]; readonly text: Text }
  | { readonly granted: 'no'; readonly text: Text };

/**
 * Whether whoever calls may do this there, now.
 * @param scope `'anywhere'` only to open a door: whether there is any place at all where it is granted
 */
export type May = (permission: Permission, scope: Scope | 'anywhere') => Promise<Permitted>;

interface Grant<Who = readonly Role[]> {
  readonly to: Who;
  readonly cites: CitationKey;
}

const GRANTS: Readonly<Partial<Record<Permission, Grant<readonly Role[] | 'everybody'>>>> = {
  'link-account': { to: 'everybody', cites: 'CLOSED' },
  'read-regulation': { to: 'everybody', cites: 'SUPPORT' },
  'read-own-record': { to: ROLES, cites: 'CLOSED' },
  'register-chat': {
    to: ['director', 'deputy', 'administrator', 'class-teacher', 'teacher'],
    cites: 'CREATE_CHAT',
  },
};

/** Who makes which chat: `domain.md` §2.1. */
const MAKERS: Readonly<Record<ChatKind, Grant>> = {
  leadership: { to: ['director', 'deputy', 'administrator'], cites: 'SCHOOL_CHAT' },
  staff: { to: ['director', 'deputy', 'administrator'], cites: 'SCHOOL_CHAT' },
  management_other: { to: ['director', 'deputy', 'administrator'], cites: 'SCHOOL_CHAT' },
  class_students: { to: ['administrator', 'class-teacher'], cites: 'CREATE_CHAT' },
  class_parents: { to: ['administrator', 'class-teacher'], cites: 'CREATE_CHAT' },
  class_teachers: { to: ['administrator', 'class-teacher'], cites: 'CREATE_CHAT' },
  subject: { to: ['administrator', 'class-teacher', 'teacher'], cites: 'CREATE_CHAT' },
  edu_other: { to: ['deputy', 'administrator', 'class-teacher', 'teacher'], cites: 'CREATE_CHAT' },
  channel_school: { to: ['administrator'], cites: 'SCHOOL_CHAT' },
  channel_employees: { to: ['administrator'], cites: 'SCHOOL_CHAT' },
};

const GRANTED: Permitted = { granted: 'yes' };

export const cited = ({ document, clause }: Citation): Text => text('clause-ref', { document, clause });

/** What the regulation in force does not ground is neither granted nor refused by it, and says so. */
const refused = (key: string, cites: CitationKey, cite: Cite, vars: Text['vars'] = {}): Permitted => {
  const citation = cite(cites);
  const words = citation ? text(key, { ...vars, cited: cited(citation) }) : text('refuse-unregulated');
  return { granted: 'no', text: words };
};

/** Closed by default: what no line grants is refused. */
export const may = (person: Person | undefined, permission: Permission, cite: Cite): Permitted => {
  const { to, cites } = GRANTS[permission] ?? { to: [], cites: 'CLOSED' };
  if (to === 'everybody') return GRANTED;
  if (person === undefined) return refused('refuse-unlinked', 'CLOSED', cite);
  return to.includes(person.role) ? GRANTED : refused(`refuse-${permission}`, cites, cite);
};

export interface Registration {
  readonly kind: ChatKind;
  readonly class?: string;
  readonly subject?: string;
}

const teaches = ({ subject }: Person, wanted: string): boolean =>
  subject
    .toLowerCase()
    .split(/[,;/]/)
    .some((one) => one.trim() === wanted.toLowerCase());

/** Whether this person may register a chat of this kind for this class and subject. */
export const mayRegister = (person: Person, { kind, class: ofClass, subject }: Registration, cite: Cite): Permitted => {
  const { to, cites } = MAKERS[kind];
  if (!to.includes(person.role)) return refused('refuse-chat-kind', cites, cite, { kind });
  if (person.role === 'administrator') return GRANTED;
  if (ofClass !== undefined && !person.classes.includes(ofClass))
    return refused('refuse-chat-class', cites, cite, { class: ofClass, own: person.classes.join(', ') });
  if (subject !== undefined && !teaches(person, subject))
    return refused('refuse-chat-subject', cites, cite, { subject });
  return GRANTED;
};

export interface MayDeps {
  readonly person?: Person | undefined;
  readonly cite: Cite;
}

/** Bound to whoever calls: what `Call` carries. */
export const createMay =
  ({ person, cite }: MayDeps): May =>
  async (permission, scope) => {
    const opened = may(person, permission, cite);
    if (scope === 'anywhere' || opened.granted !== 'yes' || person === undefined) return opened;
    const { chat, ...where } = scope;
    const chats = permission === 'register-chat' || permission === 'observe-chat';
    return chats && chat !== undefined ? mayRegister(person, { kind: chat, ...where }, cite) : opened;
  };
