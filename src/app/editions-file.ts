import { platformOf } from '../domain/refs.js';
import { type Text, text } from '../domain/text.js';
import { rules } from '../moderation/rules/index.js';
import { Refused } from '../ports/platform.js';
import { editionAt } from '../regulation/cite.js';
import { type Defect, defectLine } from '../regulation/defect.js';
import type { Draft } from '../regulation/edition.js';
import { type KnownRule, lintDraft } from '../regulation/lint.js';
import type { Policy } from '../regulation/policy.js';
import { isYaml, readBrought } from '../regulation/read-text.js';
import { decode, readable } from '../roster/decode.js';
import { readParagraphs } from '../roster/xlsx/paragraphs.js';
import type { Call } from './command.js';

/** Bytes: no regulation is larger; pictures and seals are not wanted. */
const LARGEST = 5 * 2 ** 20;
/** Lines of a message about what is wrong. */
const MOST_DEFECTS = 10;

/** Rules of moderation as a document sees them. */
export const KNOWN: readonly KnownRule[] = rules.map(({ id, cites, settings }) => ({
  id,
  cites,
  accepts: (given) => settings.safeParse(given).success,
}));

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** The words of a file; undefined for pictures, scans and old office documents. */
const wordsIn = (bytes: Uint8Array): string | undefined => {
  if (isZip(bytes)) return readParagraphs(bytes);
  const { text: words } = decode(bytes);
  return readable(words) ? words : undefined;
};

export type Brought = { readonly draft: Draft; readonly refused?: never } | { readonly refused: Text };

const refusedFor = (name: string, defects: readonly Defect[]): Brought => ({
  refused: text('edition-file-defects', {
    count: defects.length,
    lines: defects.slice(0, MOST_DEFECTS).map((defect) => defectLine({ ...defect, file: name })),
  }),
});

const understood = (words: string, name: string, policy: Policy, now: number): Brought => {
  const { draft, defects } = readBrought(words, editionAt(policy, now));
  if (draft === undefined) {
    const numberless = defects.some(({ what }) => what.key === 'defect-no-clause');
    return numberless ? { refused: text('edition-file-numberless') } : refusedFor(name, defects);
  }
  const rulesOfChat = policy.chatRules?.document;
  const wrong = isYaml(words)
    ? lintDraft({ file: name, source: words }, rulesOfChat, KNOWN).filter(({ grave }) => grave === 'error')
    : [];
  return wrong.length > 0 ? refusedFor(name, wrong) : { draft };
};

/** Reads the edition that came with a message; undefined when it carries no document. */
export const broughtEdition = async (call: Call, policy: Policy): Promise<Brought | undefined> => {
  const file = call.message.attachments.find((one) => one.file)?.file;
  if (file === undefined) return undefined;
  try {
    const messenger = call.messenger(platformOf(call.place));
    const bytes = await messenger.ask({ ask: 'file', source: file.source, most: LARGEST });
    const words = wordsIn(bytes);
    if (words === undefined) return { refused: text('edition-file-unreadable') };
    const name = file.name.replace(/[\p{Cc}\p{Cf}]/gu, '').slice(0, 60);
    return understood(words, name, policy, call.now);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { refused: text(error.why === 'too-large' ? 'edition-file-large' : 'edition-file-gone') };
  }
};
