import type { z } from 'zod';
import type { ContentKey } from '../domain/clause.js';
import type { Category, Decision } from '../domain/verdict.js';
import type { Facts } from './facts.js';
import type { Subject } from './subject.js';

/** Where in the original text, and how sure. */
export interface Evidence {
  readonly start: number;
  readonly end: number;
  /** 0…1; below 0.5 it is a signal only. */
  readonly confidence: number;
}

export interface RuleDefinition<S extends z.ZodType> {
  /** The name of its file. */
  readonly id: string;
  readonly category: Category;
  /** What a finding costs at most; with less than 0.5 of confidence it costs nothing. */
  readonly decision: Decision;
  readonly cites: ContentKey;
  /** Key of `locales/ru.ftl`: the reason as people read it. */
  readonly summary: string;
  /** The only place where a knob is defined; every one has a default. */
  readonly settings: S;
  readonly check: (subject: Subject, settings: z.output<S>, facts: Facts) => readonly Evidence[];
  /** Its tests and its documentation: samples with the words that must be pointed at, and near misses. */
  readonly examples: {
    readonly flags: readonly (readonly [sample: string, evidence: string])[];
    readonly passes: readonly string[];
  };
}

/** A rule whose settings are still unread: what an edition says of them is data. */
export interface Rule extends Omit<RuleDefinition<z.ZodType>, 'check'> {
  /** @throws when the settings are not what the rule's schema says. */
  readonly check: (subject: Subject, settings: unknown, facts: Facts) => readonly Evidence[];
}

export const defineRule = <S extends z.ZodType>(rule: RuleDefinition<S>): Rule => ({
  ...rule,
  check: (subject, settings, facts) => rule.check(subject, rule.settings.parse(settings ?? {}), facts),
});
