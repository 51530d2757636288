import type { Action, Enclosure } from '../../domain/action.js';
import type { Change } from '../../domain/change.js';
import type { Answer, Option } from '../../domain/question.js';
import type { Text } from '../../domain/text.js';
import type { Call } from '../command.js';

/** What a step keeps between its question and the answer. */
export type Kept = Readonly<Record<string, string | number>>;

/** A question of a step. Any words and files may answer it. */
export interface Shown {
  readonly words: Text;
  readonly options: readonly Option[];
  readonly kept?: Kept;
  readonly files?: readonly Enclosure[];
}

interface Following {
  readonly because: string;
  readonly actions?: readonly Action[];
  readonly changes?: readonly Change[];
}

/** What an answer leads to: the next step, another question of the same one, or nothing: the question stays open. */
export type Heard =
  | (Following & { readonly to: 'next'; readonly said?: Text })
  | (Following & { readonly to: 'again'; readonly shown: Shown })
  | { readonly to: 'stay'; readonly because: string; readonly words: Text };

/** One step of the set-up. */
export interface Step {
  readonly show: (call: Call) => Promise<Shown>;
  readonly hear: (answer: Answer, call: Call, kept: Kept) => Promise<Heard>;
}

export const stay = (because: string, words: Text): Heard => ({ to: 'stay', because, words });

const YES =
  /^(?:(?:всё|все|уже|да|да,|класс|каналы|учительская|чаты)\s+)*(?:да|готов[аоы]?|дальше|далее|вперёд|вперед|создан[аоы]?|создал[аи]?|сделан[аоы]?|сделал[аи]?|есть|верно|правильно|ок|окей|хорошо|ага|угу)[.!]*$/iu;
const NO = /^(?:нет|не надо|не нужно|отмена|отменить|стоп|не сейчас|без проектов)[.!]*$/iu;
const LATER = /^(?:потом|позже|пропустить|пропусти|не сейчас)[.!]*$/iu;

const typed = (answer: Answer, words: RegExp): boolean => answer.words !== undefined && words.test(answer.words);

/** «да», «готово», «дальше»: the first button, typed in other words. */
export const agreed = (answer: Answer): boolean => typed(answer, YES);
/** «загрузить», beside the usual words. */
export const agreedToLoad = (answer: Answer): boolean =>
  agreed(answer) || typed(answer, /^загру(?:зить|жай|зи)[.!]*$/iu);
/** «нет», «отмена», «не надо». */
export const declined = (answer: Answer): boolean => typed(answer, NO);
/** «потом», «пропустить». */
export const putOff = (answer: Answer): boolean => typed(answer, LATER);
