import { courseOf } from '../cases/course.js';
import { EPISODE } from '../cases/ladder.js';
import type { Action } from '../domain/action.js';
import { conductId } from '../domain/case.js';
import type { Change } from '../domain/change.js';
import { chatVars } from '../domain/chat.js';
import { CHECK_DAYS, type Frozen } from '../domain/frozen.js';
import { allAttachments } from '../domain/message.js';
import { isNear } from '../domain/person.js';
import { type Held, keep } from '../domain/records.js';
import { dialogOf } from '../domain/refs.js';
import { text } from '../domain/text.js';
import { DAY } from '../domain/time.js';
import type { Finding } from '../domain/verdict.js';
import { CERTAIN } from '../moderation/decide.js';
import { warns } from '../moderation/scams/warning.js';
import type { Ask } from './ask.js';
import { dangerOf } from './calling.js';
import { caseOf, type Opened, openCase } from './case-opening.js';
import type { Reply } from './command.js';
import { HACKED, nameVars, readOnly } from './freezing.js';
import { groundOf, type Incident, isStaff, onlyFlagged, readerOf } from './incident.js';
import type { Known } from './known.js';
import { cited, scopeOf } from './may.js';
import { responsibleFor } from './membership-cards.js';
import { momentVars } from './people-when.js';
import { dialogsOf, whoMay } from './people-who.js';
import { addWorkingDays, daysOf } from './working-days.js';

const KEPT = 30 * DAY;

const ofAuthor = ({ message, facts: { person } }: Incident): string =>
  conductId({ account: message.author, ...(person && { person: person.id }) });

/** What somebody forwards to warn of it is taken away, and speaks for nobody's account being in other hands. */
const isWarning = ({ text: words, forwarded }: Incident['message']): boolean =>
  warns([words, ...forwarded.map((one) => one.text)].join('\n'));

/** What was found that speaks for the account being in other hands (`domain.md` §3.3, §0a.10); nothing when nothing does. */
export const suspectOf = ({ verdict, chat, message }: Omit<Incident, 'finding'>): Finding | undefined => {
  if (onlyFlagged(chat)) return undefined;
  const danger = verdict.decision === 'alert' ? dangerOf(verdict) : undefined;
  if (danger) return danger.danger === 'drugs' && 'citation' in danger.found ? danger.found : undefined;
  if (verdict.decision !== 'delete' || isWarning(message)) return undefined;
  const scam = verdict.findings.find(({ category, confidence }) => category === 'scam' && confidence >= CERTAIN);
  const surest = groundOf(verdict);
  return scam ?? (surest && courseOf(surest.category, verdict.decision) === 'hacked' ? surest : undefined);
};

/** `SCAM_GROUP`: at night too, for whoever saw it may follow it; once an episode. What is dangerous to life is never spoken of. */
const group = ({ finding, verdict, chat, facts, message }: Incident, { now }: Known): readonly Action[] => {
  if (finding.category === 'drugs' || now < facts.noticedUntil) return [];
  const linked =
    verdict.findings.some(({ category }) => category === 'link') ||
    allAttachments(message).some(({ kind }) => kind === 'link');
  return [{ do: 'send', to: chat.ref, text: text('group-scam', { what: linked ? 'link' : 'message' }) }];
};

const NO = { id: 'no', label: text('button-hacked-no'), look: 'negative' } as const;
const YES = { id: 'yes', label: text('button-hacked-yes'), look: 'secondary' } as const;

/** The message goes; then its author is asked whose it was, and the chat is warned. */
const toAuthor = (incident: Incident, limited: boolean, others: readonly Action[]): Ask => {
  const { message, chat, facts, finding } = incident;
  const drugs = finding.category === 'drugs';
  const vars = { ...chatVars(chat), cited: cited(finding.citation), limited: limited ? 'yes' : 'no' };
  const reader = readerOf(facts.person);
  return {
    words: drugs ? text('hacked-drugs', vars) : text('hacked-whose', { ...vars, reader }),
    data: { step: 'mine', of: ofAuthor(incident) },
    options: drugs ? [NO] : [YES, NO],
    to: dialogOf(message.author),
    whom: facts.person?.id ?? message.author,
    kept: KEPT,
    carried: (send) => ({
      do: 'delete',
      message: message.ref,
      afterwards: [send, ...others],
      otherwise: send,
    }),
    asks: HACKED,
  };
};

const option = (id: string, look: 'positive' | 'secondary' | 'negative') => ({
  id,
  label: text(`button-check-${id}`),
  look,
});

