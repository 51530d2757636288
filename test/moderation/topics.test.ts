import fc from 'fast-check';
import type { Facts } from '../../src/moderation/facts.js';
import { find } from '../../src/moderation/phrases/find.js';
import { createGate } from '../../src/moderation/phrases/gate.js';
import { readPattern } from '../../src/moderation/phrases/pattern.js';
import { NUMBER, type Phrase, tablesOf } from '../../src/moderation/phrases/tables.js';
import { tokensOf } from '../../src/moderation/phrases/tokens.js';
import drugs from '../../src/moderation/rules/drugs.js';
import selfHarm from '../../src/moderation/rules/self-harm.js';
import threat from '../../src/moderation/rules/threat.js';
import { subjectOf } from '../../src/moderation/subject.js';
import { facts } from './school.js';
import { growsWithLength } from './slow.js';

/** What one phrase finds in a normal text; the spared in brackets. */
const finds = (say: string | readonly string[], text: string, over: Partial<Phrase> = {}): readonly string[] => {
  const tables = tablesOf([{ phrases: [{ say: [say].flat(), sure: 0.9, ...over }] }]);
  const { topics, tokens } = createGate(tables)(text);
  const said = topics === 0 ? [] : find(tables, 0, tokens());
  return said.map(({ from, to, spared }) => (spared ? `(${text.slice(from, to)})` : text.slice(from, to)));
};

describe('a pattern', () => {
  it.each([
    ['рыжий кот', 'вот рыжий кот', 'рыжий кот'],
    ['рыж* кот|кошка', 'рыжая кошка спит', 'рыжая кошка'],
    ['рыж* ~2 кот*', 'рыжий и толстый котик', 'рыжий и толстый котик'],
    ['рыж* &1 кот', 'кот был рыжий', 'кот был рыжий'],
    ['очень? рыж* кот', 'рыжий кот', 'рыжий кот'],
    ['# ~1 кота|котов', 'видел 12 рыжих котов', '12 рыжих котов'],
    ['!не рыж* кот', 'это рыжий кот', 'рыжий кот'],
    ['кот спит !сладко', 'кот спит крепко', 'кот спит'],
  ])('%s finds in «%s»', (pattern, text, words) => expect(finds(pattern, text)).toEqual([words]));

  it.each([
    ['рыжий кот', 'рыжий пёс и кот'],
    ['рыж* ~2 кот*', 'рыжий и очень толстый котик'],
    ['рыжий кот', 'рыжий. кот'],
    ['рыжий кот', 'рыжийкот'],
    ['# ~1 кота|котов', 'видел сто котов'],
    ['!не рыж* кот', 'это не рыжий кот'],
    ['кот спит !сладко', 'кот спит сладко'],
  ])('%s finds nothing in «%s»', (pattern, text) => expect(finds(pattern, text)).toEqual([]));

  it.each(['', 'КОТ', '@nosuch', '~2', 'а б в г д е ж', 'к(о)т'])('is refused when it is «%s»', (pattern) =>
    expect(() => readPattern(pattern)).toThrow(),
  );

  it('is read through look-alikes and single letters', () => {
    expect(finds('рыж* кот', 'рыж1й koт')).toEqual(['рыж1й koт']);
    expect(finds('рыж* кот', 'р ы ж и й кот')).toEqual(['р ы ж и й кот']);
  });

  it('is let be beside what makes it innocent, a sentence away and no further', () => {
    expect(finds('рыж* кот', 'читаем сказку. рыжий кот', { unless: 'сказк*' })).toEqual(['(рыжий кот)']);
    expect(finds('рыж* кот', 'сказка. вечер. рыжий кот', { unless: 'сказк*' })).toEqual(['рыжий кот']);
  });

  it('of overlapping finds tells the longest', () =>
    expect(finds(['рыж* кот', 'рыж* кот спит'], 'рыжий кот спит')).toEqual(['рыжий кот спит']));
});

