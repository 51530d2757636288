import { z } from 'zod';
import { MINUTE, SECOND } from '../../domain/time.js';
import type { Recent } from '../facts.js';
import { raisedHand } from '../hand.js';
import { defineRule, type Evidence } from '../rule.js';

const NOTHING: readonly Evidence[] = [];

/** So many hands before this one, two seconds from each to the next. */
const hands = (count: number): readonly Recent[] =>
  Array.from({ length: count }, (_, at) => ({ ago: (at + 1) * 2 * SECOND, own: false, same: true, kind: 'hand' }));

/** Many answer by a sign at once: nobody breaks anything, a poll would serve them better. */
export default defineRule({
  id: 'show-of-hands',
  category: 'flood',
  decision: 'keep',
  cites: 'ON_TOPIC',
  summary: 'reason-flood',
  settings: z.strictObject({
    perMinute: z.int().min(3).max(100).default(10).describe('rules-setting-hands-per-minute'),
  }),

  check: () => NOTHING,

  overall({ text }, { perMinute }, { recent }) {
    if (recent === undefined || !raisedHand(text)) return NOTHING;
    const raised = recent.filter(({ ago, kind }) => kind === 'hand' && ago < MINUTE).length + 1;
    return raised < perMinute ? NOTHING : [{ start: 0, end: 0, confidence: 0.9 }];
  },

  examples: {
    flags: [['+', '', { recent: hands(24) }]],
    passes: [['+', { recent: hands(5) }], ['Кто идёт в музей?', { recent: hands(24) }], '+'],
  },
});
