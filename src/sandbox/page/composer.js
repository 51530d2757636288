import { compose } from './compose.js';
import { el } from './dom.js';
import { icon } from './icons.js';
import { keyRows } from './message.js';
import { act, refreshPlaces } from './moves.js';
import { openPlace, state, watch } from './store.js';
import { COMPOSE, T } from './strings.js';
import { until } from './when.js';
import { plainWords } from './words.js';

const HIGHEST = 180;

const grow = (box) => {
  box.style.height = 'auto';
  box.style.height = `${Math.min(box.scrollHeight, HIGHEST)}px`;
};

const about = ({ reply, edit, forward }) => {
  if (edit) return { title: COMPOSE.editing, text: edit.text };
  if (reply) return { title: COMPOSE.replying(reply.fromName), text: reply.text || T.attachment };
  if (forward.length) return { title: COMPOSE.forwarding(forward.flatMap(({ cmids }) => cmids).length), text: '' };
  return null;
};

const aboutBar = (what) =>
  el(
    'div',
    { className: 'about' },
    el('span', { className: 'about-words' }, el('strong', {}, what.title), el('span', {}, plainWords(what.text))),
    el(
      'button',
      { type: 'button', className: 'icon-button', 'aria-label': COMPOSE.cancel, onclick: () => compose.drop() },
      icon('close'),
    ),
  );

const uploadChip = (file) =>
  el(
    'span',
    { className: `chip ${file.failed ? 'alarm' : ''}`, 'aria-busy': String(file.id === null && !file.failed) },
    icon('file'),
    el('span', {}, file.name),
    file.failed ? el('small', {}, COMPOSE.tooBig) : file.id === null ? el('small', {}, COMPOSE.uploading) : null,
    el(
      'button',
      {
        type: 'button',
        className: 'icon-button',
        'aria-label': COMPOSE.removeUpload(file.name),
        onclick: () => compose.detach(file),
      },
      icon('close'),
    ),
  );

const writeKeys = (box) => (event) => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    void compose.submit();
  } else if (event.key === 'Escape' && compose.drop()) {
    event.stopPropagation();
  } else if (event.key === 'ArrowUp' && box.value === '') {
    const mine = state.log.items.findLast((message) => message.from === state.me.id && !message.deleted);
    if (!mine) return;
    event.preventDefault();
    compose.edit(mine);
  }
};

const textBox = () => {
  const box = el('textarea', { rows: 1, placeholder: COMPOSE.placeholder, enterkeyhint: 'send', title: COMPOSE.hint });
  box.addEventListener('input', () => {
    compose.write(box.value);
    grow(box);
  });
  box.addEventListener('keydown', writeKeys(box));
  box.addEventListener('paste', (event) => {
    if (event.clipboardData.files.length === 0) return;
    event.preventDefault();
    void compose.attach(event.clipboardData.files);
  });
  return box;
};

const attachButton = () => {
  const files = el('input', { type: 'file', multiple: true, hidden: true, tabindex: -1 });
  files.addEventListener('change', () => {
    void compose.attach([...files.files]);
    files.value = '';
  });
  const button = el(
    'button',
    {
      type: 'button',
      className: 'icon-button',
      'aria-label': COMPOSE.attach,
      title: COMPOSE.attach,
      onclick: () => files.click(),
    },
    icon('clip'),
  );
  return [files, button];
};

/** Read-only ends by itself: looks again when its time has come. */
const watchMute = () => {
  let timer;
  return (mutedUntil) => {
    clearTimeout(timer);
    const left = mutedUntil - Date.now();
    if (mutedUntil && left > 0 && left < 2 ** 31 - 1) timer = setTimeout(refreshPlaces, left + 200);
  };
};

const whyLocked = ({ mutedUntil }) => {
  if (mutedUntil === null) return COMPOSE.closed;
  return mutedUntil === 'forever' ? COMPOSE.mutedForEver : COMPOSE.muted(until(mutedUntil));
};

const lock = (place) => el('p', { className: 'locked', role: 'note' }, icon('lock'), el('span', {}, whyLocked(place)));

/** The messenger's own way to open a dialog: at the first visit, and when a link brought one here. */
const startButton = (place) =>
  el(
    'div',
    { className: 'start' },
    el('p', {}, T.startHint),
    el(
      'button',
      {
        type: 'button',
        className: 'button primary',
        onclick: () => act({ do: 'start', peer: place.peer }),
      },
      T.start,
    ),
  );

/** The bot's own keyboard beneath the box: the latest one in the place, unless it took it away. */
const keyboard = (pane) => {
  const message = pane.log.items.findLast(({ keyboard, deleted }) => keyboard && !keyboard.inline && !deleted);
  return message?.keyboard.buttons.length ? keyRows(message) : null;
};

const dropFiles = (root) => {
  root.addEventListener('dragover', (event) => event.preventDefault());
  root.addEventListener('drop', (event) => {
    event.preventDefault();
    void compose.attach([...event.dataTransfer.files]);
  });
};

export const mountComposer = (root, chat, pane) => {
  const box = textBox();
  const extras = el('div', { className: 'extras' });
  const sendButton = el(
    'button',
    { type: 'submit', className: 'icon-button send', 'aria-label': COMPOSE.send },
    icon('send'),
  );
  const form = el('form', { className: 'compose' }, attachButton(), box, sendButton);
  const locked = el('div', {});
  const start = el('div', {});
  const keys = el('div', { className: 'under-keys', 'aria-label': COMPOSE.keys });
  const checkMute = watchMute();
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void compose.submit();
  });
  root.append(start, extras, form, locked, keys);
  dropFiles(chat);

  const draw = ({ refill = false } = {}) => {
    const place = openPlace(pane);
    root.hidden = !place;
    if (!place) return;
    const mine = compose.draft(pane.peer);
    const what = about(mine);
    extras.replaceChildren(...(what ? [aboutBar(what)] : []), ...mine.uploads.map(uploadChip));
    form.hidden = !place.mayWrite;
    locked.replaceChildren(...(place.mayWrite ? [] : [lock(place)]));
    if (Boolean(place.startable) !== start.hasChildNodes())
      start.replaceChildren(...(place.startable ? [startButton(place)] : []));
    box.setAttribute('aria-label', COMPOSE.label(place.title));
    sendButton.setAttribute('aria-label', mine.edit ? COMPOSE.save : COMPOSE.send);
    checkMute(place.mutedUntil);
    if (refill) {
      box.value = mine.text;
      grow(box);
    }
  };
  const drawKeys = () => keys.replaceChildren(...[keyboard(pane)].filter(Boolean));

  let opened = '';
  watch('places route', () => {
    const now = `${state.me?.id}/${pane.peer}`;
    draw({ refill: now !== opened });
    opened = now;
  });
  watch('compose', (how) => {
    const mine = pane === state.pane;
    draw(mine ? how : {});
    if (mine && !root.hidden) box.focus();
  });
  watch('log', drawKeys);
  return { focus: () => box.focus() };
};
