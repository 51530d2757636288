import type { Flat } from '../flat.js';
import { HINT, type Hints } from '../hints.js';
import { several } from '../matches.js';
import { DOUBTFUL, ENDINGS } from './endings.js';
import { inLatin } from './skeleton.js';

/** How an address was hidden from a machine and left to the reader: «t точка me», «hxxp», «[.]». */
export interface Link {
  /** Units of the flat text, `to` not included. */
  readonly from: number;
  readonly to: number;
  /** Without the colon; empty when it was left out. */
  readonly scheme: string;
  /** Before an @ in the authority: looks like the address, and is not. */
  readonly user: string;
  /** Small letters, in the alphabet it is read in (punycode undone). */
  readonly host: string;
  /** What follows the host. */
  readonly path: string;
  readonly disguised: boolean;
}

const WEB = '(?:h(?:tt|xx|\\*\\*)ps?|ftp)';
const SCHEMED = new RegExp(`(?<![a-z])(${WEB}):[/\\\\]{1,3}([^\\s<>"«»]{1,2000})`, 'g');
/** Letters, digits and hyphens between dots; the last label is an ending. */
const LETTER = 'a-z0-9_\\u00df-\\u024f\\u0370-\\u03ff\\u0430-\\u052f\\u0561-\\u0587';
const BARE = new RegExp(
  `(?<![${LETTER}@.-])[${LETTER}][${LETTER}-]{0,62}(?:\\.[${LETTER}][${LETTER}-]{0,62}){1,8}(?![${LETTER}@-])`,
  'g',
);
const TAIL = /^(?::\d{2,5})?(?:[/?#][^\s<>"«»]{0,2000})?/;
const OTHER_SCHEME =
  /(?<![a-z])(javascript|vbscript|data(?=:(?:text|application))|file|tg(?!:\/\/user)|viber|whatsapp|discord|skype|intent):[^\s]{1,200}/g;

const WORDED =
  /(?<![a-zа-я0-9])([a-zа-я0-9][-a-zа-я0-9]{0,40})(?: ?[[({<] ?(?:\.|точка|тчк|dot|,) ?[\])}>] ?| (?:точка|тчк|dot) | \. ?)(com|ru|net|org|me|su|gg|site|xyz|top|online|club|info|biz|pro|shop|store|fun|live|link|click|space|website|cc|gl|ly|to|io|ком|ру|орг|рф|сайт|топ|онлайн)(?![a-zа-я0-9])((?: ?\/ ?[^\s<>"«»]{1,200})?)/g;
/** Endings said in Russian. */
const SAID: Readonly<Record<string, string>> = {
  ком: 'com',
  ру: 'ru',
  орг: 'org',
  топ: 'top',
  онлайн: 'online',
  сайт: 'site',
};
const SAID_NAMES: Readonly<Record<string, string>> = {
  вк: 'vk',
  тг: 't',
  ютуб: 'youtube',
  телеграм: 'telegram',
  дискорд: 'discord',
  ватсап: 'whatsapp',
};

const unpuny = (label: string): string => {
  if (!label.startsWith('xn--')) return label;
  return decodeLabel(label.slice(4)) ?? label;
};

const adapt = (delta: number, points: number, first: boolean): number => {
  let left = first ? Math.floor(delta / 700) : delta >> 1;
  left += Math.floor(left / points);
  let k = 0;
  for (; left > 455; k += 36) left = Math.floor(left / 35);
  return k + Math.floor((36 * left) / (left + 38));
};

const digitOf = (code: number): number => {
  if (code >= 0x61 && code <= 0x7a) return code - 0x61;
  return code >= 0x30 && code <= 0x39 ? code - 22 : -1;
};

/** Punycode (RFC 3492) of one label; null when it is none. */
const decodeLabel = (encoded: string): string | null => {
  const cut = encoded.lastIndexOf('-');
  const out = cut > 0 ? [...encoded.slice(0, cut)] : [];
  let [n, i, bias] = [128, 0, 72];
  for (let at = cut > 0 ? cut + 1 : 0; at < encoded.length; ) {
    const before = i;
    for (let [weight, k] = [1, 36]; ; k += 36) {
      const digit = digitOf(encoded.charCodeAt(at++));
      if (digit < 0 || at > encoded.length || i > 0xffffff) return null;
      i += digit * weight;
      const threshold = Math.min(26, Math.max(1, k - bias));
      if (digit < threshold) break;
      weight *= 36 - threshold;
    }
    bias = adapt(i - before, out.length + 1, before === 0);
    n += Math.floor(i / (out.length + 1));
    i %= out.length + 1;
    if (n > 0x10ffff) return null;
    out.splice(i++, 0, String.fromCodePoint(n));
  }
  return out.join('');
};

const readable = (host: string): string =>
  host
    .split('.')
    .map(unpuny)
    .join('.')
    .replace(/^www\./, '');

/** Marks that close the sentence and not the address. */
const trimmed = (words: string): string => words.replace(/[.,;:!?)\]}'*]+$/, '');

const schemed = (text: string): readonly Link[] =>
  several(text, SCHEMED).map(({ 0: whole, 1: scheme = '', 2: said = '', index }) => {
    const rest = trimmed(said);
    const authority = /^[^/?#\\]*/.exec(rest)?.[0] ?? '';
    const at = authority.lastIndexOf('@');
    const host = authority.slice(at + 1).replace(/:\d{0,5}$/, '');
    const dotted = host.replace(/[[({](?:\.|dot|точка)[\])}]/g, '.');
    return {
      from: index,
      to: index + whole.length - said.length + rest.length,
      scheme: scheme.replace(/xx|\*\*/, 'tt'),
      user: at < 0 ? '' : authority.slice(0, at),
      host: readable(dotted),
      path: rest.slice(authority.length),
      disguised: /xx|\*\*/.test(scheme) || dotted !== host,
    };
  });

const isName = (host: string): boolean => {
  const ending = host.slice(host.lastIndexOf('.') + 1);
  if (ENDINGS.has(ending) || ending.startsWith('xn--')) return true;
  // «vk.соm»: an ending typed in Cyrillic after a Latin name.
  return /[a-z]/.test(host) && /[^\p{ASCII}]/u.test(ending) && ENDINGS.has(inLatin(ending)) && ending.length < 4;
};

/** Without a scheme an address is told from a sentence by its ending, and by what follows it. */
const bare = ({ text, original, starts }: Flat, taken: readonly Link[]): readonly Link[] => {
  const found: Link[] = [];
  for (const { 0: said, index } of several(text, BARE)) {
    if (taken.some(({ from, to }) => index < to && index + said.length > from) || !isName(said)) continue;
    const tail = trimmed(TAIL.exec(text.slice(index + said.length, index + said.length + 400))?.[0] ?? '');
    const ending = said.slice(said.lastIndexOf('.') + 1);
    const last = original.charAt(starts?.[index + said.length - ending.length] ?? index + said.length - ending.length);
    // «Пришёл.Дети ушли», «README.md»: a sentence, a file.
    const sure = tail.startsWith('/') || said.startsWith('www.') || said.split('.').length > 2;
    const glued = last !== last.toLowerCase() && /[а-я]\.[а-я]/.test(said);
    if (!sure && (DOUBTFUL.has(ending) || glued)) continue;
    found.push({
      from: index,
      to: index + said.length + tail.length,
      scheme: '',
      user: '',
      host: readable(said),
      path: tail,
      disguised: false,
    });
  }
  return found;
};

/** A dot that was said or set apart: «вк точка ком», «skins[.]top», «robux . site». */
const worded = (text: string, taken: readonly Link[]): readonly Link[] => {
  const found: Link[] = [];
  for (const { 0: said, 1: name = '', 2: ending = '', 3: path = '', index } of several(text, WORDED)) {
    if (taken.some(({ from, to }) => index < to && index + said.length > from)) continue;
    // An address of letters is another matter.
    if (/(?:@|собак[аи]\)?|собачка) ?$/.test(text.slice(Math.max(0, index - 10), index))) continue;
    const apart = / \. ?/.test(said.slice(name.length, name.length + 3));
    if (apart && (ending === 'net' || /[а-я]/.test(name + ending))) continue;
    const host = `${SAID_NAMES[name] ?? name}.${SAID[ending] ?? ending}`;
    found.push({
      from: index,
      to: index + said.length,
      scheme: '',
      user: '',
      host,
      path: path.replaceAll(' ', ''),
      disguised: true,
    });
  }
  return found;
};

const schemes = (text: string): readonly Link[] =>
  several(text, OTHER_SCHEME).map(({ 0: said, 1: scheme = '', index }) => ({
    from: index,
    to: index + said.length,
    scheme,
    user: '',
    host: '',
    path: said.slice(scheme.length + 1),
    disguised: false,
  }));

const MAY = HINT.dotted | HINT.colon | HINT.said | HINT.bracketed;
/** «robux . site» */
const SPACED = HINT.latin | HINT.dot;
/** Whether a closer look is worth it. */
export const mayLink = ({ bits }: Hints): boolean => (bits & MAY) !== 0 || (bits & SPACED) === SPACED;

const DOTTED = /[^\s.][.][^\s.,;:!?)\]"»]/;
const SAID_DOT = /точка|тчк|[[({] ?[.,]|[a-z0-9] ?\. ?[a-z]| dot /;

/** Addresses in the net, as people write them and as they hide them. */
export const findLinks = (flat: Flat): readonly Link[] => {
  const { text, hints } = flat;
  const colon = (hints.bits & HINT.colon) !== 0;
  const clear = colon ? [...schemed(text), ...schemes(text)] : NONE;
  const named = DOTTED.test(text) ? [...clear, ...bare(flat, clear)] : clear;
  const all = SAID_DOT.test(text) ? [...named, ...worded(text, named)] : named;
  return all.length < 2 ? all : all.toSorted((a, b) => a.from - b.from);
};

const NONE: readonly Link[] = [];
