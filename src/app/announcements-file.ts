import type { Draft } from '../domain/announcement.js';
import type { Change } from '../domain/change.js';
import { keep } from '../domain/records.js';
import { platformOf } from '../domain/refs.js';
import { type Text, text } from '../domain/text.js';
import { Refused } from '../ports/platform.js';
import type { Call } from './command.js';

/** Bytes of a file that is published: what a phone loads on the way. */
const LARGEST = 5 * 2 ** 20;
/** What could run on somebody's machine is not passed on. */
const UNWANTED = /\.(?:exe|com|bat|cmd|msi|scr|js|vbs|ps1|jar|apk|lnk|iso|reg|hta)$/iu;
const PICTURE = /\.(?:png|jpe?g|gif)$/iu;

export type Brought =
  | { readonly file: NonNullable<Draft['file']>; readonly changes: readonly Change[]; readonly defect?: never }
  | { readonly defect: Text; readonly file?: never; readonly changes?: never };

const plainName = (name: string): string => name.replace(/[\p{Cc}\p{Cf}/\\]/gu, '').slice(-80);

/** The file that came with a message, kept until it is published; nothing when none did. */
export const brought = async (call: Call): Promise<Brought | undefined> => {
  const file = call.message.attachments.find((one) => one.file)?.file;
  if (file === undefined) return undefined;
  const name = plainName(file.name);
  if (UNWANTED.test(name)) return { defect: text('announce-file-unwanted', { name }) };
  try {
    const bytes = await call.messenger(platformOf(call.place)).ask({ ask: 'file', source: file.source, most: LARGEST });
    const id = call.name('enclosure');
    const kind = PICTURE.test(name) ? 'picture' : 'document';
    const value = {
      name,
      kind,
      base64: Buffer.from(bytes).toString('base64'),
      by: call.person?.id ?? '',
      at: call.now,
    } as const;
    return { file: { id, name }, changes: [keep('enclosure', id, value, undefined)] };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { defect: text(error.why === 'too-large' ? 'announce-file-large' : 'announce-file-gone') };
  }
};
