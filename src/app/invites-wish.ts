import type { Target } from '../domain/invite.js';
import { shortName } from '../domain/names.js';
import type { Person } from '../domain/person.js';
import { dialogOf } from '../domain/refs.js';
import { type Text, text } from '../domain/text.js';
import { DAY } from '../domain/time.js';
import { BY_DECISION, homesOf } from '../membership/homes.js';
import { mayLink } from './chat-doors.js';
import type { Call, Reply } from './command.js';
import { namedIn, readTarget, targetVars } from './invites-form.js';
import { issue } from './invites-issue.js';
import { asking, type InviteTalk, NO, refusal, told, unless } from './invites-talk.js';
import { meantFor, rightTo, type Wanted, type Whom, whomFor } from './invites-whom.js';
import { momentVars } from './people-when.js';

/** Buttons of a choice between people who go by one name. */
const MOST = 8;

/** Why somebody is not counted, a line each; and what the messenger lacks. */
const notesOf = async ({ chat, inside, otherWay, open }: Whom, call: Call): Promise<readonly Text[]> => {
  const counts = [
    ['inside', inside],
    ['other-way', otherWay],
    ['open', open],
  ] as const;
  const notes = counts.flatMap(([why, count]) => (count > 0 ? [text('invites-not-counted', { why, count })] : []));
  const blind = chat !== undefined && !(await mayLink(chat, call));
  return blind ? [...notes, text('invites-no-link-right')] : notes;
};

const withNotes = (words: Text, notes: readonly Text[]): Text =>
  notes.length === 0 ? words : text('invites-with-notes', { lines: [...notes, words] });

/** Whether invites into this chat may be issued now by whoever calls; else the reply that says why not. */
const obstacle = async ({ target }: Wanted, call: Call): Promise<Reply | undefined> => {
  const right = rightTo(target);
  if (right === undefined) return told(call, text('invites-not-this', targetVars(target)), 'kind');
  const refused = await unless(call.may(right.permission, right.scope), call);
  if (refused) return refused;
  const classes = new Set((await call.people.all()).flatMap((one) => one.classes));
  const unknown = target.class !== undefined && !classes.has(target.class);
  return unknown ? told(call, text('invites-class-unknown', { class: target.class ?? '' }), 'class') : undefined;
};

const talkOf = ({ target, again, only }: Wanted): InviteTalk => ({
  step: 'issue',
  target,
  again,
  ...(only && { only: [...only] }),
});

/** What would be issued, with the exact number, before it is. */
export const preview = async (wanted: Wanted, call: Call): Promise<Reply> => {
  const stopped = await obstacle(wanted, call);
  if (stopped || call.person === undefined) return stopped ?? told(call, text('refuse-unregulated'), 'refused');
  const whom = await whomFor(wanted, call.person.id, call);
  const vars = targetVars(wanted.target);
  if (whom.chat === undefined) return told(call, text('invites-no-chat', vars), 'no-chat');
  const notes = await notesOf(whom, call);
  const count = whom.people.length;
  if (count === 0) return told(call, withNotes(text('invites-nobody', vars), notes), 'nobody');
  const { inviteDays } = await call.settings();
  const until = momentVars(call.now + inviteDays * DAY, call.zone);
  const words = withNotes(text('invites-preview', { ...vars, count, ...until }), notes);
  const options = [{ id: 'yes', label: text('button-invites-issue'), look: 'positive' } as const, NO];
  return { actions: [], changes: [], because: 'preview', asks: [asking(words, talkOf(wanted), options)] };
};

/** Issues what was confirmed: rights, people and chats are looked at again. */
export const carryOut = async (wanted: Wanted, call: Call): Promise<Reply> => {
  const stopped = await obstacle(wanted, call);
  if (stopped || call.person === undefined) return stopped ?? told(call, text('refuse-unregulated'), 'refused');
  const issuer = call.person.id;
  const whom = await whomFor(wanted, issuer, call);
  const vars = targetVars(wanted.target);
  if (whom.chat === undefined) return told(call, text('invites-no-chat', vars), 'no-chat');
  if (whom.people.length === 0) return told(call, text('invites-nobody', vars), 'nobody');
  const done = await issue(
    whom,
    { target: wanted.target, fresh: wanted.again, issuer, to: dialogOf(call.account) },
    call,
  );
  const words = text('invites-issued', { ...vars, count: done.count, cards: done.cards });
  const summary = { do: 'send', to: dialogOf(call.account), text: words } as const;
  // Cards are pictures: they take longer than words and would be overtaken.
  return { actions: [summary, ...done.actions], changes: done.changes, because: 'issued' };
};

const targetsOf = async (person: Person, call: Call): Promise<readonly Target[]> => {
  const all = await call.people.all();
  const children = all.filter(({ id }) => person.children.includes(id));
  return homesOf(
    person,
    children.flatMap(({ classes }) => classes),
  );
};

