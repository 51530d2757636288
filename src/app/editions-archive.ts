import dayjs from 'dayjs';
import customParseFormat from 'dayjs/plugin/customParseFormat.js';
import type { Enclosure } from '../domain/action.js';
import { type Text, text } from '../domain/text.js';
import { fullText } from '../regulation/full-text.js';
import { archive, archiveLine, type Chapter } from '../regulation/life.js';
import { shownDate } from './acknowledging.js';
import type { Call } from './command.js';

dayjs.extend(customParseFormat);

/** «31.08.2024» within whatever was typed, as `2024-08-31`. */
export const typedDate = (words: string): string | undefined => {
  const [typed] = /\d{1,2}\.\d{1,2}\.\d{4}/u.exec(words) ?? [];
  const day = dayjs(typed, ['DD.MM.YYYY', 'D.M.YYYY'], true);
  return typed !== undefined && day.isValid() ? day.format('YYYY-MM-DD') : undefined;
};

/** Every edition that was adopted, the latest first. */
export const chapters = ({ policy, now }: Pick<Call, 'policy' | 'now'>): readonly Chapter[] =>
  archive(policy, now).filter(({ stage }) => stage !== 'draft');

export const chapterOf = (date: string, call: Pick<Call, 'policy' | 'now'>): Chapter | undefined =>
  chapters(call).find(({ edition }) => edition.requisites.inForceFrom === date);

/** The edition in force; undefined before the first. */
export const currentChapter = (call: Pick<Call, 'policy' | 'now'>): Chapter | undefined =>
  chapters(call).find(({ stage }) => stage === 'in-force');

/** «утратила силу 26.10.2026», as a reader of the file sees it first. */
export const stageWords = ({ stage, lapsed }: Chapter): Text =>
  text('edition-stage', { stage, until: lapsed === undefined ? '' : shownDate(lapsed) });

export const archiveWords = (call: Call): Text =>
  text('regulation-archive', { lines: chapters(call).map(archiveLine) });

/** The whole text of an edition, to be kept, printed, or changed and brought back. Its stage stands above it. */
export const textFile = (chapter: Chapter, { documents }: Pick<Call, 'documents'>): Enclosure => {
  const { edition } = chapter;
  const { inForceFrom, order } = edition.requisites;
  const vars = { date: shownDate(inForceFrom), number: order.number, ordered: shownDate(order.date) };
  const { name, bytes } = documents.plain({
    name: text('regulation-file-name', { date: inForceFrom }),
    heading: text('regulation-stamp', { ...vars, stage: stageWords(chapter) }),
    body: fullText(edition),
  });
  return { name, kind: 'document', base64: Buffer.from(bytes).toString('base64') };
};
