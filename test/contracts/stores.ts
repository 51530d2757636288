import type { Make } from './stores/harness.js';
import { proving, reading } from './stores/journal.js';
import { clocks, records } from './stores/kept.js';
import { asides, decisions } from './stores/ledger.js';
import { ending, taking } from './stores/outbox.js';
import { bookmarks, personalCodes, persons, rooms } from './stores/records.js';
import { telling } from './stores/told.js';
import { traces } from './stores/traces.js';
import { trimming } from './stores/trimming.js';

export type { Harness, Make } from './stores/harness.js';

/** What every set of stores promises; `make` gives fresh ones for each promise. */
export const storesContract = (name: string, make: Make): void =>
  describe(`${name} stores`, () => {
    for (const part of [
      decisions,
      taking,
      ending,
      telling,
      asides,
      reading,
      proving,
      trimming,
      persons,
      rooms,
      personalCodes,
      bookmarks,
      records,
      clocks,
      traces,
    ])
      part(make);
  });
