import { hasAcknowledged } from '../announcements/ledger.js';
import { meant } from '../announcements/reach.js';
import type { Announcement } from '../domain/announcement.js';
import { fullName } from '../domain/names.js';
import { dialogOf } from '../domain/refs.js';
import { text } from '../domain/text.js';
import { rollOf } from './announcements-facts.js';
import { partsOf } from './announcements-send.js';
import { told } from './announcements-talk.js';
import { titleVars } from './announcements-words.js';
import type { Call, Reply } from './command.js';
import { momentVars } from './people-when.js';

/** A spreadsheet takes a cell that begins so for a formula; an apostrophe makes it words. */
const cell = (words: string): string => {
  const plain = /^[=+\-@\t\r]/u.test(words) ? `'${words}` : words;
  return /[";\r\n]/u.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
};

/** CSV as Excel opens it. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  Buffer.from(`\uFEFF${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`).toString('base64');

/** Who is to sign on paper: of the classes whoever asks may see by name. */
export const paperList = async (id: string, announcement: Announcement, call: Call): Promise<Reply> => {
  const [roll, parts] = await Promise.all([rollOf(call), partsOf(id, announcement, call)]);
  const lines = new Map(parts.flatMap(({ value }) => Object.entries(value.lines)));
  const allowed = new Map<string, boolean>();
  const maySee = async (ofClass: string): Promise<boolean> => {
    const known =
      allowed.get(ofClass) ??
      (await call.may('names-behind-figures', ofClass === '' ? {} : { class: ofClass })).granted === 'yes';
    allowed.set(ofClass, known);
    return known;
  };
  const rows: { readonly class: string; readonly name: string; readonly read: string }[] = [];
  for (const { person, classes } of meant(announcement.audience, roll)) {
    const line = lines.get(person.id);
    if (line === undefined) continue;
    for (const ofClass of classes.length > 0 ? classes : [''])
      if (await maySee(ofClass)) {
        const at = hasAcknowledged(line, announcement.version) ? line.acknowledged?.at : undefined;
        const { date, time } = at === undefined ? { date: '', time: '' } : momentVars(at, call.zone);
        rows.push({ class: ofClass, name: fullName(person), read: `${date} ${time}`.trim() });
      }
  }
  if (rows.length === 0) return told(call, text('announce-paper-none'), 'nobody');
  const sorted = rows.toSorted(
    (one, other) =>
      one.class.localeCompare(other.class, 'ru', { numeric: true }) || one.name.localeCompare(other.name, 'ru'),
  );
  const paper = await call.documents.list({
    name: text('announce-paper-name', { number: announcement.number }),
    heading: text('announce-paper-heading', titleVars(announcement)),
    columns: [text('announce-paper-person'), text('announce-paper-read'), text('announce-paper-signed')],
    rows: sorted.map((row) => [row.class === '' ? row.name : `${row.class}, ${row.name}`, row.read, '']),
  });
  const table = csvOf([['класс', 'ФИО', 'ознакомление'], ...sorted.map((row) => [row.class, row.name, row.read])]);
  const files = [
    { name: paper.name, kind: 'document', base64: Buffer.from(paper.bytes).toString('base64') },
    { name: paper.name.replace(/\.docx$/u, '.csv'), kind: 'document', base64: table },
  ] as const;
  return {
    actions: [{ do: 'send', to: dialogOf(call.account), text: text('announce-paper', titleVars(announcement)), files }],
    changes: [],
    because: 'paper',
  };
};
