/** What the program tells about itself: counted, never quoting a message, a name or a messenger's id. */
export interface Watch {
  /** An update was settled: what it was and what was decided. */
  handled(what: string, decision: string): void;
  /** Milliseconds from the update's arrival in the queue to the messenger's answer that the message is gone. */
  deleted(ms: number): void;
  ended(kind: string, outcome: string): void;
  /** A picture of a message: seen, no picture, not had, or left because too many wait. */
  looked(outcome: 'seen' | 'nothing' | 'failed' | 'dropped'): void;
  /** Something that will be tried again. */
  weather(where: string, error: unknown): void;
  /** A mistake of ours: skipped, said so, never silent. */
  bug(where: string, error: unknown): void;
  /** The messenger will not serve us until a person acts. */
  locked(where: string, error: unknown): void;
}
