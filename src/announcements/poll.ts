import type { Poll } from '../domain/poll.js';

export type Votes = Readonly<Record<string, readonly number[]>>;

/** What a press changes: of one choice it is the answer, of several it is put in or taken out. */
export const voted = (before: readonly number[], answer: number, multiple: boolean): readonly number[] => {
  if (!multiple) return [answer];
  return before.includes(answer) ? before.filter((one) => one !== answer) : [...before, answer].sort((a, b) => a - b);
};

export interface Tally {
  readonly counts: readonly number[];
  readonly voters: number;
}

/** All votes counted, in the order of the answers. */
export const tallyOf = (parts: readonly Votes[], { answers }: Pick<Poll, 'answers'>): Tally => {
  const all = parts.flatMap((votes) => Object.values(votes)).filter((chosen) => chosen.length > 0);
  return {
    counts: answers.map((_, answer) => all.filter((chosen) => chosen.includes(answer)).length),
    voters: all.length,
  };
};

export interface PollForm {
  /** For whom and until when, as it was typed. */
  readonly head: string;
  readonly question: string;
  readonly answers: readonly string[];
  readonly multiple: boolean;
  readonly anonymous: boolean;
}

export type PollDefect = 'question' | 'answers' | 'many' | 'long';

const MULTIPLE = /(?:^|[\s,])(?:несколько(?:\s+ответов)?|можно\s+несколько|multiple)(?=$|[\s,])/iu;
const OPEN = /(?:^|[\s,])(?:открыт\p{L}*|с\s+именами|open)(?=$|[\s,])/iu;
const ANONYMOUS = /(?:^|[\s,])(?:анонимн\p{L}*|anonymous(?:ly)?)(?=$|[\s,])/iu;

const QUESTION = 300;
/** What a button shows whole. */
const ANSWER = 36;
const MOST = 8;

const YES_NO = ['Да', 'Нет'];

/** «родители 5А до завтра, несколько: Кто идёт в музей? Да; Нет; Не знаю»; without answers: yes or no. */
export const readPoll = (typed: string): { readonly form: PollForm } | { readonly defect: PollDefect } => {
  const plain = typed.normalize('NFC').trim();
  const cut = /:(?!\d{2}(?!\d))|(?<!\d):|\n/u.exec(plain)?.index;
  if (cut === undefined) return { defect: 'question' };
  const head = plain.slice(0, cut);
  const body = plain.slice(cut + 1).trim();
  const [, asked = '', rest = ''] = /^(.+?\?|[^\n;]+?(?=\n|;|$))(.*)$/su.exec(body) ?? [];
  const question = asked.trim();
  const answers = rest
    .split(/[;\n]/u)
    .map((one) => one.replace(/^[\s\d.)–-]*(?=\p{L})/u, '').trim())
    .filter(Boolean);
  if (question === '' || question.length > QUESTION) return { defect: question === '' ? 'question' : 'long' };
  if (answers.length === 1) return { defect: 'answers' };
  if (answers.length > MOST) return { defect: 'many' };
  if (answers.some((one) => one.length > ANSWER)) return { defect: 'long' };
  const marks = [MULTIPLE, OPEN, ANONYMOUS].reduce((words, mark) => words.replace(mark, ' '), head);
  return {
    form: {
      head: marks.replace(/[\s,]+$/u, ''),
      question,
      answers: answers.length === 0 ? YES_NO : [...new Set(answers)],
      multiple: MULTIPLE.test(head),
      anonymous: !OPEN.test(head),
    },
  };
};
