import { el } from './dom.js';

/** VK writes a mention as `[id1|Имя]`; an address ends before the punctuation that closes a sentence. */
const PIECES = /\[(?:id|club|public)\d+\|([^\]\n]+)\]|(https?:\/\/[^\s<>«»]+[^\s<>«».,;:!?)])/g;

const linkTo = (url, join) => {
  const invite = /\/join\//.test(url);
  return el(
    'a',
    {
      href: url,
      rel: 'noopener noreferrer',
      target: '_blank',
      onclick: (event) => {
        if (!invite) return;
        event.preventDefault();
        join(url);
      },
    },
    url,
  );
};

/** A text as a messenger shows it: mentions by name, addresses as links, invite links opening the way in. */
export const words = (text, join) => {
  const nodes = [];
  let done = 0;
  for (const found of text.matchAll(PIECES)) {
    nodes.push(text.slice(done, found.index));
    nodes.push(found[1] === undefined ? linkTo(found[2], join) : el('span', { className: 'mention' }, found[1]));
    done = found.index + found[0].length;
  }
  return [...nodes, text.slice(done)].filter((node) => node !== '');
};

/** The same text as one plain line. */
export const plainWords = (text) => text.replace(PIECES, (whole, name) => name ?? whole);
