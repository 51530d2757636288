import type { z } from 'zod';
import type { ContentKey } from '../domain/clause.js';
import type { Attachment, Message } from '../domain/message.js';
import type { Category, Decision } from '../domain/verdict.js';
import type { Facts } from './facts.js';
import type { Subject } from './subject.js';

/** Where in the original text, and how sure. */
export interface Evidence {
  readonly start: number;
  readonly end: number;
  /** 0…1; below 0.5 it is a signal only. */
  readonly confidence: number;
  /** What this one costs, when that is less than the rule's own decision: `hold` for the doubtful, `keep` for a sign to people. */
  readonly decision?: Decision;
  /** A clause that says it better of this author, when the school's documents have it. */
  readonly cites?: ContentKey;
}

/** What else must be known for an example: facts, attachments that come with it, settings of the rule other than the usual. */
export interface Known extends Partial<Facts> {
  readonly attachments?: readonly Attachment[];
  readonly settings?: unknown;
}

/** What looked like a breach and was let be: the words, and the neighbour that made them innocent. */
export interface Spared {
  readonly words: string;
  readonly because: string;
}

export interface RuleDefinition<S extends z.ZodType> {
  /** The name of its file. */
  readonly id: string;
  readonly category: Category;
  /** What a finding costs at most; with less than 0.5 of confidence it costs nothing. */
  readonly decision: Decision;
  readonly cites: ContentKey;
  /** People are called even where no document lets the message be hidden: a rule of safety is never silent for want of a clause. */
  readonly calls?: true;
  /** Key of `locales/ru.ftl`: the reason as people read it. */
  readonly summary: string;
  /** The only place where a knob is defined; every one has a default. Read once an edition: a schema may `transform` words into tables. */
  readonly settings: S;
  /** False when a look at the text is certainly in vain. Cheap: it is asked of every text. */
  readonly gate?: (subject: Subject) => boolean;
  /** Of each text of the message: its own, forwarded ones, those of attachments. */
  readonly check: (subject: Subject, settings: z.output<S>, facts: Facts) => readonly Evidence[];
  /** Of the message as a whole, once, whether it has words or none; offsets are of its own text, and may be empty. */
  readonly overall?: (message: Message, settings: z.output<S>, facts: Facts) => readonly Evidence[];
  /** For whoever wonders why nothing was found; not asked in the daily run. */
  readonly spared?: (subject: Subject) => readonly Spared[];
  /** Its tests and its documentation: samples with the words that must be pointed at, and near misses; with what else must be known. */
  readonly examples: {
    readonly flags: readonly (readonly [sample: string, evidence: string, known?: Known])[];
    readonly passes: readonly (string | readonly [sample: string, known: Known])[];
  };
}

/** A rule whose settings are still unread: what an edition says of them is data. */
export interface Rule extends Omit<RuleDefinition<z.ZodType>, 'check' | 'overall' | 'gate'> {
  /** @throws when the settings are not what the rule's schema says. */
  readonly check: (subject: Subject, settings: unknown, facts: Facts) => readonly Evidence[];
  readonly overall?: (message: Message, settings: unknown, facts: Facts) => readonly Evidence[];
}

const NOTHING: readonly Evidence[] = [];
const UNSAID: object = {};

/** The settings of an edition are the same object as long as the edition is: each is parsed once. */
const readOnce = <S extends z.ZodType>(schema: S): ((settings: unknown) => z.output<S>) => {
  const known = new WeakMap<object, z.output<S>>();
  /** Nearly always asked of the edition that was asked of last. */
  let [last, lastRead]: [unknown, z.output<S> | undefined] = [null, undefined];
  const readAnew = (said: unknown): z.output<S> => {
    if (typeof said !== 'object' || said === null) return schema.parse(said);
    const read = known.get(said) ?? schema.parse(said);
    known.set(said, read);
    [last, lastRead] = [said, read];
    return read;
  };
  return (settings) => {
    const said = settings ?? UNSAID;
    return said === last ? (lastRead as z.output<S>) : readAnew(said);
  };
};

export const defineRule = <S extends z.ZodType>({ gate, check, overall, ...rule }: RuleDefinition<S>): Rule => {
  const read = readOnce(rule.settings);
  return {
    ...rule,
    check: (subject, settings, facts) => {
      const known = read(settings);
      return gate === undefined || gate(subject) ? check(subject, known, facts) : NOTHING;
    },
    ...(overall && { overall: (message, settings, facts) => overall(message, read(settings), facts) }),
  };
};
