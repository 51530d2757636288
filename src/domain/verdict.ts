import type { Citation } from './clause.js';

/** `design/interfaces.md`, `dezhurny check`. */
export const CATEGORIES = [
  'obscene',
  'insult',
  'personal-data',
  'link',
  'scam',
  'drugs',
  'threat',
  'self-harm',
  'alone',
  'extremism',
  'sexual',
  'gambling',
  'advertising',
  'money',
  'marks',
  'messenger',
  'flood',
  'media',
] as const;
export type Category = (typeof CATEGORIES)[number];

/** What a rule found: the shortest quotation that convinces. Offsets are UTF-16 units of the message's own text. */
export interface Finding {
  readonly rule: string;
  readonly category: Category;
  readonly citation: Citation;
  readonly evidence: string;
  readonly start: number;
  readonly end: number;
  /** 0…1; below 0.5 it is a signal only. */
  readonly confidence: number;
  /** Where it was found when not in the message's own text. */
  readonly within?: 'forwarded' | 'reply' | 'attachment';
}

/** Rising: the highest of all findings wins. */
export const DECISIONS = ['keep', 'remind', 'hold', 'delete', 'alert'] as const;
export type Decision = (typeof DECISIONS)[number];

/** What people are called for though no document of the school lets it be hidden. */
export type Unfounded = Omit<Finding, 'citation'>;

export interface Verdict {
  readonly decision: Decision;
  readonly findings: readonly Finding[];
  /** Only where there are any. */
  readonly unfounded?: readonly Unfounded[];
  /** What rules would have done that the school lets only watch, or only remind. */
  readonly withheld?: readonly { readonly rule: string; readonly decision: Decision }[];
  /** Rules that broke on this message: skipped, and said so. */
  readonly errors: readonly { readonly rule: string; readonly message: string }[];
}
