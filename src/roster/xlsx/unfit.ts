import { type Text, text } from '../../domain/text.js';

/** Why a spreadsheet is not read. Thrown inside this folder only, and caught at its door. */
export class Unfit extends Error {
  constructor(readonly words: Text) {
    super(words.key);
  }
}

/** Damaged, or made to do harm. */
export const damaged = (): Unfit => new Unfit(text('roster-book-damaged'));
