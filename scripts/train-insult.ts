/**
 * Trains the model of the tone of messages (`src/moderation/lexicon/insult-model.ts`): logistic regression over pieces of words.
 * Learns only from what may be shipped: `vk_distorted` and `rudetoxifier_toxic` of ../shared/moderation, and sentences written
 * by hand. Run: npx tsx scripts/train-insult.ts [FOLDER] [--threshold 4]
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { normalise } from '../src/moderation/normalise.js';
import { eachGram, GRAM_BITS } from '../src/moderation/reading/grams.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { threshold: { type: 'string', default: '4' } },
});
const folder = positionals[0] ?? '../shared/moderation/train';
const PERMITTED = ['vk_distorted', 'rudetoxifier_toxic'];
const ROUNDS = 12;
const RATE = 0.2;
const DECAY = 2e-5;
const BLUR = 8;
const VARIANTS = 24;

interface Sample {
  readonly abusive: 0 | 1;
  readonly grams: Uint16Array;
  weight: number;
}

/** The same numbers every time. */
const random = (() => {
  let state = 1;
  return (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
})();

const gramsOf = (text: string): Uint16Array => {
  const found: number[] = [];
  eachGram(normalise(text).text, (gram) => found.push(gram));
  return Uint16Array.from(found);
};

const sentences = (): readonly string[] => {
  const patterns = readFileSync(new URL('neutral-sentences.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1);
  const said = patterns.flatMap((pattern) =>
    Array.from({ length: VARIANTS }, () =>
      pattern.replace(/\{([^}]*)\}/g, (_, words: string) => {
        const choice = words.split(',');
        return choice[random(choice.length)] ?? '';
      }),
    ),
  );
  return [...new Set(said)];
};

const labelled = readFileSync(`${folder}/messages.jsonl`, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as { text: string; label: 0 | 1; source: string })
  .filter(({ source }) => PERMITTED.includes(source));
const samples: Sample[] = [
  ...labelled.map(({ text, label }): Sample => ({ abusive: label, grams: gramsOf(text), weight: 1 })),
  ...sentences().map((text): Sample => ({ abusive: 0, grams: gramsOf(text), weight: 1 })),
];
const abusive = samples.filter((one) => one.abusive === 1).length;
for (const one of samples) if (one.abusive === 0) one.weight = abusive / (samples.length - abusive);

const weights = new Float64Array(1 << GRAM_BITS);
const seen = new Float64Array(1 << GRAM_BITS).fill(1e-6);
let bias = 0;
for (let round = 0; round < ROUNDS; round++) {
  for (let i = samples.length - 1; i > 0; i--) {
    const j = random(i + 1);
    [samples[i], samples[j]] = [samples[j] as Sample, samples[i] as Sample];
  }
  for (const { abusive: truth, grams, weight } of samples) {
    const share = 1 / Math.sqrt(grams.length + BLUR);
    const sum = grams.reduce((total, gram) => total + (weights[gram] ?? 0) * share, bias);
    const error = (1 / (1 + Math.exp(-sum)) - truth) * weight;
    bias -= 0.003 * error;
    for (const gram of grams) {
      const slope = error * share + DECAY * (weights[gram] ?? 0);
      seen[gram] = (seen[gram] ?? 0) + slope * slope;
      weights[gram] = (weights[gram] ?? 0) - (RATE * slope) / Math.sqrt(seen[gram] ?? 1);
    }
  }
}

const sizes = [...weights].map(Math.abs).sort((a, b) => a - b);
const scale = (sizes[Math.floor(sizes.length * 0.9995)] ?? 1) / 127;
const bytes = Buffer.from(
  Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / scale)))).buffer,
);
writeFileSync(
  new URL('../src/moderation/lexicon/insult-model.ts', import.meta.url),
  `/**
 * Made by scripts/train-insult.ts; do not edit. Learned from ${samples.length} texts: vk_distorted and rudetoxifier_toxic
 * (their licences allow a model made of them to be shipped) and sentences written by hand for this project
 * (scripts/neutral-sentences.txt). One byte for each of ${weights.length} classes of pieces of words; no text can be read out of it.
 * What it is good for: docs/benchmarks.md. A sign for people only, never the ground of a deletion.
 */
export const BIAS = ${bias.toFixed(4)};
export const SCALE = ${scale.toFixed(6)};
/** From here on a message is told of. */
export const THRESHOLD = ${Number(values.threshold)};
export const WEIGHTS =
  '${bytes.toString('base64')}';
`,
);
console.log(`${samples.length} texts, ${abusive} of them abusive; ${bytes.length} bytes`);
