import type { Decision } from '../../domain/verdict.js';
import { type Lists, type Pattern, readPattern, readWords } from './pattern.js';
import { growTree, type WordTree } from './word-tree.js';

/** Ways to say one thing. */
export interface Phrase {
  /** Patterns (`readPattern`). */
  readonly say: readonly string[];
  /** 0…1; below 0.5 a signal. */
  readonly sure: number;
  /** When it costs less than the rule does. */
  readonly decision?: Decision;
  /** Words that make it innocent when they stand near. */
  readonly unless?: string;
}

export interface Topic {
  readonly lists?: Lists;
  readonly phrases: readonly Phrase[];
  /** Words of lessons, books, news: what is said near them is innocent, whatever it is. */
  readonly unless?: string;
  /** Near these everything said is a signal only. */
  readonly doubt?: string;
}

/** No class of words. */
export const NEVER = -1;
/** The class of numbers. */
export const NUMBER = 0;

/** A pattern with classes of words instead of words. */
export interface Way {
  readonly phrase: Phrase;
  readonly steps: readonly { readonly id: number; readonly gap: number }[];
  readonly before: number;
  readonly after: number;
  readonly unless: number;
}

/** A way, and which of its steps tells of it. */
export interface Telling {
  readonly way: Way;
  readonly at: number;
}

/** Topics, ready to be looked for. */
export interface Tables {
  readonly tree: WordTree;
  /** By topic, by the class of the telling word. */
  readonly tellings: readonly ReadonlyMap<number, readonly Telling[]>[];
  /** By topic. */
  readonly doubts: readonly number[];
  /** How many classes of words there are. */
  readonly classes: number;
}

/** Numbers for lists of words, the same for the same list. */
const classNumbers = () => {
  const known = new Map<string, number>([['#', NUMBER]]);
  const classes: (readonly string[])[] = [[]];
  const numberOf = (words: readonly string[]): number => {
    if (words.length === 0) return NEVER;
    const name = words.toSorted().join('|');
    const before = known.get(name);
    if (before !== undefined) return before;
    known.set(name, classes.length);
    return classes.push(words) - 1;
  };
  return { classes, numberOf };
};
type NumberOf = ReturnType<typeof classNumbers>['numberOf'];

/** The step whose shortest word is the longest: such words are rare. */
const tellingStep = ({ steps }: Pattern): number => {
  const lengths = steps.map(({ words }) => Math.min(...words.map((word) => word.length)));
  return lengths.indexOf(Math.max(...lengths));
};

const waysOf = ({ phrases, lists, unless: always }: Topic, numberOf: NumberOf): readonly Telling[] =>
  phrases.flatMap((phrase) => {
    const innocent = [phrase.unless, always].filter((words) => words !== undefined).join('|');
    const unless = innocent === '' ? NEVER : numberOf(readWords(innocent, lists));
    return phrase.say
      .flatMap((say) => readPattern(say, lists))
      .map((pattern) => ({
        way: {
          phrase,
          steps: pattern.steps.map(({ words, gap }) => ({ id: numberOf(words), gap })),
          before: numberOf(pattern.before),
          after: numberOf(pattern.after),
          unless,
        },
        at: tellingStep(pattern),
      }));
  });

const byWord = (tellings: readonly Telling[]): ReadonlyMap<number, readonly Telling[]> => {
  const found = new Map<number, Telling[]>();
  for (const telling of tellings) {
    const id = telling.way.steps[telling.at]?.id ?? NEVER;
    found.set(id, [...(found.get(id) ?? []), telling]);
  }
  return found;
};

/** Done once for ever. At most 31 topics. @throws when a pattern is not one. */
export const tablesOf = (topics: readonly Topic[]): Tables => {
  const { classes, numberOf } = classNumbers();
  const tellings = topics.map((topic) => byWord(waysOf(topic, numberOf)));
  const doubts = topics.map(({ doubt, lists }) => (doubt === undefined ? NEVER : numberOf(readWords(doubt, lists))));
  return { tree: growTree(classes), tellings, doubts, classes: classes.length };
};
