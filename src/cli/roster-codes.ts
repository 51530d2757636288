import { createDocuments } from '../documents/index.js';
import { normaliseClass } from '../domain/class-name.js';
import { printCode } from '../domain/code.js';
import { text } from '../domain/text.js';
import type { Data } from '../main/store.js';
import { roleOf } from '../roster/columns.js';
import { askAddress, readAddress } from './address.js';
import { readOptions } from './arguments.js';
import { emptyFolder, writeCards } from './roster-cards.js';
import { type Choice, issueCodes, type Printed, VALID } from './roster-issue.js';
import { BadUsage, EXIT, line, type Terminal } from './terminal.js';
import { withStore } from './with-store.js';

export const CODES_USAGE =
  'dezhurny roster codes [--class 5А] [--role родитель] [--again ID]… [--address https://vk.me/…] [--cards FOLDER] [--json]';

const OPTIONS = {
  json: { type: 'boolean', default: false },
  class: { type: 'string' },
  role: { type: 'string' },
  again: { type: 'string', multiple: true },
  address: { type: 'string' },
  cards: { type: 'string' },
} as const;

interface Wanted extends Choice {
  readonly address: string | undefined;
  readonly cards: string | undefined;
  readonly json: boolean;
}

const parse = (argv: readonly string[]) => readOptions(argv, OPTIONS, CODES_USAGE);

/** An option that was given has to be understood. */
const understood = <T>(typed: string | undefined, read: (typed: string) => T | null | undefined): T | undefined => {
  const value = typed === undefined ? undefined : read(typed);
  if (value === null || (typed !== undefined && value === undefined))
    throw new BadUsage(`${CODES_USAGE}\n«${typed?.trim().slice(0, 40)}» is not understood`);
  return value;
};

const json = (printed: readonly Printed[], until: number): string =>
  JSON.stringify(
    printed.map(({ person, name, classes, code, link, without }) => ({
      person: person.id,
      name,
      role: person.role,
      class: classes.join(','),
      code: code === undefined ? null : printCode(code),
      link: link ?? null,
      expires: code === undefined ? null : new Date(until).toISOString(),
      ...(without !== undefined && { without }),
    })),
    null,
    2,
  );

const sentence = ({ person, name, classes, code, without }: Printed, until: string) => {
  const who = { name, role: person.role, class: classes.join(',') };
  if (code !== undefined) return text('roster-code', { ...who, code: printCode(code), link: '', until });
  return without === 'linked' ? text('code-linked-already', who) : text('code-other-way', who);
};

const saveCards = async (folder: string, printed: readonly Printed[], until: number, { say, config }: Data) => {
  const cards = printed.flatMap(({ person, name, classes, code, link }) =>
    code === undefined
      ? []
      : [{ person: person.id, card: { name, role: person.role, classes, code, until, ...(link && { link }) } }],
  );
  if (cards.length === 0) return text('cards-none');
  const documents = createDocuments({ say, locale: config.LOCALE, timeZone: config.TIME_ZONE });
  return text('cards-written', { count: cards.length, file: await writeCards(folder, cards, { documents, say }) });
};

/** Personal codes of the chosen people, valid from now on; those not used yet stay the same, whoever is linked needs none. */
const printCodes = async (wanted: Wanted, data: Data, io: Terminal): Promise<number> => {
  const { say, config } = data;
  if (wanted.cards !== undefined) await emptyFolder(wanted.cards, say);
  const now = Date.now();
  const linking = wanted.json || wanted.cards !== undefined;
  const address = wanted.address ?? (linking ? await askAddress(data, io) : undefined);
  const printed = await issueCodes(wanted, address, data, now);
  const until = new Date(now + VALID).toLocaleDateString(config.LOCALE, { timeZone: config.TIME_ZONE });
  if (wanted.json) line(io.stdout, json(printed, now + VALID));
  else
    for (const one of printed)
      if (wanted.cards === undefined || one.code === undefined) line(io.stdout, say(sentence(one, until)));
  if (wanted.cards === undefined) return EXIT.done;
  if (address === undefined) line(io.stderr, say(text('cards-without-link')));
  const saved = await saveCards(wanted.cards, printed, now + VALID, data);
  line(wanted.json ? io.stderr : io.stdout, say(saved));
  return EXIT.done;
};

/** One-time personal codes, as text, as JSON, on cards. */
export const runCodes = async (argv: readonly string[], io: Terminal): Promise<number> => {
  const { class: typed, role, again = [], address, cards, json: asJson = false } = parse(argv);
  const wanted = {
    ofClass: understood(typed, normaliseClass),
    role: understood(role, roleOf),
    again,
    address: understood(address, readAddress),
    cards,
    json: asJson,
  };
  return withStore(io, (data) => printCodes(wanted, data, io));
};
