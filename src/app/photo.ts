import { chatVars } from '../domain/chat.js';
import { allAttachments } from '../domain/message.js';
import { dialogOf } from '../domain/refs.js';
import { text } from '../domain/text.js';
import type { Verdict } from '../domain/verdict.js';
import { messageOf, type Target } from './aim.js';
import { noticeOf } from './case-notice.js';
import { caseOf, openCase } from './case-opening.js';
import type { Call, Reply } from './command.js';
import { tellComplainants } from './complaint-told.js';
import { groupWord } from './group-note.js';
import { cited } from './may.js';
import { removedFiles } from './removed-files.js';
import { byHand, commandGone, incidentOf, inDialog } from './sanction.js';

const PICTURES: readonly string[] = ['photo', 'video', 'file', 'post'];

/**
 * Somebody asks that a picture of himself or of his child goes: it is hidden at once and without discussion, whoever answers
 * for the chat decides afterwards, and the same file is held until then (`domain.md` §0a.4; SC-05, d2–d3).
 */
export const hidePhoto = async (target: Target, call: Call): Promise<Reply> => {
  const about = call.person?.id;
  const permitted = await call.may('hide-own-photo', about === undefined ? {} : { about });
  if (permitted.granted !== 'yes') return inDialog(call, permitted.text, 'refused');
  const message = messageOf(target);
  if (!allAttachments(message).some(({ kind }) => PICTURES.includes(kind)))
    return inDialog(call, text('photo-none'), 'no-picture');
  const finding = byHand('RIGHTS', target, call) ?? byHand('PD', target, call);
  if (finding === undefined) return inDialog(call, text('sanction-no-ground'), 'no-ground');
  const known = (await call.records.all('case')).some(
    ({ value }) =>
      value.message.place === message.ref.place && value.message.id === message.ref.id && value.removed !== 'kept',
  );
  if (known) return inDialog(call, text('complaint-hidden-already'), 'again');
  const verdict: Verdict = { decision: 'hold', findings: [finding], errors: [] };
  const incident = { ...(await incidentOf(target, finding, call)), verdict };
  // Somebody has complained of it before: it is the same case.
  const before = await caseOf(message, finding.citation, call);
  const opened = await openCase(incident, call, undefined, 'photo', before);
  const complained = before && !before.value.decided ? await tellComplainants(opened.value, call) : [];
  const note = await groupWord(target.chat, text('group-photo-removed', { cited: cited(finding.citation) }), call);
  return {
    actions: [
      ...commandGone(call),
      { do: 'send', to: dialogOf(call.account), text: text('photo-done', chatVars(target.chat)) },
      ...complained,
    ],
    changes: [...opened.changes, ...note.changes, ...(await removedFiles(message, call))],
    asks: [await noticeOf(incident, opened, note.actions, call)],
    because: 'photo',
  };
};
