/**
 * The journal of one message as the panel tells it: each verdict with its actions, each action with its receipt.
 * Receipts whose verdict is not among the links stand under `receipts`; everything else under `others`.
 */
export const explain = (links) => {
  const entries = links.map((link) => link.entry).sort((a, b) => a.at - b.at);
  const receipts = new Map(entries.filter(({ kind }) => kind === 'receipt').map((entry) => [entry.action, entry]));
  const verdicts = entries
    .filter(({ kind }) => kind === 'verdict')
    .map((entry) => ({
      ...entry,
      actions: entry.actions.map((action) => {
        const receipt = receipts.get(action.id);
        receipts.delete(action.id);
        return { ...action, receipt };
      }),
    }));
  return {
    verdicts,
    receipts: [...receipts.values()],
    others: entries.filter(({ kind }) => kind !== 'verdict' && kind !== 'receipt'),
  };
};

/** Whether the journal will tell no more: every verdict is there and every action has its receipt. */
export const told = ({ verdicts }) =>
  verdicts.length > 0 && verdicts.every(({ actions }) => actions.every(({ receipt }) => receipt));

/**
 * The text each verdict was about. Verdicts and texts go side by side from the first version; a page that came later
 * knows the latest ones only and counts from the end.
 */
export const textsFor = (verdicts, texts, fromTheFirst) =>
  verdicts.map((_, index) => texts[fromTheFirst ? index : texts.length - verdicts.length + index]);

/** A text cut into pieces, those that were found marked; overlapping finds become one. */
export const cut = (text, findings) => {
  const own = findings.filter(({ within }) => within === undefined);
  const spans = own.map(({ start, end }) => [start, Math.min(end, text.length)]).sort((a, b) => a[0] - b[0]);
  const pieces = [];
  let done = 0;
  for (const [start, end] of spans) {
    if (end <= done || start >= end) continue;
    const from = Math.max(start, done);
    if (from > done) pieces.push({ text: text.slice(done, from), found: false });
    pieces.push({ text: text.slice(from, end), found: true });
    done = end;
  }
  if (done < text.length) pieces.push({ text: text.slice(done), found: false });
  return pieces;
};

/** Steps from the queue to the last answer, each with its beginning and length in milliseconds after `received`. */
export const steps = ({ times, actions }) => {
  const zero = times.received;
  const line = (name, from, to, what) => ({ name, what, from: from - zero, ms: to - from });
  const own = [line('begun', times.received, times.begun), line('decided', times.begun, times.decided)];
  const done = actions
    .filter(({ receipt }) => receipt)
    .flatMap(({ do: what, receipt }) => [
      line('called', times.decided, receipt.times.called, what),
      line('ended', receipt.times.called, receipt.times.ended, what),
    ]);
  const all = [...own, ...done];
  return { steps: all, total: Math.max(...all.map(({ from, ms }) => from + ms)) };
};
