import fc from 'fast-check';
import { accountRef, chatRef, dialogRef } from '../../../src/domain/refs.js';
import { HOUR, MINUTE } from '../../../src/domain/time.js';
import { type Call, encode, type Prepared } from '../../../src/platforms/vk/encode.js';
import { executeCode, repliesOf, requestsOf } from '../../../src/platforms/vk/execute.js';
import { randomIdOf } from '../../../src/platforms/vk/random-id.js';

type Worded = Prepared['action'];

const NOW = Date.UTC(2026, 8, 1, 9);
const chat = (n: number) => chatRef('vk', 2_000_000_000 + n);
const anna = accountRef('vk', 201);
const send = (to: Extract<Worded, { do: 'send' }>['to'], text: string) => ({ do: 'send', to, text }) as const;

/** Deeds under ids of their own. */
const plan = (actions: readonly Worded[], idOf = (n: number) => `vk/u/1#${n}`) =>
  encode(
    actions.map((action, n) => ({ id: idOf(n), action })),
    NOW,
  );
const paramsOf = (action: Worded) => plan([action])[0]?.params;

describe('an action as a call', () => {
  const message = { place: chat(1), id: '42' };

  it.each<[string, Worded, string, object]>([
    [
      'delete',
      { do: 'delete', message },
      'messages.delete',
      { peer_id: 2_000_000_001, cmids: '42', delete_for_all: 1 },
    ],
    [
      'mute',
      { do: 'mute', chat: chat(1), account: anna, until: NOW + HOUR - 1 },
      'messages.changeConversationMemberRestrictions',
      { peer_id: 2_000_000_001, member_ids: 201, action: 'ro', for: 3600 },
    ],
    [
      'unmute',
      { do: 'unmute', chat: chat(1), account: anna },
      'messages.changeConversationMemberRestrictions',
      { peer_id: 2_000_000_001, member_ids: 201, action: 'rw' },
    ],
    [
      'remove',
      { do: 'remove', chat: chat(1), account: anna },
      'messages.removeChatUser',
      { chat_id: 1, member_id: 201 },
    ],
    ['pin', { do: 'pin', message }, 'messages.pin', { peer_id: 2_000_000_001, cmid: 42 }],
    [
      'edit',
      { do: 'edit', message, text: 'так' },
      'messages.edit',
      { peer_id: 2_000_000_001, cmid: 42, message: 'так', disable_mentions: 1, keep_forward_messages: 1 },
    ],
    [
      'send',
      send(dialogRef('vk', 201), 'так'),
      'messages.send',
      { peer_ids: '201', message: 'так', disable_mentions: 1, random_id: randomIdOf('vk/u/1#0', send(chat(1), '')) },
    ],
    [
      'answer',
      { do: 'answer', press: 'ev', account: anna, place: chat(1), text: 'Записано' },
      'messages.sendMessageEventAnswer',
      {
        event_id: 'ev',
        user_id: 201,
        peer_id: 2_000_000_001,
        event_data: '{"type":"show_snackbar","text":"Записано"}',
      },
    ],
  ])('%s', (_, action, method, params) => expect(plan([action])).toEqual([{ method, params, deeds: [0] }]));

  it('has inline callback buttons, their labels within 40 characters', () => {
    const label = 'Ознакомлен(а) с приказом о начале учебного года';
    const rows = [[{ label, payload: { a: 1 }, look: 'positive' as const }], [{ label: 'Нет', payload: {} }]];

    const { inline, buttons } = JSON.parse(
      String(paramsOf({ ...send(chat(1), 'Прочтите'), buttons: rows })?.keyboard),
    ) as {
      inline: boolean;
      buttons: { color: string; action: { type: string; label: string; payload: string } }[][];
    };

    expect(inline).toBe(true);
    expect(buttons[0]?.[0]?.action).toMatchObject({ type: 'callback', payload: '{"a":1}' });
    expect(buttons[0]?.[0]?.action.label.length).toBeLessThanOrEqual(40);
    expect(buttons.map((row) => row[0]?.color)).toEqual(['positive', 'secondary']);
  });

  it('answers another message by a forward, which is how it works in chats', () => {
    const forward = paramsOf({ ...send(chat(1), 'Завтра'), replyTo: message })?.forward;

    expect(JSON.parse(String(forward))).toEqual({
      peer_id: 2_000_000_001,
      conversation_message_ids: [42],
      is_reply: true,
    });
  });
});

