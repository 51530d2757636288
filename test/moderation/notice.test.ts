import { createSay } from '../../src/app/say.js';
import { EPISODE, respond } from '../../src/cases/notice.js';
import type { Chat } from '../../src/domain/chat.js';
import { dialogOf } from '../../src/domain/refs.js';
import type { Verdict } from '../../src/domain/verdict.js';
import { AT, author, message, parents, polite } from './school.js';

const chat: Chat = {
  ref: parents,
  kind: 'class_parents',
  class: '5А',
  mode: 'act',
  registered: { by: 'k01', at: 0 },
};
const finding = {
  rule: 'obscene',
  category: 'obscene',
  citation: polite,
  evidence: 'бля',
  start: 0,
  end: 3,
  confidence: 0.98,
} as const;
const deleted: Verdict = { decision: 'delete', findings: [finding], errors: [] };
const follows = (verdict: Verdict, over: { noticedUntil?: number; now?: number } = {}) =>
  respond({ verdict, message: message('бля'), chat, noticedUntil: 0, now: AT, ...over });

describe('after an obscene message', () => {
  it('it goes away, its author learns why in private, and the chat only if there is no dialog', () => {
    const { actions, because } = follows(deleted);
    expect(actions).toMatchObject([
      {
        do: 'delete',
        message: { place: parents, id: '7' },
        afterwards: { do: 'send', to: dialogOf(author), otherwise: { do: 'send', to: parents } },
      },
    ]);
    expect(because).toBe('noticed');
  });

  it('the words are official and kind, with the clause and whom to write to', () => {
    const [away] = follows(deleted).actions;
    const notice = away?.do === 'delete' ? away.afterwards : undefined;
    if (notice?.do !== 'send' || notice.otherwise?.do !== 'send') throw new Error('no notice');
    const say = createSay('ru');
    expect(say(notice.text)).toBe(
      'Здравствуйте! Ваше сообщение в чате «5А – родители» скрыто, так как содержало ненормативную лексику (п. 4.2 Положения). Пожалуйста, напишите то же самое вежливо. Если Вы не согласны, напишите классному руководителю.',
    );
    expect(say(notice.otherwise.text)).toContain('(п. 4.2 Положения)');
    expect(say(notice.otherwise.text).length).toBeLessThanOrEqual(500);
    expect(createSay('en')(notice.text)).toContain('Hello!');
  });

  it('the next ones of the same quarter of an hour go away in silence', () => {
    const { changes } = follows(deleted);
    expect(changes).toEqual([{ put: 'noticed', chat: parents, account: author, until: AT + EPISODE }]);
    expect(follows(deleted, { noticedUntil: AT + EPISODE, now: AT + EPISODE - 1 })).toMatchObject({
      actions: [{ do: 'delete' }],
      changes: [],
      because: 'episode',
    });
    expect(follows(deleted, { noticedUntil: AT + EPISODE, now: AT + EPISODE }).because).toBe('noticed');
  });
});

describe('otherwise', () => {
  it('nothing happens, and the journal says why', () => {
    const nothing = { actions: [], changes: [] };
    expect(follows({ decision: 'keep', findings: [], errors: [] })).toEqual({ ...nothing, because: 'clean' });
    const signal = { ...finding, confidence: 0.3 };
    expect(follows({ decision: 'keep', findings: [signal], errors: [] })).toEqual({ ...nothing, because: 'signal' });
    expect(follows({ ...deleted, decision: 'hold' })).toEqual({ ...nothing, because: 'unserved:hold' });
  });
});
