import type { Change } from '../domain/change.js';
import type { Person } from '../domain/person.js';
import { platformOf } from '../domain/refs.js';
import { type Text, text } from '../domain/text.js';
import { Refused } from '../ports/platform.js';
import { importOf } from '../roster/import.js';
import { PROVISIONAL } from '../roster/provisional.js';
import { LARGEST, type RosterPreview, readRoster } from '../roster/read.js';
import type { Call } from './command.js';

/** A list as it was sent: where it can be fetched again, and how its name ends. */
export interface Sent {
  readonly source: string;
  readonly ending: string;
}

export type Looked =
  | {
      readonly preview: RosterPreview;
      readonly sent: Sent;
      /** What the school was when it was compared with: `unchanged`. */
      readonly version: string;
    }
  | { readonly refused: Text };

/** The document of a message; undefined when it carries none. */
export const sentList = ({ message }: Call): (Sent & { readonly size: number }) | undefined => {
  const file = message.attachments.find((one) => one.file)?.file;
  // Names of files may name people.
  return file && { source: file.source, ending: /\.\w{1,5}$/u.exec(file.name)?.[0] ?? '', size: file.size };
};

const fetched = async ({ source }: Sent, { messenger, place }: Call): Promise<Uint8Array | Text> => {
  try {
    return await messenger(platformOf(place)).ask({ ask: 'file', source, most: LARGEST });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return text(error.why === 'too-large' ? 'roster-too-large' : 'list-gone');
  }
};

/** Fetches a list and looks through it. Nothing of it is kept: whoever loads it fetches it again. */
export const lookAtList = async (sent: Sent & { readonly size?: number }, call: Call): Promise<Looked> => {
  if (sent.size !== undefined && sent.size > LARGEST) return { refused: text('roster-too-large') };
  const bytes = await fetched(sent, call);
  if (!(bytes instanceof Uint8Array)) return { refused: bytes };
  const version = await call.people.version();
  const [people, classes] = await Promise.all([call.people.all(), call.people.classes()]);
  const preview = readRoster(bytes, sent.ending, { people, ...(classes.length > 0 && { classes }) });
  return preview.refused
    ? { refused: preview.refused }
    : { preview, sent: { source: sent.source, ending: sent.ending }, version };
};

export interface Loaded {
  readonly changes: readonly Change[];
  readonly count: number;
  /** Administrators of the list, when it does not say which of them the provisional one is. */
  readonly candidates: readonly Person[];
}

/** What loading a list comes to, if nobody was changed since it was looked at. The provisional administrator becomes the one that the list names. */
export const loadList = async (
  { preview: { people: list }, version }: Exclude<Looked, { refused: Text }>,
  call: Call,
): Promise<Loaded> => {
  const [known, approved, provisional] = await Promise.all([
    call.people.all(),
    call.people.classes(),
    call.people.accountsOf(PROVISIONAL.id),
  ]);
  const { changes, people, administrator } = importOf({ list, known, approved, provisional, at: call.now });
  const unnamed = administrator === undefined && call.person?.id === PROVISIONAL.id;
  return {
    changes: [{ put: 'unchanged', of: 'people', version }, ...changes],
    count: people.length,
    candidates: unnamed ? list.filter(({ role }) => role === 'administrator') : [],
  };
};
