import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Say } from '../app/say.js';
import { type Text, text } from '../domain/text.js';
import type { Card, Documents } from '../ports/documents.js';
import { Unfit } from './terminal.js';

/** Pictures are held in memory by so many. */
const BATCH = 50;

/** A card and whose it is. */
export interface Owned {
  readonly person: string;
  readonly card: Card;
}

/** The system's refusal, in words for whoever named the folder. */
const refusedBy =
  (folder: string, words: Text, say: Say) =>
  (error: unknown): never => {
    throw new Unfit(`${folder}: ${say(words)} (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`);
  };

/** Makes sure of an empty folder that nobody else may look into. @throws Unfit when there is something in it. */
export const emptyFolder = async (folder: string, say: Say): Promise<void> => {
  const found = await mkdir(folder, { recursive: true, mode: 0o700 })
    .then(() => readdir(folder))
    .catch(refusedBy(folder, text('cards-no-folder'), say));
  if (found.length > 0) throw new Unfit(`${folder}: ${say(text('cards-folder-full'))}`);
};

/** In the order in which a class teacher hands them out. */
const byClass = (one: Owned, other: Owned): number =>
  (one.card.classes[0] ?? '').localeCompare(other.card.classes[0] ?? '', 'ru', { numeric: true }) ||
  one.card.name.localeCompare(other.card.name, 'ru');

interface Printer {
  readonly documents: Documents;
  readonly say: Say;
}

/** Writes a picture a person and one file to print into an empty folder; the name of the latter. */
export const writeCards = async (
  folder: string,
  cards: readonly Owned[],
  { documents, say }: Printer,
): Promise<string> => {
  const put = (name: string, bytes: Uint8Array) =>
    writeFile(join(folder, name), bytes, { mode: 0o600, flag: 'wx' }).catch(
      refusedBy(folder, text('cards-not-written'), say),
    );
  for (let from = 0; from < cards.length; from += BATCH) {
    const batch = cards.slice(from, from + BATCH);
    const pictures = await documents.cards(batch.map(({ card }) => card));
    for (const [at, { bytes }] of pictures.entries()) await put(`${batch[at]?.person}.png`, bytes);
  }
  const sheet = await documents.sheet(cards.toSorted(byClass).map(({ card }) => card));
  await put(sheet.name, sheet.bytes);
  return join(folder, sheet.name);
};
