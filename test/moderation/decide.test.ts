import { z } from 'zod';
import type { Quoted } from '../../src/domain/message.js';
import { decide } from '../../src/moderation/decide.js';
import { defineRule } from '../../src/moderation/rule.js';
import { rules } from '../../src/moderation/rules/index.js';
import { AT, facts, message, polite, standing } from './school.js';
import { SCHOOL_TALK } from './school-talk.js';

const quoted = (text: string, over: Partial<Quoted> = {}): Quoted => ({
  at: AT,
  text,
  attachments: [],
  forwarded: [],
  ...over,
});

describe('school talk that must stay', () => {
  it.each([...SCHOOL_TALK, 'Считаю, что сборы на шторы незаконны, прошу ответить письменно'])('%s', (text) =>
    expect(decide(message(text), facts, standing)).toMatchObject({ decision: 'keep', findings: [] }),
  );
});

describe('obscene words', () => {
  it.each(['Вы охуели со своими сборами?', 'о х у е л и', 'oxyeли', 'ОХУЕЕЕЛИ', 'ох*ели', 'о.х.у.е.л.и', 'охуелu'])(
    '%s is deleted, the clause cited',
    (text) => {
      const verdict = decide(message(text), facts, standing);
      expect(verdict).toMatchObject({ decision: 'delete', findings: [{ rule: 'obscene', citation: polite }] });
      for (const { evidence, start, end } of verdict.findings) expect(text.slice(start, end)).toBe(evidence);
    },
  );

  it('are the staff’s own fault too', () => {
    expect(decide(message('бля'), { ...facts, role: 'class-teacher' }, standing).decision).toBe('delete');
  });
});

describe('what the author answers for', () => {
  it('is not the old message being answered', () => {
    expect(decide(message('Так нельзя', { replyTo: quoted('бля') }), facts, standing).decision).toBe('keep');
  });

  it('is what is forwarded, at any depth', () => {
    const deep = Array.from({ length: 45 }).reduce<Quoted>(
      (inner) => quoted('', { forwarded: [inner] }),
      quoted('бля'),
    );
    expect(decide(message('', { forwarded: [deep] }), facts, standing)).toMatchObject({
      decision: 'delete',
      findings: [{ within: 'forwarded', evidence: 'бля' }],
    });
  });

  it('is what an attachment says, and one forwarded with it', () => {
    const attachments = [{ kind: 'poll', words: ['Кто идёт?', 'да, бля'] }] as const;
    expect(decide(message('', { attachments }), facts, standing).findings).toMatchObject([{ within: 'attachment' }]);
    const forwarded = [quoted('', { attachments })];
    expect(decide(message('', { forwarded }), facts, standing).findings).toMatchObject([{ within: 'forwarded' }]);
  });
});

const rule = (over: object) =>
  defineRule({
    id: 'stub',
    category: 'obscene',
    decision: 'delete',
    cites: 'POLITE',
    summary: 'reason-obscene',
    settings: z.object({}),
    check: () => [],
    examples: { flags: [], passes: [] },
    ...over,
  });
const found = (confidence: number) => () => [{ start: 0, end: 1, confidence }];

describe('a decision', () => {
  it('leaves out a rule that breaks, and says so', () => {
    const broken = rule({
      id: 'broken',
      check: () => {
        throw new RangeError('no such letter');
      },
    });
    expect(decide(message('бля'), facts, standing, [broken, ...rules])).toMatchObject({
      decision: 'delete',
      findings: [{ rule: 'obscene' }],
      errors: [{ rule: 'broken', message: 'RangeError: no such letter' }],
    });
  });

  it('names a rule whose settings are wrong', () => {
    const wrong = { ...standing, rules: { obscene: { allow: 'всё' } } };
    expect(decide(message('бля'), facts, wrong)).toMatchObject({ decision: 'keep', errors: [{ rule: 'obscene' }] });
  });

  it('is the highest of all findings', () => {
    const [hold, alert] = [
      rule({ decision: 'hold', check: found(0.9) }),
      rule({ id: 'b', decision: 'alert', check: found(0.6) }),
    ];
    expect(decide(message('а'), facts, standing, [alert, hold]).decision).toBe('alert');
  });

  it('rests on nothing below one half', () => {
    const verdict = decide(message('а'), facts, standing, [rule({ check: found(0.49) })]);
    expect(verdict).toMatchObject({ decision: 'keep', findings: [{ confidence: 0.49 }] });
  });

  it('of danger calls people for want of a clause too, and hides nothing', () => {
    const text = 'Не хочу больше жить, всем пока';
    const { decision, findings, unfounded } = decide(message(text), facts, { ...standing, grounds: {} });
    expect({ decision, findings }).toEqual({ decision: 'alert', findings: [] });
    expect(unfounded).toMatchObject([{ rule: 'self-harm', evidence: 'Не хочу больше жить' }]);
  });

  it('of a figure of speech calls nobody without a clause', () => {
    expect(decide(message('повешусь из-за этой контрольной'), facts, { ...standing, grounds: {} })).toEqual({
      decision: 'keep',
      findings: [],
      errors: [],
    });
  });

  it('is never without an adopted ground', () => {
    expect(decide(message('бля'), facts, { ...standing, grounds: {} })).toEqual({
      decision: 'keep',
      findings: [],
      errors: [],
    });
  });
});
