import type { Category, Decision } from '../domain/verdict.js';

/** What a finding leads to, besides what becomes of the message. */
export type Course =
  /** A strike, and a measure by the ladder. */
  | 'strike'
  /** Hidden and explained, held against nobody. */
  | 'no-strike'
  /** Whether the account is in other hands is asked before anything else. */
  | 'hacked'
  /** People are called; never a strike. */
  | 'call';

/** `domain.md` §0a.2, 6, 10; §3.3. */
const COURSES: Readonly<Record<Category, Course>> = {
  obscene: 'strike',
  insult: 'strike',
  'personal-data': 'strike',
  marks: 'strike',
  gambling: 'strike',
  advertising: 'strike',
  media: 'strike',
  money: 'no-strike',
  messenger: 'no-strike',
  flood: 'no-strike',
  link: 'hacked',
  scam: 'hacked',
  drugs: 'hacked',
  extremism: 'call',
  sexual: 'call',
  threat: 'call',
  'self-harm': 'call',
  alone: 'call',
};

/** What a finding of this category that cost this much leads to: what only waits for a person is held against nobody. */
export const courseOf = (category: Category, decision: Decision): Course => {
  const course = COURSES[category];
  return course !== 'call' && (decision === 'hold' || decision === 'remind') ? 'no-strike' : course;
};
