export interface Dimensions {
  readonly width: number;
  readonly height: number;
}

const be16 = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
const le16 = (bytes: Uint8Array, at: number): number => (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
const le24 = (bytes: Uint8Array, at: number): number => le16(bytes, at) | ((bytes[at + 2] ?? 0) << 16);
const be32 = (bytes: Uint8Array, at: number): number => be16(bytes, at) * 0x10000 + be16(bytes, at + 2);
const begins = (bytes: Uint8Array, words: string, at = 0): boolean =>
  [...words].every((letter, i) => bytes[at + i] === letter.charCodeAt(0));

const ofPng = (bytes: Uint8Array): Dimensions => ({ width: be32(bytes, 16), height: be32(bytes, 20) });
const ofGif = (bytes: Uint8Array): Dimensions => ({ width: le16(bytes, 6), height: le16(bytes, 8) });

/** Frames that hold the size: all SOF but those of tables. */
const FRAME = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

const ofJpeg = (bytes: Uint8Array): Dimensions | undefined => {
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) at++;
    else if (FRAME(marker)) return { width: be16(bytes, at + 7), height: be16(bytes, at + 5) };
    else at += 2 + Math.max(2, be16(bytes, at + 2));
  }
  return undefined;
};

const ofWebp = (bytes: Uint8Array): Dimensions | undefined => {
  if (begins(bytes, 'VP8X', 12)) return { width: 1 + le24(bytes, 24), height: 1 + le24(bytes, 27) };
  if (begins(bytes, 'VP8 ', 12)) return { width: le16(bytes, 26) & 0x3fff, height: le16(bytes, 28) & 0x3fff };
  if (!begins(bytes, 'VP8L', 12)) return undefined;
  const bits = le16(bytes, 21) + le16(bytes, 23) * 0x10000;
  return { width: 1 + (bits & 0x3fff), height: 1 + (Math.floor(bits / 0x4000) % 0x4000) };
};

/** The size that the head of a PNG, GIF, JPEG or WebP claims; undefined for anything else. Nothing is unpacked. */
export const dimensionsOf = (bytes: Uint8Array): Dimensions | undefined => {
  if (begins(bytes, '\u0089PNG\r\n')) return ofPng(bytes);
  if (begins(bytes, 'GIF8')) return ofGif(bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return ofJpeg(bytes);
  return begins(bytes, 'RIFF') && begins(bytes, 'WEBP', 8) ? ofWebp(bytes) : undefined;
};
