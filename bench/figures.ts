/** The value below which a share `q` of them lies (nearest rank). */
export const quantile = (values: readonly number[], q: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(q * sorted.length) - 1))] ?? Number.NaN;
};

export const median = (values: readonly number[]): number => quantile(values, 0.5);

const rounded = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toFixed(1));

export type Cell = string | number;

/** Columns under one another, as Markdown. */
export const table = (head: readonly string[], rows: readonly (readonly Cell[])[]): string => {
  const cells = [head, head.map(() => '---'), ...rows].map((row) =>
    row.map((cell) => (typeof cell === 'number' ? rounded(cell) : cell)),
  );
  const widths = head.map((_, at) => Math.max(...cells.map((row) => (row[at] ?? '').length)));
  return cells
    .map((row) => `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0, cell === '---' ? '-' : ' ')).join(' | ')} |`)
    .join('\n');
};
