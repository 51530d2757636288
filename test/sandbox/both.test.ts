import Fastify from 'fastify';
import type { MemberView, MessageView, PlaceView } from '../../src/sandbox/play/shapes.js';
import { registerPlay } from '../../src/sandbox/play.js';
import { createSandboxTelegram } from '../../src/sandbox/telegram/index.js';
import { createSandboxVk } from '../../src/sandbox/vk/index.js';
import { BOT, PARENTS, PETROV, STRANGER, school, standing, TEACHER } from './school.js';

/** The same people in Telegram, with an old chat that the bot looks after. */
const HELPER = 7_000_000_001;
const OLD = -1_001_000_000_001;
const TOKEN = `${HELPER}:token-of-nobody`;
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

type Answer = Readonly<Record<string, unknown>> & { readonly ok: boolean; readonly cmid: number };

const open = async () => {
  const { now } = standing();
  const app = Fastify({ forceCloseConnections: true });
  const vk = createSandboxVk({ definition: school, seed: 'test', now });
  const telegram = createSandboxTelegram({
    definition: {
      bot: { id: HELPER, token: TOKEN, username: 'dezhurny_bot', title: 'Дежурный' },
      people: school.people,
      chats: [{ title: '5А родители', owner: TEACHER, members: [PETROV], bot: { admin: true } }],
    },
    seed: 'test',
    now,
  });
  await vk.register(app, { prefix: '/vk' });
  await telegram.register(app, { prefix: '/telegram' });
  await registerPlay(app, { vk, telegram }, { knows: async (account) => account === `telegram:account:${TEACHER}` });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  const post = async (path: string, body: object): Promise<Answer> => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${url}/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    return (await answer.json()) as Answer;
  };
  const look = async <T>(path: string, query: Readonly<Record<string, number>>): Promise<T> => {
    const words = new URLSearchParams(
      Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]),
    );
    return (await (await fetch(`${url}/play/${path}?${words}`)).json()) as T;
  };
  return {
    act: (as: number, what: object) => post('play/do', { as, ...what }),
    call: (method: string, params: object) => post(`telegram/bot${TOKEN}/${method}`, params),
    order: (body: object) => post('play/faults', body),
    faults: async (messenger: string) =>
      (await (await fetch(`${url}/play/faults?messenger=${messenger}`)).json()) as {
        readonly faults: readonly object[];
      },
    places: (as: number) => look<readonly PlaceView[]>('places', { as }),
    members: (as: number, peer: number) => look<readonly MemberView[]>('members', { as, peer }),
    messages: async (as: number, peer: number) =>
      (await look<{ readonly items: readonly MessageView[] }>('messages', { as, peer })).items,
    telegram,
    look,
    close: () => app.close(),
  };
};

