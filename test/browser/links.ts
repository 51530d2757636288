import type { Entry, Link } from '../../src/domain/journal.js';

type Verdict = Extract<Entry, { kind: 'verdict' }>;

const START = 1_780_000_000_000;

/** A verdict as the journal keeps it, 4 ms waited for and 5 ms thought about. */
export const verdict = (what: Partial<Verdict> = {}): Verdict => ({
  kind: 'verdict',
  id: 'v:one',
  at: START + 329,
  message: 'c_x/1',
  update: 'vk-one',
  what: 'message',
  decision: 'keep',
  findings: [],
  errors: [],
  actions: [],
  times: { written: START, received: START + 320, begun: START + 324, decided: START + 329 },
  ...what,
});

/** A deletion's receipt: called 10 ms after the decision, answered in 20 ms. */
export const receipt = (action: string): Entry => ({
  kind: 'receipt',
  id: `r:${action}`,
  at: START + 360,
  action,
  do: 'delete',
  outcome: 'done',
  attempts: 1,
  times: { queued: START + 329, called: START + 339, ended: START + 359 },
});

/** A verdict that deleted a message for the words at these offsets, citing clause 4.2. */
export const deletion = (start: number, end: number): Verdict =>
  verdict({
    decision: 'delete',
    findings: [
      {
        rule: 'obscene',
        category: 'obscene',
        citation: { document: 'regulation', clause: '4.2', edition: '2024-08-31' },
        start,
        end,
        confidence: 0.97,
      },
    ],
    actions: [{ id: 'd1', do: 'delete', via: 'messenger' }],
  });

export const chained = (entries: readonly Entry[]): readonly Link[] =>
  entries.map((entry, index) => ({ chain: 'c0', seq: index + 1, entry, mac: 'mac' }));
