/** Hides job data under a key of the day that is destroyed after 48 hours: the append-only file outlives the job. */
export interface JobCipher {
  seal(plain: string, now: number): Promise<string>;
  /** @throws Unreadable when nobody will ever read it again; anything else may work later. */
  open(sealed: string): Promise<string>;
}

/** The day's key is gone, or the text was altered. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}
