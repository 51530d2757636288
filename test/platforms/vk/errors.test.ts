import { answerOf, errorOf, MEANINGS, meaningOf } from '../../../src/platforms/vk/errors.js';
import { Locked, Refused, Weather } from '../../../src/ports/platform.js';
import { available, schema } from '../../contracts/vk-schema-files.js';
import { whereThereIs } from '../../where-there-is.js';

/** Everything this adapter calls. */
const CALLED = [
  ...['send', 'delete', 'edit', 'pin', 'removeChatUser', 'sendMessageEventAnswer', 'getConversationMembers'],
  ...['getConversationsById', 'getInviteLink', 'isMessagesFromGroupAllowed', 'getByConversationMessageId'],
].map((name) => `messages.${name}`);

const failure = (code: number, method = 'messages.send', message = '') => ({ method, code, message });

describe('an error of VK', () => {
  it.each([
    ['not-allowed-to-write', [900, 901, 902, 967, 981, 987, 988, 1021]],
    ['no-right', [7, 15, 919, 924, 925, 931]],
    ['detached', [917, 922, 927, 945, 1017]],
    ['too-old', [909]],
    ['unknown-target', [920, 936]],
    ['feature-off', [912, 946, 1012]],
    ['bad-request', [3, 8, 12, 13, 100, 910, 911, 913, 914, 940, 31_337]],
  ])('is refused as %s: %j', (why, codes) => {
    for (const code of codes) expect(answerOf(failure(code))).toEqual({ is: 'refused', why, code: String(code) });
  });

  it.each([6, 32, 982, 983])('%d: not done, soon again', (code) => {
    const answer = answerOf(failure(code));
    expect(answer).toMatchObject({ is: 'later', why: `vk messages.send: ${code}` });
    expect(answer).not.toHaveProperty('unknown');
    expect(answer).not.toHaveProperty('rest');
  });

  it.each([1, 10, 36])('%d: perhaps done, soon again under the same id', (code) =>
    expect(answerOf(failure(code))).toMatchObject({ is: 'later', unknown: true }),
  );

  it.each([
    [9, 60_000],
    [14, 60_000],
    [29, 3_600_000],
    [984, 60_000],
  ])('%d: this kind of call must rest for %d ms at least', (code, least) => {
    const answer = answerOf(failure(code));
    expect(answer).toMatchObject({ is: 'later', rest: true });
    expect(answer.is === 'later' && answer.after).toBeGreaterThanOrEqual(least);
  });

  it.each([5, 27, 28, 1117])('%d: nothing works until a person acts', (code) => {
    expect(() => answerOf(failure(code))).toThrow(Locked);
    expect(errorOf(failure(code))).toBeInstanceOf(Locked);
  });

  it.each([
    [935, 'messages.removeChatUser', ''],
    [15, 'messages.delete', 'Access denied: message can not be found'],
    [100, 'messages.sendMessageEventAnswer', 'One of the parameters …: event_id is invalid'],
  ])('%d of %s means that it is so already', (code, method, message) =>
    expect(answerOf(failure(code, method, message))).toEqual({ is: 'gone' }),
  );

  it('27 about one method only is no wrong token', () => {
    const message = 'Group authorization failed: method is unavailable with group auth.';
    expect(meaningOf(failure(27, 'polls.create', message))).toEqual({ means: 'refused', why: 'feature-off' });
  });

  it('is thrown as what it is when it answers a question', () => {
    expect(errorOf(failure(917))).toBeInstanceOf(Refused);
    expect(errorOf(failure(6))).toBeInstanceOf(Weather);
    expect(errorOf(failure(29))).toMatchObject({ name: 'Weather', after: 3_600_000 });
  });

  it('quotes nothing of the request', () => {
    for (const code of MEANINGS.keys())
      expect(errorOf(failure(code, 'messages.send', 'access_token=secret')).message).not.toContain('secret');
  });
});

whereThereIs(available ? undefined : 'VK API schema: absent (set VK_API_SCHEMA)')(
  'every error VK’s schema names for our methods has a meaning',
  () => {
    const { methods, codeOf } = schema();
    const named = CALLED.flatMap((name) => (methods.get(name)?.errors ?? []).map(({ $ref }) => $ref));
    const codes = named.map((ref) => codeOf.get(ref.split('/').at(-1) ?? '') ?? 0);

    expect(codes.length).toBeGreaterThan(30);
    expect([...new Set(codes)].filter((code) => !MEANINGS.has(code))).toEqual([]);
  },
);
