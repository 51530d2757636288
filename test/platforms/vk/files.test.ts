import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Worded } from '../../../src/domain/action.js';
import { dialogOf } from '../../../src/domain/refs.js';
import { fetchFile } from '../../../src/platforms/vk/fetch-file.js';
import { mayFetch } from '../../../src/platforms/vk/hosts.js';
import type { Question } from '../../../src/platforms/vk/questions.js';
import { upload } from '../../../src/platforms/vk/upload.js';
import { Refused, Weather } from '../../../src/ports/platform.js';
import { perform } from '../../contracts/platform/harness.js';
import { openWorld, type VkWorld } from './world.js';

describe('where a file may be fetched from', () => {
  const API = 'https://api.vk.ru/method';

  it.each([
    'https://vk.com/doc201_1?hash=a&dl=b&api=1&no_preview=1',
    'https://vk.ru/doc201_1',
    'https://psv4.userapi.com/c1/u201/docs/d1/list.csv?extra=a',
    'https://psv4.vkuserphoto.ru/s/v1/d/list.csv',
    'https://API.VK.RU/anything',
  ])('%s', (address) => expect(mayFetch(new URL(address), API)).toBe(true));

  it.each([
    ['another host', 'https://example.org/list.csv'],
    ['a host that ends alike', 'https://notvk.com/list.csv'],
    ['a host that begins alike', 'https://vk.com.example.org/list.csv'],
    ['an open line', 'http://vk.com/doc201_1'],
    ['another port', 'https://vk.com:8443/doc201_1'],
    ['a name before the host', 'https://vk.com@example.org/list.csv'],
    ['a name before VK', 'https://me:secret@vk.com/doc201_1'],
    ['this machine', 'http://127.0.0.1:8080/vk/file/1'],
    ['this machine by number', 'http://2130706433/'],
    ['this machine in six', 'http://[::1]/'],
    ['the cloud’s own page', 'http://169.254.169.254/latest/meta-data'],
    ['a file', 'file:///etc/passwd'],
    ['words', 'data:text/plain,list'],
  ])('never %s', (_, address) => expect(mayFetch(new URL(address), API)).toBe(false));

  it('the sandbox, and nothing beside it', () => {
    const sandbox = 'http://127.0.0.1:8080/vk/method';
    expect(mayFetch(new URL('http://127.0.0.1:8080/vk/file/1'), sandbox)).toBe(true);
    expect(mayFetch(new URL('http://127.0.0.1:6379/'), sandbox)).toBe(false);
    expect(mayFetch(new URL('https://127.0.0.1:8080/vk/file/1'), sandbox)).toBe(false);
  });
});

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
});
/** A store of files that behaves as told. */
const storing = async (behave: RequestListener): Promise<string> => {
  const made = createServer(behave);
  server = made;
  await new Promise<void>((ready) => void made.listen(0, '127.0.0.1', ready));
  return `http://127.0.0.1:${(made.address() as AddressInfo).port}`;
};

describe('fetching', () => {
  const fetching = async (behave: RequestListener, most = 10, timeout = 5_000) => {
    const site = await storing(behave);
    return fetchFile({ apiUrl: `${site}/method`, timeout }, `${site}/file`, most);
  };
  const refusal = (why: string, code?: string) => ({ name: 'Refused', why, ...(code && { code }) });

  it('follows a redirect inside VK', async () => {
    const contents = await fetching(
      ({ url }, response) =>
        url === '/file' ? response.writeHead(302, { location: '/store' }).end() : response.end('список'),
      100,
    );
    expect(Buffer.from(contents).toString()).toBe('список');
  });

  it('follows none that leads elsewhere', async () => {
    const asked: string[] = [];
    const away = fetching((request, response) => {
      asked.push(request.url ?? '');
      response.writeHead(302, { location: 'http://169.254.169.254/latest' }).end();
    });
    await expect(away).rejects.toMatchObject(refusal('unknown-target', 'host'));
    expect(asked).toEqual(['/file']);
  });

  it('gives up redirects that never end', async () => {
    let hops = 0;
    const round = fetching((_, response) => {
      hops += 1;
      response.writeHead(302, { location: '/file' }).end();
    });
    await expect(round).rejects.toMatchObject(refusal('unknown-target', 'redirects'));
    expect(hops).toBe(6);
  });

  it('does not begin to read what says to be too large', async () => {
    const large = fetching((_, response) => {
      response.writeHead(200, { 'content-length': '11' });
      response.flushHeaders();
    });
    await expect(large).rejects.toMatchObject(refusal('too-large'));
  });

  it('stops reading what does not say how large it is', async () => {
    const endless = fetching((_, response) => {
      const pour = () => void (response.write('x'.repeat(64)) ? setImmediate(pour) : response.once('drain', pour));
      response.on('error', () => {});
      pour();
    }, 1_000);
    await expect(endless).rejects.toMatchObject(refusal('too-large'));
  });

  it('takes exactly as much as was allowed', async () => {
    expect(await fetching((_, response) => response.end('x'.repeat(10)))).toHaveLength(10);
  });

  it.each([
    [404, 'Refused'],
    [403, 'Refused'],
    [500, 'Weather'],
    [429, 'Weather'],
  ])('HTTP %d is %s', async (status, name) => {
    await expect(fetching((_, response) => response.writeHead(status).end())).rejects.toMatchObject({ name });
  });

  it('takes a page for people for what it is: no file', async () => {
    const page = fetching((_, response) => response.setHeader('content-type', 'text/html; charset=utf-8').end('<p>'));
    await expect(page).rejects.toMatchObject(refusal('unknown-target', 'page'));
  });

  it.each([
    ['nobody answers', (() => {}) as RequestListener],
    ['the file stops in the middle', ((_, response) => void response.write('x')) as RequestListener],
  ])('is weather when %s', async (_, behave) => {
    await expect(fetching(behave, 10, 50)).rejects.toThrow(Weather);
  });

  it('is weather when the line breaks', async () => {
    await expect(fetching(({ socket }) => void socket.destroy())).rejects.toThrow(Weather);
  });

  it.each(['', 'no address', 'doc201_1'])('of «%s» is refused, and asks nobody', async (source) => {
    await expect(fetchFile({ apiUrl: 'https://api.vk.ru/method' }, source, 10)).rejects.toThrow(Refused);
  });
});

