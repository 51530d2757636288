import { chatVars } from '../domain/chat.js';
import { CONTENT_KEYS, type ContentKey } from '../domain/clause.js';
import { STAFF } from '../domain/person.js';
import type { Option } from '../domain/question.js';
import { keep } from '../domain/records.js';
import { dialogOf, inChat } from '../domain/refs.js';
import { type Text, text } from '../domain/text.js';
import { DAY } from '../domain/time.js';
import type { Category, Finding, Verdict } from '../domain/verdict.js';
import { decide } from '../moderation/decide.js';
import { contentGround, ladderAt, standing } from '../regulation/cite.js';
import { messageOf, type Target } from './aim.js';
import type { Ask } from './ask.js';
import { noticeOf } from './case-notice.js';
import { caseOf, openCase } from './case-opening.js';
import type { Call, Reply } from './command.js';
import { tellComplainants } from './complaint-told.js';
import type { Incident } from './incident.js';
import { limited } from './limited.js';
import { cited, scopeOf } from './may.js';
import { momentVars } from './people-when.js';
import { BY_PERSON } from './reason.js';

/** What a person of the school does about somebody's message, until when. */
export interface Sanction {
  readonly as: 'warning' | 'read-only';
  /** Of a limit. */
  readonly until: number;
}

/** Longest limit by one person (`domain.md` §3.3). */
export const LONGEST_LIMIT = 7 * DAY;

/** A command about a person does not stand in a chat (`domain.md` §0a.3). */
export const commandGone = ({ place, message }: Call): Reply['actions'] =>
  inChat(place) && message.ref.id !== '' ? [{ do: 'delete', message: message.ref }] : [];

/** An answer for one pair of eyes. */
export const inDialog = (call: Call, words: Text, because: string): Reply => ({
  actions: [...commandGone(call), { do: 'send', to: dialogOf(call.account), text: words }],
  changes: [],
  because,
});

/** As what a breach of a clause is counted when nothing was found by the bot itself. */
const AS: Readonly<Record<ContentKey, Category>> = {
  POLITE: 'insult',
  RIGHTS: 'media',
  PD: 'personal-data',
  PLATFORM: 'messenger',
  STUDY_PROFILE: 'messenger',
  ON_TOPIC: 'flood',
  ADS: 'advertising',
  MONEY: 'money',
};

/** By a clause somebody names; nothing where the school's documents have none such. */
export const byHand = (key: ContentKey, target: Target, call: Call): Finding | undefined => {
  const citation = contentGround(call.policy, key, target.quoted.at);
  if (citation === null) return undefined;
  const { length } = target.quoted.text;
  return {
    rule: BY_PERSON,
    category: AS[key],
    citation,
    evidence: target.quoted.text,
    start: 0,
    end: length,
    confidence: 1,
  };
};

/** What the bot itself would have said of the message: the surest, however unsure. */
export const byBot = async (target: Target, call: Call): Promise<Finding | undefined> => {
  const { chat, author, quoted } = target;
  const { person } = await call.people.facts(author);
  const facts = { chat: chat.kind, ...(chat.class && { class: chat.class }), ...(person && { role: person.role }) };
  const school = await call.settings();
  const { findings } = decide(messageOf(target), { ...facts, school }, standing(call.policy, quoted.at));
  return findings.toSorted((a, b) => b.confidence - a.confidence)[0];
};

const groundWords = (key: ContentKey, clause: string): Text =>
  text('ground-with-clause', { ground: text('ground-name', { key }), clause });

/** The clauses a person may choose from: those the school's documents have, each once. */
export const groundsFor = ({ quoted }: Target, { policy }: Pick<Call, 'policy'>): readonly Option[] => {
  const standingKeys = CONTENT_KEYS.filter((key) => contentGround(policy, key, quoted.at) !== null);
  const named = new Set<Category>();
  return standingKeys.flatMap((key): readonly Option[] => {
    if (named.has(AS[key])) return [];
    named.add(AS[key]);
    const citation = contentGround(policy, key, quoted.at);
    return [
      {
        id: key,
        label: text('button-ground', { ground: groundWords(key, citation?.clause ?? '') }),
        look: 'secondary',
      },
    ];
  });
};

/** Why it cannot be done to this author, or not by this person; nothing when it can. */
export const unlessAllowed = async (target: Target, { as, until }: Sanction, call: Call): Promise<Text | undefined> => {
  const { chat, author } = target;
  const { person } = await call.people.facts(author);
  if (author === call.account || (person !== undefined && person.id === call.person?.id)) return text('sanction-own');
  if (person !== undefined && STAFF.includes(person.role)) return text('sanction-staff');
  const permitted = await call.may(as === 'warning' ? 'warn' : 'restrict', { ...scopeOf(chat), parties: [] });
  if (permitted.granted !== 'yes') return permitted.text;
  if (as === 'warning') return undefined;
  if (ladderAt(call.policy, target.quoted.at) === null) return text('sanction-no-rules');
  return until - call.now > LONGEST_LIMIT ? text('sanction-long') : undefined;
};

