import { Inflate } from 'fflate';
import { text } from '../../domain/text.js';
import { damaged, Unfit } from './unfit.js';

/** What a spreadsheet may hold. A list of 50,000 people unpacks to about 30 MB in ten parts. */
export const MOST_UNPACKED = 100 * 1024 * 1024;
const MOST_PARTS = 1_000;

/** A part of an archive, not unpacked yet. */
export interface Part {
  readonly name: string;
  readonly packed: Uint8Array;
  /** As the archive says. */
  readonly size: number;
  readonly deflated: boolean;
}
export type Archive = ReadonlyMap<string, Part>;

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const CENTRAL_BYTES = 46;
const LOCAL_BYTES = 30;
const ENCRYPTED = 1;
/** Packed bytes unpacked in one step: at most a thousandfold comes out of it. */
const STEP = 16 * 1024;

/** Reads numbers of an archive; what lies beyond its end is damage. */
const readerOf = (bytes: Uint8Array) => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const within = (at: number, length: number): number => {
    if (at < 0 || at + length > bytes.length) throw damaged();
    return at;
  };
  return {
    two: (at: number): number => view.getUint16(within(at, 2), true),
    four: (at: number): number => view.getUint32(within(at, 4), true),
    slice: (at: number, length: number): Uint8Array => bytes.subarray(within(at, length), at + length),
    length: bytes.length,
  };
};
type Reader = ReturnType<typeof readerOf>;

/** The record at the archive's end says where its directory is. A comment may follow it. */
const endOf = (zip: Reader): number => {
  const first = Math.max(0, zip.length - END_BYTES - 0xffff);
  for (let at = zip.length - END_BYTES; at >= first; at -= 1)
    if (zip.four(at) === END && at + END_BYTES + zip.two(at + 20) === zip.length) return at;
  throw damaged();
};

const nameOf = (bytes: Uint8Array): string => {
  const name = new TextDecoder().decode(bytes);
  if (name.startsWith('/') || /[\\:\0]/u.test(name) || name.split('/').includes('..')) throw damaged();
  return name;
};

interface Listed {
  readonly part: Part;
  readonly begins: number;
  readonly ends: number;
  /** Where the next entry of the directory stands. */
  readonly next: number;
}

/** An entry of the directory, and what it points at: both must tell the same. */
const listed = (zip: Reader, at: number): Listed => {
  if (zip.four(at) !== CENTRAL) throw damaged();
  const [flags, method] = [zip.two(at + 8), zip.two(at + 10)];
  const [packed, size, begins] = [zip.four(at + 20), zip.four(at + 24), zip.four(at + 42)];
  if (flags & ENCRYPTED) throw new Unfit(text('roster-book-locked'));
  if (method !== 0 && method !== 8) throw damaged();
  const name = nameOf(zip.slice(at + CENTRAL_BYTES, zip.two(at + 28)));
  if (zip.four(begins) !== LOCAL) throw damaged();
  const length = zip.two(begins + 26);
  if (nameOf(zip.slice(begins + LOCAL_BYTES, length)) !== name) throw damaged();
  const from = begins + LOCAL_BYTES + length + zip.two(begins + 28);
  return {
    part: { name, packed: zip.slice(from, packed), size, deflated: method === 8 },
    begins,
    ends: from + packed,
    next: at + CENTRAL_BYTES + zip.two(at + 28) + zip.two(at + 30) + zip.two(at + 32),
  };
};

/** Parts that share bytes are how a small archive becomes a huge one. */
const apart = (parts: readonly Listed[]): boolean => {
  const sorted = parts.toSorted((one, other) => one.begins - other.begins);
  return sorted.every(({ begins }, at) => at === 0 || begins >= (sorted[at - 1]?.ends ?? 0));
};

/** Looks through an archive without unpacking anything. @throws Unfit */
export const openArchive = (bytes: Uint8Array): Archive => {
  const zip = readerOf(bytes);
  const end = endOf(zip);
  const count = zip.two(end + 10);
  if (zip.two(end + 4) !== 0 || zip.two(end + 8) !== count) throw damaged();
  if (count > MOST_PARTS) throw new Unfit(text('roster-book-large'));
  const parts: Listed[] = [];
  for (let at = zip.four(end + 16); parts.length < count; ) {
    const one = listed(zip, at);
    parts.push(one);
    at = one.next;
  }
  const archive = new Map(parts.map(({ part }) => [part.name.toLowerCase(), part]));
  if (archive.size !== count || !apart(parts)) throw damaged();
  if (parts.reduce((sum, { part }) => sum + part.size, 0) > MOST_UNPACKED) throw new Unfit(text('roster-book-large'));
  return archive;
};

const inflated = (packed: Uint8Array, take: (bytes: Uint8Array) => void): void => {
  const inflate = new Inflate(take);
  try {
    for (let at = 0; at < packed.length; at += STEP)
      inflate.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
  } catch (error) {
    // What fflate throws has a code.
    if (error instanceof Error && 'code' in error) throw damaged();
    throw error;
  }
};

/** Unpacks a part bit by bit; never more than its size as the archive says. @throws Unfit */
export const unpack = ({ packed, size, deflated }: Part, take: (bytes: Uint8Array) => void): void => {
  let out = 0;
  const counted = (chunk: Uint8Array): void => {
    out += chunk.length;
    if (out > size) throw damaged();
    take(chunk);
  };
  if (deflated) inflated(packed, counted);
  else counted(packed);
  if (out !== size) throw damaged();
};
