import type { Citation } from './clause.js';
import type { Decision } from './verdict.js';

/** What the journal says of a finding: no words of the message. */
export interface JournaledFinding {
  readonly rule: string;
  readonly category: string;
  readonly citation: Citation;
  readonly start: number;
  readonly end: number;
  readonly confidence: number;
  readonly within?: string;
}

interface Written {
  /** Idempotency: one entry per id for ever. `v:` + update key, `r:` + action id, else `n:` + something unique. */
  readonly id: string;
  readonly at: number;
  /** Pseudonyms: `c_…`, `a_…`, `u_…`; a message is `c_…/42`. */
  readonly place?: string;
  readonly account?: string;
  readonly person?: string;
  readonly message?: string;
}

/** One line of the journal. No text, no name, no messenger id: pseudonyms only. */
export type Entry =
  | (Written & {
      readonly kind: 'verdict';
      readonly update: string;
      /** `message`, `edit`, `seen` (its pictures), `joined`, … */
      readonly what: string;
      readonly decision: Decision;
      /** Why nothing was found or done: `unregistered`, `dialog`, `observe`, `command:чат`, `clean` … */
      readonly because?: string;
      readonly findings: readonly JournaledFinding[];
      readonly errors: readonly { readonly rule: string; readonly message: string }[];
      readonly actions: readonly {
        readonly id: string;
        readonly do: string;
        readonly via: 'messenger' | 'simulation';
      }[];
      /** When the messenger says it was written, when it was queued, when work on it began, when it was decided. */
      readonly times: {
        readonly written: number;
        readonly received: number;
        readonly begun: number;
        readonly decided: number;
      };
    })
  | (Written & {
      readonly kind: 'receipt';
      readonly action: string;
      readonly do: string;
      readonly outcome: string;
      readonly detail?: string;
      readonly attempts: number;
      readonly times: { readonly queued: number; readonly called: number; readonly ended: number };
    })
  | (Written & { readonly kind: 'gap'; readonly from: number; readonly to: number })
  | (Written & { readonly kind: 'parked' | 'unparked' | 'note'; readonly update?: string; readonly detail: string });

/** An entry in its chain. `mac` = HMAC(key, previous mac + sequence + entry). */
export interface Link {
  readonly chain: string;
  readonly seq: number;
  readonly entry: Entry;
  readonly mac: string;
}
