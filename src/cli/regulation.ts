import { BadUsage, type Terminal } from './terminal.js';

export const run = async (_argv: readonly string[], _io: Terminal): Promise<number> => {
  throw new BadUsage('dezhurny regulation: not yet');
};