describe('an upload', () => {
  const CARD = { name: 'код.png', kind: 'picture', base64: 'MQ==' } as const;
  const LIST = { name: 'коды.csv', kind: 'document', base64: 'MQ==' } as const;
  /** VK that gives this address and takes whatever comes back. */
  const asking =
    (address: string): Question =>
    async (method, _, schema) =>
      schema.parse(method.endsWith('UploadServer') ? { upload_url: address } : { doc: { id: 7, owner_id: -1 } });
  const uploading = async (behave: RequestListener, file: typeof CARD | typeof LIST = LIST) => {
    const site = await storing(behave);
    const deps = { question: asking(`${site}/upload`), apiUrl: `${site}/method`, timeout: 200 };
    return upload(deps, 201, [file]);
  };
  const answering =
    (answer: unknown, status = 200): RequestListener =>
    (request, response) => {
      request.resume().on('end', () => response.writeHead(status).end(JSON.stringify(answer)));
    };

  it('names what VK keeps, without a key when there is none', async () => {
    expect(await uploading(answering({ file: 'a|b' }))).toBe('doc-1_7');
  });

  it.each([
    ['a document by an error', LIST, { error: 'no_file', error_descr: 'no file' }],
    ['a document by an empty receipt', LIST, { file: '' }],
    ['a picture by an empty list', CARD, { server: 1, photo: '[]', hash: '' }],
  ])('is refused when VK does not take %s', async (_, file, answer) => {
    await expect(uploading(answering(answer), file)).rejects.toMatchObject({ name: 'Refused', code: 'not-taken' });
  });

  it.each([
    ['VK is down', answering('', 502)],
    ['VK says something else', ((_, response) => void response.end('<html>')) as RequestListener],
    ['nobody answers', (() => {}) as RequestListener],
    [
      'it is sent elsewhere',
      ((_, response) => void response.writeHead(307, { location: 'https://example.org' }).end()) as RequestListener,
    ],
  ])('is weather when %s', async (_, behave) => {
    await expect(uploading(behave)).rejects.toThrow(Weather);
  });

  it('too large for VK is said to be so', async () => {
    await expect(uploading(answering('', 413))).rejects.toMatchObject({ name: 'Refused', why: 'too-large' });
  });

  it('goes over no open line', async () => {
    const deps = { question: asking('http://pu.vk.com/upload'), apiUrl: 'https://api.vk.ru/method' };
    await expect(upload(deps, 201, [LIST])).rejects.toMatchObject({ name: 'Refused', code: 'open-line' });
  });
});

describe('a message with files', () => {
  let world: VkWorld;
  let turns: number;
  beforeEach(async () => {
    turns = 0;
    world = await openWorld({
      pace: {
        turn: async () => {
          turns += 1;
        },
      },
    });
  });
  afterEach(() => world.close());

  const sending = (): Worded => ({
    do: 'send',
    to: dialogOf(world.people.anna),
    text: 'Ваш список',
    files: [{ name: 'коды.csv', kind: 'document', base64: 'MQ==' }],
  });
  const asked = () => world.sandbox.vk.requests.map(({ method }) => method);
  const fault = (answer: number | 'html-502', method: string, when: 'before' | 'after' = 'before') =>
    world.sandbox.vk.faults.add({ kind: 'call', method, answer, when });

  it('takes a turn of the pace for every call, and is one message', async () => {
    await perform(world.platform, [sending()]);

    expect(asked()).toEqual(['docs.getMessagesUploadServer', 'docs.save', 'messages.send']);
    expect(turns).toBe(3);
  });

  it.each(['docs.getMessagesUploadServer', 'docs.save'])('nobody knows of when %s failed', async (method) => {
    fault('html-502', method);

    const [answer] = await perform(world.platform, [sending()]);

    expect(answer).toMatchObject({ is: 'later' });
    expect(answer).not.toHaveProperty('unknown');
    expect(world.visible(dialogOf(world.people.anna))).toEqual([]);
  });

  it('is not sent twice when only the answer was lost', async () => {
    fault('html-502', 'messages.send', 'after');

    await expect(perform(world.platform, [sending()])).rejects.toThrow(Weather);
    await perform(world.platform, [sending()]);

    expect(world.visible(dialogOf(world.people.anna))).toEqual(['Ваш список']);
  });

  it('says that the key may not keep files', async () => {
    world.sandbox.vk.world.state.community.permissions = ['messages', 'manage'];

    expect(await perform(world.platform, [sending()])).toEqual([{ is: 'refused', why: 'no-right', code: '15' }]);
  });

  it('leaves the others of its batch alone when it fails', async () => {
    fault(10, 'docs.save');
    const plain: Worded = { do: 'send', to: world.places.parents, text: 'Собрание' };

    const answers = await perform(world.platform, [sending(), plain]);

    expect(answers).toMatchObject([{ is: 'later' }, { is: 'done' }]);
  });
});
