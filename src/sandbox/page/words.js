import { el } from './dom.js';

/** VK writes a mention as `[id1|Имя]`; an address ends before the punctuation that closes a sentence; a command is not torn apart. */
const PIECES =
  /\[(?:id|club|public)\d+\|([^\]\n]+)\]|(https?:\/\/[^\s<>«»]+[^\s<>«».,;:!?)])|(?<![\p{L}\d/])(\/\p{L}[\p{L}_]{0,30}(?![\p{L}_]))/gu;

const piece = ([, mention, link, command], follow) => {
  if (mention !== undefined) return el('span', { className: 'mention' }, mention);
  return link === undefined ? el('span', { className: 'command' }, command) : linkTo(link, follow);
};

/** Links of the messengers themselves lead within the page: `vk.me/…`, `t.me/…`, an invitation by any of its names. */
const WITHIN = /^https?:\/\/(?:vk\.me\/|vk\.(?:com|ru)\/join\/|t(?:elegram)?\.me\/)/i;

/** A link; one of the messenger's own is handed to `follow`. */
export const linkTo = (url, follow, { words = url, ...props } = {}) =>
  el(
    'a',
    {
      href: url,
      rel: 'noopener noreferrer',
      target: '_blank',
      ...props,
      onclick: (event) => {
        if (!WITHIN.test(url)) return;
        event.preventDefault();
        follow(url);
      },
    },
    words,
  );

/** A text as a messenger shows it: mentions by name, addresses as links, the messenger's own opening the way in. */
export const words = (text, follow) => {
  const nodes = [];
  let done = 0;
  for (const found of text.matchAll(PIECES)) {
    nodes.push(text.slice(done, found.index));
    nodes.push(piece(found, follow));
    done = found.index + found[0].length;
  }
  return [...nodes, text.slice(done)].filter((node) => node !== '');
};

/** The same text as one plain line. */
export const plainWords = (text) => text.replace(PIECES, (whole, name) => name ?? whole);
