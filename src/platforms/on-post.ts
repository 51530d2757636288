import { randomUUID } from 'node:crypto';
import type { Post } from '../ports/post.js';
import { pause } from './pauses.js';

/** A post is kept for so many milliseconds without a word: who is killed is followed within that time. */
const KEPT = 2_000;
const ANEW = KEPT / 4;

export interface Standing {
  readonly post: Post;
  readonly signal: AbortSignal;
  /** Somebody else is at the post. */
  readonly onWait?: () => void;
}

/** Whether it is ours now; a store that does not answer gives it to nobody. */
const holds = (post: Post, owner: string): Promise<boolean> => post.hold(owner, KEPT).catch(() => false);

/** Works while it has the post, and stands by while another process has; the signal of the work ends with the post. */
export async function* onPost<T>(
  { post, signal, onWait }: Standing,
  work: (signal: AbortSignal) => AsyncIterable<T>,
): AsyncGenerator<T, void> {
  const owner = randomUUID();
  while (!signal.aborted) {
    if (!(await holds(post, owner))) {
      onWait?.();
      await pause(ANEW, signal);
      continue;
    }
    const shift = new AbortController();
    const end = (): void => shift.abort();
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
    // Only who has come instead ends a shift: while the store is away nobody can.
    const keep = () =>
      void post.hold(owner, KEPT).then(
        (ours) => ours || end(),
        () => {},
      );
    const kept = setInterval(keep, ANEW);
    try {
      yield* work(shift.signal);
    } finally {
      clearInterval(kept);
      signal.removeEventListener('abort', end);
      await post.leave(owner).catch(() => {});
    }
  }
}
