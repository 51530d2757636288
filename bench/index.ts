import { parseArgs } from 'node:util';
import { flood } from './flood.js';
import { busyness, machine } from './machine.js';
import { reaction } from './reaction.js';
import { throughput } from './throughput.js';

const { values } = parseArgs({
  options: {
    /** One of `reaction`, `flood`, `throughput`. */
    only: { type: 'string' },
    /** Seconds of load for each bot. */
    seconds: { type: 'string', default: '60' },
    /** A folder for a CPU profile of the program under the load of `reaction`. */
    profile: { type: 'string' },
    /** Leaves the bare bot out of the flood: it takes a minute. */
    'skip-bare-flood': { type: 'boolean', default: false },
  },
});

const parts: Readonly<Record<string, () => Promise<string>>> = {
  reaction: () => reaction(Number(values.seconds), values.profile),
  flood: () => flood(!values['skip-bare-flood']),
  throughput,
};

console.log(`${await machine()}; ${busyness()} before\n`);
for (const [name, part] of Object.entries(parts))
  if (values.only === undefined || values.only === name) console.log(`${await part()}\n`);
console.log(`${busyness()} after`);
