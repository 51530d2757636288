import type { Button } from '../../domain/action.js';

type Data = Button['payload'];

/** Bytes of what a button may carry. */
const MOST = 64;

const bytes = (text: string): number => Buffer.byteLength(text);

/** A question's button `{q, o}` is by far the most frequent one: its name goes without the frame. */
const SEPARATOR = '\t';

const short = ({ q, o, ...more }: Data): string | undefined => {
  if (typeof q !== 'string' || typeof o !== 'string' || Object.keys(more).length > 0) return undefined;
  return q.includes(SEPARATOR) || o.includes(SEPARATOR) || q.startsWith('{') ? undefined : `${q}${SEPARATOR}${o}`;
};

/** What a button carries in Telegram; undefined when it does not fit, which the tests of all texts rule out. */
export const packPayload = (data: Data): string | undefined => {
  const packed = short(data) ?? JSON.stringify(data);
  return bytes(packed) <= MOST ? packed : undefined;
};

/** What a press says; words of a button that is none of ours say nothing. */
export const unpackPayload = (packed: string): unknown => {
  if (!packed.startsWith('{')) {
    const [q, o, ...more] = packed.split(SEPARATOR);
    return q === undefined || o === undefined || more.length > 0 ? undefined : { q, o };
  }
  try {
    return JSON.parse(packed) as unknown;
  } catch {
    return undefined;
  }
};