/** The first of these chats for which whoever calls may; else the first at all. */
const permittedOf = async (targets: readonly Target[], call: Call): Promise<Target | undefined> => {
  for (const target of targets) {
    const right = rightTo(target);
    if (right && (await call.may(right.permission, right.scope)).granted === 'yes') return target;
  }
  return targets[0];
};

/** An invite for one person: into the chat that was named, or the one the roster means. */
export const forOne = async (person: Person, again: boolean, words: string, call: Call): Promise<Reply> => {
  const read = words === '' ? undefined : readTarget(words);
  if (read && 'defect' in read) return told(call, text('invites-form', { defect: read.defect }), 'usage');
  const target = read?.target ?? (await permittedOf(await targetsOf(person, call), call));
  if (target === undefined) return told(call, text('invites-no-place', { who: shortName(person) }), 'no-place');
  const named = { target, again, only: [person.id] };
  const right = rightTo(target);
  const stopped = right && (await unless(call.may(right.permission, right.scope), call));
  if (stopped) return stopped;
  if (!(await isMeant(person, target, call)))
    return told(call, text('invites-not-meant', { ...targetVars(target), who: shortName(person) }), 'not-meant');
  return preview(named, call);
};

/** Which of them? Only those whom whoever calls may see are named. */
const choose = (people: readonly Person[], again: boolean, words: string): Reply => {
  const shown = people.slice(0, MOST);
  const options = shown.map((one, at) => ({
    id: String(at),
    label: text('button-invites-person', { who: shortName(one) }),
    look: 'secondary' as const,
  }));
  const data = { step: 'choose', verb: again ? 'again' : 'issue', ids: shown.map(({ id }) => id), words } as const;
  return {
    actions: [],
    changes: [],
    because: 'which',
    asks: [asking(text('invites-which'), data, options)],
  };
};

/** Whoever the roster means for a chat; into a chat of a class also those whom the administration decides to have there. */
const isMeant = async (person: Person, target: Target, call: Call): Promise<boolean> =>
  BY_DECISION.includes(person.role) ||
  meantFor(target, await call.people.all(), call.now).some(({ id }) => id === person.id);

/** Those of these people who may be meant for the chat that was named. */
const meantOf = async (people: readonly Person[], words: string, call: Call): Promise<readonly Person[]> => {
  const read = readTarget(words);
  if ('defect' in read) return people;
  const meant = await Promise.all(people.map((one) => isMeant(one, read.target, call)));
  return people.filter((_one, at) => meant[at]);
};

/** Those of these people whom whoever calls may invite somewhere. */
const invitable = async (people: readonly Person[], call: Call): Promise<readonly Person[]> => {
  const found: Person[] = [];
  for (const person of people) {
    const target = await permittedOf(await targetsOf(person, call), call);
    const right = target && rightTo(target);
    if (right && (await call.may(right.permission, right.scope)).granted === 'yes') found.push(person);
  }
  return found;
};

/** Whoever may invite nobody hears that first, whatever the words: it is not for them whom the list names, nor in which class. */
const nowhere = async (call: Call): Promise<Reply | undefined> => {
  const [student, parent, staff] = await Promise.all([
    call.may('invite-student', 'anywhere'),
    call.may('invite-parent', 'anywhere'),
    call.may('invite-staff', 'anywhere'),
  ]);
  const none = student.granted === 'no' && parent.granted === 'no' && staff.granted === 'no';
  return none ? refusal(student, call) : undefined;
};

/** Words that name nothing. */
const unread = async (defect: Text, call: Call): Promise<Reply> =>
  (await nowhere(call)) ?? told(call, text('invites-form', { defect }), 'usage');

/** «5А родители», «предмет 5А информатика», «Сидорова», «Второв 5А родители». */
export const wish = async (words: string, again: boolean, call: Call): Promise<Reply> => {
  const { named, rest } = namedIn(words, await call.people.all());
  if (named.length === 0) {
    const read = readTarget(words);
    return 'target' in read ? preview({ target: read.target, again }, call) : unread(read.defect, call);
  }
  const read = rest === '' ? undefined : readTarget(rest);
  const right = read && 'target' in read ? rightTo(read.target) : undefined;
  // Nobody is named to whoever may not invite there.
  const refused = right ? await unless(call.may(right.permission, right.scope), call) : await nowhere(call);
  if (refused) return refused;
  const able = rest === '' ? await invitable(named, call) : await meantOf(named, rest, call);
  const [only, ...others] = able.length > 0 ? able : named;
  if (only === undefined) return told(call, text('invites-form', { defect: text('chat-form-kind') }), 'usage');
  return others.length > 0 && able.length > 0 ? choose(able, again, rest) : forOne(only, again, rest, call);
};
