import { type Flat, type Span, spanOf, typed } from '../flat.js';
import { HINT, type Hints } from '../hints.js';
import { matches, several } from '../matches.js';
import type { Evidence } from '../rule.js';
import { isSurname, SURNAME } from './surnames.js';

/** What is said of a pupil that is nobody's business. Origin: written by hand for this project. */
const BAD_MARK =
  /(?<![а-я])(?:двойк|двойеч|двоечни|тройк|троечни|четверк|неуд(?![а-я])|неудовл|не ?аттестован|неуспева|не успевает|второгодн|на второй год|не сдал|не списал|списывал|списал|прогул(?:ял|ива|ьщ|ы(?![а-я])|ов(?![а-я]))|не допущен|отчисл|[2-4] (?:по|за) [а-я])/;
const GOOD_MARK = /(?<![а-я])(?:пятерк|отличниц|отличник|хорошист|5 (?:по|за) [а-я])/;
const ILLNESS =
  /(?<![а-я])(?:овз(?![а-я])|аутизм|аутист|дцп(?![а-я])|сдвг(?![а-я])|зпр(?![а-я])|умственн[а-я]{2,3} отстал|эпилепси|шизофрен|у психиатра|пмпк(?![а-я])|инвалидност|инвалид(?![а-я]{0,2} войны)|диабет|(?<!- )вич(?![а-я])|вич-инф|гепатит|туберкулез|педикул|вши(?![а-я])|вшив|чесотк|энурез|диагноз|беременна)/;
const STANDING =
  /(?<![а-я])(?:малоимущ|малообеспеч|льготник|льготниц|на льготе|льготно[ей] питани|бесплатно[ей] питани|под опекой|опекаем|сирот|неблагополучн|на учет[а-я]?(?![а-я])|на вшк|в кдн|в пдн|инспектор[а-я]{0,2} пдн|детдомов|приемн[а-я]{2} (?:сын|доч|ребен)|асоциальн)/;
const SAID = new RegExp([BAD_MARK, GOOD_MARK, ILLNESS, STANDING].map(({ source }) => source).join('|'), 'g');

/** Somebody who gives marks, or of whom a lesson speaks. */
const ABOUT_ANOTHER =
  /(?<![а-я])(?:постави(?:л|ла|т)(?![а-я])|ставит|ставите|занижа|завыша|придира|учител|преподава|педагог|автор|писател|поэт|роман|рассказ|стихотворен|картин|параграф|тем[аы] |теорем|закон[а-я]? |опыт|правило|учебник|под редакц|премь?ера|матч|гол(?:ы|ов)? |футбол|хоккей|тренер)/;
const PATRONYMIC =
  /^\s[А-ЯЁ][а-яё]+\s[А-ЯЁ][а-яё]+(?:вич|вн|чн)|[А-ЯЁ][а-яё]+\s[А-ЯЁ][а-яё]+(?:вич|вн|чн)[а-яё]{0,3}\s$/;

interface Sentence {
  readonly from: number;
  readonly to: number;
}

/** The sentence around a place, no longer than is needed to see of whom it speaks. */
const FAR = 70;
const sentenceAround = (text: string, at: number, end: number): Sentence => {
  const before = text.slice(Math.max(0, at - FAR), at);
  const cut = Math.max(
    before.lastIndexOf('\n'),
    before.lastIndexOf('!'),
    before.lastIndexOf('?'),
    before.lastIndexOf(';'),
    before.search(/\. (?=[^.]*$)/),
  );
  const after = text.slice(end, end + FAR);
  const stop = after.search(/[!?;\n]|\. /);
  return { from: at - before.length + cut + 1, to: end + (stop < 0 ? after.length : stop) };
};

