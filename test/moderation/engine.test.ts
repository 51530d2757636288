import { z } from 'zod';
import { decide } from '../../src/moderation/decide.js';
import { defineRule } from '../../src/moderation/rule.js';
import insult from '../../src/moderation/rules/insult.js';
import obscene from '../../src/moderation/rules/obscene.js';
import { subjectOf } from '../../src/moderation/subject.js';
import { facts, message, standing } from './school.js';
import { growsWithLength } from './slow.js';

const stub = (over: object) =>
  defineRule({
    id: 'stub',
    category: 'obscene',
    decision: 'delete',
    cites: 'POLITE',
    summary: 'reason-obscene',
    settings: z.strictObject({ knob: z.number().default(1) }),
    check: () => [],
    examples: { flags: [], passes: [] },
    ...over,
  });

describe('what a finding costs', () => {
  it.each([
    ['its rule’s decision', {}, 'delete'],
    ['less, when it says so', { decision: 'hold' }, 'hold'],
    ['nothing, when it is a sign', { decision: 'keep' }, 'keep'],
    ['never more than its rule', { decision: 'alert' }, 'delete'],
    ['nothing, when it is doubtful', { confidence: 0.4 }, 'keep'],
  ])('%s', (_, over, decision) => {
    const check = () => [{ start: 0, end: 1, confidence: 0.9, ...over }];
    expect(decide(message('а'), facts, standing, [stub({ check })]).decision).toBe(decision);
  });
});

describe('a rule', () => {
  it('is not asked when its gate is shut', () => {
    const check = () => [{ start: 0, end: 1, confidence: 0.9 }];
    const rule = stub({ check, gate: ({ text }: { text: string }) => text.includes('ъ') });
    expect(decide(message('а'), facts, standing, [rule]).findings).toEqual([]);
    expect(decide(message('ъ'), facts, standing, [rule]).findings).toHaveLength(1);
  });

  it('reads the settings of an edition once', () => {
    let read = 0;
    const settings = z.object({}).transform(() => {
      read++;
      return {};
    });
    const rule = stub({ settings });
    const editions = [{}, {}].map((stub) => ({ ...standing, rules: { stub } }));
    for (let i = 0; i < 10; i++) for (const edition of editions) decide(message('а'), facts, edition, [rule]);
    expect(read).toBe(2);
  });

  it('that looks at the whole message is asked once, words or none', () => {
    const overall = () => [{ start: 0, end: 0, confidence: 1 }];
    const verdict = decide(message('', { attachments: [{ kind: 'sticker', words: [] }] }), facts, standing, [
      stub({ overall }),
    ]);
    expect(verdict).toMatchObject({ decision: 'delete', findings: [{ evidence: '' }] });
  });

  it('that breaks half-way tells nothing of what it had found', () => {
    const check = () => [{ start: 0, end: 1, confidence: 1 }];
    const overall = () => {
      throw new Error('half-way');
    };
    expect(decide(message('а'), facts, standing, [stub({ check, overall })])).toMatchObject({
      decision: 'keep',
      findings: [],
      errors: [{ rule: 'stub' }],
    });
  });
});

const PIECES =
  'а|по|х у |х*|х...|ебал |п.и.з.д.|🔥|\ud800|т.е.|x3|и\u0306|q;|!|*|ты |дура |дурак|иди |иди ты |пошел |"|"а|а"| |\n|-|д*|д**а |сука*|suka |еб|небе |тебе|хуй|ху|бля |. |а. |zа|а1|_|@|а@|подстр |за |закрой |ггг|аабб|пп ии |слово |http://a.b/|1|\u200b|б..|ъ '.split(
    '|',
  );

/** What backtracks would outlast any patience. */
describe('cost grows with the length alone', () => {
  it.each(PIECES.map((piece) => [piece]))('%j', (piece) => {
    growsWithLength(piece, (text) => {
      for (const rule of [obscene, insult]) rule.check(subjectOf(text), undefined, facts);
    });
  });
});
