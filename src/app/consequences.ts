import { EPISODE } from '../cases/ladder.js';
import type { Verdict } from '../domain/verdict.js';
import { bullying } from './bullying.js';
import { calling, dangerOf } from './calling.js';
import { isApproved } from './case-approved.js';
import { flagged, instead, noticeOf } from './case-notice.js';
import { caseOf, openCase } from './case-opening.js';
import type { Reply } from './command.js';
import { tellComplainants } from './complaint-told.js';
import { groupNote } from './group-note.js';
import { groundOf, type Incident, onlyFlagged } from './incident.js';
import type { Known } from './known.js';
import { limited } from './limited.js';
import { pollOffer } from './poll-offer.js';
import { reminding } from './reminding.js';
import { onSight } from './silence.js';
import { suspecting, suspectOf } from './suspecting.js';

const nothing = (because: string): Reply => ({ actions: [], changes: [], because });

const noticed = ({ chat, message }: Incident, now: number): Reply['changes'][number] => ({
  put: 'noticed',
  chat: chat.ref,
  account: message.author,
  until: now + EPISODE,
});

/** The first of an episode is explained; those after it go away in silence, each with its case. */
const takenAway = async (incident: Incident, known: Known): Promise<Reply> => {
  const { message, facts, finding, chat } = incident;
  const away = { do: 'delete', message: message.ref } as const;
  const before = await caseOf(message, finding.citation, known);
  if (before && before.value.removed !== 'kept') return { actions: [away], changes: [], because: 'again' };
  const opened = await openCase(incident, known, undefined, 'bot', before);
  const complained = before && !before.value.decided ? await tellComplainants(opened.value, known) : [];
  const { measure } = opened.value;
  const whose = { person: opened.value.person, account: message.author };
  const limits =
    measure?.kind === 'read-only'
      ? await limited(chat, whose, { until: measure.until, told: false, of: opened.id }, known)
      : nothing('');
  const changes = [...opened.changes, ...limits.changes];
  if (known.now < facts.noticedUntil && measure === undefined)
    return { actions: [{ ...away, otherwise: instead(incident) }, ...complained], changes, because: 'episode' };
  const note = await groupNote(incident, known);
  return {
    actions: [...limits.actions, ...complained],
    changes: [...changes, noticed(incident, known.now), ...note.changes],
    asks: [await noticeOf(incident, opened, note.actions, known)],
    because: measure?.kind ?? opened.value.removed,
  };
};

const flaggedOnce = (incident: Incident, { now }: Known): Reply => {
  if (now < incident.facts.noticedUntil) return nothing('episode');
  return { actions: [flagged(incident)], changes: [noticed(incident, now)], because: 'flagged' };
};

const after = async (verdict: Verdict, incident: Incident, known: Known): Promise<Reply> => {
  switch (verdict.decision) {
    case 'hold':
    case 'delete':
      return onlyFlagged(incident.chat) ? flaggedOnce(incident, known) : takenAway(incident, known);
    case 'remind':
      return reminding(incident, known);
    case 'alert':
    case 'keep':
      return nothing('clean');
  }
};

/** What follows from a verdict on a message of a registered chat. */
export const consequences = async (incident: Omit<Incident, 'finding'>, known: Known): Promise<Reply> => {
  const { verdict } = incident;
  const danger = verdict.decision === 'alert' ? dangerOf(verdict) : undefined;
  const suspect = suspectOf(incident);
  if (danger && suspect === undefined) return calling({ ...incident, ...danger }, known);
  const seen = onSight(incident, known);
  if (seen) return seen;
  const finding = suspect ?? groundOf(verdict);
  if (finding === undefined)
    return (
      (await pollOffer(verdict, incident.chat, known)) ??
      (await bullying(verdict, incident.chat, known)) ??
      nothing(verdict.findings.length > 0 ? 'signal' : 'clean')
    );
  if (await isApproved(verdict, incident.message, incident.chat, incident.facts.person, known))
    return nothing('approved');
  if (suspect) return suspecting({ ...incident, finding }, known);
  return after(verdict, { ...incident, finding }, known);
};
