import type { Flat } from '../flat.js';
import { HINT } from '../hints.js';
import { several } from '../matches.js';
import type { Find } from './find.js';

/** Where one-time codes come from. */
const FROM =
  'смс|sms|эсэмэс|сообщени|госуслуг|банк|сбер|тинь|т-банк|втб|альф|вк(?![а-я])|вконтакте|почт|дневник|макс(?![а-я])|max(?![a-z])|телег|whats|ватсап|вотсап|приш|прид|прислал|подтвержд|вход|доступ к|авториз|восстановл|аккаунт|сферум|яндекс|мой налог|есиа|оператор|мтс|билайн|мегафон|теле2';
const SOURCE = new RegExp(`(?:${FROM})`);
/** Codes that are meant to be told. */
const PUBLIC =
  /встреч|конференц|домофон|урок|виктор|квиз|kahoot|кахут|тест|игр|класс|предмет|ошибк|окпо|оквэд|товар|промокод|региона|города|телефонн|зум|zoom|телемост|созвон|комнат|приглаш|дверь|двер[иь]|ворот|шкафчик|трансляц|регистрац/;
const CODE = /(?<![а-я])код[а-я]{0,3}(?![а-я])/g;
const NUMBER = /(?<![\d.,:/-])(\d{3}[- ]\d{3}|\d{4,8})(?![\d]|[.,:/]\d)/;

const LINE = 48;
const lineAround = (text: string, from: number, to: number): { readonly words: string; readonly start: number } => {
  const left = Math.max(text.lastIndexOf('\n', from) + 1, from - LINE);
  const end = text.indexOf('\n', to);
  return { words: text.slice(left, Math.min(end < 0 ? text.length : end, to + LINE)), start: left };
};

const secret = (from: number, to: number, confidence: number): Find => ({
  kind: 'secret',
  from,
  to,
  confidence,
  value: '',
});

/** «пришёл код 123456 от …»: a code that opens somebody's account. */
const codes = (text: string): readonly Find[] => {
  const found: Find[] = [];
  for (const { 0: word, index } of several(text, CODE)) {
    const { words, start } = lineAround(text, index, index + word.length);
    const number = NUMBER.exec(words);
    if (number === null || !SOURCE.test(words) || PUBLIC.test(words)) continue;
    const from = start + number.index;
    if (from >= (found.at(-1)?.to ?? 0)) found.push(secret(from, from + number[0].length, 0.9));
  }
  return found;
};

const PASSWORD = /(?<![а-я])(?:парол[ьия]|пасс?ворд)/g;
/** What can only be a password: Latin letters or digits, and not a word that goes on. */
const TOKEN =
  /^[^\n]{0,2}(?:[ ]?(?:от|для|на|к|в|такой|сейчас|новый|пока|вот|это|у|мой|его|ее|там|был)[ ]{1,2}[а-яa-z.-]{2,20}){0,3}[\s:=–—-]{1,4}["«']?((?=[^\s]{0,30}[a-z\d])[a-z\d!@#$%^&*_+.?-]{4,30})/;
const SHARED = /wi-?fi|вай-?фа|конференц|встреч|zoom|зум|телемост|созвон|архив|урок|трансляц|викторин|квиз/;
const LOGIN = /логин|login/;

const passwords = (text: string): readonly Find[] => {
  const found: Find[] = [];
  for (const { 0: word, index } of several(text, PASSWORD)) {
    const end = index + word.length;
    const token = TOKEN.exec(text.slice(end, end + 100));
    const { words } = lineAround(text, index, end);
    if (token?.[1] === undefined || SHARED.test(words)) continue;
    const value = token[1].replace(/[.?-]+$/, '');
    if (value.length < 4) continue;
    const sure =
      /\d/.test(value) ||
      /[!@#$%^&*_]/.test(value) ||
      LOGIN.test(words) ||
      /:$/.test(token[0].slice(0, -token[1].length).trim());
    const to = end + token[0].length - (token[1].length - value.length);
    found.push(secret(to - value.length, to, sure ? 0.9 : 0.4));
  }
  return found;
};

/** One-time codes and passwords of people's accounts; those of meetings and guest networks are for everybody. */
export const findSecrets = ({ text, hints }: Flat): readonly Find[] =>
  (hints.bits & HINT.secret) === 0 ? [] : [...(hints.digits > 3 ? codes(text) : []), ...passwords(text)];
