import type { Action } from '../domain/action.js';
import type { Change } from '../domain/change.js';
import { chatVars } from '../domain/chat.js';
import type { Meeting } from '../domain/meeting.js';
import { shortName } from '../domain/names.js';
import type { Person } from '../domain/person.js';
import { keep } from '../domain/records.js';
import { type Text, text } from '../domain/text.js';
import { inRow } from '../roster/words.js';
import type { Call, Reply } from './command.js';
import { chatsOf, rightOf } from './meetings-people.js';
import { invitations, inviteChanges } from './meetings-send.js';
import { asking, type Draft, NO, told } from './meetings-talk.js';
import { inviteTimer, timersOf } from './meetings-timers.js';
import { momentWords, nameVars, whenVars } from './meetings-words.js';
import { dialogsOf } from './people-who.js';
import { notBeforeNow } from './quiet.js';

const meetingOf = (draft: Draft, at: number, organiser: string, chats: Meeting['chats'], now: number): Meeting => {
  const { kind, lasts, class: ofClass, subject, link, call, repeats } = draft;
  return {
    ...{ kind, state: 'planned', chats, organiser, created: now, at, lasts, agenda: draft.agenda ?? [] },
    ...(ofClass === undefined ? {} : { class: ofClass }),
    ...(subject === undefined ? {} : { subject }),
    ...(link === undefined ? {} : { link }),
    ...(call === undefined ? {} : { call }),
    ...(repeats === undefined ? {} : { repeats }),
    version: 0,
    sequence: 0,
  };
};

/** Plans a meeting, and announces it where it belongs: at once, or after quiet hours. */
export const plan = async (draft: Draft, organiser: string, call: Call): Promise<Reply> => {
  if (draft.at === undefined || draft.at <= call.now)
    return told(call, text('meeting-when-defect', { why: 'past' }), 'past');
  const chats = await chatsOf(draft, call);
  if (chats.length === 0) return told(call, text('meeting-no-chat', nameVars(draft)), 'no-chat');
  const id = call.name('meeting');
  const meeting = meetingOf(
    draft,
    draft.at,
    organiser,
    chats.map(({ ref }) => ref),
    call.now,
  );
  const at = await notBeforeNow(call);
  const now = at <= call.now;
  const changes: readonly Change[] = [
    keep('meeting', id, meeting, undefined),
    ...(await inviteChanges(id, meeting, call)),
    ...(await timersOf(id, meeting, call)),
    ...(now ? [] : [inviteTimer(id, meeting, at)]),
  ];
  const named = chats.map((chat) => text('meeting-chat', chatVars(chat)));
  const where = inRow(named, 'roster-comma') ?? text('meeting-chat', chatVars(chats[0] ?? { kind: 'staff' }));
  const words = now
    ? text('meeting-published', { where })
    : text('meeting-published-later', { where, ...whenVars(at, call.zone) });
  const reply = told(call, words, 'planned');
  return { ...reply, actions: [...reply.actions, ...(now ? await invitations(id, meeting, call) : [])], changes };
};

/** Whoever may approve somebody else's meeting is asked, each in the own dialog. */
const beforeOthers = async (draft: Draft, by: readonly Person['role'][], words: Text, call: Call): Promise<Reply> => {
  const { person } = call;
  const others = (await call.people.all()).filter(({ role, id }) => by.includes(role) && id !== person?.id);
  const reached = await dialogsOf(others, call);
  if (person === undefined || draft.at === undefined || reached.length === 0) return told(call, words, 'nobody');
  const card = text('meeting-approve', {
    ...nameVars(draft),
    who: shortName(person),
    moment: momentWords(draft.at, call.zone),
  });
  const yes = { id: 'yes', label: text('button-meeting-approve'), look: 'positive' } as const;
  return {
    ...told(call, text('meeting-approval-asked'), 'approval'),
    asks: reached.map(({ person: other, to }) =>
      asking(card, { step: 'approve', draft, from: person.id }, [yes, NO], { to, whom: other.id }),
    ),
  };
};

/** A meeting that its organiser has looked through: planned, or brought before whoever has to approve it. */
export const publish = async (draft: Draft, call: Call): Promise<Reply> => {
  const { permission, scope } = rightOf(draft);
  const permitted = await call.may(permission, scope);
  if (call.person && permitted.granted === 'yes') return plan(draft, call.person.id, call);
  if (permitted.granted === 'confirm') return beforeOthers(draft, permitted.by, permitted.text, call);
  return told(call, permitted.granted === 'yes' ? text('refuse-unregulated') : permitted.text, 'refused');
};

/** Approved by somebody who may call it: it is the meeting of whoever wanted it. */
export const approve = async (draft: Draft, from: string, agreed: boolean, call: Call): Promise<Reply> => {
  const { permission, scope } = rightOf(draft);
  const permitted = await call.may(permission, scope);
  if (permitted.granted !== 'yes') return told(call, permitted.text, 'refused');
  const organiser = await call.people.find(from);
  const reached = organiser ? await dialogsOf([organiser], call) : [];
  const tell = (words: Text): readonly Action[] => reached.map(({ to }) => ({ do: 'send', to, text: words }));
  if (!agreed) {
    const reply = told(call, text('meeting-declined'), 'declined');
    return { ...reply, actions: [...reply.actions, ...tell(text('meeting-not-approved', nameVars(draft)))] };
  }
  const done = await plan(draft, from, call);
  return { ...done, actions: [...done.actions, ...tell(text('meeting-approved', nameVars(draft)))] };
};
