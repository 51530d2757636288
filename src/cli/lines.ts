import { StringDecoder } from 'node:string_decoder';

/** Longer lines are not kept in memory: 2 Mi characters. */
const LIMIT = 2 ** 21;

/**
 * Lines of a stream, in constant memory: those that each chunk completes. Null stands for a line that is too long;
 * broken UTF-8 becomes U+FFFD, and a byte order mark before the first line is no part of it.
 */
export async function* linesOf(stream: AsyncIterable<Uint8Array | string>): AsyncIterable<readonly (string | null)[]> {
  const decoder = new StringDecoder('utf8');
  let pending: string | null = '';
  let begun = false;
  for await (const chunk of stream) {
    const told = typeof chunk === 'string' ? chunk : decoder.write(Buffer.from(chunk));
    const pieces = (begun ? told : told.replace(/^\uFEFF/, '')).split('\n');
    begun ||= told !== '';
    const done: (string | null)[] = [];
    for (const [i, piece] of pieces.entries()) {
      if (i > 0) {
        done.push(pending);
        pending = '';
      }
      if (pending !== null) pending = pending.length + piece.length > LIMIT ? null : pending + piece;
    }
    yield done;
  }
  const last: string | null = pending === null ? null : pending + decoder.end();
  if (last !== '') yield [last];
}
