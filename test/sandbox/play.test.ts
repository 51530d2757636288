import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type { RunningSandbox } from '../../src/sandbox/listen.js';
import { listenSandbox } from '../../src/sandbox/listen.js';
import type { Snapshot } from '../../src/sandbox/vk/index.js';
import {
  act,
  api,
  BOT,
  closeSchool,
  FOREIGN,
  IVANOVA,
  look,
  openSchool,
  PARENTS,
  PETROV,
  poller,
  QUIET,
  STRANGER,
  school,
  TEACHER,
} from './school.js';

interface Seen {
  readonly items: readonly {
    readonly cmid: number;
    readonly text: string;
    readonly service: string | null;
    readonly keyboard: object | null;
  }[];
  readonly more: boolean;
}
interface Place {
  readonly peer: number;
  readonly inviteLink: string | null;
}

/** What one person's page hears, one sight after another. */
const listenAs = async ({ url }: RunningSandbox, as: number) => {
  const aborter = new AbortController();
  const answer = await fetch(`${url}/play/events?as=${as}`, { signal: aborter.signal });
  const lines = createInterface({ input: Readable.fromWeb(answer.body as never) })[Symbol.asyncIterator]();
  const next = async (): Promise<unknown> => {
    const { value, done } = await lines.next();
    if (done) return undefined;
    return value.startsWith('data: ') ? JSON.parse(value.slice(6)) : next();
  };
  return { next, stop: () => aborter.abort() };
};

const inline = (...buttons: readonly object[]) => JSON.stringify({ inline: true, buttons: [buttons] });