describe('the first look', () => {
  const patterns = ['рыж* ~1 кот*', 'кот &2 спит', 'не ~0 рыж*', '# котов'];
  const tables = tablesOf([{ phrases: [{ say: patterns, sure: 0.9 }] }]);
  const gate = createGate(tables);
  const words = fc.constantFrom(
    'рыжий',
    'рыжая',
    'кот',
    'котов',
    'спит',
    'не',
    '7',
    'и',
    'k0т',
    'р',
    'ы',
    'ж',
    'и',
    'й',
    '.',
  );

  it('never misses what a close look would find', () =>
    fc.assert(
      fc.property(fc.array(words, { maxLength: 14 }), (said) => {
        const text = said.join(' ');
        const found = find(tables, 0, tokensOf(text, tables.tree, NUMBER));
        if (found.length > 0) expect(gate(text).topics).toBe(1);
      }),
      { numRuns: 2000 },
    ));

  it('marks of one text are not those of the next', () => {
    expect(gate('рыжий кот').topics).toBe(1);
    expect(gate('кот').topics).toBe(0);
    expect(gate('рыжий').topics).toBe(0);
  });
});

describe('the school', () => {
  const found = (text: string, settings: unknown) =>
    drugs.check(subjectOf(text), settings, facts).map(({ start, end }) => text.slice(start, end));

  it('may call a phrase innocent', () => {
    const text = 'Покурим травки – так зовут нашу собаку';
    expect(found(text, {})).toEqual(['Покурим травки']);
    expect(found(text, { allow: ['покурим травки'] })).toEqual([]);
  });

  it('may add one', () => {
    expect(found('Пойдём на Ёлочную поляну', {})).toEqual([]);
    expect(found('Пойдём на Ёлочную поляну', { add: ['Ёлочн* поляну'] })).toEqual(['Ёлочную поляну']);
  });

  it('is told of a pattern that is not one', () =>
    expect(() => drugs.check(subjectOf('а'), { add: ['(а|б)+'] }, facts)).toThrow('not a word'));
});

describe('safeguarding', () => {
  const costs = (text: string) =>
    threat.check(subjectOf(text), {}, facts).map(({ decision }) => decision ?? threat.decision);

  it('neither a threat nor a cry for help is ever a deletion', () => {
    expect([threat.decision, selfHarm.decision]).toEqual(['alert', 'alert']);
    const all = [...threat.examples.flags, ...selfHarm.examples.flags].flatMap(([text]) => [
      ...threat.check(subjectOf(text), {}, facts),
      ...selfHarm.check(subjectOf(text), {}, facts),
    ]);
    expect(all.length).toBeGreaterThan(20);
    expect(all.filter(({ decision }) => decision === 'delete')).toEqual([]);
  });

  it('who laughs is shown to people, and nothing is hidden', () => {
    expect(costs('я тебя убью')).toEqual(['alert']);
    expect(costs('я тебя убью))) жди в гости')).toEqual(['keep']);
  });

  it('a figure of speech among adults is taken at its word from a pupil', () => {
    const decisions = (known: Partial<Facts>) =>
      selfHarm.check(subjectOf('хочу умереть'), {}, { ...facts, ...known }).map(({ decision }) => decision ?? 'alert');
    expect(decisions({ chat: 'class_parents' })).toEqual(['keep']);
    expect(decisions({ chat: 'class_parents', role: 'student' })).toEqual(['alert']);
    expect(decisions({ chat: 'class_students' })).toEqual(['alert']);
  });

  it.each([
    ['Не хочу больше жить. Завтра контрольная по истории, параграф 5', 'lessons do not quiet it'],
    ['Ненавижу вас всех, не хочу жить', 'nor anger'],
  ])('%s: %s', (text) => {
    const [one] = selfHarm.check(subjectOf(text), {}, facts);
    expect(one?.confidence).toBeGreaterThan(0.5);
  });
});

describe('time', () => {
  it.each(['убью тебя ', 'не хочу больше ', 'а б в г д ', 'закладки курьер нужны ', 'x'])(
    'grows with the length alone: %s',
    (text) => {
      growsWithLength(text, (long) => {
        for (const rule of [drugs, threat, selfHarm]) rule.check(subjectOf(long), undefined, facts);
      });
    },
  );
});
