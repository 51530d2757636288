import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { commands } from '../commands/index.js';
import { EPISODE } from '../src/cases/ladder.js';
import { main } from '../src/cli/main.js';
import { Environment } from '../src/config.js';
import { CITATION_KEYS } from '../src/domain/clause.js';
import { MINUTE, SECOND } from '../src/domain/time.js';
import { VK_CAPABILITIES } from '../src/platforms/vk/index.js';
import { PARTITIONS } from '../src/queue/partition.js';
import { VK_PACE } from '../src/storage/redis/pace.js';

const PAGES = [
  ...readdirSync('.').filter((name) => name.endsWith('.md')),
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
const read = (page: string): string => readFileSync(page, 'utf8');
const GUIDE = read('README.ru.md');
const ARCHITECTURE = read('docs/architecture.md');

const found = (page: string, pattern: RegExp): readonly string[] =>
  [...read(page).matchAll(pattern)].flatMap((match) => match[1] ?? []);

/** As the sites that show Markdown make it of a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

const anchorsOf = (page: string): readonly string[] => found(page, /^#+ (.+)$/gm).map(anchorOf);

const leadsNowhere = (page: string, link: string): boolean => {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? page : join(dirname(page), path);
  return !existsSync(target) || (anchor !== undefined && !anchorsOf(target).includes(decodeURIComponent(anchor)));
};

const verbs = async (): Promise<readonly string[]> => {
  const stdout = new PassThrough();
  await main(['help'], { stdin: new PassThrough(), stdout, stderr: new PassThrough(), env: {} });
  const [, list = ''] = /<(.+)>/.exec(String(stdout.read())) ?? [];
  return list.split(' | ');
};

describe('the README', () => {
  it.each(['README.md', 'README.ru.md'])('%s begins with the one command that shows everything', (page) =>
    expect(read(page)).toContain('npm ci && npm start'),
  );

  it('names the one command that tests everything', () => expect(read('README.md')).toContain('npm ci && npm test'));

  it("shows the sandbox, in a picture of a page's size", () => {
    const picture = readFileSync('docs/pictures/sandbox.png');
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1280, 800]);
  });
});

describe("the administrator's guide", () => {
  it.each(commands.map(({ name, english }) => [name, english] as const))('explains /%s, /%s', (name, english) => {
    expect(GUIDE).toMatch(new RegExp(`^\\| \`/${name}[ \`]`, 'm'));
    expect(GUIDE).toContain(`\`/${english}\``);
  });

  it('explains every verb, and no other', async () => {
    const explained = found('README.ru.md', /^\| `npx dezhurny ([a-z-]+)/gm);
    expect([...new Set(explained)].sort()).toEqual([...(await verbs())].sort());
  });
});

describe.each(PAGES)('%s', (page) => {
  it('links to what is there', () => {
    const links = found(page, /\]\(([^)\s]+)\)/g).filter((link) => !/^[a-z]+:/.test(link));
    expect(links.filter((link) => leadsNowhere(page, link))).toEqual([]);
  });

  it('names files that are there', () => {
    const paths = found(
      page,
      /`((?:src|test|commands|policies|scripts|docs|locales|bench|\.ci)\/[\w./-]*|\.env\.example|\.dependency-cruiser\.cjs)`/g,
    );
    expect(paths.filter((path) => !existsSync(path))).toEqual([]);
  });

  it('names variables that the program reads', () => {
    // Citation keys of an edition look like variables.
    const ours = [
      ...Object.keys(Environment.shape),
      ...CITATION_KEYS,
      'CHROMIUM',
      'LONG',
      'MESSENGER',
      'PICTURES',
      'KILLS',
      'PARENTS',
      'CHATS',
    ];
    const named = [...found(page, /\b([A-Z]{2,}(?:_[A-Z]+)+)\b/g), ...found(page, /\b([A-Z_]{3,})=/g)];
    expect(named.filter((name) => !ours.includes(name))).toEqual([]);
  });

  it('names scripts that npm has', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = found(page, /\bnpm run (?:-s )?([a-z:]+)/g);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('calls verbs that exist', async () => {
    const known = await verbs();
    const called = found(page, /\bnpx dezhurny ([a-z-]+)/g);
    expect(called.filter((verb) => !known.includes(verb))).toEqual([]);
  });

  it('knows no machine but the reader’s own', () => expect(read(page)).not.toMatch(/\/work\/|\/home\/|\/tmp\//));
});

describe('docs/architecture.md', () => {
  it("says VK's capabilities as the adapter has them", () => {
    const { batch, ...plain } = VK_CAPABILITIES;
    const rows = Object.entries(plain).map(([name, value]) => `| \`${name}\` | ${value} |`);
    const calls = `| \`batch\` | ${batch.deletes} deletes, ${batch.calls} calls, ${batch.places} places |`;
    expect([...rows, calls].filter((row) => !ARCHITECTURE.includes(row))).toEqual([]);
  });

  it('says the numbers of the code', () => {
    const { limit, window } = VK_PACE;
    expect(ARCHITECTURE).toContain(`one of ${PARTITIONS} partitions`);
    expect(ARCHITECTURE).toContain(`${limit} calls in ${window / SECOND} s`);
    expect(ARCHITECTURE).toContain(`within ${EPISODE / MINUTE} minutes are one episode`);
  });

  it('names every room', () => {
    const rooms = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(rooms.map(({ name }) => name).filter((name) => !ARCHITECTURE.includes(`${name}/`))).toEqual([]);
  });
});
