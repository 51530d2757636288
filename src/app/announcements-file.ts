import type { Draft } from '../domain/announcement.js';
import type { Change } from '../domain/change.js';
import { keep } from '../domain/records.js';
import { platformOf } from '../domain/refs.js';
import { type Text, text } from '../domain/text.js';
import { Refused } from '../ports/platform.js';
import type { Call, Reply } from './command.js';
import { here } from './reply.js';

/** Bytes of a file that is published: what a phone loads on the way. */
const LARGEST = 5 * 2 ** 20;
/** What could run on somebody's machine is not passed on. */
const UNWANTED = /\.(?:exe|com|bat|cmd|msi|scr|js|vbs|ps1|jar|apk|lnk|iso|reg|hta)$/iu;
const PICTURE = /\.(?:png|jpe?g|gif)$/iu;

export type Brought =
  | {
      readonly file: NonNullable<Draft['file']>;
      readonly changes: readonly Change[];
      /** Said beside it: one file goes with an announcement. */
      readonly note?: Text;
      readonly defect?: never;
    }
  | { readonly defect: Text; readonly file?: never; readonly changes?: never; readonly note?: never };

const plainName = (name: string): string => name.replace(/[\p{Cc}\p{Cf}/\\]/gu, '').slice(-80);

const SIGNS: readonly (readonly [string, readonly number[]])[] = [
  ['png', [0x89, 0x50, 0x4e, 0x47]],
  ['jpg', [0xff, 0xd8, 0xff]],
  ['gif', [0x47, 0x49, 0x46]],
];

/** What a picture is by its first bytes; messengers take no other kinds. */
const pictureType = (bytes: Uint8Array): string | undefined =>
  SIGNS.find(([, sign]) => sign.every((byte, at) => bytes[at] === byte))?.[0];

/** A photo comes without a name of its own. */
const named = (name: string | undefined, bytes: Uint8Array, call: Call): string =>
  name ?? `${call.say(text('announce-picture-name'))}.${pictureType(bytes) ?? 'jpg'}`;

/** The file or photo that came with a message, kept until it is published; nothing when none did. */
export const brought = async (call: Call): Promise<Brought | undefined> => {
  const [first, ...others] = call.message.attachments.filter((one) => one.file ?? one.picture);
  const source = first?.file?.source ?? first?.picture?.source;
  if (source === undefined) return undefined;
  const given = first?.file && plainName(first.file.name);
  if (given !== undefined && UNWANTED.test(given)) return { defect: text('announce-file-unwanted', { name: given }) };
  try {
    const bytes = await call.messenger(platformOf(call.place)).ask({ ask: 'file', source, most: LARGEST });
    const id = call.name('enclosure');
    const name = named(given, bytes, call);
    const kind = (given === undefined || PICTURE.test(name)) && pictureType(bytes) ? 'picture' : 'document';
    const value = {
      name,
      kind,
      base64: Buffer.from(bytes).toString('base64'),
      by: call.person?.id ?? '',
      at: call.now,
    } as const;
    return {
      file: { id, name },
      changes: [keep('enclosure', id, value, undefined)],
      ...(others.length > 0 ? { note: text('announce-note-files', { count: others.length }) } : {}),
    };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { defect: text(error.why === 'too-large' ? 'announce-file-large' : 'announce-file-gone') };
  }
};

/** What follows, with the file kept and what is to be said of it. */
export const withBrought = (reply: Reply, file: Brought | undefined, call: Call): Reply =>
  file?.file === undefined
    ? reply
    : {
        ...reply,
        actions: [...(file.note ? [here(call, file.note)] : []), ...reply.actions],
        changes: [...file.changes, ...reply.changes],
      };
