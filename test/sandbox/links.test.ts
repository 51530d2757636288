import type { RunningSandbox } from '../../src/sandbox/listen.js';
import {
  act,
  api,
  BOT,
  closeSchool,
  codeOf,
  look,
  openSchool,
  PARENTS,
  PETROV,
  poller,
  STRANGER,
  TEACHER,
} from './school.js';

let sandbox: RunningSandbox;
beforeEach(async () => {
  sandbox = await openSchool();
});
afterEach(() => closeSchool(sandbox));

const follow = (as: number, link: string) => act(sandbox)(as, { do: 'follow', link });
const inviteLink = async (reset = 0) => {
  const { response } = await api(sandbox)('messages.getInviteLink', { peer_id: PARENTS, reset });
  return (response as { readonly link: string }).link;
};
/** Messages the community is told of while something is done. */
const told = async (doing: () => Promise<unknown>) => {
  const { ts, ask } = await poller(sandbox);
  await doing();
  return (await ask(ts)).updates.map(({ object }) => object.message as Readonly<Record<string, unknown>>);
};
const startable = async (as: number) => {
  const places = await look(sandbox)<{ readonly peer: number; readonly startable?: boolean }[]>('places', { as });
  return places.find(({ peer }) => peer === BOT)?.startable;
};

describe('a link', () => {
  it('of a chat lets in, and afterwards leads there', async () => {
    const link = await inviteLink();

    expect(await follow(STRANGER, link)).toEqual({ ok: true, peer: PARENTS });
    expect(await follow(STRANGER, link)).toEqual({ ok: true, peer: PARENTS });
    expect(sandbox.vk.world.messagesOf(PARENTS)).toHaveLength(1);
  });

  it('of a chat that was reset is no link any more, the fresh one is', async () => {
    const old = await inviteLink();
    const fresh = await inviteLink(1);

    expect(await follow(STRANGER, old)).toMatchObject({ ok: false, code: 'no-such-link' });
    expect(await follow(STRANGER, fresh)).toMatchObject({ ok: true });
  });

  it.each([
    'vk.me/dezhurny_demo',
    ' https://vk.me/club123456?ref=a ',
    'https://vk.com/public123456',
    'vk.ru/club123456',
  ])('«%s» opens the dialog with the community', async (link) =>
    expect(await follow(PETROV, link)).toEqual({ ok: true, peer: BOT }),
  );

  it.each([
    '',
    'dezhurny_demo',
    'https://vk.me/club1',
    'https://vk.me/join/',
    'https://example.org/club123456',
    'https://',
  ])('«%s» leads nowhere', async (link) =>
    expect(await follow(PETROV, link)).toMatchObject({ ok: false, why: 'Ссылка недействительна' }),
  );
});

describe('a deep link', () => {
  it('is told of with the next message in the dialog, once', async () => {
    const messages = await told(async () => {
      await follow(PETROV, 'https://vk.me/dezhurny_demo?ref=c_1&ref_source=letter');
      await act(sandbox)(PETROV, { do: 'send', peer: PARENTS, text: 'в чате' });
      await act(sandbox)(PETROV, { do: 'send', peer: BOT, text: 'раз' });
      await act(sandbox)(PETROV, { do: 'send', peer: BOT, text: 'два' });
    });

    const [inChat, first, second] = messages;
    expect(first).toMatchObject({ text: 'раз', ref: 'c_1', ref_source: 'letter' });
    for (const message of [inChat, second]) expect(message).not.toHaveProperty('ref');
  });

  it('comes with «Начать», which is there at the first visit and after a link', async () => {
    expect(await startable(PETROV)).toBe(true);
    const messages = await told(async () => {
      await follow(PETROV, 'https://vk.me/dezhurny_demo?ref=c_1');
      await act(sandbox)(PETROV, { do: 'start' });
    });

    expect(messages).toMatchObject([{ text: 'Начать', payload: '{"command":"start"}', ref: 'c_1' }]);
    expect(await startable(PETROV)).toBe(false);
    expect(await act(sandbox)(PETROV, { do: 'start' })).toMatchObject({ ok: false });
    await follow(PETROV, 'https://vk.me/dezhurny_demo?ref=c_2');
    expect(await startable(PETROV)).toBe(true);
  });

  it('survives a restart with the rest of the world', async () => {
    await follow(PETROV, 'https://vk.me/dezhurny_demo?ref=c_1');
    expect(JSON.parse(JSON.stringify(sandbox.vk.snapshot())).state.dialogs[PETROV].opened).toEqual({ ref: 'c_1' });
  });
});

describe('an administrator', () => {
  const QUIZ = -35_000_002;

  it('brings in another community, and the bot may remove it', async () => {
    const messages = await told(() => act(sandbox)(TEACHER, { do: 'add', peer: PARENTS, id: QUIZ }));
    expect(messages).toMatchObject([{ action: { type: 'chat_invite_user', member_id: QUIZ } }]);

    const members = await api(sandbox)('messages.getConversationMembers', { peer_id: PARENTS });
    expect(members.response).toMatchObject({ groups: [{ name: 'Дежурный' }, { id: -QUIZ, name: 'Бот-викторина' }] });

    const kick = () => api(sandbox)('messages.removeChatUser', { chat_id: 1, member_id: QUIZ });
    expect(codeOf(await kick())).toBeUndefined();
    expect(codeOf(await kick())).toBe(935);
  });

  it('lets in who asked, and nobody else may', async () => {
    expect(await act(sandbox)(PETROV, { do: 'admit', peer: PARENTS, id: STRANGER })).toMatchObject({ ok: false });

    const messages = await told(() => act(sandbox)(TEACHER, { do: 'admit', peer: PARENTS, id: STRANGER }));

    const action = { type: 'chat_invite_user_by_message_request', member_id: STRANGER };
    expect(messages).toMatchObject([{ from_id: TEACHER, action }]);
  });
});

describe('an upload', () => {
  const upload = async (kind: 'doc' | 'photo', body: string, name: string) => {
    const method = kind === 'doc' ? 'docs.getMessagesUploadServer' : 'photos.getMessagesUploadServer';
    const { response } = await api(sandbox)(method, { peer_id: PARENTS });
    const form = new FormData();
    form.append(kind === 'doc' ? 'file' : 'photo', new Blob([Buffer.from(body, 'latin1')]), name);
    const { upload_url: url } = response as { readonly upload_url: string };
    return (await (await fetch(url, { method: 'POST', body: form })).json()) as Record<string, string | number>;
  };

  it('of something that is no picture is not taken for one, whatever its name', async () => {
    expect(await upload('photo', 'фамилия;имя', 'список.png')).toMatchObject({ photo: '[]' });
    const taken = await upload('photo', '\x89PNG\r\n\x1a\n…', 'код.png');
    expect(codeOf(await api(sandbox)('photos.saveMessagesPhoto', taken))).toBeUndefined();
  });

  it('is fetched only by who knows its key', async () => {
    const { file } = await upload('doc', 'список', 'список.csv');
    const { response } = await api(sandbox)('docs.save', { file: file ?? '', title: 'Список 5А.csv' });
    const { doc } = response as { readonly doc: { readonly url: string; readonly title: string } };

    expect(doc.title).toBe('Список 5А.csv');
    expect((await fetch(doc.url)).status).toBe(200);
    expect((await fetch(`${doc.url}0`)).status).toBe(404);
  });

  it('is not prepared for who has not let the community write', async () => {
    const asked = await api(sandbox)('docs.getMessagesUploadServer', { peer_id: PETROV });
    expect(codeOf(asked)).toBe(901);
  });
});
