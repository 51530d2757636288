import Fastify from 'fastify';
import { registerPage } from '../../src/sandbox/page/serve.js';

const app = Fastify({ forceCloseConnections: true });
let url = '';
beforeAll(async () => {
  await registerPage(app);
  url = await app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => app.close());

const ask = (path: string) => fetch(`${url}${path}`);

describe('the files of the page', () => {
  it('come with their types and a policy that admits nothing foreign', async () => {
    const [page, script, style] = await Promise.all(['/', '/page/main.js', '/page/tokens.css'].map(ask));

    expect(page?.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page?.headers.get('content-security-policy')).toContain("default-src 'self'; img-src 'self' blob: data:");
    expect(script?.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(style?.headers.get('content-type')).toBe('text/css; charset=utf-8');
  });

  it('are all there is: no way leads out of the folder, nor to the program itself', async () => {
    const outside = ['serve.ts', '..%2Fplay.ts', '..%2f..%2f..%2fpackage.json', '%00.js', 'constructor', ''];

    const answers = await Promise.all(outside.map((name) => ask(`/page/${name}`)));

    expect(answers.map(({ status }) => status)).toEqual(outside.map(() => 404));
  });

  it('name nothing outside this server', async () => {
    const page = await (await ask('/')).text();

    expect(page).toContain('<script type="module" src="/page/main.js">');
    expect(page).not.toMatch(/(?:src|href)="(?!\/page\/)/);
    expect(page).not.toMatch(/<script(?![^>]*src=)|style=/);
  });
});
