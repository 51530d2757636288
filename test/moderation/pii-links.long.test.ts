import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONTENT_KEYS } from '../../src/domain/clause.js';
import { decide } from '../../src/moderation/decide.js';
import { rules } from '../../src/moderation/rules/index.js';
import { whereThereIs } from '../where-there-is.js';
import { facts, message, polite } from './school.js';

/** Labelled texts that are not part of the project. */
const DATA = process.env.MODERATION_DATA ?? '../shared/moderation/dev';
const measured = whereThereIs(
  existsSync(DATA) ? undefined : `no ${DATA}: the rules on personal data and links are not measured`,
);

interface Labelled {
  readonly text: string;
  readonly label: 0 | 1;
  readonly obscene?: 0 | 1 | 2;
}
const read = (name: string): readonly Labelled[] =>
  readFileSync(join(DATA, `${name}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Labelled);

const mine = rules.filter(({ id }) => ['personal-data', 'money', 'marks', 'link', 'messenger', 'scam'].includes(id));
const standing = { grounds: Object.fromEntries(CONTENT_KEYS.map((key) => [key, polite])), rules: {} };
const judged = (text: string) => decide(message(text), facts, standing, mine);
const acts = (text: string): boolean => ['hold', 'delete', 'alert'].includes(judged(text).decision);
const holdsData = (text: string): boolean =>
  judged(text).findings.some(
    ({ category, confidence }) => ['personal-data', 'money'].includes(category) && confidence >= 0.5,
  );

const f1 = (rows: readonly Labelled[], said: (text: string) => boolean): number => {
  const [all, found] = [rows.filter(({ label }) => label === 1), rows.filter(({ text }) => said(text))];
  return (2 * found.filter(({ label }) => label === 1).length) / (all.length + found.length);
};

describe('on labelled texts', () => {
  measured('personal data: F1 ≥ 97 %', () => expect(f1(read('pii'), holdsData)).toBeGreaterThanOrEqual(0.97));
  measured('links: F1 ≥ 97 %', () => expect(f1(read('links'), acts)).toBeGreaterThanOrEqual(0.97));
  measured('nothing of the tricky sentences', () =>
    expect(read('tricky_innocent').filter(({ text }) => acts(text))).toEqual([]),
  );
  measured('of clean posts next to none', () => {
    const clean = read('chat_vk_posts').filter(({ obscene }) => obscene === 0);
    expect(clean.filter(({ text }) => acts(text)).length / clean.length).toBeLessThanOrEqual(0.0005);
  });
});
