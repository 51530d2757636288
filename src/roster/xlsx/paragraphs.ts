import { Unfit } from './unfit.js';
import { visit } from './xml.js';
import { openArchive } from './zip.js';

/**
 * The paragraphs of a text document (.docx), a line each; numbers that the office program counts itself are not in it.
 * Undefined for what is no such document, is damaged, or made to do harm.
 */
export const readParagraphs = (bytes: Uint8Array): string | undefined => {
  const lines: string[] = [];
  let [line, inText] = ['', false];
  try {
    const part = openArchive(bytes).get('word/document.xml');
    if (part === undefined) return undefined;
    visit(part, {
      open: ({ name }) => {
        if (name === 't') inText = true;
        if (name === 'tab') line += '\t';
        if (name === 'br') line += '\n';
      },
      text: (words) => {
        if (inText) line += words;
      },
      close: (name) => {
        if (name === 't') inText = false;
        if (name !== 'p') return;
        lines.push(line);
        line = '';
      },
    });
  } catch (error) {
    if (!(error instanceof Unfit)) throw error;
    return undefined;
  }
  return lines.join('\n');
};
