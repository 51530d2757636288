import { HOUR, MINUTE, SECOND } from '../../src/domain/time.js';
import { Denied } from '../../src/sandbox/denied.js';
import { createSandboxTelegram } from '../../src/sandbox/telegram/index.js';
import { readMultipart } from '../../src/sandbox/telegram/multipart.js';
import * as side from '../../src/sandbox/telegram/people.js';
import type { Definition } from '../../src/sandbox/telegram/state.js';

const TOKEN = '1:token-of-nobody';
const [TEACHER, ANNA, BORIS] = [101, 201, 202];
const CHAT = -1_001_000_000_001;
const definition: Definition = {
  bot: { id: 1, token: TOKEN, username: 'dezhurny_bot', title: 'Дежурный' },
  people: [
    { id: TEACHER, name: 'Ключева Мария', about: 'учитель', started: true },
    { id: ANNA, name: 'Соснова Анна', about: 'родитель' },
    { id: BORIS, name: 'Берёзов Борис', about: 'родитель' },
  ],
  chats: [{ title: '5А', owner: TEACHER, members: [], bot: { admin: true } }],
};

const open = () => {
  let now = Date.UTC(2026, 8, 1, 9);
  const sandbox = createSandboxTelegram({ definition, now: () => now, seed: 'test' });
  const call = async (method: string, params: object = {}, token = TOKEN) => {
    const given = { params: { ...params }, files: new Map(), gone: new AbortController().signal };
    const answer = await sandbox.calls.serve(token, method, given);
    if (typeof answer === 'string') throw new Error(answer);
    return answer;
  };
  const pass = (ms: number): void => {
    now += ms;
  };
  return { sandbox, world: sandbox.world, call, pass, now: () => now };
};

const comes = (act: () => unknown): boolean => {
  try {
    act();
    return true;
  } catch (error) {
    if (error instanceof Denied) return false;
    throw error;
  }
};

describe('the sandbox’s Telegram', () => {
  it('knows its bot by the token, and its methods by name', async () => {
    const { call } = open();

    expect(await call('getMe', {}, '1:another')).toMatchObject({ error_code: 401, description: 'Unauthorized' });
    expect(await call('getMembers')).toMatchObject({ error_code: 404 });
    expect(await call('GETME')).toMatchObject({ ok: true, result: { is_bot: true } });
    expect(await call('deleteMessage', { chat_id: CHAT })).toMatchObject({ error_code: 400 });
  });

  it('lets nobody in by a link that is over, full or revoked', async () => {
    const { world, call, pass, now } = open();
    const link = async (more: object) => {
      const { result } = (await call('createChatInviteLink', { chat_id: CHAT, ...more })) as { result: object };
      return (result as { readonly invite_link: string }).invite_link;
    };
    const timed = await link({ expire_date: (now() + HOUR) / SECOND });
    const single = await link({ member_limit: 1 });
    const revoked = await link({});
    await call('revokeChatInviteLink', { chat_id: CHAT, invite_link: revoked });

    expect(comes(() => side.follow(world, ANNA, revoked))).toBe(false);
    expect(comes(() => side.follow(world, ANNA, single))).toBe(true);
    expect(comes(() => side.follow(world, BORIS, single))).toBe(false);
    pass(HOUR);
    expect(comes(() => side.follow(world, BORIS, timed))).toBe(false);
    expect(
      await call('createChatInviteLink', { chat_id: CHAT, member_limit: 1, creates_join_request: true }),
    ).toMatchObject({
      error_code: 400,
    });
  });

  it('closes a whole chat to all but its administrators, and opens it again', async () => {
    const { world, call } = open();
    side.join(world, ANNA, CHAT);
    const writes = (who: number) => comes(() => side.write(world, who, CHAT, { text: 'Здравствуйте' }));

    expect(await call('setChatPermissions', { chat_id: CHAT, permissions: { can_send_messages: false } })).toEqual({
      ok: true,
      result: true,
    });
    expect([writes(ANNA), writes(TEACHER)]).toEqual([false, true]);
    await call('setChatPermissions', { chat_id: CHAT, permissions: { can_send_messages: true } });
    expect(writes(ANNA)).toBe(true);
  });

  it('says how long to wait when a bot talks too much', async () => {
    const { call, pass } = open();
    const say = () => call('sendMessage', { chat_id: CHAT, text: 'да' });
    for (let n = 0; n < 5; n += 1) expect(await say()).toMatchObject({ ok: true });

    expect(await say()).toMatchObject({ error_code: 429, parameters: { retry_after: 5 } });
    for (let said = 5; said < 20; ) {
      pass(2 * SECOND);
      if ((await say()).ok) said += 1;
    }
    pass(2 * SECOND);
    const refusal = (await say()) as { readonly parameters?: { readonly retry_after?: number } };
    expect(refusal.parameters?.retry_after).toBeGreaterThan(10);
    pass(MINUTE);
    expect(await say()).toMatchObject({ ok: true });
  });

  it('forgets updates that were acknowledged, and only those', async () => {
    const { sandbox, world, call } = open();
    for (const text of ['раз', 'два']) side.write(world, TEACHER, CHAT, { text });
    const first = (await call('getUpdates')) as { readonly result: readonly { readonly update_id: number }[] };
    const again = await call('getUpdates');
    const rest = await call('getUpdates', { offset: (first.result[0]?.update_id ?? 0) + 1 });

    expect(first.result).toHaveLength(2);
    expect(again).toEqual(first);
    expect(rest).toEqual({ ok: true, result: first.result.slice(1) });
    expect(sandbox.updates.pending).toBe(1);
  });

  it('writes to nobody who has not pressed «Start», or has left the bot', async () => {
    const { world, call } = open();
    const to = (chat_id: number) => call('sendMessage', { chat_id, text: 'да' });

    expect(await to(ANNA)).toMatchObject({ error_code: 403, description: expect.stringContaining("can't initiate") });
    expect(await to(TEACHER)).toMatchObject({ ok: true });
    side.block(world, TEACHER);
    expect(await to(TEACHER)).toMatchObject({ error_code: 403, description: expect.stringContaining('blocked') });
    expect(await to(999)).toMatchObject({ error_code: 400, description: 'Bad Request: chat not found' });
  });

  it('reads forms with names of files that stand without quotes', () => {
    const body = [
      '--b\r\ncontent-disposition:form-data;name="chat_id"\r\n\r\n7',
      '\r\n--b\r\ncontent-disposition:form-data;name="f";filename=коды 5А.csv\r\ncontent-type:text/plain\r\n\r\nа\r\nб',
      '\r\n--b--\r\n',
    ].join('');

    expect(readMultipart(Buffer.from(body), 'multipart/form-data; boundary=b')).toEqual([
      { name: 'chat_id', body: Buffer.from('7') },
      { name: 'f', file: 'коды 5А.csv', body: Buffer.from('а\r\nб') },
    ]);
  });
});
