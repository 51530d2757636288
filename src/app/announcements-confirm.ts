import type { Draft } from '../domain/announcement.js';
import { STAFF } from '../domain/person.js';
import { text } from '../domain/text.js';
import { newAnnouncement, nextNumber } from './announcements-frame.js';
import { publish, REASONS, settled } from './announcements-publish.js';
import { type Leave, leaveTo, urgentLeave, withChannel } from './announcements-rights.js';
import { asking, asks, CANCEL, option, told } from './announcements-talk.js';
import type { Call, Reply } from './command.js';

export const refused = (leave: Exclude<Leave, { leave: 'yes' }>, draft: Draft, call: Call): Reply => {
  if (leave.leave === 'no') {
    const family = call.person !== undefined && !STAFF.includes(call.person.role);
    return told(call, family ? text('announce-refused-family', { reason: leave.words }) : leave.words, 'refused');
  }
  const send = option('pass', text('button-announce-pass', { kind: leave.kind }), 'primary');
  const edit = option('edit', text('button-announce-edit'));
  return asks(
    'pass',
    asking(leave.words, { step: 'pass', draft }, leave.kind === 'class' ? [send, CANCEL] : [send, edit, CANCEL]),
  );
};

/** What was confirmed: everything is looked at again. */
export const confirm = async (draft: Draft, call: Call): Promise<Reply> => {
  const leave = await leaveTo(draft.audience, call);
  if (leave.leave !== 'yes') return refused(leave, draft, call);
  const { person } = call;
  if (person === undefined) return told(call, text('announce-cancelled'), 'cancelled');
  const urgent = draft.urgent ? await urgentLeave(draft.audience, call) : undefined;
  if (urgent && 'words' in urgent) return told(call, urgent.words, 'refused');
  const { number, change } = await nextNumber(call);
  const channel = await withChannel(draft.audience, call);
  const announcement = newAnnouncement(draft, { number, author: person.id, state: 'waits', channel }, call);
  const done = await publish(String(number), announcement, undefined, call);
  if (done.said) return told(call, done.said, done.because);
  return settled({ actions: done.actions, changes: [change, ...done.changes], because: done.because });
};

/** Urgent is what overtakes quiet hours: it needs a reason. */
export const askReason = async (draft: Draft, call: Call): Promise<Reply> => {
  const leave = await urgentLeave(draft.audience, call);
  if ('words' in leave) return told(call, leave.words, 'refused');
  const options = REASONS.map((reason) => option(reason, text('button-announce-reason', { reason })));
  return asks(
    'reason',
    asking(text('announce-reason'), { step: 'reason', draft }, [...options, CANCEL], { free: true }),
  );
};

/** The reason was named: published at once, after one more look where that is asked for. */
export const urgently = async (draft: Draft, reason: string, call: Call): Promise<Reply> => {
  const leave = await urgentLeave(draft.audience, call);
  if ('words' in leave) return told(call, leave.words, 'refused');
  const { at: _now, ...rest } = draft;
  const urgent: Draft = { ...rest, urgent: { reason: reason.slice(0, 300) } };
  if (!leave.twice) return confirm(urgent, call);
  const options = [option('yes', text('button-announce-urgent-yes'), 'negative'), CANCEL];
  return asks('twice', asking(text('announce-urgent-twice'), { step: 'urgent', draft: urgent }, options));
};
