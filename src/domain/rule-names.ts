/** Rules of moderation by the names of their files, in the order in which they are asked. */
export const RULE_NAMES = [
  'obscene',
  'insult',
  'personal-data',
  'money',
  'link',
  'messenger',
  'marks',
  'scam',
  'drugs',
  'extremism',
  'sexual',
  'gambling',
  'advertising',
  'threat',
  'self-harm',
  'alone',
  'nickname',
  'flood',
  'show-of-hands',
  'media',
  'voice',
] as const;
export type RuleName = (typeof RULE_NAMES)[number];

/** Those that call people to somebody in danger: no school can make them only watch. */
export const ALWAYS_ACT: readonly RuleName[] = ['threat', 'self-harm', 'alone', 'drugs', 'scam', 'sexual', 'extremism'];
