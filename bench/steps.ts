import type { Entry } from '../src/domain/journal.js';
import type { Journal } from '../src/ports/stores.js';
import { median, quantile, table } from './figures.js';

type Verdict = Extract<Entry, { readonly kind: 'verdict' }>;
type Receipt = Extract<Entry, { readonly kind: 'receipt' }>;

const STEPS: readonly (readonly [string, (verdict: Verdict, receipt: Receipt) => number])[] = [
  ['in the queue', ({ times }) => times.begun - times.received],
  ['decided', ({ times }) => times.decided - times.begun],
  ['written and called', ({ times }, receipt) => receipt.times.called - times.decided],
  ['answered', (_, { times }) => times.ended - times.called],
];

/** Where the time of a deletion goes, as the journal tells it (whole milliseconds). */
export const steps = async (journal: Journal): Promise<string> => {
  const verdicts = new Map<string, Verdict>();
  const deletes: Receipt[] = [];
  for await (const { entry } of journal.read({})) {
    if (entry.kind === 'verdict') verdicts.set(entry.update, entry);
    if (entry.kind === 'receipt' && entry.do === 'delete') deletes.push(entry);
  }
  const pairs = deletes.flatMap((receipt) => {
    const verdict = verdicts.get(receipt.action.split('#')[0] ?? '');
    return verdict === undefined ? [] : [[verdict, receipt] as const];
  });
  const rows = STEPS.map(([name, length]) => {
    const lengths = pairs.map(([verdict, receipt]) => length(verdict, receipt));
    return [name, median(lengths), quantile(lengths, 0.9), quantile(lengths, 0.99)];
  });
  return `Where our time goes\n\n${table(['', 'median', 'p90', 'p99'], rows)}`;
};
