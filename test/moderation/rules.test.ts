import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { createSay, LOCALES } from '../../src/app/say.js';
import { text } from '../../src/domain/text.js';
import type { Known } from '../../src/moderation/rule.js';
import { rules } from '../../src/moderation/rules/index.js';
import { subjectOf } from '../../src/moderation/subject.js';
import { facts, message } from './school.js';

describe('rules', () => {
  it('are all in the index', () => {
    const files = readdirSync('src/moderation/rules').filter((file) => file !== 'index.ts');
    expect(rules.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort());
  });
});

describe.each(rules)('rule $id', (rule) => {
  const evidence = (sample: string, { attachments = [], settings, ...known }: Known = {}) => {
    const all = { ...facts, ...known };
    const carried = attachments.flatMap(({ kind, words }) =>
      words.map((word) => subjectOf(word, { within: 'attachment', attachment: kind })),
    );
    const found = [subjectOf(sample), ...carried].flatMap((subject) =>
      rule.check(subject, settings, all).map(({ start, end }) => subject.text.slice(start, end)),
    );
    const overall = rule.overall?.(message(sample, { attachments }), settings, all) ?? [];
    return [...found, ...overall.map(({ start, end }) => sample.slice(start, end))];
  };
  const flags = rule.examples.flags.map(([sample, words, known = {}]) => ({ sample, words, known }));
  const passes = rule.examples.passes.map((one) =>
    typeof one === 'string' ? { sample: one, known: {} } : { sample: one[0], known: one[1] },
  );

  it.each(flags)('flags $sample', ({ sample, words, known }) => expect(evidence(sample, known)).toEqual([words]));
  it.each(passes)('passes $sample', ({ sample, known }) => expect(evidence(sample, known)).toEqual([]));

  it('has examples of both kinds', () => {
    expect(rule.examples.flags.length).toBeGreaterThan(0);
    expect(rule.examples.passes.length).toBeGreaterThan(0);
  });

  it('says nothing about an empty message', () => expect(evidence('')).toEqual([]));

  it('has a reason to tell people in every language', () => {
    for (const locale of LOCALES) {
      expect(createSay(locale)(text(rule.summary))).not.toBe('');
      expect(createSay(locale)(text(`reason-${rule.category}`))).not.toBe('');
    }
  });

  it('refuses settings it does not know', () => {
    expect(() => rule.check(subjectOf(''), { nosuch: 1 }, facts)).toThrow('nosuch');
  });

  it('never throws and never points outside the text, whatever is written', () => {
    const unit = fc.oneof(
      fc.constantFrom(...'хуйпиздебля xyu3*.-@ \u0301\u200b\ud800🔥'),
      fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), (sample) => {
        const found = rule.check(subjectOf(sample), undefined, facts);
        for (const { start, end, confidence } of found) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(sample.length);
          expect(confidence).toBeGreaterThan(0);
          expect(confidence).toBeLessThanOrEqual(1);
        }
        expect(found.every(({ start }, i) => start >= (found[i - 1]?.end ?? 0))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('finds each flagged sample among other words, at its place', () => {
    const before = 'Завтра педсовет 🔥, ';
    // What is told of the whole message quotes nothing.
    for (const { sample, words, known } of flags.filter((one) => one.words !== '' && one.sample !== ''))
      expect([before + sample, evidence(`${before}${sample}`, known)]).toEqual([before + sample, [words]]);
  });
});

describe('the school', () => {
  it('may name words of its own that are never flagged', () => {
    const [obscene] = rules;
    const sample = 'Манда – село, а не то, что Вы подумали';
    expect(obscene?.check(subjectOf(sample), {}, facts)).toHaveLength(1);
    expect(obscene?.check(subjectOf(sample), { allow: ['манда'] }, facts)).toEqual([]);
  });
});
