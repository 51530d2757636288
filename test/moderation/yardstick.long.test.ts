import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CERTAIN, decide } from '../../src/moderation/decide.js';
import insult from '../../src/moderation/rules/insult.js';
import obscene from '../../src/moderation/rules/obscene.js';
import { whereThereIs } from '../where-there-is.js';
import { facts, message, standing } from './school.js';

/** Labelled messages that are not part of the project. */
const DATA = process.env.MODERATION_DATA ?? '../shared/moderation/dev';
const measured = whereThereIs(
  existsSync(DATA) ? undefined : `no ${DATA}: the rules are not measured on labelled messages`,
);

interface Labelled {
  readonly text: string;
  readonly label: 0 | 1;
  readonly obscene?: 0 | 1 | 2;
  readonly category?: string;
}
const read = (name: string): readonly Labelled[] =>
  readFileSync(join(DATA, `${name}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Labelled);

const findings = (text: string, categories: readonly string[]) =>
  decide(message(text), facts, standing, [obscene, insult]).findings.filter(
    ({ category, confidence }) => confidence >= CERTAIN && categories.includes(category),
  );
const isObscene = ({ text }: Labelled): boolean => findings(text, ['obscene']).length > 0;
const isRude = ({ text }: Labelled): boolean => findings(text, ['obscene', 'insult']).length > 0;
const isActedOn = ({ text }: Labelled): boolean =>
  decide(message(text), facts, standing, [obscene, insult]).decision !== 'keep';
const share = (items: readonly Labelled[], test: (one: Labelled) => boolean): number =>
  items.filter(test).length / items.length;

const scored = (items: readonly Labelled[], truth: (one: Labelled) => boolean, said: (one: Labelled) => boolean) => {
  const [all, told] = [items.filter(truth), items.filter(said)];
  const right = told.filter(truth).length;
  return { precision: right / told.length, f1: (2 * right) / (told.length + all.length) };
};

describe('labelled messages', () => {
  measured('what is obscene is found, and little else: F1 ≥ 98 %, precision ≥ 99.5 %', () => {
    const items = read('messages').filter(({ obscene }) => obscene !== 1);
    const { precision, f1 } = scored(items, ({ obscene }) => obscene === 2, isObscene);
    expect(f1).toBeGreaterThanOrEqual(0.98);
    expect(precision).toBeGreaterThanOrEqual(0.995);
  });

  measured('what is abusive is told of: F1 ≥ 72 %, at most 1 % of clean posts; none of them is touched', () => {
    const clean = read('chat_vk_posts').filter(({ obscene }) => obscene === 0);
    expect(scored(read('messages'), ({ label }) => label === 1, isRude).f1).toBeGreaterThanOrEqual(0.72);
    expect(share(clean, isRude)).toBeLessThanOrEqual(0.01);
    expect(share(clean, isActedOn)).toBeLessThanOrEqual(0.0005);
  });

  measured('disguises are seen through: generated ≥ 95 %, natural ≥ 65 %, innocents ≤ 0.5 %', () => {
    const items = read('obfuscation');
    const disguised = items.filter(({ label, category }) => label === 1 && category !== 'obf_plain');
    expect(share(disguised, isObscene)).toBeGreaterThanOrEqual(0.95);
    expect(share(read('natural_obfuscation'), isObscene)).toBeGreaterThanOrEqual(0.65);
    expect(
      share(
        items.filter(({ label }) => label === 0),
        isObscene,
      ),
    ).toBeLessThanOrEqual(0.005);
  });

  it.each(['words_50k', 'words_clash', 'words_names_geo', 'tricky_innocent'])('%s are left alone', (name) =>
    expect(read(name).filter(isRude)).toEqual([]),
  );
});
