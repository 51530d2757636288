import type { Standing } from '../domain/clause.js';
import type { Attachment, Message, Quoted } from '../domain/message.js';
import { DECISIONS, type Decision, type Finding, type Unfounded, type Verdict } from '../domain/verdict.js';
import type { Facts } from './facts.js';
import type { Evidence, Rule } from './rule.js';
import { rules as allRules } from './rules/index.js';
import { type Origin, type Subject, subjectOf } from './subject.js';

/** A finding of less confidence is a signal: it is told and costs nothing. */
export const CERTAIN = 0.5;

const wordsOf = (attachments: readonly Attachment[], within: NonNullable<Origin['within']>): readonly Subject[] =>
  attachments.flatMap(({ kind, words }) => words.map((text) => subjectOf(text, { within, attachment: kind })));

/** Forwarding repeats another's words, and is judged; any depth, without recursion. */
const forwardedTexts = (forwarded: readonly Quoted[]): readonly Subject[] => {
  const texts: Subject[] = [];
  const left = [...forwarded];
  for (let quoted = left.pop(); quoted !== undefined; quoted = left.pop()) {
    texts.push(subjectOf(quoted.text, { within: 'forwarded' }), ...wordsOf(quoted.attachments, 'forwarded'));
    left.push(...quoted.forwarded);
  }
  return texts;
};

/** What the author answers for: an answered message is quoted by the messenger, not by the author. */
export const subjectsOf = ({ text, attachments, forwarded }: Message): readonly Subject[] => {
  const own = subjectOf(text);
  if (attachments.length === 0 && forwarded.length === 0) return text === '' ? [] : [own];
  return [own, ...wordsOf(attachments, 'attachment'), ...forwardedTexts(forwarded)].filter(
    (subject) => subject.text !== '',
  );
};

const lower = (one: Decision, other: Decision): Decision =>
  DECISIONS.indexOf(one) < DECISIONS.indexOf(other) ? one : other;

/** What a piece of evidence costs: never more than its rule does. */
const costOf = (rule: Rule, { confidence, decision }: Evidence): Decision => {
  if (confidence < CERTAIN) return 'keep';
  return decision === undefined ? rule.decision : lower(decision, rule.decision);
};

interface Found {
  readonly finding: Unfounded | Finding;
  readonly cost: Decision;
  /** What it would have cost, were the rule let to. */
  readonly withheld?: { readonly rule: string; readonly decision: Decision };
}

/** The most a rule may cost in this school. */
const mostOf = ({ id }: Rule, { school }: Facts): Decision | undefined => {
  const among = (names: readonly string[] = []): boolean => names.includes(id);
  if (among(school?.watchedRules)) return 'keep';
  return among(school?.softRules) ? 'remind' : undefined;
};

const isFounded = (finding: Unfounded | Finding): finding is Finding => 'citation' in finding;

const told = (
  rule: Rule,
  citation: Finding['citation'] | undefined,
  evidence: Evidence,
  text: string,
  within: Origin['within'],
  most: Decision | undefined,
): Found => {
  const { start, end, confidence } = evidence;
  const full = costOf(rule, evidence);
  const cost = most === undefined ? full : lower(full, most);
  const { id, category } = rule;
  const words = text.slice(start, end);
  const finding = { rule: id, category, ...(citation && { citation }), evidence: words, start, end, confidence };
  return {
    finding: within === undefined ? finding : { ...finding, within },
    cost,
    ...(cost === full ? {} : { withheld: { rule: id, decision: full } }),
  };
};

/** A rule with what the documents say of it: one for which there is a ground, or one that calls people all the same. */
interface Asked {
  readonly rule: Rule;
  readonly citation: Finding['citation'] | undefined;
  readonly settings: unknown;
  readonly check: Rule['check'];
  readonly overall: Rule['overall'] | undefined;
}

const askedOf = (rules: readonly Rule[], { grounds, rules: settings }: Standing): readonly Asked[] =>
  rules.flatMap((rule) => {
    const citation = grounds[rule.cites];
    const { id, check, overall, calls } = rule;
    return citation === undefined && !calls ? [] : [{ rule, citation, settings: settings[id], check, overall }];
  });

/** Nearly always asked of the edition that was asked of last. */
let last:
  | { readonly rules: readonly Rule[]; readonly standing: Standing; readonly asked: readonly Asked[] }
  | undefined;
const askedIn = (rules: readonly Rule[], standing: Standing): readonly Asked[] => {
  if (last?.rules !== rules || last.standing !== standing) last = { rules, standing, asked: askedOf(rules, standing) };
  return last.asked;
};

const NOTHING: readonly Evidence[] = [];

interface Given {
  readonly message: Message;
  readonly subjects: readonly Subject[];
  readonly facts: Facts;
  readonly standing: Standing;
}

const groundOf = ({ cites }: Evidence, { grounds }: Standing): Finding['citation'] | undefined =>
  cites === undefined ? undefined : grounds[cites];

const tell = (
  { rule, citation }: Asked,
  { facts, standing }: Given,
  said: readonly Evidence[],
  { text, within }: Pick<Subject, 'text' | 'within'>,
  found: Found[],
): void => {
  const most = mostOf(rule, facts);
  for (const evidence of said)
    found.push(told(rule, groundOf(evidence, standing) ?? citation, evidence, text, within, most));
};

/** Nearly every look finds nothing, and makes nothing. */
const look = (asked: Asked, given: Given, found: Found[]): void => {
  const { settings, check, overall } = asked;
  const { message, subjects, facts } = given;
  for (const subject of subjects) {
    const said = check(subject, settings, facts);
    if (said.length > 0) tell(asked, given, said, subject, found);
  }
  const said = overall?.(message, settings, facts) ?? NOTHING;
  if (said.length > 0) tell(asked, given, said, { text: message.text }, found);
};

/**
 * Pure: the same message, facts and documents give the same verdict for ever. A rule without an adopted ground is silent,
 * unless it calls people; a rule that breaks is skipped and named in `errors`.
 */
export const decide = (
  message: Message,
  facts: Facts,
  standing: Standing,
  rules: readonly Rule[] = allRules,
): Verdict => {
  const given = { message, subjects: subjectsOf(message), facts, standing };
  const found: Found[] = [];
  const errors: Verdict['errors'][number][] = [];
  for (const asked of askedIn(rules, standing)) {
    const before = found.length;
    try {
      look(asked, given, found);
    } catch (error) {
      // What it had found before it broke is not told either.
      found.length = before;
      errors.push({ rule: asked.rule.id, message: String(error) });
    }
  }
  if (found.length === 0) return { decision: 'keep', findings: [], errors };
  const costs = found.map(({ cost }) => cost);
  const withheld = found.flatMap((one) => one.withheld ?? []);
  const unfounded = found.filter(({ finding, cost }) => cost === 'alert' && !isFounded(finding));
  return {
    decision: DECISIONS.findLast((decision) => costs.includes(decision)) ?? 'keep',
    findings: found.map(({ finding }) => finding).filter(isFounded),
    ...(withheld.length > 0 && { withheld }),
    ...(unfounded.length > 0 && { unfounded: unfounded.map(({ finding }) => finding) }),
    errors,
  };
};
