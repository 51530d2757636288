import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { distance } from '../../src/moderation/media/print.js';
import { dimensionsOf } from '../../src/pictures/dimensions.js';
import { createPictures, MOST_POINTS } from '../../src/pictures/index.js';
import { lookAt } from '../../src/pictures/look-at.js';
import { type TextReader, tesseract } from '../../src/pictures/read-text.js';
import { landscape, page } from '../world/picture.js';

const LINK = 'https://t.me/+abc';

describe('a picture', () => {
  it.each(['png', 'jpeg', 'webp'] as const)('in %s tells what its QR code holds', async (format) => {
    const bytes = format === 'png' ? await page(LINK).encode('png') : await page(LINK).encode(format, 80);
    expect((await lookAt(bytes)).words).toEqual([LINK]);
    expect(dimensionsOf(bytes)).toEqual({ width: 300, height: 300 });
  });

  it('tells of several codes', async () => {
    const { words } = await lookAt(await page(LINK, 'https://resh.edu.ru').encode('png'));
    expect([...words].sort()).toEqual(['https://resh.edu.ru', LINK]);
  });

  it('has the same print when it is made smaller or saved anew, and another than another', async () => {
    const [first, small, saved, other] = await Promise.all([
      lookAt(await landscape(900, 600).encode('png')),
      lookAt(await landscape(450, 300).encode('png')),
      lookAt(await landscape(900, 600).encode('jpeg', 50)),
      lookAt(await page(LINK).encode('png')),
    ]);
    expect(distance(first.print, small.print)).toBeLessThanOrEqual(6);
    expect(distance(first.print, saved.print)).toBeLessThanOrEqual(6);
    expect(distance(first.print, other.print)).toBeGreaterThan(6);
  });
});

describe('pictures, as a port', () => {
  /** A thread does not know how the tests read the sources. */
  const program = new URL(
    `data:text/javascript,${encodeURIComponent(
      [
        `import { register } from '${pathToFileURL(
          createRequire(import.meta.url)
            .resolve('tsx/esm/api')
            .replace(/cjs$/, 'mjs'),
        )}';`,
        'register();',
        `await import('${new URL('../../src/pictures/worker.ts', import.meta.url)}');`,
      ].join('\n'),
    )}`,
  );
  const opened: ReturnType<typeof createPictures>[] = [];
  const open = (over: Parameters<typeof createPictures>[0] = {}) => {
    const pictures = createPictures({ program, ...over });
    opened.push(pictures);
    return pictures;
  };
  afterAll(() => Promise.all(opened.map((one) => one.close())));

  it('looks in a thread of its own, one after another', async () => {
    const pictures = open();
    const [one, two] = await Promise.all([
      pictures.look(await page(LINK).encode('png')),
      pictures.look(await page('второй').encode('png')),
    ]);
    expect([one?.words, two?.words]).toEqual([[LINK], ['второй']]);
  });

  it('what is no picture, is cut off or claims to be immense is not looked at, and the next one is', async () => {
    const pictures = open();
    const bytes = await page(LINK).encode('png');
    const immense = new Uint8Array(bytes);
    immense.set([0, 0, 0xff, 0xff, 0, 0, 0xff, 0xff], 16);
    expect(await pictures.look(new TextEncoder().encode('MZ'))).toBeUndefined();
    expect(await pictures.look(immense)).toBeUndefined();
    expect(0xffff * 0xffff).toBeGreaterThan(MOST_POINTS);
    expect(await pictures.look(bytes.subarray(0, 40))).toBeUndefined();
    expect((await pictures.look(bytes))?.words).toEqual([LINK]);
  });

  it('one that takes too long is given up, and the thread begins anew', async () => {
    const pictures = open({ timeout: 0 });
    expect(await pictures.look(await page(LINK).encode('png'))).toBeUndefined();
    expect(await pictures.look(await page(LINK).encode('png'))).toBeUndefined();
  });

  it('text is read only when there is a reader, and it says when its program is absent', async () => {
    const reader: TextReader = { read: async () => ['Продам гашиш'], present: async () => true };
    const reading = open({ reader });
    expect((await reading.look(await page(LINK).encode('png')))?.words).toEqual([LINK, 'Продам гашиш']);
    expect(await reading.reading()).toBe('on');
    expect(await open().reading()).toBe('off');
    const absent = tesseract('/nonexistent/tesseract');
    expect(await open({ reader: absent }).reading()).toBe('absent');
    expect(await absent.read(new Uint8Array(3))).toEqual([]);
  });
});
