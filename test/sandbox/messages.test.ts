import type { RunningSandbox } from '../../src/sandbox/listen.js';
import {
  act,
  api,
  BOT,
  type Clock,
  closeSchool,
  codeOf,
  FOREIGN,
  IVANOVA,
  look,
  openSchool,
  PARENTS,
  PETROV,
  STRANGER,
  standing,
  TEACHER,
} from './school.js';

interface Item {
  readonly peer_id: number;
  readonly conversation_message_id: number;
  readonly message_id: number;
  readonly error?: { readonly code: number };
}

const HOUR = 3_600_000;
const button = (label: string, payload = '{}') => ({ action: { type: 'callback', label, payload } });
const keyboard = (rows: readonly (readonly object[])[], inline = true) => JSON.stringify({ inline, buttons: rows });

describe('messages of the community', () => {
  let sandbox: RunningSandbox;
  let clock: Clock;
  const call: ReturnType<typeof api> = (method, params) => api(sandbox)(method, params);
  const send = async (params: Readonly<Record<string, string | number>>) => {
    clock.tick(60);
    return call('messages.send', { peer_ids: PARENTS, random_id: 0, message: 'Текст', ...params });
  };
  const items = async (params: Readonly<Record<string, string | number>>) => (await send(params)).response as Item[];
  const says = (as: number, text: string, more: object = {}) =>
    act(sandbox)(as, { do: 'send', peer: PARENTS, text, ...more });

  beforeEach(async () => {
    clock = standing();
    sandbox = await openSchool({ now: clock.now });
  });
  afterEach(() => closeSchool(sandbox));

  describe('sending', () => {
    it('answers an item a peer, with the number of the message, and id 0 in a chat', async () => {
      expect(await items({ peer_ids: `${PARENTS},${IVANOVA}` })).toEqual([
        { peer_id: PARENTS, message_id: 0, conversation_message_id: 1 },
        { peer_id: IVANOVA, message_id: 1, conversation_message_id: 1 },
      ]);
    });

    it('puts every peer’s refusal into its item', async () => {
      const answers = await items({ peer_ids: `${PETROV},${FOREIGN},2000000099,999,${PARENTS}` });
      expect(answers.map(({ error }) => error?.code)).toEqual([901, 917, 927, 936, undefined]);
    });

    it('to a single peer answers a bare number: 0 in a chat', async () => {
      clock.tick(1000);
      expect(await call('messages.send', { chat_id: 1, random_id: 5, message: 'а' })).toEqual({ response: 0 });
      expect(await call('messages.send', { user_id: IVANOVA, random_id: 5, message: 'а' })).toEqual({ response: 1 });
      expect(codeOf(await call('messages.send', { peer_id: PETROV, random_id: 5, message: 'а' }))).toBe(901);
    });

    it.each([
      ['101 peers', { peer_ids: Array.from({ length: 101 }, () => PARENTS).join() }, 100],
      ['4097 characters', { message: 'я'.repeat(4097) }, 914],
      ['no text', { message: '' }, 100],
      ['a random_id beyond 32 bits', { random_id: 2_147_483_648 }, 100],
      ['no random_id', { random_id: '' }, 100],
      ['a flag `true`', { disable_mentions: 'true' }, 100],
      ['reply_to in a chat', { reply_to: 1 }, 100],
      ['a file nobody uploaded', { attachment: 'doc-123456_1' }, 100],
    ])('refuses %s', async (_, params, code) => {
      expect(codeOf(await send(params))).toBe(code);
    });

    it('takes 4096 characters', async () => {
      expect(await items({ message: 'я'.repeat(4096) })).toMatchObject([{ conversation_message_id: 1 }]);
    });

    it.each([
      ['11 inline buttons', keyboard([1, 2, 3].map(() => Array.from({ length: 4 }, () => button('а'))))],
      ['6 buttons in a row', keyboard([Array.from({ length: 6 }, () => button('а'))])],
      ['7 rows', keyboard(Array.from({ length: 7 }, () => [button('а')]))],
      ['a label of 41 characters', keyboard([[button('я'.repeat(41))]])],
      ['a payload of 256 bytes', keyboard([[button('а', JSON.stringify('x'.repeat(254)))]])],
      ['a payload that is not JSON', keyboard([[button('а', 'x')]])],
    ])('refuses a keyboard of %s', async (_, given) => {
      expect(codeOf(await send({ keyboard: given }))).toBe(911);
    });

    it('refuses keyboards while «Возможности ботов» is off', async () => {
      await call('groups.setSettings', { group_id: -BOT, bots_capabilities: 0 });
      expect(codeOf(await send({ keyboard: keyboard([[button('Да')]]) }))).toBe(912);
    });
  });

  describe('a random_id', () => {
    const count = async () =>
      (await look(sandbox)<{ items: object[] }>('messages', { as: TEACHER, peer: PARENTS, limit: 200 })).items.length;

    it('makes a repetition harmless: the same number, nothing new', async () => {
      const first = await items({ random_id: 77 });
      expect(await items({ random_id: 77, message: 'другой текст' })).toEqual(first);
      expect(await count()).toBe(1);
    });

    it('counts for one dialog only', async () => {
      await items({ random_id: 77, peer_ids: PARENTS });
      expect(await items({ random_id: 77, peer_ids: IVANOVA })).toMatchObject([{ conversation_message_id: 1 }]);
    });

    it('of 0 is no protection', async () => {
      await items({});
      await items({});
      expect(await count()).toBe(2);
    });

    it('is forgotten after an hour', async () => {
      await items({ random_id: 77 });
      clock.tick(HOUR);
      expect(await items({ random_id: 77 })).toMatchObject([{ conversation_message_id: 2 }]);
    });

    it('is forgotten after a hundred messages', async () => {
      await items({ random_id: 77 });
      for (let n = 0; n < 99; n += 1) await says(PETROV, `${n}`);
      expect(await items({ random_id: 77 })).toMatchObject([{ conversation_message_id: 1 }]);
      await says(PETROV, 'сотое');
      expect(await items({ random_id: 77 })).toMatchObject([{ conversation_message_id: 102 }]);
    });
  });

  describe('quoting', () => {
    const reply = (peer: number, ...cmids: number[]) =>
      JSON.stringify({ peer_id: peer, conversation_message_ids: cmids, is_reply: true });

    it('answers one message of the same chat', async () => {
      const { cmid } = await says(PETROV, 'Во сколько собрание?');
      await items({ forward: reply(PARENTS, cmid) });
      const { items: seen } = await look(sandbox)<{ items: object[] }>('messages', { as: PETROV, peer: PARENTS });
      expect(seen[1]).toMatchObject({
        reply: { cmid, fromName: 'Петров Денис Олегович', text: 'Во сколько собрание?' },
      });
    });

    it('cannot answer two messages, nor one of another place, nor one that is gone', async () => {
      const { cmid } = await says(PETROV, 'раз');
      const refused = async (forward: string) => (await items({ forward }))[0]?.error?.code;
      expect(await refused(reply(PARENTS, cmid, cmid))).toBe(100);
      expect(await refused(reply(IVANOVA, cmid))).toBe(100);
      await act(sandbox)(PETROV, { do: 'delete', peer: PARENTS, cmid });
      expect(await refused(reply(PARENTS, cmid))).toBe(921);
    });
  });

  describe('editing', () => {
    const edit = async (cmid: number) =>
      codeOf(await call('messages.edit', { peer_id: PARENTS, cmid, message: 'Новый текст' }));

    it('changes own messages for a day, and the version grows', async () => {
      await items({});
      const version = () => sandbox.vk.world.message(PARENTS, 1)?.version ?? 0;
      const before = version();
      expect(await edit(1)).toBeUndefined();
      expect(version()).toBeGreaterThan(before);
      clock.tick(24 * HOUR + 1);
      expect(await edit(1)).toBe(909);
    });

    it('never touches what others wrote', async () => {
      const { cmid } = await says(PETROV, 'моё');
      expect(await edit(cmid)).toBe(15);
    });
  });

  describe('deleting', () => {
    const remove = async (cmids: string, peer = PARENTS) =>
      (await call('messages.delete', { peer_id: peer, cmids, delete_for_all: 1 })).response as {
        response: number;
        error?: { code: number };
      }[];

    it('answers an item a message: what people wrote goes, what administrators wrote stays, what is gone is gone', async () => {
      await says(PETROV, 'раз');
      await says(TEACHER, 'два');
      const answers = await remove('1,2,99');
      expect(answers.map(({ response, error }) => [response, error?.code])).toEqual([
        [1, undefined],
        [0, 924],
        [0, 15],
      ]);
      expect((await remove('1')).map(({ error }) => error?.code)).toEqual([15]);
    });

    it('leaves the number taken and tells the people, but not the community', async () => {
      await says(PETROV, 'раз');
      const head = sandbox.vk.events.head;
      await remove('1');
      expect(sandbox.vk.events.head).toBe(head);
      expect((await says(PETROV, 'два')).cmid).toBe(2);
    });

    it('takes a hundred numbers and no more', async () => {
      const numbers = (many: number) => Array.from({ length: many }, (_, index) => index + 1).join();
      expect(await remove(numbers(100))).toHaveLength(100);
      expect(codeOf(await call('messages.delete', { peer_id: PARENTS, cmids: numbers(101) }))).toBe(100);
    });
  });

  it('a stranger’s dialog opens when he writes first', async () => {
    expect((await items({ peer_ids: STRANGER }))[0]?.error?.code).toBe(901);
    await act(sandbox)(STRANGER, { do: 'send', peer: BOT, text: 'Здравствуйте' });
    expect(await items({ peer_ids: STRANGER })).toMatchObject([{ message_id: 2, conversation_message_id: 2 }]);
  });
});
