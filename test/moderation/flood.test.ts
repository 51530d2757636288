import type { ContentGround } from '../../src/domain/clause.js';
import { SECOND } from '../../src/domain/time.js';
import { decide } from '../../src/moderation/decide.js';
import type { Recent } from '../../src/moderation/facts.js';
import { raisedHand } from '../../src/moderation/hand.js';
import { facts, message } from './school.js';

const onTopic = { document: 'chat-rules', clause: '3', edition: '2026-08-31' } as ContentGround;
const standing = { grounds: { ON_TOPIC: onTopic }, rules: {} };

const said = (seconds: number, over: Partial<Recent> = {}): Recent => ({
  ago: seconds * SECOND,
  own: true,
  same: false,
  kind: 'words',
  ...over,
});
const judge = (text: string, recent: readonly Recent[], over: object = {}) =>
  decide(message(text), { ...facts, recent, ...over }, standing);

describe('many messages in a row', () => {
  it('are reminded of, citing the chat rules; the message stays', () => {
    const verdict = judge(
      'и ещё',
      [50, 40, 30, 20, 10].map((before) => said(before)),
    );
    expect(verdict).toMatchObject({
      decision: 'remind',
      findings: [{ rule: 'flood', citation: onTopic, evidence: '' }],
    });
  });

  it('five are not many, nor are other people’s', () => {
    expect(
      judge(
        'и ещё',
        [50, 40, 30, 20].map((before) => said(before)),
      ).decision,
    ).toBe('keep');
    expect(
      judge(
        'и ещё',
        [5, 4, 3, 2, 1].map((before) => said(before, { own: false })),
      ).decision,
    ).toBe('keep');
  });

  it('nothing is said where the school has adopted no chat rules', () => {
    const recent = [5, 4, 3, 2, 1].map((before) => said(before));
    expect(decide(message('и ещё'), { ...facts, recent }, { grounds: {}, rules: {} }).findings).toEqual([]);
  });

  it('on a holiday people congratulate as they like', () => {
    const recent = [5, 4, 3, 2, 1].map((before) => said(before));
    expect(judge('С праздником!', recent, { day: '2027-03-08' }).decision).toBe('keep');
    expect(judge('С праздником!', recent, { day: '2027-03-09' }).decision).toBe('remind');
  });

  it('a number of their own may be set', () => {
    const strict = { ...standing, rules: { flood: { perMinute: 3 } } };
    const recent = [20, 10].map((before) => said(before));
    expect(decide(message('и ещё'), { ...facts, recent }, strict).decision).toBe('remind');
  });
});

describe('the same again', () => {
  it('the third copy within ten minutes is told of', () => {
    const copies = (seconds: readonly number[]) => seconds.map((before) => said(before, { same: true }));
    expect(judge('Кто за?', copies([400, 200])).decision).toBe('remind');
    expect(judge('Кто за?', copies([400])).decision).toBe('keep');
    expect(judge('Кто за?', copies([700, 650])).decision).toBe('keep');
  });
});

describe('twenty-five «+» in a minute', () => {
  const hands = Array.from({ length: 24 }, (_, at) => said(2 * at, { own: at < 3, kind: 'hand', same: true }));

  it('are no flood: a sign that a poll would serve better', () => {
    expect(judge('+', hands)).toMatchObject({ decision: 'keep', findings: [{ rule: 'show-of-hands' }] });
    expect(judge('+', hands.slice(0, 5)).findings).toEqual([]);
  });

  it.each(['+', '++', '+1', 'да', 'Да!', 'нет', 'ок', '5', '👍', 'мы +'])('«%s» is a hand', (text) =>
    expect(raisedHand(text)).toBe(true),
  );
  it.each(['', 'да, но позже', '+7 900 000-00-00', 'новый', 'да'.repeat(10)])('«%s» is none', (text) =>
    expect(raisedHand(text)).toBe(false),
  );
});