describe('one person in two messengers', () => {
  let sandbox: Awaited<ReturnType<typeof open>>;
  beforeEach(async () => {
    sandbox = await open();
  });
  afterEach(() => sandbox.close());
  const place = async (as: number, peer: number) => (await sandbox.places(as)).find((one) => one.peer === peer);
  const says = async (as: number, text: string, peer = OLD) => (await sandbox.act(as, { do: 'send', peer, text })).cmid;
  const texts = async (as: number, peer = OLD) => (await sandbox.messages(as, peer)).map(({ text }) => text);

  it('has the places of both, each marked, and sees where the bot knows the account', async () => {
    const seen = await sandbox.places(TEACHER);
    expect(seen.map(({ messenger, kind, title }) => [messenger, kind, title])).toEqual(
      expect.arrayContaining([
        ['vk', 'chat', '5А – родители'],
        ['telegram', 'chat', '5А родители'],
        ['vk', 'dialog', 'Дежурный'],
        ['telegram', 'dialog', 'Дежурный'],
      ]),
    );
    expect([await place(TEACHER, BOT), await place(TEACHER, HELPER)]).toMatchObject([
      { linked: false },
      { linked: true },
    ]);
    expect(await sandbox.look('school', {})).toEqual({ school: 'demo', messengers: ['vk', 'telegram'] });
  });

  it('writes, answers, changes and takes back in Telegram; VK hears nothing of it', async () => {
    const first = await says(PETROV, 'Во сколько собрание?');
    await sandbox.act(TEACHER, { do: 'send', peer: OLD, text: 'В семь', reply: first });
    await sandbox.act(PETROV, { do: 'edit', peer: OLD, cmid: first, text: 'Когда собрание?' });
    expect(await sandbox.messages(TEACHER, OLD)).toMatchObject([
      { text: 'Когда собрание?', edited: true, fromName: 'Петров Денис Олегович' },
      { text: 'В семь', reply: { cmid: first, text: 'Когда собрание?' } },
    ]);
    expect(await sandbox.act(PETROV, { do: 'delete', peer: OLD, cmid: first + 1 })).toMatchObject({ ok: false });
    await sandbox.act(TEACHER, { do: 'delete', peer: OLD, cmid: first });
    expect((await sandbox.messages(PETROV, OLD))[0]).toMatchObject({ deleted: true, text: '' });
    expect(await texts(PETROV, PARENTS)).toEqual([]);
  });

  it('sends several files as an album, and forwards with the author’s name', async () => {
    const files = [1, 2].map((number) => ({ name: `фото ${number}.png`, base64: PNG }));
    const sent = await sandbox.act(PETROV, { do: 'send', peer: OLD, text: 'Экскурсия', files });
    const [one, two] = await sandbox.messages(PETROV, OLD);
    expect([one, two]).toMatchObject([
      { text: 'Экскурсия', service: null, attachments: [{ kind: 'photo', name: 'фото 1.png' }] },
      { text: '', attachments: [{ kind: 'photo', name: 'фото 2.png' }] },
    ]);
    const [first, second] = sandbox.telegram.world.messagesOf(OLD).map(({ raw }) => raw?.media_group_id);
    expect(first).toEqual(expect.any(String));
    expect(second).toBe(first);

    const forward = [{ peer: OLD, cmids: [sent.cmid] }];
    await sandbox.act(TEACHER, { do: 'send', peer: HELPER, text: '', forward });
    expect(await sandbox.messages(TEACHER, HELPER)).toMatchObject([
      { text: '', forwarded: [{ fromName: 'Петров Денис Олегович', text: 'Экскурсия', attachments: [{}] }] },
    ]);
  });

  it('presses the button in this row and column', async () => {
    const pressed: string[] = [];
    sandbox.telegram.world.listen((change) => void (change.what === 'pressed' && pressed.push(change.data)));
    await sandbox.call('sendMessage', {
      chat_id: OLD,
      text: 'Придёте?',
      reply_markup: {
        inline_keyboard: [[{ text: 'Да', callback_data: 'yes' }], [{ text: 'Нет', callback_data: 'no' }]],
      },
    });
    const [asked] = await sandbox.messages(PETROV, OLD);
    expect(asked?.keyboard?.buttons).toMatchObject([[{ label: 'Да' }], [{ label: 'Нет' }]]);
    const at = { do: 'press', peer: OLD, cmid: asked?.cmid };
    await sandbox.act(PETROV, { ...at, row: 1, column: 0 });
    expect(await sandbox.act(PETROV, { ...at, row: 2, column: 0 })).toMatchObject({
      ok: false,
      code: 'no-such-button',
    });
    expect(await sandbox.act(STRANGER, { ...at, row: 0, column: 0 })).toMatchObject({
      ok: false,
      code: 'not-a-member',
    });
    expect(pressed).toEqual(['no']);
  });

  it('comes by the link of the chat until it is revoked, and to the bot by a link with a word', async () => {
    const link = (await place(TEACHER, OLD))?.inviteLink ?? '';
    expect((await place(PETROV, OLD))?.inviteLink).toBeNull();
    expect(await sandbox.act(STRANGER, { do: 'follow', link })).toMatchObject({ ok: true, peer: OLD });
    expect((await sandbox.members(STRANGER, OLD)).map(({ id }) => id)).toEqual([TEACHER, PETROV, HELPER, STRANGER]);
    expect((await sandbox.messages(STRANGER, OLD)).at(-1)?.service).toBe('Потерянный Иван теперь в чате (по ссылке)');
    await sandbox.act(STRANGER, { do: 'leave', peer: OLD });
    await sandbox.act(TEACHER, { do: 'renewLink', peer: OLD });
    expect(await sandbox.act(STRANGER, { do: 'follow', link })).toMatchObject({ ok: false, code: 'no-such-link' });

    const told = await sandbox.act(PETROV, { do: 'follow', link: 't.me/dezhurny_bot?start=abc' });
    expect(told).toMatchObject({ ok: true, peer: HELPER });
    await sandbox.act(PETROV, { do: 'start', peer: HELPER });
    expect(await texts(PETROV, HELPER)).toEqual(['/start abc']);
    expect(await sandbox.act(PETROV, { do: 'follow', link: 'https://example.com/x' })).toMatchObject({
      ok: false,
      code: 'no-such-link',
    });
  });

  it('sees what is pinned, and that a chat is closed to all but its administrators', async () => {
    const cmid = await says(TEACHER, 'Мы переехали');
    await sandbox.act(TEACHER, { do: 'pin', peer: OLD, cmid });
    expect((await place(PETROV, OLD))?.pinned).toEqual({ cmid, text: 'Мы переехали' });
    await sandbox.call('setChatPermissions', { chat_id: OLD, permissions: { can_send_messages: false } });
    expect([await place(PETROV, OLD), await place(TEACHER, OLD)]).toMatchObject([
      { readOnly: true, mayWrite: false },
      { readOnly: true, mayWrite: true },
    ]);
    expect(await sandbox.act(PETROV, { do: 'send', peer: OLD, text: 'а?' })).toMatchObject({ code: 'read-only' });
    await sandbox.act(TEACHER, { do: 'unpin', peer: OLD });
    expect((await place(PETROV, OLD))?.pinned).toBeNull();
  });

  it('leads a chat of its own, with the bot or without', async () => {
    const made = await sandbox.act(TEACHER, {
      do: 'createChat',
      title: 'Кружок',
      members: [PETROV],
      messenger: 'telegram',
    });
    const peer = Number(made.peer);
    expect(await place(PETROV, peer)).toMatchObject({ messenger: 'telegram', bot: { present: false } });
    expect(await sandbox.act(PETROV, { do: 'addBot', peer, admin: true })).toMatchObject({ code: 'not-admin' });
    await sandbox.act(TEACHER, { do: 'addBot', peer, admin: true });
    await sandbox.act(TEACHER, { do: 'promote', peer, id: PETROV, admin: true });
    expect(await sandbox.members(PETROV, peer)).toMatchObject([
      { id: TEACHER, admin: true },
      { id: PETROV, admin: true },
      { id: HELPER, admin: true, bot: true },
    ]);
    await sandbox.act(TEACHER, { do: 'kick', peer, id: PETROV });
    expect(await place(PETROV, peer)).toBeUndefined();
    expect(await sandbox.act(PETROV, { do: 'send', peer, text: 'а?' })).toMatchObject({ code: 'not-a-member' });
  });

  it('has its own misfortunes in each messenger', async () => {
    const tooMany = { ok: false, error_code: 429, description: 'Too Many Requests', parameters: { retry_after: 5 } };
    const fault = { kind: 'call', method: 'sendMessage', answer: tooMany, times: 1 };
    expect(await sandbox.order({ messenger: 'telegram', add: fault })).toEqual({ ok: true, faults: [fault] });
    expect(await sandbox.faults('vk')).toEqual({ faults: [] });
    // What is one of VK's is none of Telegram's.
    expect(await sandbox.order({ messenger: 'telegram', add: { kind: 'poll', failed: 2 } })).toMatchObject({
      ok: false,
    });
    const say = () => sandbox.call('sendMessage', { chat_id: OLD, text: 'да' });
    expect([await say(), await say()]).toMatchObject([{ error_code: 429 }, { ok: true }]);
    expect(await sandbox.faults('telegram')).toEqual({ faults: [] });
    await sandbox.order({ add: { kind: 'repeat' } });
    expect(await sandbox.order({ clear: true })).toEqual({ ok: true, faults: [] });
  });

  it('goes on where it was after the program stopped', async () => {
    await says(PETROV, 'до завтра');
    const saved = structuredClone(sandbox.telegram.snapshot());
    const later = createSandboxTelegram({
      definition: { bot: sandbox.telegram.world.state.bot, people: [], chats: [] },
      saved,
    });
    expect(later.world.messagesOf(OLD).map(({ text }) => text)).toEqual(['до завтра']);
    expect([later.updates.head, later.updates.pending]).toEqual([
      sandbox.telegram.updates.head,
      sandbox.telegram.updates.pending,
    ]);
  });
});