/** To the class teacher, who looks into what was written, and to the administrator, who looks after the account. At once. */
const cards = async (
  incident: Incident,
  of: string,
  case_: string,
  limited: boolean,
  known: Known,
): Promise<readonly Ask[]> => {
  const { chat, facts, finding, message } = incident;
  const words = text('hacked-card', {
    ...chatVars(chat),
    ...momentVars(message.at, known.zone),
    category: finding.category,
    limited: limited ? 'yes' : 'no',
    known: facts.person ? 'yes' : 'no',
    ...(facts.person ? nameVars(facts.person) : { name: '', role: '', gender: 'other' }),
  });
  const author = facts.person?.id;
  const teacher = await responsibleFor(chat, known);
  const administrators = (await whoMay('freeze-account', {}, known)).filter(({ id }) => id !== author);
  const looking =
    teacher && !isNear(teacher, author)
      ? [teacher]
      : (await whoMay('exclude', scopeOf(chat), known)).filter((person) => !isNear(person, author));
  const card =
    (options: Ask['options']) =>
    (reached: Awaited<ReturnType<typeof dialogsOf>>[number]): Ask => ({
      words,
      data: { step: 'check', of, case: case_ },
      options,
      to: reached.to,
      whom: reached.person.id,
      kept: KEPT,
      carried: (send) => ({ ...send, first: true }),
      asks: HACKED,
    });
  const account = facts.person ? [option('freeze', 'negative'), option('lift', 'positive')] : [];
  return [
    ...(await dialogsOf(looking, known)).map(
      card([option('show', 'secondary'), option('owner', 'negative'), option('wrong', 'secondary')]),
    ),
    ...(await dialogsOf(administrators, known)).map(card(account)),
  ];
};

/** It goes on: the question has been asked already. */
const goesOn = (
  incident: Incident,
  held: Held<'frozen'> | undefined,
  opened: Pick<Opened, 'id' | 'changes'>,
  known: Known,
): Reply => {
  const afterwards = group(incident, known);
  const more = held && [keep('frozen', held.id, { ...held.value, cases: [...held.value.cases, opened.id] }, held)];
  return {
    actions: [{ do: 'delete', message: incident.message.ref, ...(afterwards.length > 0 && { afterwards }) }],
    changes: [...opened.changes, ...(more ?? [])],
    because: 'suspected-again',
  };
};

/** The account may only read, and for how long; the staff, and whoever nobody knows, are never limited. */
const limiting = async ({ facts, message, chat }: Incident, known: Known) => {
  const until = addWorkingDays(known.now, CHECK_DAYS, await daysOf(known));
  const { person } = facts;
  const limits = person !== undefined && !isStaff(facts) && known.cite('HACK') !== null;
  return { until, limited: limits ? await readOnly(person, message.author, until, known, chat) : undefined };
};

const begins = async (incident: Incident, opened: Pick<Opened, 'id' | 'changes'>, known: Known): Promise<Reply> => {
  const { person } = incident.facts;
  const of = ofAuthor(incident);
  const { until, limited } = await limiting(incident, known);
  const check: Frozen = {
    state: 'checked',
    account: incident.message.author,
    since: known.now,
    until: limited ? until : known.now,
    chats: limited?.chats ?? [],
    cases: [opened.id],
  };
  const ends = { key: `check-end:${of}`, at: until, job: 'check-end', data: { person: of } };
  const remembered: readonly Change[] = person
    ? [keep('frozen', of, check, undefined), { put: 'timer', timer: ends }]
    : [];
  return {
    actions: limited?.actions ?? [],
    changes: [...opened.changes, ...remembered, ...(limited?.changes ?? [])],
    asks: [
      toAuthor(incident, limited !== undefined, group(incident, known)),
      ...(await cards(incident, of, opened.id, limited !== undefined, known)),
    ],
    because: limited ? 'suspected' : 'suspected:free',
  };
};

/**
 * Something that hijacked accounts write: it goes, and before anything is held against anybody a person finds out whose it was.
 * Until then the account may only read, for a few days at most. SC-05 b, c.
 */
export const suspecting = async (incident: Incident, known: Known): Promise<Reply> => {
  const { message, finding, facts, chat } = incident;
  const before = await caseOf(message, finding.citation, known);
  if (before && before.value.removed !== 'kept')
    return { actions: [{ do: 'delete', message: message.ref }], changes: [], because: 'again' };
  const { id, changes } = await openCase(incident, known, undefined, 'bot', before);
  const noticed = { put: 'noticed', chat: chat.ref, account: message.author, until: known.now + EPISODE } as const;
  // Whoever is asked whose it was has the case in the same card.
  const cardless = changes.filter((change) => !(change.put === 'timer' && change.timer.job === 'case-card'));
  const opened = { id, changes: [...cardless, noticed] };
  const held = facts.person && (await known.records.get('frozen', facts.person.id));
  const asked = held !== undefined || (facts.person === undefined && known.now < facts.noticedUntil);
  return asked ? goesOn(incident, held, opened, known) : begins(incident, opened, known);
};