const BEGINS = /(?:^|[.!?\n:«"–—-])\s*$/;

/** A pupil's surname in that sentence, by offsets of the original; teachers, with their patronymics, are not pupils. */
const pupilIn = (flat: Flat, { from, to }: Sentence): Span | null => {
  const words = typed(flat, from, to);
  const { start } = spanOf(flat, from, to);
  for (const { 0: name, index } of matches(words, SURNAME)) {
    const before = words.slice(Math.max(0, index - 40), index);
    if (!isSurname(name, BEGINS.test(before))) continue;
    if (PATRONYMIC.test(words.slice(index + name.length, index + name.length + 40)) || PATRONYMIC.test(before))
      continue;
    return { start: start + index, end: start + index + name.length };
  }
  return null;
};

/** To the end of the word that a find begins. */
const wordEnd = (text: string, at: number): number => at + (/^[а-я]*/.exec(text.slice(at, at + 24))?.[0].length ?? 0);

/** «Тройка» with a capital amid a sentence is a work's name. */
const isTitle = (flat: Flat, at: number): boolean =>
  /^[А-ЯЁ][а-яё]/.test(typed(flat, at, at + 2)) && !BEGINS.test(flat.text.slice(Math.max(0, at - 3), at));

/** «Фамилия и оценка», «фамилия и диагноз», «фамилия и льгота» in one sentence. */
const spoken = (flat: Flat): readonly Evidence[] => {
  const found: Evidence[] = [];
  for (const { 0: said, index } of several(flat.text, SAID)) {
    const sentence = sentenceAround(flat.text, index, index + said.length);
    const words = flat.text.slice(sentence.from, sentence.to);
    const ill = ILLNESS.test(said) || STANDING.test(said);
    if (!ill && ABOUT_ANOTHER.test(words)) continue;
    const pupil = pupilIn(flat, sentence);
    if (pupil === null || isTitle(flat, index)) continue;
    const mark = spanOf(flat, index, wordEnd(flat.text, index + said.length));
    const span = { start: Math.min(pupil.start, mark.start), end: Math.max(pupil.end, mark.end) };
    if (pupil.start < mark.end && mark.start < pupil.end) continue;
    if (span.start < (found.at(-1)?.end ?? 0)) continue;
    found.push(
      GOOD_MARK.test(said)
        ? { ...span, confidence: 0.6, decision: 'remind' }
        : { ...span, confidence: ill ? 0.8 : 0.85 },
    );
  }
  return found;
};

const ROW =
  /(?:^|\n)[ \t]*(?:\d{1,2}[.)] ?)?[А-ЯЁ][а-яё]{2,20} ?(?:[А-ЯЁ][а-яё]{0,15}\.? ?){0,2}[-–—:=,]{0,2} ?(?:[2-5н](?:[ ,/;]{1,2}[2-5н]){0,15}|[2-5][.,]\d{1,2}) ?(?=\n|$)/g;
/** So many rows are a list. */
const LIST = 3;

/** A name and a mark on each line. */
const listed = (flat: Flat): readonly Evidence[] => {
  if (flat.hints.digits < LIST || !flat.original.includes('\n')) return [];
  const rows = matches(flat.original, ROW).map(({ 0: row, index }) => ({
    from: index,
    to: index + row.length,
  }));
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined || rows.length < LIST) return [];
  const start = first.from + (flat.original.charAt(first.from) === '\n' ? 1 : 0);
  return [{ start, end: last.to, confidence: 0.85 }];
};

/** «2 по математике»: a mark in a digit. */
const IN_DIGITS = /[2-5] (?:по|за) [а-я]/;

/** Whether a closer look is worth it. */
export const mayMark = ({ bits, digits }: Hints, text: string): boolean =>
  (bits & HINT.marks) !== 0 || (digits > 0 && (IN_DIGITS.test(text) || (digits >= LIST && text.includes('\n'))));

/** What is said of a named pupil that is nobody's business. */
export const findMarks = (flat: Flat): readonly Evidence[] => {
  const list = listed(flat);
  if (list.length > 0) return list;
  return (flat.hints.bits & HINT.marks) !== 0 || IN_DIGITS.test(flat.text) ? spoken(flat) : [];
};
