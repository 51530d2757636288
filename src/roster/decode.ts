export type Encoding = 'utf-8' | 'utf-16le' | 'windows-1251';

export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
}

/** Letters, not the bytes of a picture or a document. */
export const readable = (text: string): boolean => !text.includes('\0') && !text.startsWith('%PDF');

/** Bytes of a list as a school's programs save it: UTF-8 with a mark or without, «Unicode text» of Excel, else CP1251. */
export const decode = (bytes: Uint8Array): Decoded => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: new TextDecoder('windows-1251').decode(bytes), encoding: 'windows-1251' };
  }
};