describe('actions together', () => {
  const deletes = (ofChat: number, many: number): readonly Worded[] =>
    Array.from({ length: many }, (_, n) => ({ do: 'delete', message: { place: chat(ofChat), id: `${n + 1}` } }));

  it('delete a hundred of a chat by one call', () => {
    const calls = plan([...deletes(1, 150), ...deletes(2, 1)]);

    expect(calls.map(({ deeds }) => deeds.length)).toEqual([100, 50, 1]);
    expect(calls.map(({ params }) => String(params.cmids).split(',').length)).toEqual([100, 50, 1]);
  });

  it('name a message once that is to be deleted twice', () => {
    expect(plan([...deletes(1, 2), ...deletes(1, 2)])).toMatchObject([
      { params: { cmids: '1,2' }, deeds: [0, 1, 2, 3] },
    ]);
  });

  it('send a family to a hundred places by one call', () => {
    const family = Array.from({ length: 130 }, (_, n) => send(dialogRef('vk', n + 1), 'Собрание'));

    const calls = plan(family, (n) => `announcement/v1@${n}`);

    expect(calls.map(({ deeds }) => deeds.length)).toEqual([100, 30]);
    expect(new Set(calls.map(({ params }) => params.random_id)).size).toBe(1);
  });

  it('keep strangers apart, though they say the same', () => {
    const calls = plan([send(chat(1), 'Удалено'), send(chat(2), 'Удалено')]);

    expect(calls).toHaveLength(2);
    expect(calls[0]?.params.random_id).not.toBe(calls[1]?.params.random_id);
  });

  it('keep the order of a place when equal words stand apart', () => {
    const one = send(chat(1), 'А');
    const calls = encode(
      [
        { id: 'x@1', action: send(chat(9), 'А') },
        { id: 'b@2', action: send(chat(3), 'Б') },
        { id: 'y@1', action: one },
        { id: 'b@1', action: send(chat(1), 'Б') },
      ],
      NOW,
    );

    expect(calls.map(({ params }) => [params.message, params.peer_ids])).toEqual([
      ['А', '2000000009'],
      ['А', '2000000001'],
      ['Б', '2000000003,2000000001'],
    ]);
  });

  it('are all in the plan, once each', () => {
    const action = fc.oneof(
      fc
        .record({ place: fc.nat(3), id: fc.nat(300) })
        .map(({ place, id }): Worded => ({ do: 'delete', message: { place: chat(place), id: `${id}` } })),
      fc
        .record({ place: fc.nat(300), text: fc.constantFrom('А', 'Б') })
        .map(({ place, text }): Worded => send(chat(place), text)),
    );
    fc.assert(
      fc.property(fc.array(action, { maxLength: 400 }), fc.boolean(), (actions, family) => {
        const calls = plan(actions, (n) => (family ? `f@${n}` : `u#${n}`));
        expect(calls.flatMap(({ deeds }) => deeds).sort((a, b) => a - b)).toEqual([...actions.keys()]);
        for (const { params } of calls)
          expect(String(params.cmids ?? params.peer_ids).split(',').length).toBeLessThanOrEqual(100);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a random_id', () => {
  it('is a 32-bit integer and never zero', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (id, text) => {
        const value = randomIdOf(id, send(chat(1), text));
        expect(value === (value | 0) && value !== 0).toBe(true);
      }),
    );
  });

  it('follows from the deed alone, whatever the batch', () => {
    const ids = (places: readonly number[]) =>
      plan(
        places.map((n) => send(chat(n), 'Собрание')),
        (n) => `announcement/v1@${places[n]}`,
      ).map(({ params }) => params.random_id);

    expect(ids([1, 2, 3])).toEqual(ids([2]));
  });

  it('differs between deeds, between families, and between the words of a family', () => {
    const values = [
      randomIdOf('u#1', send(chat(1), 'А')),
      randomIdOf('u#2', send(chat(1), 'А')),
      randomIdOf('f/v1@1', send(chat(1), 'А')),
      randomIdOf('f/v2@1', send(chat(1), 'А')),
      randomIdOf('f/v1@1/else', send(chat(1), 'Б')),
    ];

    expect(new Set(values).size).toBe(values.length);
  });
});

describe('one request', () => {
  const call = (method: string, message = ''): Call => ({ method, params: { message }, deeds: [] });

  it('holds 25 calls at most', () => {
    const calls = Array.from({ length: 60 }, () => call('messages.send'));
    expect(requestsOf(calls).map(({ length }) => length)).toEqual([25, 25, 10]);
  });

  it('holds no more than VK was seen to take', () => {
    const calls = Array.from({ length: 20 }, () => call('messages.send', 'ы'.repeat(4096)));
    for (const request of requestsOf(calls)) expect(executeCode(request).length).toBeLessThan(62_000);
    expect(requestsOf(calls).flat()).toHaveLength(20);
  });

  it('leaves undocumented and unrepeatable calls alone', () => {
    const mute = call('messages.changeConversationMemberRestrictions');
    const kick = call('messages.removeChatUser');
    expect(requestsOf([mute, mute, kick, call('messages.send'), kick])).toHaveLength(5);
  });

  it('is VKScript, line ends of JavaScript escaped', () => {
    expect(executeCode([call('messages.send', 'а\u2028"б'), call('messages.pin')])).toBe(
      'return [API.messages.send({"message":"а\\u2028\\"б"}),API.messages.pin({"message":""})];',
    );
  });

  it('gives each call its own answer or error', () => {
    const calls = [call('messages.send'), call('messages.delete'), call('messages.pin')];
    const failure = { method: 'messages.delete', code: 917, message: 'no access' };

    const replies = repliesOf(calls, { response: [[1], false, 1], failures: [failure] });

    expect(replies).toEqual([{ response: [1], failures: [] }, { failure }, { response: 1, failures: [] }]);
  });

  it('gives every call the error of the whole', () => {
    const failure = { method: 'execute', code: 6, message: 'too many' };
    expect(repliesOf([call('a'), call('b')], { failure })).toEqual([{ failure }, { failure }]);
  });
});

it('a mute ends no earlier than asked', () => {
  const until = NOW + 10 * MINUTE + 1;
  expect(paramsOf({ do: 'mute', chat: chat(1), account: anna, until })?.for).toBe(601);
});