describe('playing a person', () => {
  let sandbox: RunningSandbox;
  const places = (as: number) => look(sandbox)<Place[]>('places', { as });
  const messages = (as: number, peer: number, more: object = {}) =>
    look(sandbox)<Seen>('messages', { as, peer, ...more });
  const says = (as: number, text: string, peer = PARENTS) => act(sandbox)(as, { do: 'send', peer, text });
  const botSays = (message: string, more: object = {}, peer = PARENTS) =>
    api(sandbox)('messages.send', { peer_ids: peer, random_id: 0, message, ...more });

  beforeEach(async () => {
    sandbox = await openSchool();
  });
  afterEach(() => closeSchool(sandbox));

  it('everybody is introduced by name and part', async () => {
    const people = await look(sandbox)<object[]>('people', {});
    expect(people).toContainEqual({ id: PETROV, name: 'Петров Денис Олегович', about: 'родитель, 5А' });
  });

  it('a person sees own chats and the dialog with the community, the liveliest first', async () => {
    await says(PETROV, 'раз', QUIET);
    const seen = await places(PETROV);
    expect(seen.map(({ peer }) => peer)).toEqual([QUIET, PARENTS, FOREIGN, BOT]);
    expect(seen[0]).toMatchObject({
      kind: 'chat',
      title: '5А – тихий',
      members: 3,
      last: { text: 'раз', fromName: 'Петров Денис Олегович' },
      mutedUntil: null,
      pinned: null,
      bot: { present: true, fullAccess: false, admin: false },
    });
    expect(await places(STRANGER)).toMatchObject([{ peer: BOT, kind: 'dialog', title: 'Дежурный' }]);
  });

  it('only administrators see the invite link', async () => {
    const link = async (as: number) => (await places(as)).find(({ peer }) => peer === PARENTS)?.inviteLink;
    expect(await link(PETROV)).toBeNull();
    expect(await link(TEACHER)).toMatch(/^https:\/\/vk\.me\/join\//);
  });

  it('a chat is read page by page, oldest first; deleted messages keep their place', async () => {
    for (const text of ['1', '2', '3', '4', '5']) await says(PETROV, text);
    await act(sandbox)(PETROV, { do: 'delete', peer: PARENTS, cmid: 4 });
    const last = await messages(PETROV, PARENTS, { limit: 2 });
    expect(last).toMatchObject({
      items: [
        { cmid: 4, text: '', deleted: true },
        { cmid: 5, text: '5' },
      ],
      more: true,
    });
    const before = await messages(PETROV, PARENTS, { limit: 10, before: 4 });
    expect(before.items.map(({ text }) => text)).toEqual(['1', '2', '3']);
    expect(before.more).toBe(false);
  });

  it('a dialog with the community lies at its own number', async () => {
    await says(PETROV, '/помощь', BOT);
    await botSays('Здравствуйте', {}, PETROV);
    expect((await messages(PETROV, BOT)).items.map(({ text }) => text)).toEqual(['/помощь', 'Здравствуйте']);
    expect((await messages(IVANOVA, BOT)).items).toEqual([]);
  });

  it('nobody looks or speaks where he is not', async () => {
    const answer = await fetch(`${sandbox.url}/play/messages?as=${STRANGER}&peer=${PARENTS}`);
    expect(answer.status).toBe(403);
    expect(await says(STRANGER, 'пустите')).toEqual({
      ok: false,
      why: 'Вы не участник этого чата',
      code: 'not-a-member',
    });
    expect(await says(PETROV, 'в чужой диалог', IVANOVA)).toMatchObject({ ok: false });
  });

  it('own messages can be edited and deleted, those of others only by an administrator', async () => {
    const { cmid } = await says(PETROV, 'раз');
    expect(await act(sandbox)(IVANOVA, { do: 'edit', peer: PARENTS, cmid, text: 'чужое' })).toMatchObject({
      ok: false,
    });
    expect(await act(sandbox)(IVANOVA, { do: 'delete', peer: PARENTS, cmid })).toMatchObject({ ok: false });
    expect(await act(sandbox)(PETROV, { do: 'edit', peer: PARENTS, cmid, text: 'два' })).toEqual({ ok: true });
    expect((await messages(PETROV, PARENTS)).items).toMatchObject([{ text: 'два', edited: true }]);
    expect(await act(sandbox)(TEACHER, { do: 'delete', peer: PARENTS, cmid })).toEqual({ ok: true });
  });

  it('a file and a picture are sent and fetched; only pictures are shown in place', async () => {
    const upload = async (name: string, type: string) => {
      const form = new FormData();
      form.append('file', new Blob(['<script>'], { type }), name);
      const answer = await fetch(`${sandbox.url}/play/upload?as=${PETROV}`, { method: 'POST', body: form });
      return (await answer.json()) as { id: number; kind: string };
    };
    const page = await upload('страница.html', 'text/html');
    const photo = await upload('класс.png', 'image/png');
    await act(sandbox)(PETROV, { do: 'send', peer: PARENTS, uploads: [page.id, photo.id] });
    expect((await messages(IVANOVA, PARENTS)).items).toMatchObject([
      {
        attachments: [
          { kind: 'file', name: 'страница.html', url: `/play/file/${page.id}` },
          { kind: 'photo', name: 'класс.png', url: `/play/file/${photo.id}` },
        ],
      },
    ]);
    const headers = async (id: number) => (await fetch(`${sandbox.url}/play/file/${id}`)).headers;
    expect((await headers(page.id)).get('content-disposition')).toMatch(/^attachment/);
    expect((await headers(page.id)).get('content-type')).toBe('application/octet-stream');
    expect((await headers(photo.id)).get('content-type')).toBe('image/png');
  });

  it('a file is sent with its contents at once; what is a picture is shown as one', async () => {
    const base64 = (text: string) => Buffer.from(text, 'latin1').toString('base64');
    const files = [
      { name: 'список.csv', base64: base64('id;role') },
      { name: 'класс.png', base64: base64('\x89PNG\r\n\x1a\n') },
    ];
    await act(sandbox)(PETROV, { do: 'send', peer: BOT, text: 'Список', files });

    const { items } = await messages(PETROV, BOT);
    expect(items).toMatchObject([{ attachments: [{ kind: 'file', size: 7 }, { kind: 'photo' }] }]);
    expect(await act(sandbox)(PETROV, { do: 'send', peer: BOT, files: [{ name: 'а', base64: '!' }] })).toMatchObject({
      ok: false,
    });
  });

  it('a callback button answers with a snack-bar to the one who pressed; a text button speaks for him', async () => {
    const buttons = inline(
      { action: { type: 'callback', label: 'Да', payload: '{"a":1}' }, color: 'positive' },
      { action: { type: 'text', label: 'Нет', payload: '{"a":2}' } },
      { action: { type: 'open_link', label: 'Сайт', link: 'https://example.org' } },
    );
    await botSays('Придёте?', { keyboard: buttons });
    expect((await messages(PETROV, PARENTS)).items[0]?.keyboard).toEqual({
      inline: true,
      buttons: [
        [
          { label: 'Да', look: 'positive', kind: 'callback' },
          { label: 'Нет', look: 'secondary', kind: 'text' },
          { label: 'Сайт', look: 'secondary', kind: 'link', url: 'https://example.org' },
        ],
      ],
    });
    const { ts, ask } = await poller(sandbox);
    const mine = await listenAs(sandbox, PETROV);
    const others = await listenAs(sandbox, IVANOVA);
    await act(sandbox)(PETROV, { do: 'press', peer: PARENTS, cmid: 1, row: 0, column: 0 });
    const [event] = (await ask(ts)).updates;
    await api(sandbox)('messages.sendMessageEventAnswer', {
      event_id: String(event?.object.event_id),
      user_id: PETROV,
      peer_id: PARENTS,
      event_data: '{"type":"show_snackbar","text":"Записано"}',
    });
    await act(sandbox)(PETROV, { do: 'press', peer: PARENTS, cmid: 1, row: 0, column: 1 });
    expect(await mine.next()).toEqual({ type: 'snackbar', peer: PARENTS, text: 'Записано' });
    expect(await mine.next()).toEqual({ type: 'message', peer: PARENTS, cmid: 2 });
    expect(await others.next()).toEqual({ type: 'message', peer: PARENTS, cmid: 2 });
    mine.stop();
    others.stop();
  });

  it('the page hears of messages, edits, deletions and of who comes and goes', async () => {
    const page = await listenAs(sandbox, PETROV);
    const { cmid } = await says(IVANOVA, 'раз');
    await act(sandbox)(IVANOVA, { do: 'edit', peer: PARENTS, cmid, text: 'два' });
    await api(sandbox)('messages.delete', { peer_id: PARENTS, cmids: cmid, delete_for_all: 1 });
    await act(sandbox)(IVANOVA, { do: 'leave', peer: PARENTS });
    await says(PETROV, 'диалог', BOT);
    const heard = [];
    for (let n = 0; n < 6; n += 1) heard.push(await page.next());
    expect(heard).toEqual([
      { type: 'message', peer: PARENTS, cmid: 1 },
      { type: 'edit', peer: PARENTS, cmid: 1 },
      { type: 'delete', peer: PARENTS, cmid: 1 },
      { type: 'message', peer: PARENTS, cmid: 2 },
      { type: 'place', peer: PARENTS },
      { type: 'message', peer: BOT, cmid: 1 },
    ]);
    page.stop();
  });

  it('an administrator keeps the chat: adds the community, people and pins; others may not', async () => {
    expect(await act(sandbox)(PETROV, { do: 'addBot', peer: FOREIGN, admin: true })).toMatchObject({ ok: false });
    expect(await act(sandbox)(TEACHER, { do: 'addBot', peer: FOREIGN, fullAccess: true, admin: true })).toEqual({
      ok: true,
    });
    expect(await act(sandbox)(PETROV, { do: 'kick', peer: PARENTS, id: IVANOVA })).toMatchObject({ ok: false });
    expect(await act(sandbox)(TEACHER, { do: 'kick', peer: PARENTS, id: IVANOVA })).toEqual({ ok: true });
    expect(await act(sandbox)(TEACHER, { do: 'add', peer: PARENTS, id: IVANOVA })).toEqual({ ok: true });
    const { cmid } = await says(PETROV, 'важное');
    expect(await act(sandbox)(TEACHER, { do: 'pin', peer: PARENTS, cmid })).toEqual({ ok: true });
    expect((await messages(PETROV, PARENTS)).items.map(({ service }) => service)).toEqual([
      'Ключева Мария Петровна исключает: Иванова Ольга Николаевна',
      'Ключева Мария Петровна приглашает: Иванова Ольга Николаевна',
      null,
      'Ключева Мария Петровна — закреплено сообщение',
    ]);
    const made = await act(sandbox)(TEACHER, { do: 'createChat', title: '5А – поездка', members: [PETROV] });
    expect((await places(PETROV)).map(({ peer }) => peer)).toContain(made.peer);
  });

  it('messages lie in one another up to 45 deep', async () => {
    let { cmid } = await says(PETROV, 'дно');
    const forward = () =>
      act(sandbox)(PETROV, { do: 'send', peer: PARENTS, forward: [{ peer: PARENTS, cmids: [cmid] }] });
    for (let depth = 1; depth <= 45; depth += 1) cmid = (await forward()).cmid;
    expect(await forward()).toMatchObject({ ok: false, code: 'too-deep' });
  });

  it('whatever a client manages to send gets through: 100 000 characters, halves of letters', async () => {
    expect(await says(PETROV, 'я'.repeat(100_000))).toMatchObject({ ok: true });
    expect(await says(PETROV, 'до \ud83d после')).toMatchObject({ ok: true });
    expect((await messages(PETROV, PARENTS)).items[1]?.text).toBe('до \ud83d после');
  });

  it('the whole world can be saved and opened again, the long poll’s place in it too', async () => {
    const { ts, key } = await poller(sandbox);
    await says(PETROV, 'до перерыва');
    const saved = JSON.parse(JSON.stringify(sandbox.vk.snapshot())) as Snapshot;
    const again = await listenSandbox({ definition: school, saved });
    await act(again)(PETROV, { do: 'send', peer: PARENTS, text: 'после' });
    const lp = await poller(again);
    const { updates } = await lp.ask(ts);
    expect(lp.key).toBe(key);
    expect(updates.map(({ object }) => (object.message as { text: string }).text)).toEqual(['до перерыва', 'после']);
    expect(new Set(updates.map(({ event_id }) => event_id)).size).toBe(2);
    await again.close();
  });

  it('the journal is asked of the place as the bot names it', async () => {
    const explained = await listenSandbox({ definition: school, explain: async (place, cmid) => ({ place, cmid }) });
    const ask = (peer: number) => look(explained)('journal', { as: PETROV, peer, cmid: 1 });
    expect([await ask(PARENTS), await ask(BOT)]).toEqual([
      { place: `vk:chat:${PARENTS}`, cmid: 1 },
      { place: `vk:dialog:${PETROV}`, cmid: 1 },
    ]);
    await explained.close();
  });
});
