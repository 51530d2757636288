import type { Worded } from '../../../src/domain/action.js';
import { dialogOf, type MessageRef, type PlaceRef } from '../../../src/domain/refs.js';
import { DAY, HOUR, MINUTE } from '../../../src/domain/time.js';
import { Weather } from '../../../src/ports/platform.js';
import * as side from '../../../src/sandbox/telegram/people.js';
import { tooMany } from '../../../src/sandbox/telegram/refused.js';
import { messageOf, perform, written } from '../../contracts/platform/harness.js';
import { ANNA, BASIC, dialogAt, openWorld, TEACHER, type TelegramWorld } from './world.js';

let world: TelegramWorld;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const one = async (action: Worded) => (await perform(world.platform, [action]))[0];
const send = (text: string, to: PlaceRef = world.places.parents): Worded => ({ do: 'send', to, text });
const called = () => world.sandbox.telegram.calls.requests.map(({ method }) => method);
const paramsOf = (name: string) =>
  world.sandbox.telegram.calls.requests.findLast(({ method }) => method === name)?.params;
const say = (text: string) => written(world.write(world.people.anna, world.places.parents, text));
const numberOf = (ref: string) => Number(ref.split(':').at(-1));

describe('Telegram’s «not so fast»', () => {
  it('is obeyed to the second, for that place', async () => {
    world.sandbox.telegram.faults.add({ kind: 'call', method: 'sendMessage', answer: tooMany(7) });

    expect(await one(send('раз'))).toEqual({ is: 'later', after: 7_000, why: 'telegram sendMessage: 429' });
    const again = await one(send('раз'));
    expect(again).toMatchObject({ is: 'later', why: 'telegram: the pace of this place' });
    expect((again as { readonly after: number }).after).toBeLessThanOrEqual(7_000);
    expect(await one(send('раз', world.places.pupils))).toMatchObject({ is: 'done' });
    expect(called().filter((method) => method === 'sendMessage')).toHaveLength(2);
  });

  it('is never heard: a flood into one group waits by itself, deletions do not', async () => {
    const bad = say('плохое');
    const answers = await perform(
      world.platform,
      Array.from({ length: 6 }, (_, n) => send(`слово ${n}`)),
    );

    expect(answers.map(({ is }) => is)).toEqual(['done', 'done', 'done', 'later', 'later', 'later']);
    expect(await one({ do: 'delete', message: bad })).toEqual({ is: 'done' });
    const { requests } = world.sandbox.telegram.calls;
    expect(requests.filter(({ result }) => result === 429)).toEqual([]);
  });
});

describe('an album', () => {
  const album = () => {
    const refs = ['один', 'два', 'три'].map(say);
    const [first] = refs;
    return { refs, whole: { place: world.places.parents, id: refs.map(({ id }) => id).join('+') }, first };
  };

  it('goes by one call, and is gone when each of its messages is', async () => {
    const { whole } = album();
    expect(await one({ do: 'delete', message: whole })).toEqual({ is: 'done' });
    expect(world.visible(world.places.parents)).toEqual([]);
    expect(called()).toEqual(['deleteMessages']);
  });

  it('shares its call with other messages, and is answered through its first one', async () => {
    const { whole, first } = album();
    const other = say('ещё');
    const reply: Worded = { do: 'send', to: world.places.parents, text: 'Почему', replyTo: whole };
    expect(messageOf(await one(reply)).place).toBe(world.places.parents);
    expect(paramsOf('sendMessage')).toMatchObject({ reply_parameters: { message_id: Number(first?.id) } });

    const deletes = [whole, other].map((message): Worded => ({ do: 'delete', message }));
    expect((await perform(world.platform, deletes)).map(({ is }) => is)).toEqual(['done', 'done']);
    expect(paramsOf('deleteMessages')?.message_ids).toHaveLength(4);
  });
});

