import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** No dot or slash before the ending: a name cannot lead out of the folder. */
const SERVED = /^[\w-]+\.(?:js|css|svg)$/;

const HEADERS = {
  'content-security-policy':
    "default-src 'self'; img-src 'self' blob: data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-cache',
} as const;

/** The page's files are served as they are, from the sources, whether the program runs from `src` or from `dist`. */
const pageFolder = (from: string): string => {
  const folder = join(from, 'src/sandbox/page');
  if (existsSync(join(from, 'package.json')) && existsSync(join(folder, 'index.html'))) return folder;
  if (dirname(from) === from) throw new Error('src/sandbox/page is not beside the program');
  return pageFolder(dirname(from));
};

/** The sandbox page: `/`, and its modules and styles under `/page/`. */
export const registerPage = async (app: FastifyInstance): Promise<void> => {
  const folder = pageFolder(dirname(fileURLToPath(import.meta.url)));
  const page = async (inner: FastifyInstance) => {
    inner.addHook('onRequest', async (_request, reply) => void reply.headers(HEADERS));
    inner.get('/', async (_request, reply) =>
      reply.type('text/html; charset=utf-8').send(await readFile(join(folder, 'index.html'))),
    );
    inner.get<{ Params: { name: string } }>('/page/:name', async ({ params: { name } }, reply) => {
      const path = join(folder, name);
      if (!SERVED.test(name) || !existsSync(path)) return reply.code(404).send({ error: 'no such file' });
      return reply.type(TYPES[extname(name)] ?? 'application/octet-stream').send(await readFile(path));
    });
  };
  await app.register(page);
};
