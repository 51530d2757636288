import { z } from 'zod';
import type { Say } from '../app/say.js';
import { text } from '../domain/text.js';
import type { Known, Rule } from '../moderation/rule.js';

interface Setting {
  readonly name: string;
  /** A key of `locales/`. */
  readonly about: string | undefined;
  readonly usual: unknown;
}

const Described = z.object({
  properties: z
    .record(z.string(), z.object({ description: z.string().optional(), default: z.unknown().optional() }))
    .default({}),
});

const settingsOf = ({ settings }: Rule): readonly Setting[] => {
  const { properties } = Described.parse(z.toJSONSchema(settings, { io: 'input', unrepresentable: 'any' }));
  return Object.entries(properties).map(([name, one]) => ({ name, about: one.description, usual: one.default }));
};

/** Invisible marks as they are written in code; one line. */
const shown = (words: string): string =>
  words
    .replace(/[\p{Cf}\p{M}\u2028\u2029]/gu, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replaceAll('\n', ' ⏎ ')
    .replaceAll('|', '\\|')
    .replaceAll('`', '´');

const settingLines = (rule: Rule, say: Say): readonly string[] => {
  const lines = settingsOf(rule).map(({ name, about, usual }) => {
    const words = about === undefined ? '' : ` ${say(text(about))}`;
    return `- \`${name}\` = \`${JSON.stringify(usual)}\`.${words}`;
  });
  return lines.length === 0 ? [] : [say(text('rules-settings')), '', ...lines, ''];
};

/** What carried the words of an example that has none of its own. */
const carried = ({ attachments = [] }: Known): string =>
  attachments.map(({ kind, words }) => [kind, ...words].join(' ')).join(', ');

const sampleOf = (sample: string, known: Known = {}): string => {
  const parts = [sample, carried(known)].filter((part) => part !== '');
  return parts.length === 0 ? '' : `«${shown(parts.join(' + '))}»`;
};

const list = (title: string, samples: readonly string[]): readonly string[] =>
  samples.length === 0 ? [] : [title, '', ...samples.map((sample) => `- ${sample}`), ''];

const exampleLines = ({ category, examples }: Rule, say: Say): readonly string[] => {
  const flags = examples.flags.flatMap(([sample, evidence, known]) => {
    const shownSample = sampleOf(sample, known);
    if (shownSample === '') return [];
    return evidence === '' || evidence === sample ? [shownSample] : [`${shownSample} → «${shown(evidence)}»`];
  });
  // Foul words have no place in a document.
  const foul = category === 'obscene';
  const passes = examples.passes.flatMap((one) => {
    const sample = typeof one === 'string' ? sampleOf(one) : sampleOf(...one);
    return sample === '' ? [] : [sample];
  });
  return [
    ...(foul ? [say(text('rules-foul')), ''] : list(say(text('rules-flags')), flags)),
    ...list(say(text('rules-passes')), passes),
  ];
};

const chapter = (rule: Rule, say: Say): readonly string[] => [
  `## ${rule.id}`,
  '',
  say(
    text('rules-about', { category: rule.category, reason: text(rule.summary), costs: rule.decision, key: rule.cites }),
  ),
  '',
  say(text('rules-advice', { advice: text(`advice-${rule.category}`, { reader: 'other' }) })),
  '',
  say(text('rules-advice-pupil', { advice: text(`advice-${rule.category}`, { reader: 'student' }) })),
  '',
  ...settingLines(rule, say),
  ...exampleLines(rule, say),
];

/** The page `docs/rules.md`: what each rule is for, what it costs, what a school may set, what it finds and lets be. */
export const rulesPage = (rules: readonly Rule[], say: Say): string =>
  [
    `# ${say(text('rules-title'))}`,
    '',
    say(text('rules-intro')),
    '',
    ...rules.flatMap((rule) => chapter(rule, say)),
  ].join('\n');
