import type { Standing } from '../domain/clause.js';
import type { Attachment, Message, Quoted } from '../domain/message.js';
import { DECISIONS, type Decision, type Finding, type Verdict } from '../domain/verdict.js';
import type { Facts } from './facts.js';
import type { Rule } from './rule.js';
import { rules as allRules } from './rules/index.js';
import { type Subject, subjectOf } from './subject.js';

interface Part {
  readonly subject: Subject;
  readonly within?: NonNullable<Finding['within']>;
}

const wordsOf = (attachments: readonly Attachment[]): readonly Part[] =>
  attachments.flatMap(({ words }) => words).map((text) => ({ subject: subjectOf(text), within: 'attachment' }));

/** Forwarding repeats another's words, and is judged; any depth, without recursion. */
const forwardedParts = (forwarded: readonly Quoted[]): readonly Part[] => {
  const parts: Part[] = [];
  const left = [...forwarded];
  for (let quoted = left.pop(); quoted !== undefined; quoted = left.pop()) {
    parts.push({ subject: subjectOf(quoted.text), within: 'forwarded' });
    parts.push(...wordsOf(quoted.attachments).map((part): Part => ({ ...part, within: 'forwarded' })));
    left.push(...quoted.forwarded);
  }
  return parts;
};

/** What the author answers for: an answered message is quoted by the messenger, not by the author. */
const partsOf = (message: Message): readonly Part[] =>
  [{ subject: subjectOf(message.text) }, ...wordsOf(message.attachments), ...forwardedParts(message.forwarded)].filter(
    ({ subject }) => subject.text !== '',
  );

/** A finding of less confidence is a signal: it is told and costs nothing. */
export const CERTAIN = 0.5;

const findings = (rule: Rule, parts: readonly Part[], facts: Facts, standing: Standing): readonly Finding[] => {
  const citation = standing.grounds[rule.cites];
  if (citation === undefined) return [];
  return parts.flatMap(({ subject, within }) =>
    rule.check(subject, standing.rules[rule.id], facts).map(({ start, end, confidence }) => ({
      rule: rule.id,
      category: rule.category,
      citation,
      evidence: subject.text.slice(start, end),
      start,
      end,
      confidence,
      ...(within === undefined ? {} : { within }),
    })),
  );
};

const highest = (found: readonly Finding[], rules: readonly Rule[]): Decision => {
  const costs = found
    .filter(({ confidence }) => confidence >= CERTAIN)
    .map((finding) => rules.find(({ id }) => id === finding.rule)?.decision ?? 'keep');
  return DECISIONS.findLast((decision) => costs.includes(decision)) ?? 'keep';
};

/**
 * Pure: the same message, facts and documents give the same verdict for ever. A rule without an adopted ground is silent;
 * a rule that breaks is skipped and named in `errors`.
 */
export const decide = (
  message: Message,
  facts: Facts,
  standing: Standing,
  rules: readonly Rule[] = allRules,
): Verdict => {
  const parts = partsOf(message);
  const found: Finding[] = [];
  const errors: Verdict['errors'][number][] = [];
  for (const rule of rules)
    try {
      found.push(...findings(rule, parts, facts, standing));
    } catch (error) {
      errors.push({ rule: rule.id, message: String(error) });
    }
  return { decision: highest(found, rules), findings: found, errors };
};
