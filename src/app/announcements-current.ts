import type { Announcement } from '../domain/announcement.js';
import type { Held } from '../domain/records.js';

export type Document = Held<'announcement'> & { readonly value: Announcement & { readonly document: string } };

export const isDocument = (held: Held<'announcement'>): held is Document => held.value.document !== undefined;

/** Of each name the latest that is out and still valid: one that was published anew replaces the one before. */
export const currentDocuments = (all: readonly Held<'announcement'>[], now: number): readonly Document[] => {
  const out = all
    .filter(isDocument)
    .filter(
      ({ value }) =>
        (value.state === 'sent' || value.state === 'sending') && (value.valid === undefined || value.valid > now),
    );
  const latest = new Map<string, Document>();
  for (const held of out.toSorted((one, other) => one.value.number - other.value.number))
    latest.set(held.value.document.toLowerCase(), held);
  return [...latest.values()].reverse();
};
