/** The one rate bucket of a messenger's token, shared by every process. */
export interface Pace {
  /** Resolves when one more call may be made. Rejects when `signal` is aborted. */
  turn(signal?: AbortSignal): Promise<void>;
}
