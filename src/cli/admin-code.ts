import { confirmAhead } from '../app/people-role.js';
import { printCode } from '../domain/code.js';
import type { Person } from '../domain/person.js';
import { DAY } from '../domain/time.js';
import type { Data } from '../main/store.js';
import { PROVISIONAL } from '../roster/provisional.js';
import { BadUsage, EXIT, line, type Terminal } from './terminal.js';
import { withStore } from './with-store.js';

const USAGE = 'dezhurny admin-code [--person ID]';
const VALID = 7 * DAY;

const chosen = async ({ stores }: Data, id: string | undefined): Promise<Person | string> => {
  if (id !== undefined) {
    const person = await stores.people.find(id);
    if (person === undefined) return 'nobody of the roster has this id';
    return person.role === 'administrator' ? person : 'this person is not an administrator in the roster';
  }
  const administrators = (await stores.people.all()).filter(({ role }) => role === 'administrator');
  const [only, another] = administrators.filter(({ id: own }) => own !== PROVISIONAL.id);
  if (another !== undefined) return 'the roster names several administrators; choose one with --person ID';
  return only ?? PROVISIONAL;
};

/** The one-time code by which this administrator links an account; whoever holds it needs nobody's confirmation. */
export const issueAdminCode = async ({ stores, vault }: Pick<Data, 'stores' | 'vault'>, person: Person) => {
  const { people, codes } = stores;
  if (person === PROVISIONAL) await people.put([person]);
  const issue = (await codes.issueOf(person.id)) + 1;
  const code = vault.code(person.id, issue);
  const at = Date.now();
  await codes.issue([{ code, person: person.id, issue, until: at + VALID }]);
  await confirmAhead(stores, person.id, issue, at);
  return code;
};

/** Prints the one-time code by which the first platform administrator links an account. */
export const run = async (argv: readonly string[], io: Terminal): Promise<number> => {
  const given = argv.length === 2 && argv[0] === '--person' ? argv[1] : undefined;
  if (argv.length > 0 && given === undefined) throw new BadUsage(USAGE);
  return withStore(io, async (open) => {
    const person = await chosen(open, given);
    if (typeof person === 'string') {
      line(io.stderr, person);
      return EXIT.wrong;
    }
    const code = await issueAdminCode(open, person);
    line(io.stdout, printCode(code));
    line(io.stderr, `Write it to the bot in a dialog within 7 days: /код ${printCode(code)}`);
    return EXIT.done;
  });
};
