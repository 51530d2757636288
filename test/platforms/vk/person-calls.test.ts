import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createPersonCalls } from '../../../src/platforms/vk/person-calls.js';

const ID = '0f8b5a52-0000-4000-8000-000000000001';

/** VK's wire for two methods; the answers stand for their methods. */
const listening = async (answers: Readonly<Record<string, unknown>>) => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => {
      body += part.toString();
    });
    request.on('end', () => {
      const method = request.url?.split('/').at(-1) ?? '';
      asked.push(`${method} ${new URLSearchParams(body).get('call_id') ?? ''}`.trim());
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(answers[method]));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const calls = createPersonCalls({ token: 'vk1.a.person', apiUrl: `http://127.0.0.1:${port}/method`, timeout: 5_000 });
  return { asked, calls, close: () => server.close() };
};

describe('calls begun with a person’s key', () => {
  it('give the link by which people come in, and end by their number', async () => {
    const start = { response: { call_id: ID, join_link: 'https://vk.com/call/join/BEGUN' } };
    const { asked, calls, close } = await listening({ 'calls.start': start, 'calls.forceFinish': { response: 1 } });
    expect(await calls.start()).toEqual({ id: ID, link: 'https://vk.com/call/join/BEGUN' });
    await calls.finish(ID);
    expect(asked).toEqual(['calls.start', `calls.forceFinish ${ID}`]);
    close();
  });

  it('are refused in one clear error: a key that is not a person’s, an answer of another shape', async () => {
    const refused = { error: { error_code: 27, error_msg: 'Group authorization failed', request_params: [] } };
    const { calls, close } = await listening({ 'calls.start': refused, 'calls.forceFinish': refused });
    await expect(calls.start()).rejects.toMatchObject({ name: 'Refused', code: '27' });
    await expect(calls.finish(ID)).rejects.toMatchObject({ name: 'Refused', code: '27' });
    close();
    const odd = await listening({ 'calls.start': { response: { call_id: 1 } } });
    await expect(odd.calls.start()).rejects.toMatchObject({ name: 'Refused' });
    odd.close();
  });
});
