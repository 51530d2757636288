import { z } from 'zod';
import type { Answer, Option } from '../domain/question.js';
import { dialogOf, inChat } from '../domain/refs.js';
import { type Text, text } from '../domain/text.js';
import { wordsOf } from '../regulation/cite.js';
import type { Edition } from '../regulation/edition.js';
import { acknowledge } from './acknowledged.js';
import { shownDate } from './acknowledging.js';
import type { Call, Reply } from './command.js';
import { archiveWords, chapterOf, currentChapter, stageWords, textFile } from './editions-archive.js';
import { here } from './reply.js';

/** What `/положение` offers under itself. */
export const MenuData = z.object({ menu: z.literal('regulation') });

/** Characters of the first clause, which says what the regulation is about. */
const SCOPE = 600;

const said = (call: Call, words: Text, because: string): Reply => ({
  actions: [here(call, words)],
  changes: [],
  because,
});

const OPTIONS: readonly Option[] = [
  { id: 'file', label: text('button-regulation-file') },
  { id: 'basis', label: text('button-regulation-basis') },
  { id: 'archive', label: text('button-regulation-archive') },
];
const READ: Option = { id: 'read', label: text('button-acknowledge'), look: 'positive' };

const cut = (words: string): string =>
  words.length <= SCOPE ? words : `${words.slice(0, SCOPE).replace(/\s+\S*$/u, '')}…`;

const adoptedBy = ({ requisites: { accepted, agreed, order } }: Edition): readonly Text[] => [
  ...[accepted, agreed].flatMap((session) =>
    session ? [text('regulation-session', { ...session, date: shownDate(session.date) })] : [],
  ),
  text('regulation-order', { number: order.number, date: shownDate(order.date) }),
];

/** What the regulation is, who adopted it, what it is about; in a chat one line. */
export const aboutRegulation = (call: Call): Reply => {
  const chapter = currentChapter(call);
  if (chapter === undefined) return said(call, text('regulation-none'), 'none');
  const { edition } = chapter;
  const date = shownDate(edition.requisites.inForceFrom);
  if (inChat(call.place)) {
    const { number, date: ordered } = edition.requisites.order;
    return said(call, text('group-regulation', { date, number, ordered: shownDate(ordered) }), 'told');
  }
  const [first] = edition.clauses;
  const words = text('regulation', {
    title: edition.title,
    school: edition.school,
    date,
    requisites: adoptedBy(edition),
    scope: first === undefined ? '' : cut(wordsOf(first)),
  });
  const options = call.person ? [...OPTIONS, READ] : OPTIONS;
  return { actions: [], changes: [], because: 'told', asks: [{ words, data: { menu: 'regulation' }, options }] };
};

export const tellArchive = (call: Call): Reply => said(call, archiveWords(call), 'archive');

/** The whole text of an edition, of the one in force unless another is named. */
export const sendText = (call: Call, date?: string): Reply => {
  const chapter = date === undefined ? currentChapter(call) : chapterOf(date, call);
  if (chapter === undefined)
    return date === undefined
      ? said(call, text('regulation-none'), 'none')
      : said(call, text('regulation-no-edition', { date: shownDate(date) }), 'no-edition');
  const shown = shownDate(chapter.edition.requisites.inForceFrom);
  const words = text('regulation-file', { date: shown, stage: stageWords(chapter) });
  const files = [textFile(chapter, call)];
  return { actions: [{ do: 'send', to: dialogOf(call.account), text: words, files }], changes: [], because: 'file' };
};

const basis = (call: Call): Reply => {
  const acts = currentChapter(call)?.edition.basis ?? [];
  if (acts.length === 0) return said(call, text('regulation-no-basis'), 'no-basis');
  return said(call, text('regulation-basis', { lines: acts.map((act) => text('regulation-act', { act })) }), 'basis');
};

/** A button under `/положение`: it may be pressed again, and another one after it. */
export const hearMenu = async ({ option }: Answer, call: Call): Promise<Reply> => {
  const stays = true;
  if (option === 'file') return { ...sendText(call), stays };
  if (option === 'basis') return { ...basis(call), stays };
  if (option === 'archive') return { ...tellArchive(call), stays };
  const { said: snack, changes, because } = await acknowledge(call);
  return { actions: [], changes, because, snack, stays };
};
