import { type Text, text } from '../domain/text.js';
import type { Clause, Draft } from './edition.js';

/** Words that only a forbidding sentence has after such a verb. */
const WRONG = [
  /незаконн/u,
  /противоправн/u,
  /запрещ[её]нн/u,
  /нецензурн/u,
  /ненормативн/u,
  /оскорб/u,
  /ложн(?:ы|у|о[йм])/u,
  /вражд|ненависть|рознь/u,
  /экстремист|террорист/u,
  /третьим лицам/u,
  /посторонни[мх]/u,
];
const VERB =
  /(?<![а-яё])(?:осуществля|допуска|размеща|распространя|распростран|публик|использ|соверша|соверш|применя|переда|предоставля|пересыла|употребля|разглаша|хран|собира)[а-яё]*(?:ть|ться|ти)(?![а-яё])/u;

/** Verbs that no duty and no right can have. */
const BAD =
  /(?<![а-яё])(?:разжига|оскорбля|унижа|угрожа|пропагандирова|травить|запугива|клевета|дискредитирова|разглаша)[а-яё]*(?![а-яё])/u;

/** What takes the edge off, before or around the verb. */
const FORBIDS =
  /(?<![а-яё])(?:не|нельзя|без|исключ[а-яё]*|запре[щт][а-яё]*|воздержива[а-яё]*|недопу[а-яё]*|предотвра[а-яё]*|пресека[а-яё]*|выявля[а-яё]*|удал[а-яё]*|информир[а-яё]*|сообща[а-яё]*|ответственност[а-яё]*|нарушен[а-яё]*|против[а-яё]*)(?![а-яё])/u;

/** Who must or may do something: a prohibition in such a list needs its «не». */
const OBLIGES = /(?<![а-яё])(?:обязан[а-яё]*|долж(?:ен|н[а-яё]*)|вправе|име(?:ет|ют) право|обязу[а-яё]*)(?![а-яё])/u;

const looksLost = (words: string): boolean => {
  const verb = (BAD.exec(words) ?? VERB.exec(words)) || null;
  if (verb === null || FORBIDS.test(words.slice(0, verb.index))) return false;
  if (BAD.test(words)) return true;
  const after = words.slice(verb.index + verb[0].length);
  return !FORBIDS.test(after) && WRONG.some((wrong) => wrong.test(after));
};

const partsOf = (words: string): readonly string[] => words.split(/[;.\n]+/u).map((part) => part.trim().toLowerCase());

/**
 * Sentences of a duty or a right that probably lost a «не»: «обязаны … осуществлять незаконный сбор». What goes before a
 * list («участники обязаны:») counts for all of it.
 */
export const suspicions = (words: string): readonly string[] => {
  const text = words.toLowerCase();
  const duty = OBLIGES.exec(text);
  if (duty === null) return [];
  return partsOf(words.slice(duty.index + duty[0].length)).filter(looksLost);
};

/** The clause and its bullets, `4.2-f`, in which a «не» was probably lost. */
export const suspectedIn = ({ id, text = '', bullets }: Clause): readonly string[] => {
  const lead = [text, ...bullets.filter((one) => one.id.startsWith('0')).map((one) => one.text)].join(' ');
  const whole = suspicions(lead).length > 0 ? [id] : [];
  const inList = bullets.filter((one) => !one.id.startsWith('0') && suspicions(`${lead} ${one.text}`).length > 0);
  return [...whole, ...(whole.length > 0 ? [] : inList.map((one) => `${id}-${one.id}`))];
};

/** What to point out to the school before it adopts an edition: a line each clause. */
export const suspectedTexts = ({ clauses }: Pick<Draft, 'clauses'>): readonly Text[] =>
  clauses.filter((clause) => suspectedIn(clause).length > 0).map(({ id }) => text('edition-lost-not', { clause: id }));
