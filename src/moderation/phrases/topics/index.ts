import type { Subject } from '../../subject.js';
import { find, type Said } from '../find.js';
import { createGate, type Glance } from '../gate.js';
import { tablesOf } from '../tables.js';
import advertising from './advertising.js';
import drugs from './drugs.js';
import extremism from './extremism.js';
import gambling from './gambling.js';
import selfHarm from './self-harm.js';
import sexual from './sexual.js';
import threat from './threat.js';

const TOPICS = { drugs, extremism, sexual, gambling, advertising, threat, 'self-harm': selfHarm } as const;
export type TopicName = keyof typeof TOPICS;

const NAMES = Object.keys(TOPICS);
const tables = tablesOf(Object.values(TOPICS));
const gate = createGate(tables);
const NOTHING: readonly Said[] = [];

/** One look at a text serves all topics. */
const glances = new WeakMap<Subject, Glance>();
const glanceAt = (subject: Subject): Glance => {
  const known = glances.get(subject);
  if (known !== undefined) return known;
  const glance = gate(subject.normal.text);
  glances.set(subject, glance);
  return glance;
};

/** What a text says of a topic, the spared with it; units of its normal text. */
export const saidOf = (name: TopicName, subject: Subject): readonly Said[] => {
  const topic = NAMES.indexOf(name);
  const { topics, tokens } = glanceAt(subject);
  return (topics & (1 << topic)) === 0 ? NOTHING : find(tables, topic, tokens());
};
