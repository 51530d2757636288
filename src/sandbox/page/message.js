import { avatar } from './avatar.js';
import { openLink } from './dialogs.js';
import { el } from './dom.js';
import { icon } from './icons.js';
import { act } from './moves.js';
import { state } from './store.js';
import { MENU, T } from './strings.js';
import { time } from './when.js';
import { linkTo, plainWords, words } from './words.js';

const quote = (reply, showMessage) =>
  el(
    'button',
    { type: 'button', className: 'quote', 'data-name': 'quote', onclick: () => showMessage(reply.cmid) },
    el('strong', {}, reply.fromName),
    el('span', {}, reply.deleted ? T.deleted : reply.text === '' ? T.attachment : plainWords(reply.text)),
  );

const forwarded = (messages) =>
  messages.map((message) =>
    el(
      'blockquote',
      { className: 'forwarded' },
      el('small', {}, `${T.forwarded} · ${time(message.at)}`),
      el('strong', {}, message.fromName),
      el('span', { className: 'text' }, words(message.text, openLink)),
      message.forwarded?.length ? forwarded(message.forwarded) : null,
    ),
  );

const file = ({ kind, url, size }, title) =>
  el(
    url ? 'a' : 'span',
    url ? { href: url, download: title, className: 'file' } : { className: 'file' },
    icon(kind === 'link' ? 'link' : 'file'),
    el('span', { className: 'file-words' }, el('span', {}, title), size ? el('small', {}, T.size(size)) : null),
  );

/** As large as fits a bubble; the room is kept before the picture is there, so that the log does not jump. */
const WIDEST = 320;
const HIGHEST = 360;
const room = (picture) => {
  if (!picture) return { width: 260, height: 180 };
  const scale = Math.min(1, WIDEST / picture.width, HIGHEST / picture.height);
  return { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) };
};

const attachment = (it) => {
  const title = it.name ?? it.words?.[0] ?? T.attachment;
  if (it.kind !== 'photo' || !it.url) return file(it, title);
  const shown = el(
    'a',
    { href: it.url, target: '_blank', rel: 'noopener', className: 'photo' },
    el('img', {
      src: it.url,
      alt: title,
      loading: 'lazy',
      ...room(it.picture),
      onerror: () => shown.replaceWith(file(it, title)),
    }),
  );
  return shown;
};

const press = (message, row, column) => async (event) => {
  const button = event.currentTarget;
  button.setAttribute('aria-busy', 'true');
  await act({ do: 'press', peer: state.peer, cmid: message.cmid, row, column });
  button.removeAttribute('aria-busy');
};

/** The buttons under a message of the bot, or beneath the compose box. */
export const keyRows = (message) =>
  el(
    'div',
    { className: 'keys' },
    message.keyboard.buttons.map((buttons, row) =>
      el(
        'div',
        { className: 'key-row' },
        buttons.map(({ label, look, kind, url }, column) =>
          kind === 'link'
            ? linkTo(url, openLink, { className: 'key', words: label })
            : el(
                'button',
                {
                  type: 'button',
                  className: `key ${look ?? ''}`,
                  'data-name': `key-${row}-${column}`,
                  onclick: press(message, row, column),
                },
                label,
              ),
        ),
      ),
    ),
  );

const stamp = (message) =>
  el(
    'span',
    { className: 'stamp' },
    message.edited && !message.deleted ? el('span', {}, T.edited) : null,
    el('time', { datetime: new Date(message.at).toISOString() }, time(message.at)),
  );

const body = (message, showMessage) => {
  if (message.deleted) return [el('span', { className: 'gone' }, icon('remove'), T.deleted)];
  return [
    message.reply ? quote(message.reply, showMessage) : null,
    message.text ? el('div', { className: 'text' }, words(message.text, openLink)) : null,
    message.forwarded?.length ? forwarded(message.forwarded) : null,
    message.attachments?.length ? el('div', { className: 'attachments' }, message.attachments.map(attachment)) : null,
  ];
};

const author = (message) =>
  el(
    'div',
    { className: `author tone-${message.fromBot ? 'bot' : Math.abs(message.from) % 8}` },
    message.fromName,
    message.fromBot ? el('span', { className: 'badge' }, T.bot) : null,
  );

const own = (message) => message.from === state.me?.id;

const service = (message) =>
  el(
    'div',
    {
      className: 'row service',
      role: 'article',
      tabindex: -1,
      'data-cmid': message.cmid,
      'aria-label': `${message.service}, ${time(message.at)}`,
    },
    el('span', {}, message.service),
  );

const moreButton = (openActions) =>
  el(
    'button',
    {
      type: 'button',
      className: 'icon-button more',
      'data-name': 'more',
      'aria-label': MENU.name,
      'aria-haspopup': 'menu',
      'aria-expanded': 'false',
      onclick: (event) => openActions(event.currentTarget),
    },
    icon('more'),
  );

/** What a screen reader says when the message is reached: one line of it. */
const spoken = ({ deleted, text, attachments }) => {
  if (deleted) return T.deleted;
  return plainWords(text).slice(0, 300) || (attachments?.length ? T.attachment : T.forwarded);
};

/** One message as it stands in the log. The `first` of a run by one author has the name; the one marked `last` shows the avatar. */
export const messageRow = (message, { first, showMessage, openActions }) => {
  if (message.service) return service(message);
  const mine = own(message);
  const kind = [mine && 'own', message.deleted && 'deleted', first && 'first'].filter(Boolean);
  const inline = !message.deleted && message.keyboard?.inline && message.keyboard.buttons.length > 0;
  return el(
    'div',
    {
      className: ['row', ...kind].join(' '),
      role: 'article',
      tabindex: -1,
      'data-cmid': message.cmid,
      'aria-label': T.messageOf(mine ? T.you : message.fromName, time(message.at), spoken(message)),
    },
    mine ? null : avatar({ id: message.from, name: message.fromName, bot: message.fromBot }),
    el(
      'div',
      { className: 'column' },
      el(
        'div',
        { className: 'bubble' },
        first && !mine ? author(message) : null,
        body(message, showMessage),
        stamp(message),
      ),
      inline ? keyRows(message) : null,
    ),
    moreButton(openActions),
  );
};
