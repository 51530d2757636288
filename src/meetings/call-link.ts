/** Hosts of school calls, with the paths behind which a call is. */
const CALLS: readonly (readonly [host: RegExp, path: RegExp])[] = [
  [/^(?:m\.)?vk\.(?:com|ru)$/, /^\/call\/join\/[\w.~=-]{1,200}\/?$/],
  [/^vk\.me$/, /^\/call\/join\/[\w.~=-]{1,200}\/?$/],
  [/^(?:[\w-]+\.)*sferum\.ru$/, /^\/.+$/],
  [/^max\.ru$/, /^\/(?:call|join|joincall)\/[\w.~=-]{1,200}\/?$/],
];

/** Why a link leads to no call of the school. */
export type LinkDefect = 'not-a-link' | 'not-secure' | 'not-a-call';

export type CallLink = { readonly ok: true; readonly link: string } | { readonly ok: false; readonly why: LinkDefect };

const WORD = /(?:https?:\/\/|(?:m\.)?vk\.(?:com|ru)\/|max\.ru\/)[^\s<>«»"']+/iu;

/** The first address in what was typed, without what stands around it. */
export const linkIn = (words: string): string | undefined => WORD.exec(words)?.[0]?.replace(/[.,;:!?)]+$/u, '');

const isUnder = (host: string, allowed: string): boolean => host === allowed || host.endsWith(`.${allowed}`);

/**
 * A pasted link to a call: of VK, Sferum, MAX, or of a site the school has allowed. Nothing that hides another address
 * behind it: no user name, no other port.
 * @param hosts sites to which the school lets anybody link
 */
export const readCallLink = (words: string, hosts: readonly string[]): CallLink => {
  const typed = linkIn(words);
  if (typed === undefined) return { ok: false, why: 'not-a-link' };
  const address = /^https?:/iu.test(typed) ? typed : `https://${typed}`;
  if (!URL.canParse(address)) return { ok: false, why: 'not-a-link' };
  const url = new URL(address);
  if (url.protocol !== 'https:' || url.username !== '' || url.port !== '') return { ok: false, why: 'not-secure' };
  const known = CALLS.some(([host, path]) => host.test(url.hostname) && path.test(url.pathname));
  const allowed = hosts.some((host) => isUnder(url.hostname, new URL(`https://${host}`).hostname));
  return known || allowed ? { ok: true, link: url.href } : { ok: false, why: 'not-a-call' };
};

/** A room of the school's own call service, `https://meet.school.ru/{room}`: the same meeting has the same room. */
export const roomOf = (template: string, room: string): string =>
  template.replaceAll('{room}', encodeURIComponent(room));
