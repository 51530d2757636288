/** One field of a form: a value, or a file with its name. */
export interface Part {
  readonly name: string;
  readonly file?: string;
  readonly body: Buffer;
}

const BREAK = '\r\n';

/** Telegram's reader takes names without quotes too, up to the next semicolon. */
const parameterOf = (header: string, name: string): string | undefined => {
  const found = header
    .split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${name}=`));
  return found?.slice(name.length + 1).replace(/^"(.*)"$/, '$1');
};

const partOf = (raw: Buffer): Part | undefined => {
  const end = raw.indexOf(`${BREAK}${BREAK}`);
  const headers = raw.subarray(0, Math.max(end, 0)).toString('utf8').split(BREAK);
  const disposition = headers.find((line) => /^content-disposition:\s*form-data;/i.test(line)) ?? '';
  const name = parameterOf(disposition, 'name');
  const file = parameterOf(disposition, 'filename');
  if (end < 0 || name === undefined) return undefined;
  return { name, body: raw.subarray(end + 4), ...(file !== undefined && { file }) };
};

/** The fields of a form, as Telegram's own server reads them. */
export const readMultipart = (body: Buffer, contentType: string): readonly Part[] => {
  const boundary = /boundary="?([^";]+)/i.exec(contentType)?.[1];
  if (boundary === undefined) return [];
  const mark = Buffer.from(`${BREAK}--${boundary}`);
  const whole = Buffer.concat([Buffer.from(BREAK), body]);
  const parts: Part[] = [];
  for (let from = whole.indexOf(mark); from >= 0; ) {
    const next = whole.indexOf(mark, from + mark.length);
    if (next < 0) break;
    const part = partOf(whole.subarray(from + mark.length + BREAK.length, next));
    if (part) parts.push(part);
    from = next;
  }
  return parts;
};
