/** Hides job data under a key of the day that is destroyed after 48 hours: the append-only file outlives the job. */
export interface JobCipher {
  seal(plain: string, now: number): Promise<string>;
  /** @throws when the day's key is gone. */
  open(sealed: string): Promise<string>;
}
