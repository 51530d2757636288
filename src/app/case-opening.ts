import { courseOf } from '../cases/course.js';
import { breach } from '../cases/ladder.js';
import { endOfSchoolYear } from '../cases/school-year.js';
import { type Case, caseId, conductId, type Evidence, FRAGMENT, type Measure } from '../domain/case.js';
import type { Change } from '../domain/change.js';
import type { Citation } from '../domain/clause.js';
import { allAttachments, handlesOf, type Message } from '../domain/message.js';
import { type Held, keep } from '../domain/records.js';
import { ladderAt } from '../regulation/cite.js';
import { markOf } from './case-approved.js';
import { nextNumber } from './counted.js';
import { undisputed } from './evidence.js';
import { type Incident, isStaff } from './incident.js';
import type { Known } from './known.js';
import { notBeforeNow } from './quiet.js';

/** A case that was opened now, with all that is written of it. */
export interface Opened {
  readonly id: string;
  readonly value: Case;
  readonly changes: readonly Change[];
}

const plain = ({ document, clause, edition }: Citation): Case['citation'] => ({ document, clause, edition });

/** Whom the ladder is for: people of the school who are no staff. Whoever nobody knows may be of the staff. */
const onLadder = ({ finding, verdict, facts }: Incident): boolean =>
  courseOf(finding.category, verdict.decision) === 'strike' && facts.person !== undefined && !isStaff(facts);

const measureOf = async (
  id: string,
  { message, chat, facts }: Incident,
  known: Known,
): Promise<{ readonly measure?: Measure; readonly changes: readonly Change[] }> => {
  const adopted = ladderAt(known.policy, message.at);
  const of = conductId({ account: message.author, ...(facts.person && { person: facts.person.id }) });
  if (adopted === null) return { changes: [] };
  const held = await known.records.get('conduct', of);
  const one = { case: id, chat: chat.ref, at: message.at, yearEnds: endOfSchoolYear(message.at, known.zone) };
  const { conduct, step } = breach(held?.value ?? { strikes: [] }, one, adopted.ladder);
  if (step === undefined) return { changes: [] };
  const measure: Measure = {
    kind: step.measure,
    step: step.number,
    from: message.at,
    until: step.until,
    ground: { ...plain(adopted.ground), document: 'chat-rules' },
    state: 'provisional',
  };
  const strike = conduct.strikes.find((strike) => strike.case === id);
  const ends: readonly Change[] = [
    { put: 'timer', timer: { key: `strike-end:${id}`, at: strike?.until ?? 0, job: 'strike-end', data: { case: id } } },
    ...(step.measure === 'read-only'
      ? [
          {
            put: 'timer',
            timer: { key: `measure-end:${id}`, at: step.until, job: 'measure-end', data: { case: id } },
          } as const,
        ]
      : []),
  ];
  return { measure, changes: [keep('conduct', of, conduct, held), ...ends] };
};

const evidenceOf = ({ message, finding, chat, facts }: Incident, of: string, known: Known): Evidence => ({
  of,
  fragment: (finding.evidence === '' ? message.text : finding.evidence).slice(0, FRAGMENT),
  mark: markOf(message, chat, facts.person, known),
  whole: {
    text: message.text,
    attachments: allAttachments(message).length + message.forwarded.length,
    handles: [...handlesOf(allAttachments(message))],
  },
  opened: [],
});

/** The case this message has under this clause already: an edit or a retry is no second one. */
export const caseOf = async (
  message: Pick<Message, 'ref'>,
  citation: Citation,
  known: Known,
): Promise<Held<'case'> | undefined> => known.records.get('case', caseId(message.ref, citation));

/** Who answers for the chat hears of it when the bot may write of itself. */
const cardTimer = async (id: string, known: Known): Promise<Change> => ({
  put: 'timer',
  timer: { key: `case-card:${id}`, at: await notBeforeNow(known), job: 'case-card', data: { case: id } },
});

/**
 * A case of what was taken away (`domain.md` §3.3, §4.1, §0a.17): the strike and the measure of the ladder, the evidence
 * sealed whole until somebody has decided, and a card to whoever answers for the chat. Nothing is opened twice.
 */
export const openCase = async (incident: Incident, known: Known): Promise<Opened> => {
  const { finding, message, chat, facts, verdict } = incident;
  const id = caseId(message.ref, finding.citation);
  const { number, taken } = await nextNumber('case', known);
  const { measure, changes } = onLadder(incident) ? await measureOf(id, incident, known) : { changes: [] };
  const whose = { account: message.author, ...(facts.person && { person: facts.person.id, role: facts.person.role }) };
  const value: Case = {
    number,
    chat: chat.ref,
    ...whose,
    message: message.ref,
    written: message.at,
    opened: known.now,
    citation: plain(finding.citation),
    rule: finding.rule,
    category: finding.category,
    removed: verdict.decision === 'hold' ? 'held' : 'deleted',
    source: 'bot',
    parties: [],
    ...(measure && { measure }),
  };
  return {
    id,
    value,
    changes: [
      taken,
      keep('case', id, value, undefined),
      keep('evidence', id, evidenceOf(incident, conductId(whose), known), undefined),
      ...changes,
      await cardTimer(id, known),
      await undisputed(id, known),
    ],
  };
};
