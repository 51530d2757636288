import { mountHead } from './chat-head.js';
import { mountComposer } from './composer.js';
import { el } from './dom.js';
import { icon } from './icons.js';
import { mountLog } from './message-log.js';
import { choosePerson, openLog } from './moves.js';
import { mountPanel } from './panel.js';
import { mountPlaces } from './place-list.js';
import * as play from './play.js';
import { activate, followRoute, go, readRoute } from './route.js';
import { mountSnackbars } from './snackbar.js';
import { openPanes, openPlace, state, watch } from './store.js';
import { REFUSED, T, WELCOME } from './strings.js';
import { theme } from './theme.js';

const at = (id) => document.getElementById(id);

const mountBanner = (root) => {
  const line = el('p', { role: 'status' }, T.banner);
  const show = (button, now) => {
    button.replaceChildren(icon(now));
    button.setAttribute('aria-label', `${T.theme.name}: ${T.theme[now]}`);
    button.title = `${T.theme.name}: ${T.theme[now]}`;
  };
  const button = el('button', { type: 'button', className: 'icon-button', onclick: () => show(button, theme.next()) });
  show(button, theme.now());
  root.append(line, button);
  watch('online', () => {
    line.textContent = state.online ? T.banner : T.offline;
    root.classList.toggle('offline', !state.online);
  });
};

const welcome = ({ title, text, steps, file }) => [
  el('h1', {}, title),
  el('p', {}, text),
  el(
    'ul',
    {},
    steps.map((step) => el('li', {}, step)),
  ),
  file ? el('p', {}, el('a', { href: '/play/roster.csv', download: 'roster.csv' }, file)) : null,
];

/** One messenger's open place. Whatever is touched in it takes it into use. */
const mountPane = (pane) => {
  const head = el('div', { className: 'head', hidden: true });
  const body = el('div', { className: 'log-frame', hidden: true });
  const foot = el('div', { className: 'foot', hidden: true });
  const root = el('section', { className: 'chat', 'data-messenger': pane.messenger, hidden: true }, head, body, foot);
  // A screen reader clicks without a pointer, and not always with the focus.
  for (const touch of ['pointerdown', 'focusin', 'click', 'drop'])
    root.addEventListener(touch, () => activate(pane), true);
  root.setAttribute('aria-label', T.messenger[pane.messenger]);
  // Before what it holds: a hidden box has no height to grow to.
  watch('places route', () => {
    root.hidden = pane.peer === null;
    root.classList.toggle('active', pane === state.pane);
  });
  const log = mountLog(body, pane);
  mountHead(head, pane, { showMessage: log.showMessage });
  const composer = mountComposer(foot, root, pane);
  return { root, pane, composer };
};

const mountChats = (root, hello) => {
  // Before the panes: they measure themselves in the room that is theirs.
  watch('places route', () => {
    const open = state.panes.filter(({ peer }) => peer !== null).length;
    hello.hidden = open > 0;
    document.body.dataset.open = String(open);
  });
  const panes = state.panes.map(mountPane);
  root.append(hello, ...panes.map((mounted) => mounted.root));
  return panes;
};

/** Whose window this is, and what is open in it: among several windows, and for whoever hears it. */
const nameWindow = () => {
  watch('people places route', () => {
    document.title = [openPlace()?.title, state.me?.name, T.page].filter(Boolean).join(' · ');
  });
};

/** Esc goes one step back: from the panel to the chat, from the chat to the list. */
const watchEscape = (list) => {
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog[open]')) return;
    if (state.screen === 'panel') return go({ side: null });
    if (at('chat').contains(document.activeElement) && state.peer !== null && wide()) list.focus();
    else if (state.peer !== null) {
      go({ peer: null });
      list.focus();
    }
  });
};
const wide = () => matchMedia('(min-width: 720px)').matches;

const follow = ({ pane, composer }) => {
  let before = '';
  watch('route', () => {
    const now = `${state.me?.id}/${pane.peer}`;
    if (now === before) return;
    before = now;
    void openLog(pane);
    if (pane === state.pane && pane.peer !== null && !matchMedia('(hover: none)').matches) composer.focus();
  });
};

const start = async () => {
  theme.start();
  mountBanner(at('banner'));
  mountSnackbars(at('snackbars'));
  const hello = el('div', { className: 'welcome' });
  try {
    const [people, { school, messengers }] = await Promise.all([play.people(), play.school()]);
    state.people = people;
    openPanes(messengers);
    hello.replaceChildren(...welcome(WELCOME[school]).filter(Boolean));
  } catch {
    at('chat').replaceChildren(el('p', { className: 'hint', role: 'alert' }, REFUSED.failed));
    return;
  }
  const list = mountPlaces(at('places'));
  for (const mounted of mountChats(at('chat'), hello)) follow(mounted);
  mountPanel(at('panel'));
  watchEscape(list);
  nameWindow();
  followRoute(choosePerson);
  const route = readRoute();
  await choosePerson(route.as, route);
};

void start();
