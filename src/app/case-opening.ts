import { courseOf } from '../cases/course.js';
import { type Breach, breach, type Ladder, type Next, struck } from '../cases/ladder.js';
import { endOfSchoolYear } from '../cases/school-year.js';
import {
  type Case,
  type Conduct,
  caseId,
  conductId,
  type Evidence,
  FRAGMENT,
  type Measure,
  type MeasureKind,
} from '../domain/case.js';
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

/** What a person of the school decides by himself: it needs no confirmation, and may be objected to. */
export interface ByPerson {
  readonly by: string;
  readonly kind: MeasureKind;
  /** Of a limit: when it ends. */
  readonly until: number;
}

interface Measured {
  readonly measure?: Measure;
  readonly changes: readonly Change[];
}

const timer = (job: 'strike-end' | 'measure-end', id: string, at: number): Change => ({
  put: 'timer',
  timer: { key: `${job}:${id}`, at, job, data: { case: id } },
});

/** By the ladder, provisionally; by a person, as he says. */
const stepFor = (conduct: Conduct, one: Breach, ladder: Ladder, decided: ByPerson | undefined): Next => {
  if (decided === undefined) return breach(conduct, one, ladder);
  const after = struck(conduct, one, ladder);
  const until = after.strikes.find((strike) => strike.case === one.case)?.until ?? one.at;
  const { kind: measure } = decided;
  return { conduct: after, step: { measure, number: 0, until: measure === 'warning' ? until : decided.until } };
};

const measureOf = async (
  id: string,
  { message, chat, facts }: Incident,
  known: Known,
  decided: ByPerson | undefined,
): Promise<Measured> => {
  const adopted = ladderAt(known.policy, message.at);
  const of = conductId({ account: message.author, ...(facts.person && { person: facts.person.id }) });
  if (adopted === null) return { changes: [] };
  const held = await known.records.get('conduct', of);
  const one = { case: id, chat: chat.ref, at: message.at, yearEnds: endOfSchoolYear(message.at, known.zone) };
  const { conduct, step } = stepFor(held?.value ?? { strikes: [] }, one, adopted.ladder, decided);
  // Read only so late that its time would be over: the message goes, and nothing stands against anybody.
  if (step === undefined || step.until <= known.now) return { changes: [] };
  const measure: Measure = {
    kind: step.measure,
    step: step.number,
    from: decided ? known.now : message.at,
    until: step.until,
    ground: { ...plain(adopted.ground), document: 'chat-rules' },
    state: decided ? 'confirmed' : 'provisional',
  };
  const strike = conduct.strikes.find((strike) => strike.case === id);
  const ends: readonly Change[] = [
    timer('strike-end', id, strike?.until ?? 0),
    ...(step.measure === 'read-only' ? [timer('measure-end', id, step.until)] : []),
  ];
  return { measure, changes: [keep('conduct', of, conduct, held), ...ends] };
};

/** What is kept of a message that a case is about. */
export const evidenceOf = ({ message, finding, chat, facts }: Incident, of: string, known: Known): Evidence => ({
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
 * sealed whole until somebody has decided, and a card to whoever answers for the chat, unless a person has
 * `decided` it by himself. Nothing is opened twice.
 * @param over the case of a complaint about this message, which stood until now: it is the same one
 */
export const openCase = async (
  incident: Incident,
  known: Known,
  decided?: ByPerson,
  source: Case['source'] = 'bot',
  over?: Held<'case'>,
): Promise<Opened> => {
  const { finding, message, chat, facts, verdict } = incident;
  const id = caseId(message.ref, finding.citation);
  const { number, taken } = over ? { number: over.value.number, taken: undefined } : await nextNumber('case', known);
  const seen = over && (await known.records.get('evidence', id));
  const evidence = evidenceOf(
    incident,
    conductId({ account: message.author, ...(facts.person && { person: facts.person.id }) }),
    known,
  );
  const { measure, changes } =
    decided || onLadder(incident) ? await measureOf(id, incident, known, decided) : { changes: [] };
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
    parties: over?.value.parties ?? [],
    ...(over?.value.complaints && { complaints: over.value.complaints }),
    ...(measure && { measure }),
    ...(decided
      ? {
          source: 'person',
          by: decided.by,
          decided: { by: decided.by, at: known.now, as: 'confirmed' },
          closed: known.now,
        }
      : { source }),
  };
  return {
    id,
    value,
    changes: [
      ...(taken ? [taken] : []),
      keep('case', id, value, over),
      keep('evidence', id, { ...evidence, opened: seen?.value.opened ?? [] }, seen),
      ...changes,
      decided ? { put: 'no-timer', key: `case-card:${id}` } : await cardTimer(id, known),
      await undisputed(id, known),
    ],
  };
};
