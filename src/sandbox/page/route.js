import { paneFor, state, tell } from './store.js';

const SIDES = ['journal', 'broadcasts', 'moves', 'faults'];

/** `#/<person>/<place>/<side of the panel>`: a screen can be reloaded, shared between windows, and left by the Back button. */
const print = ({ as, peer, side }) =>
  `#/${[as, peer, side].filter((part) => part !== undefined && part !== null).join('/')}`;

export const readRoute = () => {
  const [, as, peer, side] = location.hash.split('/');
  const number = (text) => (text && Number.isFinite(Number(text)) ? Number(text) : null);
  return { as: number(as), peer: number(peer), side: SIDES.includes(side) ? side : null };
};

const enter = ({ peer, side }) => {
  const pane = paneFor(peer);
  if (pane) state.at = state.panes.indexOf(pane);
  state.pane.peer = peer;
  state.screen = side ? 'panel' : peer === null ? 'list' : 'chat';
  if (side) state.tab = side;
  document.body.dataset.screen = state.screen;
  tell('route');
};

/** Goes to another place or screen of the same person. */
export const go = (to, { replace = false } = {}) => {
  const route = { as: state.me?.id, peer: state.peer, side: null, ...to };
  history[replace ? 'replaceState' : 'pushState'](null, '', print(route));
  enter(route);
};

/** Takes a pane into use: what is done from now on is done there. */
export const activate = (pane) => {
  if (pane === state.pane || pane.peer === null) return;
  state.at = state.panes.indexOf(pane);
  go({}, { replace: true });
};

/** Closes a pane; the other one has the room. */
export const closePane = (pane) => {
  pane.peer = null;
  const other = state.panes.find(({ peer }) => peer !== null);
  if (other) state.at = state.panes.indexOf(other);
  go({});
};

export const followRoute = (choosePerson) => {
  window.addEventListener('popstate', () => {
    const route = readRoute();
    if (route.as !== null && route.as !== state.me?.id) choosePerson(route.as, route);
    else enter(route);
  });
};
