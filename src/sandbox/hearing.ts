/** Something that tells of its changes: the bot's events, the page and the one who saves it listen. */
export class Hearing<C> {
  private readonly listeners = new Set<(change: C) => void>();

  /** Returns how to stop. */
  listen(listener: (change: C) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  tell(change: C): void {
    for (const listener of this.listeners) listener(change);
  }
}
