import type { RunningSandbox } from '../../src/sandbox/listen.js';
import {
  act,
  api,
  BOT,
  type Clock,
  closeSchool,
  codeOf,
  FOREIGN,
  GROUP,
  IVANOVA,
  look,
  openSchool,
  PARENTS,
  PETROV,
  QUIET,
  STRANGER,
  standing,
  TEACHER,
} from './school.js';

interface Chat {
  readonly chat_settings: { readonly title: string; readonly acl: Readonly<Record<string, boolean>> };
}
interface Members {
  readonly items: readonly {
    readonly member_id: number;
    readonly is_admin?: boolean;
    readonly is_restricted_to_write?: boolean;
  }[];
}
interface Place {
  readonly peer: number;
  readonly mutedUntil: number | null;
  readonly pinned: object | null;
}

const UNKNOWN = 2_000_000_099;

describe('what the community may do', () => {
  let sandbox: RunningSandbox;
  let clock: Clock;
  const call: ReturnType<typeof api> = (method, params) => {
    clock.tick(60);
    return api(sandbox)(method, params);
  };
  const code = async (method: string, params: Readonly<Record<string, string | number>>) =>
    codeOf(await call(method, params));
  const places = async (as: number) => look(sandbox)<Place[]>('places', { as });

  beforeEach(async () => {
    clock = standing();
    sandbox = await openSchool({ now: clock.now });
  });
  afterEach(() => closeSchool(sandbox));

  it.each([
    ['messages.getConversationMembers', { peer_id: 0 }, { quiet: 917, foreign: 917, unknown: 927 }],
    ['messages.getInviteLink', { peer_id: 0 }, { quiet: 919, foreign: 917, unknown: 927 }],
    ['messages.getInviteLink', { peer_id: 0, reset: 1 }, { quiet: 931, foreign: 917, unknown: 927 }],
    ['messages.pin', { peer_id: 0, cmid: 1 }, { quiet: 925, foreign: 917, unknown: 927 }],
    ['messages.unpin', { peer_id: 0 }, { quiet: 925, foreign: 917, unknown: 927 }],
    ['messages.removeChatUser', { chat_id: 0, member_id: PETROV }, { quiet: 925, foreign: 917, unknown: 927 }],
    ['messages.editChat', { chat_id: 0, title: 'Т' }, { quiet: 925, foreign: 917, unknown: 927 }],
    [
      'messages.changeConversationMemberRestrictions',
      { peer_id: 0, member_ids: PETROV, action: 'ro' },
      { quiet: 925, foreign: 917, unknown: 927 },
    ],
  ])('%s needs an administrator of a chat it is in', async (method, params, expected) => {
    const at = (peer: number) =>
      'chat_id' in params ? { ...params, chat_id: peer - 2e9 } : { ...params, peer_id: peer };
    expect({
      quiet: await code(method, at(QUIET)),
      foreign: await code(method, at(FOREIGN)),
      unknown: await code(method, at(UNKNOWN)),
    }).toEqual(expected);
  });

  it('reads its own rights of the chats it keeps; the others are left out', async () => {
    const { response } = await call('messages.getConversationsById', { peer_ids: `${PARENTS},${QUIET},${FOREIGN}` });
    const { items } = response as { items: Chat[] };
    expect(items).toHaveLength(1);
    expect(items[0]?.chat_settings).toMatchObject({
      title: '5А – родители',
      acl: { can_moderate: true, can_see_invite_link: true, can_change_pin: true },
    });
  });

  it('deletes nothing of others without being an administrator', async () => {
    const { cmid } = await act(sandbox)(PETROV, { do: 'send', peer: QUIET, text: '/привет' });
    const { response } = await call('messages.delete', { peer_id: QUIET, cmids: cmid, delete_for_all: 1 });
    expect(response).toMatchObject([{ response: 0, error: { code: 924 } }]);
  });

  it('lists the people and who of them may not write', async () => {
    await call('messages.changeConversationMemberRestrictions', {
      peer_id: PARENTS,
      member_ids: `${PETROV},${TEACHER},${STRANGER}`,
      action: 'ro',
      for: 3600,
    }).then((answer) => expect(answer).toEqual({ response: { failed_member_ids: [TEACHER, STRANGER] } }));
    const { response } = await call('messages.getConversationMembers', { peer_id: PARENTS });
    expect((response as Members).items).toEqual([
      expect.objectContaining({ member_id: TEACHER, is_admin: true, is_owner: true }),
      expect.objectContaining({ member_id: PETROV, is_restricted_to_write: true }),
      expect.not.objectContaining({ is_restricted_to_write: true }),
      expect.objectContaining({ member_id: BOT, is_admin: true }),
    ]);
  });

  it('keeps a person silent until the hour has passed, or until it is lifted', async () => {
    const mute = (more: object) =>
      call('messages.changeConversationMemberRestrictions', { peer_id: PARENTS, member_ids: PETROV, ...more });
    const speak = async () => (await act(sandbox)(PETROV, { do: 'send', peer: PARENTS, text: 'а' })).ok;
    await mute({ action: 'ro', for: 3600 });
    expect((await places(PETROV)).find(({ peer }) => peer === PARENTS)?.mutedUntil).toBe(clock.now() + 3_600_000);
    expect(await speak()).toBe(false);
    clock.tick(3_600_000);
    expect(await speak()).toBe(true);
    await mute({ action: 'ro' });
    clock.tick(365 * 24 * 3_600_000);
    expect(await speak()).toBe(false);
    await mute({ action: 'rw' });
    expect(await speak()).toBe(true);
  });

  it('removes a person, once; never an administrator', async () => {
    expect(await code('messages.removeChatUser', { chat_id: 1, member_id: TEACHER })).toBe(15);
    expect(await code('messages.removeChatUser', { chat_id: 1, member_id: PETROV })).toBeUndefined();
    expect(await code('messages.removeChatUser', { chat_id: 1, member_id: PETROV })).toBe(935);
    expect((await places(PETROV)).map(({ peer }) => peer)).not.toContain(PARENTS);
  });

  it('renews the invite link, and the old one stops working', async () => {
    const link = async (reset: number) =>
      ((await call('messages.getInviteLink', { peer_id: PARENTS, reset })).response as { link: string }).link;
    const old = await link(0);
    const fresh = await link(1);
    expect(fresh).not.toBe(old);
    expect(await act(sandbox)(STRANGER, { do: 'join', link: old })).toMatchObject({ ok: false });
    expect(await act(sandbox)(STRANGER, { do: 'join', link: fresh })).toEqual({ ok: true, peer: PARENTS });
  });

  it('pins and unpins', async () => {
    const { cmid } = await act(sandbox)(PETROV, { do: 'send', peer: PARENTS, text: 'Объявление' });
    const pinned = async () => (await places(PETROV)).find(({ peer }) => peer === PARENTS)?.pinned;
    expect(await call('messages.pin', { peer_id: PARENTS, cmid })).toMatchObject({ response: { text: 'Объявление' } });
    expect(await pinned()).toEqual({ cmid, text: 'Объявление' });
    await call('messages.unpin', { peer_id: PARENTS });
    expect(await pinned()).toBeNull();
  });

  it('makes a chat of its own with those who let it write', async () => {
    const { response } = await call('messages.createChat', { user_ids: `${IVANOVA},${PETROV}`, title: '5А – актив' });
    expect(response).toEqual({ chat_id: 4, peer_ids: [IVANOVA] });
    expect(await code('messages.editChat', { chat_id: 4, title: '5А – совет' })).toBeUndefined();
  });

  it('reads only messages that were meant for it where it has no full access, and none from before it came', async () => {
    for (const text of ['болтовня', '/помощь']) await act(sandbox)(PETROV, { do: 'send', peer: QUIET, text });
    await act(sandbox)(PETROV, { do: 'send', peer: FOREIGN, text: 'до него' });
    await act(sandbox)(TEACHER, { do: 'addBot', peer: FOREIGN, fullAccess: true, admin: true });
    const read = async (peer_id: number) => {
      const params = { peer_id, conversation_message_ids: '1,2' };
      const { response } = await call('messages.getByConversationMessageId', params);
      return (response as { items: { conversation_message_id: number }[] }).items.map(
        (item) => item.conversation_message_id,
      );
    };
    expect(await read(QUIET)).toEqual([2]);
    expect(await read(FOREIGN)).toEqual([2]);
  });

  it('knows whom it may write to', async () => {
    const allowed = async (user_id: number) =>
      (await call('messages.isMessagesFromGroupAllowed', { group_id: GROUP, user_id })).response;
    expect([await allowed(IVANOVA), await allowed(PETROV)]).toEqual([{ is_allowed: 1 }, { is_allowed: 0 }]);
  });

  it('knows people by number and by name, the key’s rights and its managers', async () => {
    expect(await call('users.get', { user_ids: `${PETROV},petrov_d,nobody` })).toMatchObject({
      response: [{ id: PETROV, first_name: 'Денис', last_name: 'Петров' }, { id: PETROV }],
    });
    expect(await call('utils.resolveScreenName', { screen_name: 'petrov_d' })).toMatchObject({
      response: { type: 'user', object_id: PETROV },
    });
    expect(await call('utils.resolveScreenName', { screen_name: 'nobody' })).toEqual({ response: [] });
    expect(await call('groups.getTokenPermissions')).toMatchObject({
      response: { mask: 4 + 4096 + 131_072 + 262_144 },
    });
    expect(await call('groups.getMembers', { group_id: GROUP, filter: 'managers' })).toMatchObject({
      response: { count: 1, items: [{ id: TEACHER }] },
    });
    expect(await call('utils.getServerTime')).toEqual({ response: Math.floor(clock.now() / 1000) });
    expect(await code('messages.setActivity', { peer_id: PARENTS, type: 'typing' })).toBeUndefined();
    expect(await code('messages.markAsRead', { peer_id: PARENTS })).toBeUndefined();
  });

  it.each([
    ['a method nobody knows', 'messages.fly', 3],
    ['adding people', 'messages.addChatUser', 27],
    ['polls', 'polls.create', 27],
    ['calls', 'calls.start', 27],
    ['a foreign community', 'groups.getLongPollServer', 15],
  ])('refuses %s', async (_, method, expected) => {
    const answer = await call(method, { group_id: 1 });
    expect(codeOf(answer)).toBe(expected);
    expect(JSON.stringify(answer)).not.toContain('sandbox-token');
  });

  it('refuses a wrong key, a missing version, and a right the key lacks', async () => {
    expect(codeOf(await api(sandbox, 'wrong')('users.get'))).toBe(5);
    expect(await code('users.get', { v: '' })).toBe(8);
    sandbox.vk.world.state.community.permissions = ['messages'];
    expect(await code('docs.getMessagesUploadServer', { peer_id: PARENTS })).toBe(15);
  });

  it('answers twenty requests in any second, the twenty-first is error 6', async () => {
    clock.tick(2000);
    const ask = () => api(sandbox)('utils.getServerTime').then(codeOf);
    for (let n = 0; n < 20; n += 1) expect(await ask()).toBeUndefined();
    expect(await ask()).toBe(6);
    clock.tick(999);
    expect(await ask()).toBe(6);
    clock.tick(1);
    expect(await ask()).toBeUndefined();
  });

  describe('execute', () => {
    const execute = (code: string) => call('execute', { code });
    const time = 'API.utils.getServerTime({})';

    it('makes 25 calls for one request', async () => {
      const before = sandbox.vk.requests.length;
      const { response } = await execute(`return [${Array.from({ length: 25 }, () => time).join()}];`);
      expect(response).toHaveLength(25);
      expect(sandbox.vk.requests).toHaveLength(before + 1);
      expect(codeOf(await execute(`return [${Array.from({ length: 26 }, () => time).join()}];`))).toBe(13);
    });

    it('lets one call fail without the others', async () => {
      expect(await execute(`return [API.calls.start(),${time}];`)).toMatchObject({
        response: [false, expect.any(Number)],
        execute_errors: [{ method: 'calls.start', error_code: 27 }],
      });
    });

    it.each(['var a = 1; return a;', 'return [API.users.get({"user_ids":1)];', 'return API.users.get({});', ''])(
      'does not understand «%s»',
      async (code) => expect(codeOf(await execute(code))).toBe(12),
    );
  });
});
