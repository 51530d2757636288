import type { Flat } from '../flat.js';
import { HINT } from '../hints.js';
import { several } from '../matches.js';
import type { Find } from './find.js';

const LETTER = '[a-z0-9а-я]';
const DOT = '(?:\\.|[ ]{1,2}точка[ ]{1,2}|[ ]{1,2}dot[ ]{1,2}|[ ]?[\\[(](?:точка|dot|\\.)[\\])][ ]?)';
const DOMAIN = new RegExp(`^(?:${LETTER}[-a-z0-9а-я]{0,40}${DOT}){1,4}(?:[a-z]{2,10}|рф|ру|ком)(?![a-z0-9а-я])`);
const LOCAL = /[a-z0-9а-я][-a-z0-9а-я._+]{0,63}$/;
const AT = /@|[[(]? ?(?:собак[аи]|собачк[аи]|at|dog) ?[\])]?/g;
/** Said in words, the sign needs a place to stand: «ivan собака mail.ru». */
const WORD = /собак|собачк|at|dog/;

/** Letters of offices, which they publish. */
const OFFICE =
  /^(?:info|help|support|school|shkola|sosh|scool|licey|lyceum|gimnaz|office|sekretar|secretar|priem|pochta|mail|contact|admin|director|direktor|direkt|hotline|press|obr|edu|dou|detsad|kanc|noreply|no-reply|post)[-a-z0-9._]*$/;
const OFFICES =
  /(?:^|[.])(?:gov\.ru|edu\.ru|gosuslugi\.ru|sferum\.ru|mskobr\.ru|rkn\.gov\.ru|mos\.ru|mil\.ru|rosreestr\.ru|edu\.[a-z0-9-]+\.ru|vk\.company|kbrschool\.ru)$/;
/** Where people keep their letters. */
const MAILBOX =
  /^(?:mail|bk|list|inbox|internet|ya|yandex|gmail|rambler|lenta|icloud|outlook|hotmail|yahoo|proton|xmail|vk)(?:\.|[ ([])/;

const email = (from: number, to: number, value: string): Find => ({ kind: 'email', from, to, confidence: 0.95, value });

const at = (text: string, sign: string, index: number): Find | null => {
  const right = text.slice(index + sign.length, index + sign.length + 120);
  const domain = DOMAIN.exec(right.trimStart())?.[0];
  if (domain === undefined) return null;
  const left = text.slice(Math.max(0, index - 66), index);
  const local = LOCAL.exec(left.trimEnd())?.[0];
  if (local === undefined) return null;
  const apart = left.endsWith(' ') || right.startsWith(' ') || WORD.test(sign);
  if (apart && !(/[a-z0-9]/.test(local) && (MAILBOX.test(domain) || /[\d._]/.test(local)))) return null;
  const host = domain.replace(/[ ]?[[(]?(?:точка|dot)[\])]?[ ]?/g, '.').replace(/[ ()[\]]/g, '');
  if (OFFICE.test(local) || OFFICES.test(host)) return null;
  const from = index - left.length + left.trimEnd().length - local.length;
  const to = index + sign.length + (right.length - right.trimStart().length) + domain.length;
  return email(from, to, `${local}@${host}`);
};

/** «ivan (at) mail.ru» */
const WORDED = /[a-z0-9] ?[([](?:at|dog)[)\]]/;

const SIGNS = HINT.at | HINT.said;

/** Addresses of letters, with the sign or with a word for it; those of offices left out. */
export const findEmails = ({ text, hints }: Flat): readonly Find[] => {
  if ((hints.bits & SIGNS) === 0 && !((hints.bits & HINT.bracketed) !== 0 && WORDED.test(text))) return [];
  const found: Find[] = [];
  for (const { 0: sign, index } of several(text, AT)) {
    // «at» and «dog» are also in the middle of words.
    if (/^ ?[a-z]/.test(sign) && /[a-z]/.test(text.charAt(index - 1) + text.charAt(index + sign.length))) continue;
    const one = at(text, sign, index);
    if (one !== null && one.from >= (found.at(-1)?.to ?? 0)) found.push(one);
  }
  return found;
};
