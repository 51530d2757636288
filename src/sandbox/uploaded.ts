export interface Uploaded {
  readonly name: string;
  readonly type: string;
  readonly body: Buffer;
}

/** The fields named `file`, `photo` … of a multipart body; the first file wins. */
export const readMultipart = async (body: Buffer, contentType: string): Promise<Uploaded | undefined> => {
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
  for (const value of form.values()) {
    if (typeof value === 'string') continue;
    return { name: value.name, type: value.type, body: Buffer.from(await value.arrayBuffer()) };
  }
  return undefined;
};

const SIGNS: readonly (readonly [type: string, sign: string])[] = [
  ['image/png', '\x89PNG\r\n\x1a\n'],
  ['image/jpeg', '\xff\xd8\xff'],
  ['image/gif', 'GIF87a'],
  ['image/gif', 'GIF89a'],
];

/** What a picture is by its first bytes, whatever its sender calls it; `undefined`: none that a messenger would take for one. */
export const pictureType = (body: Buffer): string | undefined => {
  const head = body.subarray(0, 8).toString('latin1');
  return SIGNS.find(([, sign]) => head.startsWith(sign))?.[0];
};

/** Of a PNG, in pixels. */
export const sizeOf = ({ type, body }: { readonly type: string; readonly body: string }): Size | undefined => {
  const head = Buffer.from(body.slice(0, 44), 'base64');
  return type === 'image/png' && head.length >= 24
    ? { width: head.readUInt32BE(16), height: head.readUInt32BE(20) }
    : undefined;
};

export interface Size {
  readonly width: number;
  readonly height: number;
}
