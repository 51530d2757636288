import { originalSpan } from '../normalise.js';
import type { Evidence, Spared } from '../rule.js';
import type { Subject } from '../subject.js';
import type { Said } from './find.js';
import type { Own } from './own.js';
import { saidOf, type TopicName } from './topics/index.js';

const NOTHING: readonly Evidence[] = [];
const NONE: readonly Said[] = [];

const apart = (one: Said, other: Said): boolean => one.to <= other.from || other.to <= one.from;

/** What a text says of a topic and the school does not allow, each place once, in the order of the text. */
export const evidenceOf = (topic: TopicName, subject: Subject, own: Own): readonly Evidence[] => {
  const { glance } = subject;
  if (glance.topics === 0 && own.add === undefined) return NOTHING;
  const usual = saidOf(topic, glance);
  const added = own.add?.(subject.normal.text) ?? NONE;
  const allowed = own.allow?.(subject.normal.text) ?? NONE;
  const told = usual.filter((one) => one.spared === undefined && added.every((other) => apart(one, other)));
  return [...told, ...added]
    .filter((one) => allowed.every((other) => apart(one, other)))
    .toSorted((a, b) => a.from - b.from)
    .map(({ from, to, sure, decision }) => ({
      ...originalSpan(subject.normal, from, to),
      confidence: sure,
      ...(decision !== undefined && { decision }),
    }));
};

/** What looked like it and was let be: the words, and the neighbour that made them innocent. */
export const sparedOf = (topic: TopicName, subject: Subject): readonly Spared[] => {
  const quote = ({ from, to }: Pick<Said, 'from' | 'to'>): string => {
    const { start, end } = originalSpan(subject.normal, from, to);
    return subject.text.slice(start, end);
  };
  return saidOf(topic, subject.glance).flatMap((one) =>
    one.spared === undefined ? [] : [{ words: quote(one), because: quote(one.spared) }],
  );
};
