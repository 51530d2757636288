/** A call that is going on in a messenger. */
export interface StartedCall {
  /** Whoever has it comes in. */
  readonly link: string;
  /** The messenger's own number. */
  readonly id: string;
}

/**
 * Begins calls in the name of a person: a messenger lets no community do it. Absent where nobody has lent the bot a key for that;
 * then links are pasted.
 */
export interface CallProvider {
  /** @throws Refused, Weather, Locked */
  start(): Promise<StartedCall>;
  /** Ends a call for everybody; one that is over already stays so. @throws Refused, Weather, Locked */
  finish(id: string): Promise<void>;
}
