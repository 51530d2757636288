import { main } from '../src/cli/main.js';

/** The program from its sources, for `tsx watch`. */
const { stdin, stdout, stderr, env } = process;
process.exit(await main(process.argv.slice(2), { stdin, stdout, stderr, env }));
