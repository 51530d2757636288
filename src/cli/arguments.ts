import { type ParseArgsConfig, parseArgs } from 'node:util';
import { BadUsage } from './terminal.js';

type Options = NonNullable<ParseArgsConfig['options']>;

/** What stands behind a verb: words and options. @throws BadUsage with `usage` when an option is not one of these. */
export const readArguments = <const O extends Options>(argv: readonly string[], options: O, usage: string) => {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true });
  } catch {
    throw new BadUsage(usage);
  }
};

/** The same for a verb that takes options only. */
export const readOptions = <const O extends Options>(argv: readonly string[], options: O, usage: string) => {
  const { positionals, values } = readArguments(argv, options, usage);
  if (positionals.length > 0) throw new BadUsage(usage);
  return values;
};