describe('a send whose answer is lost', () => {
  it('is unknown, and left to the outbox', async () => {
    world.sandbox.telegram.faults.add({ kind: 'call', method: 'sendMessage', answer: 'drop', when: 'after' });

    await expect(one(send('раз'))).rejects.toThrow(Weather);
    expect(world.visible(world.places.parents)).toEqual(['раз']);
  });

  it('behind others is told of alone', async () => {
    world.sandbox.telegram.faults.add({ kind: 'call', method: 'sendMessage', answer: 'html-502', times: 1 });
    const bad = say('плохое');

    const answers = await perform(world.platform, [{ do: 'delete', message: bad }, send('раз'), send('два')]);

    expect(answers).toMatchObject([{ is: 'done' }, { is: 'later', unknown: true }, { is: 'later' }]);
    expect(answers[2]).not.toHaveProperty('unknown');
  });

  it('was certainly not sent when nobody was reached, and soon nobody waits', async () => {
    const platform = world.again({ apiUrl: 'http://127.0.0.1:1' });

    for (let n = 0; n < 4; n += 1) {
      const [answer] = await perform(platform, [send('раз')]);
      expect(answer).toMatchObject({ is: 'later' });
      expect(answer).not.toHaveProperty('unknown');
    }
    expect((await perform(platform, [send('раз')]))[0]).toMatchObject({ why: 'telegram: nobody answers' });
  });

  it('is not risked while nobody answers: a question looks whether it is over', async () => {
    let passed = 0;
    const { faults, calls } = world.sandbox.telegram;
    const platform = world.again({ now: () => Date.now() + passed });
    for (const method of ['sendMessage', 'getMe']) faults.add({ kind: 'call', method, answer: 'html-502', times: 100 });
    const places = [world.places.parents, world.places.pupils, dialogAt(ANNA)];
    for (const place of places) await expect(perform(platform, [send('раз', place)])).rejects.toThrow(Weather);

    const before = calls.requests.length;
    for (const _ of [1, 2, 3]) {
      passed += 10 * MINUTE;
      for (const __ of [1, 2])
        expect((await perform(platform, [send('два')]))[0]).toMatchObject({ why: 'telegram: nobody answers' });
    }
    expect(calls.requests.slice(before).map(({ method }) => method)).toEqual(['getMe', 'getMe', 'getMe']);
  });
});

describe('deleting', () => {
  it('goes by a hundred messages of a chat in one call', async () => {
    const messages = Array.from({ length: 120 }, (_, n) => say(`слово ${n}`));

    const answers = await perform(
      world.platform,
      messages.map((message) => ({ do: 'delete', message })),
    );

    expect(new Set(answers.map(({ is }) => is))).toEqual(new Set(['done']));
    expect(called()).toEqual(['deleteMessages', 'deleteMessages']);
    expect(world.visible(world.places.parents)).toEqual([]);
  });

  it('tells what is too old from what it may not', async () => {
    const old = say('старое');
    const message = world.sandbox.telegram.world.messagesOf(numberOf(world.places.parents))[0];
    Object.assign(message ?? {}, { at: Date.now() - 3 * DAY });
    const bare = written(world.write(world.people.anna, world.places.bare, 'плохое'));

    expect(await one({ do: 'delete', message: old })).toMatchObject({ is: 'refused', why: 'too-old' });
    expect(await one({ do: 'delete', message: bare })).toMatchObject({ is: 'refused', why: 'no-right' });
  });

  it('of many, one of which cannot be deleted, answers for each', async () => {
    const [fresh, old] = [say('свежее'), say('старое')];
    const kept = world.sandbox.telegram.world.messagesOf(numberOf(world.places.parents))[1];
    Object.assign(kept ?? {}, { at: Date.now() - 3 * DAY });

    const answers = await perform(
      world.platform,
      [fresh, old].map((message) => ({ do: 'delete', message })),
    );

    expect(answers).toMatchObject([{ is: 'done' }, { is: 'refused', why: 'too-old' }]);
  });
});

