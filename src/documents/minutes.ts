import { type Text, text } from '../domain/text.js';
import type { MinutesPaper } from '../ports/documents.js';
import { docx, type Paragraph, type Stand } from './docx.js';

const BLANK = text('document-blank');

const standing = (as: Stand, words: string): readonly Paragraph[] =>
  words.split('\n').map((line) => ({ as, words: line }));

const orBlank = (words: string | undefined): string | Text => (words === undefined || words === '' ? BLANK : words);

/** Room for a number to be written in by hand. */
const FIGURE = '__';

const votesOf = ({ votes }: MinutesPaper['items'][number]) => ({
  for: String(votes?.for ?? FIGURE),
  against: String(votes?.against ?? FIGURE),
  abstained: String(votes?.abstained ?? FIGURE),
});

/** Minutes to be completed and signed, in the form of `domain.md` SC-08. */
export const minutesOf = (
  paper: MinutesPaper,
  say: (text: Text) => string,
): { readonly name: string; readonly bytes: Uint8Array } => {
  const { school, number, of, date, begun, ended, present, presided, items, questions, names } = paper;
  const name = say(text('document-minutes-name', { number: String(number), date }));
  const agenda = items.map(
    ({ title }, at) =>
      ({ as: 'text', words: `${at + 1}. ${typeof title === 'string' ? title : say(title)}.` }) as const,
  );
  const points = items.flatMap((item, at) => [
    ...standing(
      'text',
      say(
        text('document-minutes-item', {
          number: String(at + 1),
          heard: orBlank(item.heard),
          decided: orBlank(item.decided),
          ...votesOf(item),
        }),
      ),
    ),
  ]);
  return {
    name,
    bytes: docx(name, [
      ...standing(
        'centre',
        say(text('document-minutes-head', { school: orBlank(school), number: String(number), of })),
      ),
      ...standing('plain', say(text('document-minutes-when', { date, begun, ended }))),
      ...standing('text', say(text('document-minutes-who', { present, presided }))),
      ...standing('heading', say(text('document-minutes-agenda'))),
      ...agenda,
      ...(questions > 0
        ? standing('text', say(text('document-minutes-questions', { questions: String(questions) })))
        : []),
      ...points,
      ...standing('signature', say(text('document-minutes-signed'))),
      ...(names.length > 0 ? standing('heading', say(text('document-minutes-list'))) : []),
      ...names.map((name, at): Paragraph => ({ as: 'text', words: `${at + 1}. ${name}` })),
    ]),
  };
};
