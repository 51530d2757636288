import { normaliseClass } from '../domain/class-name.js';
import { text } from '../domain/text.js';
import type { Data } from '../main/store.js';
import { LARGEST, readRoster } from '../roster/read.js';
import { readArguments } from './arguments.js';
import { givenFile } from './given-file.js';
import { CODES_USAGE, runCodes } from './roster-codes.js';
import { exportRoster } from './roster-export.js';
import { load } from './roster-load.js';
import { BadUsage, EXIT, line, type Terminal, Unfit } from './terminal.js';
import { withStore } from './with-store.js';

const USAGE = [
  'dezhurny roster check FILE [--classes 5А,5Б]',
  'dezhurny roster import FILE [--classes 5А,5Б] [--yes]',
  'dezhurny roster export FILE.csv|FILE.xlsx',
  CODES_USAGE,
].join('\n       ');

const OPTIONS = {
  yes: { type: 'boolean', default: false },
  classes: { type: 'string' },
} as const;

const parse = (argv: readonly string[]) => readArguments(argv, OPTIONS, USAGE);
type Values = ReturnType<typeof parse>['values'];

const classOf = (typed: string): string => {
  const name = normaliseClass(typed);
  if (name === null) throw new BadUsage(`${USAGE}\n«${typed.trim().slice(0, 20)}» is no class; example: 5А`);
  return name;
};

interface Given {
  readonly file: string;
  readonly bytes: Buffer;
  readonly classes: readonly string[] | undefined;
}

const look = async ({ file, bytes, classes: told }: Given, { stores, say }: Data) => {
  const classes = told ?? (await stores.people.classes());
  const version = await stores.people.version();
  const known = await stores.people.all();
  const preview = readRoster(bytes, file, { people: known, ...(classes.length > 0 && { classes }) });
  if (preview.refused) throw new Unfit(`${file}: ${say(preview.refused)}`);
  return { preview, known, version };
};

const checkOrImport = async (file: string, importing: boolean, { yes, classes: typed }: Values, io: Terminal) => {
  const classes = typed?.split(',').map(classOf);
  const bytes = await givenFile(file, LARGEST);
  return withStore(io, async (data) => {
    const { preview, known, version } = await look({ file, bytes, classes }, data);
    const wrong = preview.errors.length > 0 ? EXIT.wrong : EXIT.done;
    if (!importing || !yes || preview.people.length === 0) {
      line(io.stdout, data.say(preview.summary));
      if (importing && !yes && preview.people.length > 0) line(io.stderr, data.say(text('roster-how-to-load')));
      return wrong;
    }
    line(
      io.stdout,
      preview.sentences
        .slice(0, -1)
        .map((sentence) => data.say(sentence))
        .join(' '),
    );
    await load({ list: preview.people, known, version, ...(classes && { classes }) }, data, io);
    return EXIT.done;
  });
};

/** The school's list of people: looked through, loaded, written out; personal codes of those in it. */
export const run = async (argv: readonly string[], io: Terminal): Promise<number> => {
  if (argv[0] === 'codes') return runCodes(argv.slice(1), io);
  const { positionals, values } = parse(argv);
  const [what, file, ...rest] = positionals;
  if (rest.length > 0) throw new BadUsage(USAGE);
  if ((what === 'check' || what === 'import') && file !== undefined)
    return checkOrImport(file, what === 'import', values, io);
  if (what === 'export' && file !== undefined) return exportRoster(file, io);
  throw new BadUsage(USAGE);
};
