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
  openSchool,
  PARENTS,
  PETROV,
  poller,
  QUIET,
  STRANGER,
  standing,
  TEACHER,
} from './school.js';

interface Message {
  readonly text: string;
  readonly id: number;
  readonly conversation_message_id: number;
  readonly version: number;
  readonly action?: { readonly type: string };
}

const messageOf = ({ object }: { readonly object: Record<string, unknown> }) => (object.message ?? object) as Message;

describe('the long poll', () => {
  let sandbox: RunningSandbox;
  let clock: Clock;
  let lp: Awaited<ReturnType<typeof poller>>;
  const says = (text: string, peer = PARENTS, as = PETROV) => act(sandbox)(as, { do: 'send', peer, text });
  const texts = async (ts = lp.ts) => (await lp.ask(ts)).updates.map((update) => messageOf(update).text);
  const types = async (ts = lp.ts) => (await lp.ask(ts)).updates.map(({ type }) => type);
  const open = async (history?: number) => {
    clock = standing();
    sandbox = await openSchool({ now: clock.now, ...(history !== undefined && { history }) });
    lp = await poller(sandbox);
  };

  beforeEach(() => open());
  afterEach(() => closeSchool(sandbox));

  it('holds until something happens', async () => {
    const held = lp.ask(lp.ts, 25);
    await says('раз');
    expect((await held).updates).toHaveLength(1);
  });

  it('answers nothing new when the time is up', async () => {
    expect(await lp.ask(lp.ts, 0)).toEqual({ ts: lp.ts, updates: [] });
  });

  it('gives the same history again to whoever asks from the same place', async () => {
    await says('раз');
    await says('два');
    const first = await lp.ask(lp.ts);
    expect(first.updates.map((update) => messageOf(update).text)).toEqual(['раз', 'два']);
    expect(await lp.ask(lp.ts)).toEqual(first);
    expect((await lp.ask(first.ts)).updates).toEqual([]);
  });

  it('tells a message as VK does: id 0 in a chat, markup escaped, a version that grows by edits', async () => {
    const { cmid } = await says('<b>&"');
    await act(sandbox)(PETROV, { do: 'edit', peer: PARENTS, cmid, text: 'правка' });
    await says('в диалог', BOT);
    const [posted, edited, dialog] = (await lp.ask(lp.ts)).updates;
    expect(posted && messageOf(posted)).toMatchObject({
      id: 0,
      text: '&lt;b&gt;&amp;&quot;',
      conversation_message_id: 1,
    });
    expect(edited).toMatchObject({ type: 'message_edit', object: { text: 'правка', conversation_message_id: 1 } });
    expect(messageOf(edited!).version).toBeGreaterThan(messageOf(posted!).version);
    expect(dialog && messageOf(dialog)).toMatchObject({ id: 1, peer_id: PETROV, from_id: PETROV });
  });

  it('tells quotes whole, forwards within forwards', async () => {
    const { cmid } = await says('глубоко');
    const middle = await act(sandbox)(PETROV, {
      do: 'send',
      peer: PARENTS,
      forward: [{ peer: PARENTS, cmids: [cmid] }],
    });
    await act(sandbox)(IVANOVA, {
      do: 'send',
      peer: PARENTS,
      text: 'сверху',
      reply: cmid,
      forward: [{ peer: PARENTS, cmids: [middle.cmid] }],
    });
    const { updates } = await lp.ask(lp.ts);
    expect(messageOf(updates[2]!)).toMatchObject({
      reply_message: { from_id: PETROV, text: 'глубоко', conversation_message_id: 1 },
      fwd_messages: [{ from_id: PETROV, text: '', fwd_messages: [{ text: 'глубоко' }] }],
    });
  });

  it('tells who comes and goes', async () => {
    const { inviteLink } = { inviteLink: sandbox.vk.world.chat(PARENTS)?.link };
    await act(sandbox)(STRANGER, { do: 'join', link: inviteLink });
    await act(sandbox)(STRANGER, { do: 'leave', peer: PARENTS });
    await act(sandbox)(TEACHER, { do: 'kick', peer: PARENTS, id: PETROV });
    await act(sandbox)(TEACHER, { do: 'addBot', peer: FOREIGN, fullAccess: true, admin: true });
    const { updates } = await lp.ask(lp.ts);
    expect(updates.map((update) => messageOf(update))).toMatchObject([
      { from_id: STRANGER, action: { type: 'chat_invite_user_by_link' } },
      { from_id: STRANGER, action: { type: 'chat_kick_user', member_id: STRANGER } },
      { from_id: TEACHER, action: { type: 'chat_kick_user', member_id: PETROV } },
      { from_id: TEACHER, peer_id: FOREIGN, action: { type: 'chat_invite_user', member_id: BOT } },
    ]);
  });

  it('tells a press to whom it belongs, and lets it be answered once, within a minute', async () => {
    const keyboard = JSON.stringify({
      inline: true,
      buttons: [[{ action: { type: 'callback', label: 'Да', payload: '{"a":1}' } }]],
    });
    await api(sandbox)('messages.send', { peer_ids: PARENTS, random_id: 1, message: 'Придёте?', keyboard });
    await act(sandbox)(PETROV, { do: 'press', peer: PARENTS, cmid: 1, row: 0, column: 0 });
    const [event] = (await lp.ask(lp.ts)).updates;
    expect(event).toMatchObject({
      type: 'message_event',
      object: { user_id: PETROV, peer_id: PARENTS, payload: { a: 1 } },
    });
    const answer = (user_id: number) =>
      api(sandbox)('messages.sendMessageEventAnswer', {
        event_id: String(event?.object.event_id),
        user_id,
        peer_id: PARENTS,
        event_data: JSON.stringify({ type: 'show_snackbar', text: 'Записано' }),
      }).then(codeOf);
    expect(await answer(IVANOVA)).toBe(100);
    expect(await answer(PETROV)).toBeUndefined();
    expect(await answer(PETROV)).toBe(100);
    clock.tick(61_000);
    expect(await answer(PETROV)).toBe(100);
  });

  it('tells who allows dialogs and who forbids them', async () => {
    await act(sandbox)(PETROV, { do: 'allow' });
    await act(sandbox)(PETROV, { do: 'deny' });
    expect(await types()).toEqual(['message_allow', 'message_deny']);
  });

  it('never tells of deletions, nor of roles', async () => {
    const { cmid } = await says('раз');
    await act(sandbox)(PETROV, { do: 'delete', peer: PARENTS, cmid });
    await act(sandbox)(TEACHER, { do: 'promote', peer: PARENTS, id: PETROV, admin: true });
    expect(await types()).toEqual(['message_new']);
  });

  it('without full access tells only mentions, slashes and replies to the community', async () => {
    await api(sandbox)('messages.send', { peer_ids: QUIET, random_id: 1, message: 'Я здесь' });
    await says('болтовня', QUIET);
    await says('/помощь', QUIET);
    await says(`[club${GROUP}|Дежурный], вы тут?`, QUIET);
    await says('@dezhurny_demo тоже', QUIET);
    await act(sandbox)(PETROV, { do: 'send', peer: QUIET, text: 'ответ', reply: 1 });
    await says('чужой чат', FOREIGN);
    expect(await texts()).toEqual(['/помощь', `[club${GROUP}|Дежурный], вы тут?`, '@dezhurny_demo тоже', 'ответ']);
  });

  it('delivers only the types that are ticked', async () => {
    await api(sandbox)('groups.setLongPollSettings', { group_id: GROUP, message_new: 0, message_reply: 1 });
    await says('раз');
    await api(sandbox)('messages.send', { peer_ids: PARENTS, random_id: 1, message: 'два' });
    expect(await types()).toEqual(['message_reply']);
    const { response } = await api(sandbox)('groups.getLongPollSettings', { group_id: GROUP });
    expect(response).toMatchObject({
      is_enabled: true,
      events: { message_new: 0, message_reply: 1, message_event: 1 },
    });
  });

  it('switched off in the settings, hands out no address', async () => {
    await api(sandbox)('groups.setLongPollSettings', { group_id: GROUP, enabled: 0 });
    expect(codeOf(await api(sandbox)('groups.getLongPollServer', { group_id: GROUP }))).toBe(100);
  });

  describe('when it fails', () => {
    it('1: history is kept so long and no longer; what is left can be had from the number it tells', async () => {
      await closeSchool(sandbox);
      await open(3);
      for (const text of ['1', '2', '3', '4', '5']) await says(text);
      const failed = await lp.ask(lp.ts);
      expect(failed).toEqual({ failed: 1, ts: 3 });
      expect(await texts('3')).toEqual(['3', '4', '5']);
    });

    it('1: a number from the future is answered with the present one', async () => {
      expect(await lp.ask('999')).toEqual({ failed: 1, ts: Number(lp.ts) });
    });

    it('2: with a new key the old number goes on', async () => {
      await says('раз');
      sandbox.vk.faults.add({ kind: 'poll', failed: 2 });
      expect(await lp.ask(lp.ts)).toEqual({ failed: 2 });
      await says('два');
      const fresh = await poller(sandbox);
      const { updates } = await fresh.ask(lp.ts);
      expect(updates.map((update) => messageOf(update).text)).toEqual(['раз', 'два']);
      expect(await lp.ask(lp.ts)).toEqual({ failed: 2 });
    });

    it('3: what had not been fetched is lost, and the old number with it', async () => {
      await says('раз');
      sandbox.vk.faults.add({ kind: 'poll', failed: 3 });
      expect(await lp.ask(lp.ts)).toEqual({ failed: 3 });
      const fresh = await poller(sandbox);
      await says('два');
      const { updates } = await fresh.ask(fresh.ts);
      expect(updates.map((update) => messageOf(update).text)).toEqual(['два']);
      expect((await fresh.ask(lp.ts)).failed).toBe(1);
    });

    it('a poll that is being held hears of it at once', async () => {
      const held = lp.ask(lp.ts, 25);
      await sandbox.vk.poll.held();
      sandbox.vk.faults.add({ kind: 'poll', failed: 1, times: 'every' });
      expect((await held).updates).toEqual([]);
      expect((await lp.ask(lp.ts, 25)).failed).toBe(1);
      expect((await lp.ask(lp.ts, 25)).failed).toBe(1);
      sandbox.vk.faults.clear();
      expect((await lp.ask(lp.ts)).failed).toBeUndefined();
    });
  });
});
