/** What a picture says to whoever looks at it by machine. */
export interface SeenPicture {
  /** What its QR codes hold, then its lines of text when reading text is on. */
  readonly words: readonly string[];
  /** Sixteen hexadecimal digits: alike for one picture made smaller or saved anew. */
  readonly print: string;
}

/** Looks at pictures away from the way of messages: slow, one at a time, on this machine. */
export interface Pictures {
  /** `undefined`: no picture, one too large, or one that took too long. Never throws for what is in the bytes. */
  look(bytes: Uint8Array): Promise<SeenPicture | undefined>;
  /** Whether text in pictures is read, and what to do when it should be and is not. */
  reading(): Promise<'off' | 'on' | 'absent'>;
  close(): Promise<void>;
}
