import type { z } from 'zod';
import { type Text, text } from '../domain/text.js';

/** What is wrong in a document of the school, or odd and worth a look. */
export interface Defect {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly grave: 'error' | 'remark';
  readonly what: Text;
}

/** `file:line: ошибка: …`, as a person reads it. */
export const defectLine = ({ file, line, grave, what }: Defect): Text =>
  text(grave === 'error' ? 'defect-error' : 'defect-remark', { place: `${file}:${line}`, what });

const wordsOf = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 80) : '');

/** Said by the schema itself; by zod's own words nobody is helped. */
const keyOf = ({ message }: z.core.$ZodIssue): string =>
  /^(?:defect|setting)-/u.test(message) ? message : 'defect-type';

const typeKey = (issue: z.core.$ZodIssue): string => {
  if (issue.input === undefined) return 'defect-missing';
  return issue.input === null ? 'defect-empty' : keyOf(issue);
};

const bare = (issue: z.core.$ZodIssue): Text => {
  switch (issue.code) {
    case 'unrecognized_keys':
      return text('defect-unknown-field', { field: wordsOf(issue.keys[0]) });
    case 'invalid_value':
      return text('defect-choice', { choices: issue.values.map(String).join(', ') });
    case 'invalid_key':
    case 'invalid_element':
      return text('defect-unknown-field', { field: wordsOf(issue.path.at(-1)) });
    case 'invalid_type':
      return text(typeKey(issue));
    default:
      return text(keyOf(issue), { clause: wordsOf('params' in issue ? issue.params?.clause : undefined) });
  }
};

/** What zod found, with the place within the document. */
export const issueText = (issue: z.core.$ZodIssue): Text =>
  issue.path.length === 0 ? bare(issue) : text('defect-at', { path: wordsOf(issue.path.join('.')), what: bare(issue) });
