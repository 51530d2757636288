import type { RunningSandbox } from '../../src/sandbox/listen.js';
import type { Fault } from '../../src/sandbox/vk/faults.js';
import {
  act,
  api,
  type Clock,
  closeSchool,
  codeOf,
  look,
  openSchool,
  PARENTS,
  PETROV,
  poller,
  standing,
} from './school.js';

describe('misfortunes that can be ordered', () => {
  let sandbox: RunningSandbox;
  let clock: Clock;
  const order = (...add: readonly Fault[]) =>
    fetch(`${sandbox.url}/play/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ add }),
    }).then((answer) => answer.status);
  const send = () => api(sandbox)('messages.send', { peer_ids: PARENTS, random_id: 9, message: 'раз' });
  const time = () => api(sandbox)('utils.getServerTime');
  const raw = (method: string, signal?: AbortSignal) =>
    fetch(`${sandbox.apiUrl}/${method}`, { method: 'POST', body: new URLSearchParams({}), ...(signal && { signal }) });
  const says = (text: string) => act(sandbox)(PETROV, { do: 'send', peer: PARENTS, text });
  const written = async () =>
    (await look(sandbox)<{ items: object[] }>('messages', { as: PETROV, peer: PARENTS })).items.length;

  beforeEach(async () => {
    clock = standing();
    sandbox = await openSchool({ now: clock.now });
  });
  afterEach(() => closeSchool(sandbox));

  it.each([6, 9, 10, 14, 29])('a method answers error %i, so many times', async (answer) => {
    await order({ kind: 'call', method: 'messages.send', answer, times: 2 });
    expect(codeOf(await time())).toBeUndefined();
    expect([codeOf(await send()), codeOf(await send()), codeOf(await send())]).toEqual([answer, answer, undefined]);
    expect(await written()).toBe(1);
  });

  it('every method is away for a while', async () => {
    await order({ kind: 'call', method: '*', answer: 10, for: 5000 });
    expect([codeOf(await time()), codeOf(await send())]).toEqual([10, 10]);
    clock.tick(5000);
    expect(codeOf(await time())).toBeUndefined();
  });

  it('a proxy answers HTML instead', async () => {
    await order({ kind: 'call', method: '*', answer: 'html-502' });
    const answer = await raw('messages.send');
    expect(answer.status).toBe(502);
    expect(await answer.text()).toContain('<html>');
  });

  it('a call does its work and its answer is lost; repeated, it changes nothing', async () => {
    await order({ kind: 'call', method: 'messages.send', answer: 'drop', when: 'after' });
    await expect(send()).rejects.toThrow();
    expect(await written()).toBe(1);
    expect((await send()).response).toMatchObject([{ conversation_message_id: 1 }]);
    expect(await written()).toBe(1);
  });

  it('a call hangs', async () => {
    await order({ kind: 'call', method: 'messages.send', answer: 'hang' });
    await expect(raw('messages.send', AbortSignal.timeout(100))).rejects.toThrow(/timeout/);
  });

  it('an outage ends connections, the long poll’s too', async () => {
    const lp = await poller(sandbox);
    await order({ kind: 'outage', answer: 'drop', for: 1000 });
    await expect(time()).rejects.toThrow();
    await expect(lp.ask(lp.ts)).rejects.toThrow();
    clock.tick(1000);
    expect((await lp.ask(lp.ts)).updates).toEqual([]);
  });

  it('an event comes broken, of an unknown type, twice, or overtaken', async () => {
    const lp = await poller(sandbox);
    await order({ kind: 'payload' });
    await says('битое');
    await order({ kind: 'unknown' });
    await says('после неизвестного');
    await order({ kind: 'repeat' });
    await says('дважды');
    await order({ kind: 'reorder' });
    await says('второе');
    await says('первое');

    const { updates } = await lp.ask(lp.ts);
    const told = updates.map(({ object }) => (object.message as { text?: string; payload?: string } | undefined) ?? {});
    expect(told.map(({ text }) => text)).toEqual([
      'битое',
      undefined,
      'после неизвестного',
      'дважды',
      'дважды',
      'первое',
      'второе',
    ]);
    expect(told[0]?.payload).toBe('{"broken');
    expect(updates[1]?.type).toBe('brand_new_thing');
    expect(updates[3]?.event_id).toBe(updates[4]?.event_id);
  });

  it('can be listed, are spent, and end when told', async () => {
    const list = async () => (await look(sandbox)<{ faults: Fault[] }>('faults', {})).faults;
    await order({ kind: 'call', method: '*', answer: 10 }, { kind: 'poll', failed: 2, times: 3 });
    expect(await list()).toHaveLength(2);
    await time();
    expect(await list()).toEqual([{ kind: 'poll', failed: 2, times: 3 }]);
    await fetch(`${sandbox.url}/play/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"clear":true}',
    });
    expect(await list()).toEqual([]);
  });

  it('are refused when they make no sense', async () => {
    expect(await order({ kind: 'poll', failed: 7 } as never)).toBe(400);
  });

  it('leave every request in the book, whatever became of it, and never the key', async () => {
    await order({ kind: 'call', method: 'messages.send', answer: 'html-502' });
    await raw('messages.send');
    await send();
    expect(sandbox.vk.requests.map(({ method, result }) => [method, result])).toEqual([
      ['messages.send', 'html-502'],
      ['messages.send', 'ok'],
    ]);
    expect(JSON.stringify(sandbox.vk.requests)).not.toContain('sandbox-token');
  });
});