/** As if it had been found when it was written. */
export const incidentOf = async (target: Target, finding: Finding, call: Call): Promise<Incident> => {
  const verdict: Verdict = { decision: 'delete', findings: [finding], errors: [] };
  const facts = await call.people.facts(target.author, target.chat.ref);
  return { verdict, finding, message: messageOf(target), chat: target.chat, facts };
};

const doneWords = (target: Target, { as, until }: Sanction, number: number, finding: Finding, call: Call): Text =>
  text('sanction-done', {
    ...chatVars(target.chat),
    as,
    number,
    cited: cited(finding.citation),
    until: text('moment', momentVars(until, call.zone)),
  });

/** Whoever complained of it hears that it was right; of other clauses nothing is left to decide about it. */
const complaintsGranted = async (
  { message }: Target,
  opened: string,
  call: Call,
): Promise<Pick<Reply, 'actions' | 'changes'>> => {
  const waiting = (await call.records.all('case')).filter(
    ({ value }) =>
      value.removed === 'kept' &&
      !value.decided &&
      value.message.place === message.place &&
      value.message.id === message.id,
  );
  const decided = { by: call.person?.id ?? '', at: call.now, as: 'confirmed' } as const;
  const told = await Promise.all(waiting.map(({ value }) => tellComplainants({ ...value, decided }, call)));
  return {
    actions: told.flat(),
    changes: waiting
      .filter(({ id }) => id !== opened)
      .map((held) => keep('case', held.id, { ...held.value, removed: 'deleted', decided, closed: call.now }, held)),
  };
};

/**
 * Decided by a person: the message goes, its author learns by whom, by which clause and how to object. A message that has a
 * case already gets no second one.
 */
export const sanctioned = async (target: Target, sanction: Sanction, finding: Finding, call: Call): Promise<Reply> => {
  const refused = await unlessAllowed(target, sanction, call);
  if (refused) return inDialog(call, refused, 'refused');
  const incident = await incidentOf(target, finding, call);
  const before = await caseOf(incident.message, finding.citation, call);
  if (before && before.value.removed !== 'kept')
    return inDialog(call, text('sanction-again', { number: before.value.number }), 'again');
  const by = { by: call.person?.id ?? '', kind: sanction.as, until: sanction.until };
  const opened = await openCase(incident, call, by, 'person', before);
  const granted = await complaintsGranted(target, opened.id, call);
  const { measure, person, number } = opened.value;
  const whose = { person, account: target.author };
  const silence =
    measure?.kind === 'read-only'
      ? await limited(target.chat, whose, { until: measure.until, told: false, of: opened.id }, call)
      : { actions: [], changes: [] };
  const notice = await noticeOf(incident, opened, [], call);
  return {
    ...inDialog(call, doneWords(target, sanction, number, finding, call), sanction.as),
    actions: [
      ...commandGone(call),
      ...silence.actions,
      { do: 'send', to: dialogOf(call.account), text: doneWords(target, sanction, number, finding, call) },
      ...granted.actions,
    ],
    changes: [...opened.changes, ...silence.changes, ...granted.changes],
    asks: [notice],
  };
};

/** By this clause; `undefined` when the school's documents have none such. */
export const sanctionedBy = (
  key: string,
  target: Target,
  sanction: Sanction,
  call: Call,
): Promise<Reply> | undefined => {
  const known = CONTENT_KEYS.find((one) => one === key);
  const finding = known && byHand(known, target, call);
  return finding && sanctioned(target, sanction, finding, call);
};

/** The bot supplies the clause; where it finds none itself, the person is asked for it: no sanction without one. */
export const sanctioning = async (
  target: Target,
  sanction: Sanction,
  askGround: (options: readonly Option[]) => Ask,
  call: Call,
): Promise<Reply> => {
  const refused = await unlessAllowed(target, sanction, call);
  if (refused) return inDialog(call, refused, 'refused');
  const finding = await byBot(target, call);
  if (finding) return sanctioned(target, sanction, finding, call);
  const options = groundsFor(target, call);
  if (options.length === 0) return inDialog(call, text('sanction-no-ground'), 'no-ground');
  return { actions: commandGone(call), changes: [], because: 'ground', asks: [askGround(options)] };
};
