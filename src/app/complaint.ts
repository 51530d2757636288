import { type Case, caseId, conductId } from '../domain/case.js';
import type { Change } from '../domain/change.js';
import { keep } from '../domain/records.js';
import { text } from '../domain/text.js';
import type { Target } from './aim.js';
import { evidenceOf } from './case-opening.js';
import type { Call, Reply } from './command.js';
import { nextNumber } from './counted.js';
import type { Known } from './known.js';
import { notBeforeNow } from './quiet.js';
import { byBot, byHand, incidentOf, inDialog } from './sanction.js';

/** Words of the one who complains are not asked for: what is to be seen is the message. */
type Complained = NonNullable<Case['complaints']>[number];

const complainant = ({ person, account, now }: Call): Complained => ({ by: person?.id ?? account, at: now });

/** Of the message, whichever clause it is under. */
const casesOf = async ({ message }: Target, { records }: Known) =>
  (await records.all('case')).filter(
    ({ value }) => value.message.place === message.place && value.message.id === message.id,
  );

const cardAt = async (id: string, known: Known): Promise<Change> => ({
  put: 'timer',
  timer: { key: `case-card:${id}`, at: await notBeforeNow(known), job: 'case-card', data: { case: id, told: 0 } },
});

/** One more complaint about the same message: counted, and told to nobody by name. */
const joined = async (held: Awaited<ReturnType<typeof casesOf>>[number], call: Call): Promise<Reply> => {
  const one = held.value;
  const { complaints = [] } = one;
  const { by } = complainant(call);
  if (one.removed !== 'kept') return inDialog(call, text('complaint-hidden-already'), 'hidden-already');
  if (one.decided) return inDialog(call, text('complaint-decided', { as: one.decided.as }), 'decided');
  if (complaints.some((other) => other.by === by)) return inDialog(call, text('complaint-again'), 'again');
  const { asked, ...rest } = one;
  const isAsked = asked !== undefined && asked.who === by;
  const next: Case = {
    ...rest,
    ...(asked && !isAsked && { asked }),
    complaints: [...complaints, complainant(call)],
    parties: call.person ? [...new Set([...one.parties, call.person.id])] : one.parties,
  };
  return {
    ...inDialog(call, text('complaint-taken'), 'joined'),
    // Whoever was asked decides nothing of it any more, having complained too.
    changes: [keep('case', held.id, next, held), ...(isAsked ? [await cardAt(held.id, call)] : [])],
  };
};

/**
 * A message somebody complains about stays until a person has decided (`domain.md` §2.3): whoever answers for the chat is
 * asked, and not the one it is about, nor one who complains. Several complaints about one message are one.
 */
export const complain = async (target: Target, call: Call): Promise<Reply> => {
  const { chat, author } = target;
  if (author === call.account) return inDialog(call, text('sanction-own'), 'own');
  const [before] = await casesOf(target, call);
  if (before) return joined(before, call);
  const finding = (await byBot(target, call)) ?? byHand('POLITE', target, call) ?? byHand('RIGHTS', target, call);
  if (finding === undefined) return inDialog(call, text('complaint-no-ground'), 'no-ground');
  const incident = await incidentOf(target, finding, call);
  const { person } = incident.facts;
  const id = caseId(target.message, finding.citation);
  const { number, taken } = await nextNumber('case', call);
  const whose = { account: author, ...(person && { person: person.id, role: person.role }) };
  const { document, clause, edition } = finding.citation;
  const value: Case = {
    number,
    chat: chat.ref,
    ...whose,
    message: target.message,
    written: target.quoted.at,
    opened: call.now,
    citation: { document, clause, edition },
    rule: finding.rule,
    category: finding.category,
    removed: 'kept',
    source: 'complaint',
    complaints: [complainant(call)],
    parties: call.person ? [call.person.id] : [],
  };
  return {
    ...inDialog(call, text('complaint-taken'), 'taken'),
    changes: [
      taken,
      keep('case', id, value, undefined),
      keep('evidence', id, evidenceOf(incident, conductId(whose), call), undefined),
      await cardAt(id, call),
    ],
  };
};
