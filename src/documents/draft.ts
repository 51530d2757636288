import { type Text, text, type Value } from '../domain/text.js';
import type { Draft, DraftKind } from '../ports/documents.js';
import { docx, type Paragraph, type Stand } from './docx.js';

type Known = Readonly<Record<string, Value>>;

/** The parts in which papers differ. */
interface Form {
  readonly title: (known: Known) => Text;
  /** Why; ends with the word of command in an order. */
  readonly grounds: (known: Known) => Text;
  /** A line a paragraph; lines that begin with a dash belong to the one before. */
  readonly points: (known: Known) => Text;
}

const FORMS: Readonly<Record<DraftKind, Form>> = {
  'registration-letter': {
    title: (known) => text('document-registration-title', known),
    grounds: (known) => text('document-registration-grounds', known),
    points: (known) => text('document-registration-points', known),
  },
  'administrator-order': {
    title: (known) => text('document-administrator-title', known),
    grounds: (known) => text('document-administrator-grounds', known),
    points: (known) => text('document-administrator-points', known),
  },
  'use-order': {
    title: (known) => text('document-use-title', known),
    grounds: (known) => text('document-use-grounds', known),
    points: (known) => text('document-use-points', known),
  },
  'duties-order': {
    title: (known) => text('document-duties-title', known),
    grounds: (known) => text('document-duties-grounds', known),
    points: (known) => text('document-duties-points', known),
  },
  'chat-rules-order': {
    title: (known) => text('document-chat-rules-title', known),
    grounds: (known) => text('document-chat-rules-grounds', known),
    points: (known) => text('document-chat-rules-points', known),
  },
};

const BLANK = text('document-blank');

const responsibleOf = ({ responsible = [] }: Draft): readonly Text[] =>
  responsible.length === 0
    ? [text('document-duty', { chat: BLANK, name: BLANK }), text('document-duty', { chat: BLANK, name: BLANK })]
    : responsible.map(({ chat, name }) => text('document-duty', { chat, name }));

/** «Первова Зоя Марковна» signs as «З. М. Первова». */
const signed = (name: string): string => {
  const [surname = '', ...given] = name.trim().split(/\s+/u);
  return [...given.map((one) => `${[...one][0] ?? ''}.`), surname].join(' ');
};

const knownOf = (draft: Draft): Known => ({
  school: draft.school ?? BLANK,
  platform: draft.platform ?? BLANK,
  support: draft.support ?? BLANK,
  administrator: draft.administrator ?? BLANK,
  cited: draft.cited ?? text('document-cited-blank'),
  director: draft.director === undefined ? BLANK : signed(draft.director),
  responsible: responsibleOf(draft),
  blank: BLANK,
});

/** Points are numbered from one; their sub-points are not. */
const numbered = (lines: readonly string[]): readonly string[] => {
  let number = 0;
  return lines.map((line) => {
    if (line.startsWith('–')) return line;
    number += 1;
    return `${number}. ${line}`;
  });
};

/** A number or a date is not torn apart at the end of a line. */
const unbroken = (words: string): string => words.replace(/(№|«_+»|п\.) (?=\S)/gu, '$1\u00A0');

const standing = (as: Stand, lines: readonly string[]): readonly Paragraph[] => lines.map((words) => ({ as, words }));

const pointsOf = (lines: readonly string[]): readonly Paragraph[] =>
  lines.map((words) => ({ as: words.startsWith('–') ? 'point' : 'text', words }));

const letter = ({ title, grounds, points }: Form, known: Known, lines: (said: Text) => readonly string[]) => [
  ...standing('mark', lines(text('document-draft'))),
  ...standing('right', lines(text('document-addressee', known))),
  ...standing('plain', lines(text('document-outgoing'))),
  ...standing('centre', lines(title(known))),
  ...standing('text', lines(grounds(known))),
  ...pointsOf(lines(points(known))),
  ...standing('signature', lines(text('document-signature', known))),
];

const order = ({ title, grounds, points }: Form, known: Known, lines: (said: Text) => readonly string[]) => [
  ...standing('mark', lines(text('document-draft'))),
  ...standing('centre', [...lines(text('document-school', known)), ...lines(text('document-order'))]),
  ...standing('plain', lines(text('document-numbered'))),
  ...standing('heading', lines(title(known))),
  ...standing('text', lines(grounds(known))),
  ...pointsOf(numbered(lines(points(known)))),
  ...standing('signature', lines(text('document-signature', known))),
  ...standing('plain', lines(text('document-acquainted'))),
];

/** A paper to be completed and signed; nothing in it counts until then. */
export const draftOf = (
  draft: Draft,
  say: (text: Text) => string,
): { readonly name: string; readonly bytes: Uint8Array } => {
  const form = FORMS[draft.kind];
  const known = knownOf(draft);
  const paper = draft.kind === 'registration-letter' ? letter : order;
  const name = say(text('document-draft-name', { kind: draft.kind }));
  return {
    name,
    bytes: docx(
      name,
      paper(form, known, (said) => unbroken(say(said)).split('\n')),
    ),
  };
};
