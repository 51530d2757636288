import type { Announcement, Audience } from '../domain/announcement.js';
import type { ChatKind } from '../domain/chat.js';
import { type Person, type Role, STAFF, TEACHING } from '../domain/person.js';
import { type Text, text } from '../domain/text.js';
import { standingFor } from '../regulation/permissions-hats.js';
import { rulesAt } from '../regulation/permissions-rules.js';
import type { Call } from './command.js';
import { toPerson } from './dative.js';
import type { Known } from './known.js';
import { cited, createMay, type Permission, type Permitted, type Scope } from './may.js';

const ROOM: Readonly<Record<'parents' | 'students' | 'teachers', ChatKind>> = {
  parents: 'class_parents',
  students: 'class_students',
  teachers: 'class_teachers',
};

interface Right {
  readonly permission: Permission;
  readonly scope: Scope;
}

/** What it takes to publish for an audience: all of these. */
export const rightsTo = ({ whom, classes, subject }: Audience): readonly Right[] =>
  whom.flatMap((one): readonly Right[] => {
    switch (one) {
      case 'school':
        return [{ permission: 'publish-school', scope: {} }];
      case 'employees':
        return [{ permission: 'publish-employees', scope: {} }];
      case 'subject':
        return classes.map((name) => ({
          permission: 'publish-subject',
          scope: { class: name, chat: 'subject', ...(subject === undefined ? {} : { subject }) },
        }));
      case 'teachers':
        if (classes.length === 0) return [{ permission: 'publish-employees', scope: {} }];
        break;
      case 'parents':
      case 'students':
        if (classes.length === 0) return [{ permission: 'publish-mass', scope: {} }];
    }
    return classes.map((name) => ({ permission: 'publish-class', scope: { class: name, chat: ROOM[one] } }));
  });

/** Who has to agree, one step after another. */
export type Route = readonly (readonly Role[])[];

/** Whether somebody may publish outright, may pass it on, and what he is told. */
export type Leave =
  | { readonly leave: 'yes' }
  | {
      readonly leave: 'pass';
      readonly route: Route;
      readonly words: Text;
      readonly kind: 'broadcast' | 'class' | 'other';
    }
  | { readonly leave: 'no'; readonly words: Text };

const isYes = (one: Permitted): boolean => one.granted === 'yes' || (one.granted === 'confirm' && one.by.length === 0);

const isUnconfirmed = (one: Permitted): boolean => one.granted === 'no' && one.why === 'unconfirmed';

const refuseBroadcast = (call: Call): Text => {
  const citation = call.cite('PUBLISH');
  const { channelRequests } = rulesAt(call.policy, call.now).switches;
  if (citation === null) return text('rights-unregulated');
  const asking = channelRequests === 'admin+teachers' ? 'teachers' : 'administration';
  return text('rights-broadcast-offer', { cited: cited(citation), asking });
};

/** Where only the administration may ask, a teacher's text goes through it first. */
const broadcastRoute = (call: Call): Route => {
  const { channelRequests } = rulesAt(call.policy, call.now).switches;
  const teaches = call.person !== undefined && TEACHING.includes(call.person.role);
  return channelRequests === 'admin-only' && teaches ? [['deputy'], ['administrator']] : [['administrator']];
};

const toClassTeacher = async ({ classes }: Audience, call: Call): Promise<Text> => {
  const [first = ''] = classes;
  const teacher = standingFor(await call.people.all(), 'class-teacher', first, call.now);
  return text('announce-pass-class', {
    to: teacher ? toPerson(teacher) : text('rights-to-role', { role: 'class-teacher' }),
  });
};

const teaching = (call: Call): boolean => call.person !== undefined && STAFF.includes(call.person.role);

/** Of several classes no one class's teacher decides. */
const SEVERAL: Route = [['deputy', 'director', 'administrator']];

/** What follows when one of the rights is not given outright. */
const notOutright = async (
  right: Right,
  permitted: Exclude<Permitted, { granted: 'yes' }>,
  audience: Audience,
  call: Call,
): Promise<Leave> => {
  const { permission } = right;
  const broad = permission === 'publish-school' || permission === 'publish-employees';
  const several = permission === 'publish-class' && audience.classes.length > 1;
  if (several && permitted.granted !== 'confirm' && teaching(call) && !isUnconfirmed(permitted))
    return { leave: 'pass', route: SEVERAL, words: text('announce-pass-classes'), kind: 'class' };
  if (permitted.granted !== 'no') {
    const { role: own } = call.person ?? {};
    const by = permitted.by.filter((role) => role !== own);
    const words =
      permission === 'publish-school'
        ? refuseBroadcast(call)
        : permission === 'publish-class'
          ? await toClassTeacher(audience, call)
          : text('announce-pass', { reason: permitted.text });
    const route: Route = broad ? broadcastRoute(call) : [by.length > 0 ? by : permitted.by];
    return {
      leave: 'pass',
      route,
      words,
      kind: permission === 'publish-school' ? 'broadcast' : permission === 'publish-class' ? 'class' : 'other',
    };
  }
  if (permitted.why === 'unconfirmed' || !teaching(call)) return { leave: 'no', words: permitted.text };
  if (permission === 'publish-school')
    return { leave: 'pass', route: broadcastRoute(call), words: refuseBroadcast(call), kind: 'broadcast' };
  if (permission === 'publish-class')
    return { leave: 'pass', route: [['class-teacher']], words: await toClassTeacher(audience, call), kind: 'class' };
  return { leave: 'no', words: permitted.text };
};

/** May whoever calls publish for this audience? */
export const leaveTo = async (audience: Audience, call: Call): Promise<Leave> => {
  for (const right of rightsTo(audience)) {
    const permitted = await call.may(right.permission, right.scope);
    if (permitted.granted !== 'yes' && !isYes(permitted)) return notOutright(right, permitted, audience, call);
  }
  return { leave: 'yes' };
};

/** Whether what has waited may still go out in the name of whoever published it: a class, or a role, may be another's now. */
export const mayStill = async ({ audience, author }: Announcement, by: Person, known: Known): Promise<boolean> => {
  const may = createMay({ ...known, person: by });
  const [first] = audience.classes;
  const rights: readonly Right[] =
    by.id === author
      ? rightsTo(audience)
      : [{ permission: 'decide-publication', scope: first === undefined ? {} : { class: first } }];
  for (const { permission, scope } of rights) if (!isYes(await may(permission, scope))) return false;
  return true;
};

/** Whether what is for all parents may go into the school's channel too. */
export const withChannel = async (audience: Audience, call: Pick<Call, 'may'>): Promise<boolean> =>
  audience.classes.length === 0 && audience.whom.includes('parents') && isYes(await call.may('publish-school', {}));

/** Whether it may be urgent; `twice`: after one more question. */
export const urgentLeave = async (
  audience: Audience,
  call: Call,
): Promise<{ readonly twice: boolean } | { readonly words: Text }> => {
  const scopes: readonly Scope[] =
    audience.classes.length === 0 ? [{}] : audience.classes.map((name) => ({ class: name }));
  let twice = false;
  for (const scope of scopes) {
    const permitted = await call.may('publish-urgent', scope);
    if (permitted.granted === 'yes') continue;
    if (!isYes(permitted)) return { words: permitted.text };
    twice = true;
  }
  return { twice };
};
