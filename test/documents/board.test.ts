import { loadImage } from '@napi-rs/canvas';
import { text } from '../../src/domain/text.js';
import { documentsIn } from './documents.js';

const documents = documentsIn('ru');
const row = (title: string, done?: number) => ({
  cells: ['1', title, '5А', 'Ключева М. П.', '15.09.2026', '2 из 3 (67 %)', 'идёт'],
  tone: 'open' as const,
  ...(done === undefined ? {} : { done }),
});
const columns = ['number', 'old', 'class', 'responsible', 'due', 'progress', 'state'] as const;
const drawn = (rows: readonly ReturnType<typeof row>[]) =>
  documents.board({
    name: text('migration-board-name', { date: '15.09.2026' }),
    title: text('migration-board-title', { date: '15.09.2026' }),
    columns: columns.map((column) => text('migration-board-column', { column })),
    rows,
  });
const sizeOf = async (rows: readonly ReturnType<typeof row>[]) => {
  const [file] = await drawn(rows);
  const { width, height } = await loadImage(Buffer.from(file?.bytes ?? []));
  return { width, height };
};

describe('the picture of the board', () => {
  it('is one picture of up to twenty rows, and as many as it takes of more', async () => {
    const of = async (count: number) =>
      (await drawn(Array.from({ length: count }, () => row('5А родители')))).map((file) => file.name);
    expect(await of(0)).toEqual([]);
    expect(await of(20)).toEqual(['Переносы 15.09.2026.png']);
    expect(await of(60)).toEqual([1, 2, 3].map((page) => `Переносы 15.09.2026 ${page}.png`));
  });

  it('gives a long title room, and a longer one no more than three lines', async () => {
    const [short, long, longest] = await Promise.all(
      ['5А', 'слово '.repeat(14).trim(), 'слово '.repeat(80).trim()].map((title) => sizeOf([row(title)])),
    );
    expect(long?.height).toBeGreaterThan(short?.height ?? 0);
    expect((longest?.height ?? 0) - (short?.height ?? 0)).toBe(60);
    expect(longest?.width).toBe(short?.width);
  });

  it('stays within what messengers take, however many rows there are', async () => {
    const { width, height } = await sizeOf(Array.from({ length: 20 }, () => row('слово '.repeat(40), 1)));
    expect(width + height).toBeLessThan(10_000);
    expect(height / width).toBeLessThan(20);
  });

  it('draws the same of the same', async () => {
    const [one, other] = await Promise.all([drawn([row('5А', 0.5)]), drawn([row('5А', 0.5)])]);
    expect(one?.[0]?.bytes).toEqual(other?.[0]?.bytes);
  });
});
