import type { Entry, Link } from '../../src/domain/journal.js';
import { chained, deletion, receipt, verdict } from './links.js';

interface Explained {
  readonly verdicts: readonly { readonly actions: readonly { readonly id: string; readonly receipt?: Entry }[] }[];
  readonly receipts: readonly Entry[];
  readonly others: readonly Entry[];
}
interface Step {
  readonly name: string;
  readonly from: number;
  readonly ms: number;
}

/** The page's modules are plain JavaScript: what they promise is said here. */
const { explain, told, textsFor, cut, steps } = jest.requireActual<{
  explain(links: readonly Link[]): Explained;
  told(explained: Explained): boolean;
  textsFor(verdicts: readonly unknown[], texts: readonly string[], fromTheFirst: boolean): readonly string[];
  cut(text: string, findings: readonly object[]): readonly { text: string; found: boolean }[];
  steps(verdict: object): { readonly steps: readonly Step[]; readonly total: number };
}>('../../src/sandbox/page/explain.js');

const marked = (text: string, ...spans: readonly (readonly [number, number])[]) =>
  cut(
    text,
    spans.map(([start, end]) => ({ start, end })),
  ).map((piece) => (piece.found ? `[${piece.text}]` : piece.text));

describe('the journal as the panel tells it', () => {
  it('gives each action its receipt and keeps the rest apart', () => {
    const note: Entry = { kind: 'note', id: 'n:1', at: 5, detail: 'a note' };

    const explained = explain(chained([deletion(0, 3), receipt('d1'), receipt('elsewhere'), note]));

    expect(explained.verdicts[0]?.actions).toEqual([expect.objectContaining({ id: 'd1', receipt: receipt('d1') })]);
    expect(explained.receipts).toEqual([receipt('elsewhere')]);
    expect(explained.others).toEqual([note]);
  });

  it('is told to the end when every action has its receipt', () => {
    expect(told(explain([]))).toBe(false);
    expect(told(explain(chained([verdict()])))).toBe(true);
    expect(told(explain(chained([deletion(0, 3)])))).toBe(false);
    expect(told(explain(chained([deletion(0, 3), receipt('d1')])))).toBe(true);
  });

  it('lays verdicts beside the texts they were about', () => {
    expect(textsFor(['message'], ['first', 'edited a moment ago'], true)).toEqual(['first']);
    expect(textsFor(['message', 'edit'], ['the last one only'], false)).toEqual([undefined, 'the last one only']);
  });

  it('marks what was found, and nothing twice', () => {
    expect(marked('какой хрен собрание', [6, 10])).toEqual(['какой ', '[хрен]', ' собрание']);
    expect(marked('хрен', [0, 4])).toEqual(['[хрен]']);
    expect(marked('абвгд', [0, 2], [1, 4])).toEqual(['[аб]', '[вг]', 'д']);
    expect(marked('короткий', [5, 900])).toEqual(['корот', '[кий]']);
    expect(cut('целый', [{ start: 0, end: 2, within: 'forwarded' }])).toEqual([{ text: 'целый', found: false }]);
  });

  it('counts every step from the queue to the answer', () => {
    const [explained] = explain(chained([deletion(0, 3), receipt('d1')])).verdicts;

    const { steps: all, total } = steps(explained ?? {});

    expect(all.map(({ name, from, ms }) => [name, from, ms])).toEqual([
      ['begun', 0, 4],
      ['decided', 4, 5],
      ['called', 9, 10],
      ['ended', 19, 20],
    ]);
    expect(total).toBe(39);
  });
});
