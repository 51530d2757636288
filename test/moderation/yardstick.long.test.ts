import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../../src/moderation/rules/index.js';
import { subjectOf } from '../../src/moderation/subject.js';
import { facts } from './school.js';

/** Labelled messages that are not part of the project. */
const DATA = process.env.MODERATION_DATA ?? '../shared/moderation/dev';
const present = existsSync(DATA);
if (!present) process.stderr.write(`no ${DATA}: the rules are not measured on labelled messages\n`);

interface Labelled {
  readonly text: string;
  readonly obscene?: 0 | 1 | 2;
}
const read = (name: string): readonly Labelled[] =>
  readFileSync(join(DATA, `${name}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Labelled);

const flagged = ({ text }: Labelled): boolean =>
  rules.some((rule) => rule.check(subjectOf(text), undefined, facts).some(({ confidence }) => confidence >= 0.5));
const count = (name: string): number => read(name).filter(flagged).length;

(present ? describe : describe.skip)('the obscene rule on labelled messages', () => {
  it('finds what is obscene and little else: F1 ≥ 97 %', () => {
    const scored = read('messages').filter(({ obscene }) => obscene !== 1);
    const said = scored.filter(flagged);
    const right = said.filter(({ obscene }) => obscene === 2).length;
    const all = scored.filter(({ obscene }) => obscene === 2).length;
    expect((2 * right) / (said.length + all)).toBeGreaterThanOrEqual(0.97);
  });

  it('leaves ordinary words alone', () => {
    expect(count('words_50k')).toBeLessThanOrEqual(3);
    expect(count('words_clash')).toBeLessThanOrEqual(3);
    expect(count('words_names_geo')).toBeLessThanOrEqual(3);
    expect(count('tricky_innocent')).toBe(0);
  });
});
