import type { Standing } from '../domain/clause.js';
import type { Message } from '../domain/message.js';
import type { Decision } from '../domain/verdict.js';
import { CERTAIN, decide, subjectsOf } from './decide.js';
import type { Facts } from './facts.js';
import type { Rule, Spared } from './rule.js';
import { rules as allRules } from './rules/index.js';

/** Why a rule did or did not speak of a message. */
export type Explanation = { readonly rule: string } & (
  | { readonly why: 'no-ground' }
  | { readonly why: 'broken'; readonly detail: string }
  | {
      readonly why: 'found' | 'signal';
      readonly evidence: string;
      readonly confidence: number;
      readonly costs: Decision;
    }
  | ({ readonly why: 'spared' } & Spared)
  | { readonly why: 'nothing' }
);

const explainOne = (rule: Rule, message: Message, facts: Facts, standing: Standing): Explanation => {
  const { id } = rule;
  if (standing.grounds[rule.cites] === undefined) return { rule: id, why: 'no-ground' };
  const { decision: costs, findings, errors } = decide(message, facts, standing, [rule]);
  const [error] = errors;
  if (error !== undefined) return { rule: id, why: 'broken', detail: error.message };
  const [surest] = findings.toSorted((a, b) => b.confidence - a.confidence);
  if (surest !== undefined) {
    const { evidence, confidence } = surest;
    return { rule: id, why: confidence < CERTAIN ? 'signal' : 'found', evidence, confidence, costs };
  }
  const [spared] = subjectsOf(message).flatMap((subject) => rule.spared?.(subject) ?? []);
  return spared === undefined ? { rule: id, why: 'nothing' } : { rule: id, why: 'spared', ...spared };
};

/** For whoever wonders why: each rule by itself, in the order of the index. Slower than `decide`, and to the same verdict. */
export const explain = (
  message: Message,
  facts: Facts,
  standing: Standing,
  rules: readonly Rule[] = allRules,
): readonly Explanation[] => rules.map((rule) => explainOne(rule, message, facts, standing));
