import { find, type Said } from '../find.js';
import { createGate, type Glance } from '../gate.js';
import { tablesOf } from '../tables.js';
import advertising from './advertising.js';
import alone from './alone.js';
import drugs from './drugs.js';
import extremism from './extremism.js';
import gambling from './gambling.js';
import nickname from './nickname.js';
import selfHarm from './self-harm.js';
import sexual from './sexual.js';
import threat from './threat.js';

const TOPICS = {
  drugs,
  extremism,
  sexual,
  gambling,
  advertising,
  threat,
  'self-harm': selfHarm,
  alone,
  nickname,
} as const;
export type TopicName = keyof typeof TOPICS;

const NAMES = Object.keys(TOPICS);
const tables = tablesOf(Object.values(TOPICS));
const NOTHING: readonly Said[] = [];

/** One look at a normal text serves all topics. */
export const glanceAt = createGate(tables);

/** What a text says of a topic, the spared with it; units of its normal text. */
export const saidOf = (name: TopicName, { topics, tokens }: Glance): readonly Said[] => {
  if (topics === 0) return NOTHING;
  const topic = NAMES.indexOf(name);
  return (topics & (1 << topic)) === 0 ? NOTHING : find(tables, topic, tokens());
};