describe('order in a chat', () => {
  it('is never kept against somebody without a name', async () => {
    const anonymous = side.writeAnonymously(
      world.sandbox.telegram.world,
      TEACHER,
      numberOf(world.places.parents),
      'да',
    );
    const account = `telegram:account:${anonymous.senderChat}` as const;
    const of = { chat: world.places.parents, account };

    const until = Date.now() + HOUR;
    for (const action of [
      { do: 'mute', ...of, until },
      { do: 'unmute', ...of },
      { do: 'remove', ...of },
    ] as const)
      expect(await one(action)).toMatchObject({ is: 'refused', why: 'no-right' });
    expect(await one(send('Вы нарушили', dialogOf(account)))).toMatchObject({ why: 'not-allowed-to-write' });
    expect(called()).toEqual([]);
  });

  it('puts out without a lasting ban, and leaves a ban of somebody else', async () => {
    const { parents } = world.places;
    const link = await world.platform.ask({ ask: 'invite-link', chat: parents, reset: false });

    expect(await one({ do: 'remove', chat: parents, account: world.people.anna })).toEqual({ is: 'done' });
    expect(world.follow(world.people.anna, link)).toBe(true);
    side.kick(world.sandbox.telegram.world, TEACHER, numberOf(parents), ANNA);
    expect(await one({ do: 'remove', chat: parents, account: world.people.anna })).toEqual({ is: 'gone' });
    expect(world.follow(world.people.anna, link)).toBe(false);
  });

  it('silences for a time Telegram takes for a time', async () => {
    const mute = (ms: number): Worded => ({
      do: 'mute',
      chat: world.places.parents,
      account: world.people.anna,
      until: Date.now() + ms,
    });
    const lasts = () => Number(paramsOf('restrictChatMember')?.until_date) * 1_000 - Date.now();

    await one(mute(5_000));
    expect(lasts()).toBeGreaterThan(30_000);
    await one(mute(2 * 366 * DAY));
    expect(lasts()).toBeLessThan(366 * DAY);
    await one(mute(HOUR));
    expect(Math.abs(lasts() - HOUR)).toBeLessThan(MINUTE);
  });

  it('in a group that is no supergroup has no silence, and says so', async () => {
    const of = { chat: BASIC, account: world.people.anna };

    expect(await one({ do: 'mute', ...of, until: Date.now() + HOUR })).toMatchObject({ why: 'feature-off' });
    expect(await one({ do: 'remove', ...of })).toEqual({ is: 'done' });
    expect(world.members(BASIC)).not.toContain(world.people.anna);
  });
});

describe('a group that has become a supergroup', () => {
  const move = () => {
    const { id } = side.makeSupergroup(world.sandbox.telegram.world, TEACHER, numberOf(BASIC));
    return `telegram:chat:${id}` as const;
  };

  it('gets there what was meant for it', async () => {
    const there = move();

    const sent = messageOf(await one(send('Завтра собрание', BASIC)));

    expect(sent.place).toBe(there);
    expect(world.visible(there)).toEqual(['Завтра собрание']);
  });

  it('loses no message by a number that means another one now', async () => {
    const old = written(world.write(world.people.anna, BASIC, 'плохое'));
    const there = move();
    const same: MessageRef = { place: there, id: old.id };
    for (let n = 0; n < 10; n += 1) world.write(world.people.anna, there, `слово ${n}`);

    expect(await one({ do: 'delete', message: old })).toEqual({ is: 'gone' });
    expect(world.visible(same.place)).toHaveLength(10);
  });
});

describe('files', () => {
  const file = { name: 'список; "5А".csv', kind: 'document', base64: 'MQ==' } as const;

  it('of one message go with its words below, and keep a name that can travel', async () => {
    const sent = messageOf(await one({ ...send('Список', dialogAt(ANNA)), files: [file] } as Worded));

    expect(called()).toEqual(['sendDocument']);
    expect(world.enclosed(sent).map(({ name }) => name)).toEqual(['список_ _5А_.csv']);
  });

  it('that do not all arrive leave the message, and are told of', async () => {
    world.sandbox.telegram.faults.add({ kind: 'call', method: 'sendDocument', answer: 'html-502' });

    const answer = await one({ ...send('Списки', dialogAt(ANNA)), files: [file, file] } as Worded);

    expect(answer).toMatchObject({ is: 'degraded', how: 'files not sent: 1 of 2' });
    expect(world.visible(dialogAt(ANNA))).toEqual(['Списки']);
  });

  it('below which words stand are edited like any message', async () => {
    const message = messageOf(await one({ ...send('Список', dialogAt(ANNA)), files: [file] } as Worded));

    expect(await one({ do: 'edit', message, text: 'Новый список' })).toEqual({ is: 'done' });
    expect(await one({ do: 'edit', message, text: 'Новый список' })).toEqual({ is: 'done' });
    expect(world.visible(dialogAt(ANNA))).toEqual(['Новый список']);
  });
});

it('a button that cannot be carried is our mistake, and nothing is sent', async () => {
  const buttons = [[{ label: 'Да', payload: { q: 'q'.repeat(60), o: 'option' } }]];

  expect(await one({ ...send('Идёте?'), buttons } as Worded)).toMatchObject({ is: 'refused', why: 'bad-request' });
  expect(called()).toEqual([]);
});
