import type { Decision } from '../../domain/verdict.js';
import { flatten } from '../flat.js';
import { ENDINGS } from './endings.js';
import type { Link } from './find.js';
import { findLinks } from './find.js';
import {
  ADULT,
  CHEAP,
  FORM_PATHS,
  FORMS_ABROAD,
  GAMBLING,
  KNOWN,
  MESSENGER_SCHEMES,
  MESSENGERS,
  ORDINARY_CHEAP,
  RUNS,
  SHORTENERS,
} from './hosts.js';
import { lookalike, underAny } from './lookalike.js';
import { mixesAlphabets } from './skeleton.js';

/** What is the matter with an address, most serious first. */
export type Fault =
  | 'script'
  | 'lookalike'
  | 'alphabet'
  | 'user'
  | 'adult'
  | 'onion'
  | 'gambling'
  | 'runs'
  | 'number'
  | 'disguised'
  | 'short'
  | 'redirect'
  | 'ending'
  | 'messenger'
  | 'form'
  | 'unknown';

const SCRIPTS: ReadonlySet<string> = new Set(['javascript', 'vbscript', 'data', 'file', 'intent']);

/** A host in digits: four of them, one great number, in sixteens. */
const NUMBER =
  /^(?:\d{1,3}(?:\.\d{1,3}){3}|\d{6,10}|0x[\da-f]{1,8}|(?:0x[\da-f]{1,2}|0\d{0,3}|\d{1,3})(?:\.(?:0x[\da-f]{1,6}|0\d{0,9}|\d{1,8})){1,3}|\[[\da-f:.]{2,45}\]?)$/;
const AT_HOME = /^(?:127\.\d+|10\.\d+|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.\d{1,3}\.\d{1,3}$/;

/** An address within the address: «away.php?to=https%3a%2f%2f…». */
const INNER =
  /[?&#](?:to|url|u|q|go|link|target|redirect|redirect_uri|redirect_url|return|returl|next|dest|destination|r|away)=([^&#\s]{4,500})/;
const unescaped = (words: string): string => {
  try {
    return decodeURIComponent(words);
  } catch {
    return words;
  }
};
const inner = (path: string): Link | undefined => {
  const said = INNER.exec(path)?.[1];
  if (said === undefined) return undefined;
  const target = unescaped(said);
  return /^(?:https?:)?\/\/|^www\./.test(target) ? findLinks(flatten(target))[0] : undefined;
};

const ending = (host: string): string => host.slice(host.lastIndexOf('.') + 1);

const isForm = ({ host, path }: Link): boolean =>
  underAny(host, FORMS_ABROAD) || (host === FORM_PATHS.host && FORM_PATHS.paths.some((part) => path.startsWith(part)));

const isMessenger = ({ scheme, host }: Link): boolean => MESSENGER_SCHEMES.has(scheme) || underAny(host, MESSENGERS);

/** Written in Cyrillic under a Latin ending: readable to all, registered by few. */
const foreignAlphabet = ({ host, scheme, path }: Link): boolean =>
  (scheme !== '' || path !== '') &&
  /[^\p{ASCII}]/u.test(host.slice(0, host.lastIndexOf('.'))) &&
  /^[a-z]+$/.test(ending(host));

const doubtfulEnding = (host: string): boolean => {
  const last = ending(host);
  if (!CHEAP.has(last)) return false;
  return (
    !ORDINARY_CHEAP.has(last) || /\d{2,}|-|free|bonus|gift|win|mod|hack|cheat|skin|dengi|zarab|крипт|crypto/.test(host)
  );
};

/** `vk.соm`, the ending typed in Cyrillic. */
const borrowsEnding = (host: string): boolean =>
  /[a-z]/.test(host) && /[^\p{ASCII}]/u.test(ending(host)) && !ENDINGS.has(ending(host));

/** A fault of the name alone. */
const ofName = (host: string): Fault | undefined => {
  if (lookalike(host) !== undefined) return 'lookalike';
  if (mixesAlphabets(host) || borrowsEnding(host)) return 'alphabet';
  if (ADULT.test(host)) return 'adult';
  if (ending(host) === 'onion') return 'onion';
  return GAMBLING.test(host) ? 'gambling' : undefined;
};

const ofUnknown = (link: Link): Fault => {
  const { host, path } = link;
  if (RUNS.test(path.replace(/[?#].*$/, ''))) return 'runs';
  return foreignAlphabet(link) || doubtfulEnding(host) ? 'ending' : 'unknown';
};

/**
 * What is the matter with an address; undefined when nothing is. `allowed`: hosts of the school's own list, besides those
 * that everybody knows.
 */
export const faultOf = (link: Link, allowed: ReadonlySet<string>, deep = true): Fault | undefined => {
  if (SCRIPTS.has(link.scheme)) return 'script';
  if (isMessenger(link)) return 'messenger';
  if (NUMBER.test(link.host)) return AT_HOME.test(link.host) ? undefined : 'number';
  const known = underAny(link.host, allowed) || underAny(link.host, KNOWN);
  if (/[.]/.test(link.user) || (link.user !== '' && !known)) return 'user';
  if (isForm(link)) return 'form';
  const named = known ? undefined : ofName(link.host);
  if (named !== undefined) return named;
  if (link.disguised) return 'disguised';
  if (underAny(link.host, SHORTENERS)) return 'short';
  const target = deep ? inner(link.path) : undefined;
  const beyond = target && faultOf(target, allowed, false);
  if (beyond !== undefined) return beyond === 'unknown' ? 'redirect' : beyond;
  return known ? undefined : ofUnknown(link);
};

/** What each costs: a trap is removed, what a person must see first is held. */
export const COST: Readonly<Record<Exclude<Fault, 'messenger' | 'form' | 'unknown'>, Decision>> = {
  script: 'delete',
  lookalike: 'delete',
  alphabet: 'delete',
  user: 'delete',
  adult: 'delete',
  onion: 'delete',
  gambling: 'hold',
  runs: 'hold',
  number: 'hold',
  disguised: 'hold',
  short: 'hold',
  redirect: 'hold',
  ending: 'hold',
};
