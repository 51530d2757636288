import http from 'node:http';
import type https from 'node:https';
import { VK } from 'vk-io';
import type { RunningSandbox } from '../../src/sandbox/listen.js';
import { act, BOT, closeSchool, GROUP, IVANOVA, look, openSchool, PARENTS, PETROV, TOKEN } from './school.js';

describe('an unmodified vk-io takes the sandbox for VK', () => {
  let sandbox: RunningSandbox;
  let vk: VK;

  beforeEach(async () => {
    sandbox = await openSchool();
    vk = new VK({
      token: TOKEN,
      apiBaseUrl: sandbox.apiUrl,
      agent: http.globalAgent as https.Agent,
      apiLimit: 1000,
      apiRetryLimit: 0,
    });
  });
  afterEach(async () => {
    await vk.updates.stop();
    await closeSchool(sandbox);
  });

  it('knows its own community', async () => {
    const { groups } = await vk.api.groups.getById({});
    expect(groups?.[0]?.id).toBe(GROUP);
  });

  it('sends to a chat and learns the number of its message', async () => {
    const sent = await vk.api.messages.send({ peer_ids: PARENTS, random_id: 7, message: 'Здравствуйте' });
    expect(sent).toEqual([{ peer_id: PARENTS, message_id: 0, conversation_message_id: 1 }]);
  });

  it('hears a message by its own long poll and deletes it', async () => {
    const heard = new Promise<string>((resolve) => {
      vk.updates.on('message_new', async (context) => {
        const cmids = context.conversationMessageId ?? 0;
        await vk.api.messages.delete({ peer_id: context.peerId, cmids, delete_for_all: 1 });
        resolve(context.text ?? '');
      });
    });
    await vk.updates.start();
    const { cmid } = await act(sandbox)(PETROV, { do: 'send', peer: PARENTS, text: 'Слово & «дело»' });

    expect(await heard).toBe('Слово & «дело»');
    const { items } = await look(sandbox)<{ items: object[] }>('messages', { as: IVANOVA, peer: PARENTS });
    expect(items).toEqual([expect.objectContaining({ cmid, deleted: true, text: '' })]);
  });

  it('uploads a document and sends it', async () => {
    const source = { value: Buffer.from('Приказ'), filename: 'приказ.txt' };
    const doc = await vk.upload.messageDocument({ peer_id: PARENTS, source, title: 'приказ.txt' });
    await vk.api.messages.send({ peer_ids: PARENTS, random_id: 8, attachment: String(doc) });

    const { items } = await look(sandbox)<{ items: { from: number; attachments: { name: string; url: string }[] }[] }>(
      'messages',
      { as: PETROV, peer: PARENTS },
    );
    expect(items[0]).toMatchObject({ from: BOT, attachments: [{ kind: 'file', name: 'приказ.txt' }] });
    const file = await fetch(`${sandbox.url}${items[0]!.attachments[0]!.url}`);
    expect(await file.text()).toBe('Приказ');
  });

  it('uploads a picture', async () => {
    const source = { value: Buffer.from([0xff, 0xd8, 0xff]), filename: 'класс.jpg', contentType: 'image/jpeg' };
    const photo = await vk.upload.messagePhoto({ peer_id: PARENTS, source });
    expect(String(photo)).toMatch(/^photo-123456_\d+_\w+$/);
  });

  it('bundles calls into execute, and each fails on its own', async () => {
    const execute = await vk.api.execute({
      code: `return [API.messages.send({"peer_ids":${PARENTS},"random_id":1,"message":"a],)\\""}),API.polls.create({"question":"?"})];`,
    });
    expect(execute).toMatchObject({
      response: [[{ conversation_message_id: 1 }], false],
      errors: [{ method: 'polls.create', code: 27 }],
    });
  });
});
